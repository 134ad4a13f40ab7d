"""What is known of an organisation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.organisations.enums import Engagement, SizeClass
from brobygger.apps.organisations.models import Organisation

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@dataclass(frozen=True, slots=True)
class OrganisationDetails:
    """
    What is known of an organisation; empty or None: not known.

    Args:
        industry: in the words of NACE.
        about: a few sentences by language code.
        country: ISO 3166-1.
        latitude, longitude: degrees (WGS 84).
    """

    name: str
    country: str
    place_name: str = ""
    latitude: float | None = None
    longitude: float | None = None
    industry: str = ""
    size_class: SizeClass | str = ""
    is_exporter: bool = False
    engagement: Engagement = Engagement.KNOWN
    about: Mapping[str, str] = field(default_factory=dict)
    registered_number: str = ""
    website: str = ""


@transaction.atomic
def save_organisation(
    *, code: str, details: OrganisationDetails, by: User | None, at: dt.datetime
) -> Organisation:
    """
    Add an organisation, or replace what is known of the one with this code. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be; the message says what would be right.
    """
    known = Organisation.objects.select_for_update().filter(code=code).first()
    if by is not None and not by.has_perm("organisations.change_organisation", known):
        raise PermissionDenied(f"{by} may not change {known or code}.")
    organisation = known or Organisation(code=code)
    columns = {**asdict(details), "about": dict(details.about)}
    before = {name: getattr(organisation, name) for name in columns}
    if known and before == columns:
        return known
    for name, value in columns.items():
        setattr(organisation, name, value)
    organisation.full_clean()
    organisation.save()
    changes = {name: value for name, value in columns.items() if before[name] != value}
    record(action="organisations.save_organisation", subject=organisation, by=by, at=at, changes=changes)
    return organisation
