"""Platforms of a programme in other places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.programmes.models import Hub, HubContact, Programme

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation


@dataclass(frozen=True, slots=True)
class HubDetails:
    """
    What is known of a hub; empty: not said.

    Args:
        other_towns: between commas; events held there belong to the hub too.
        country: ISO 3166-1.
        partners: organisations that work with it there.
    """

    name: str
    city: str
    country: str
    about: str = ""
    address: str = ""
    other_towns: str = ""
    email: str = ""
    website: str = ""
    is_public: bool = False
    partners: Collection[Organisation] = ()


@transaction.atomic
def save_hub(
    *, programme: Programme, code: str, details: HubDetails, by: User | None, at: dt.datetime
) -> Hub:
    """
    Add a hub of a programme, or replace what is known of the one with this code.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be, or another programme has a hub of this code.
    """
    known = Hub.objects.select_for_update(of=("self",)).filter(programme=programme, code=code).first()
    if known:
        check_may(by, "programmes.change_hub", known)
    else:
        check_may(by, "programmes.add_hub", programme)
    hub = known or Hub(programme=programme, code=code)
    hub.name, hub.about, hub.address = details.name.strip(), details.about.strip(), details.address.strip()
    hub.city, hub.other_towns = details.city.strip(), details.other_towns.strip()
    hub.country, hub.email, hub.website = details.country, details.email, details.website
    hub.is_public, hub.changed_at = details.is_public, at
    hub.full_clean()
    hub.save()
    with all_rows():  # one that `by` does not see would stay
        hub.partners.set([one.pk for one in details.partners])
    changes = {"hub": hub.pk, "is_public": hub.is_public}
    record(action="programmes.save_hub", subject=programme, by=by, at=at, changes=changes)
    return hub


@transaction.atomic
def add_hub_contact(
    *, hub: Hub, name: str, function: str = "", email: str = "", by: User | None, at: dt.datetime
) -> HubContact:
    """
    Name somebody whom one asks at a hub. Whoever sees the hub sees the name.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no name, or this is no address.
    """
    check_may(by, "programmes.change_hub", hub)
    contact = HubContact(
        hub=hub, name=name.strip(), function=function.strip(), email=email.strip(), noted_at=at
    )
    contact.full_clean()
    contact.save()
    changes = {"hub": hub.pk, "contact": contact.pk}
    record(action="programmes.add_hub_contact", subject=hub.programme, by=by, at=at, changes=changes)
    return contact


@transaction.atomic
def remove_hub_contact(*, hub: Hub, contact_id: int, by: User | None, at: dt.datetime) -> None:
    """
    Name somebody no longer. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "programmes.change_hub", hub)
    removed, _tables = HubContact.objects.filter(hub=hub, pk=contact_id).delete()
    if removed:
        changes = {"hub": hub.pk, "contact": contact_id}
        record(action="programmes.remove_hub_contact", subject=hub.programme, by=by, at=at, changes=changes)
