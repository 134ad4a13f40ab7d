"""What is known of an organisation."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.actions.register_numbers import plain_number
from brobygger.apps.organisations.enums import Engagement, OrganisationKind, SizeClass
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
    kind: OrganisationKind = OrganisationKind.COMPANY
    is_exporter: bool = False
    engagement: Engagement = Engagement.KNOWN
    about: Mapping[str, str] = field(default_factory=dict)
    registered_number: str = ""
    website: str = ""


EDITABLE: Final = (
    "name",
    "registered_number",
    "place_name",
    "industry",
    "kind",
    "size_class",
    "website",
    "about",
    "looks_for",
    "reply_days",
)
"""The columns that those who manage an organisation write themselves."""


class ChangedMeanwhile(Exception):
    """
    Somebody else saved the organisation while the form stood open.

    Args:
        changes: by column, what the form was made with and what is there now.
    """

    def __init__(self, changes: Mapping[str, tuple[Any, Any]]) -> None:
        super().__init__(", ".join(changes))
        self.changes = changes


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
    check_may(by, "organisations.change_organisation", known)
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


@transaction.atomic
def change_organisation(
    *,
    organisation: Organisation,
    columns: Mapping[str, Any],
    seen: Mapping[str, Any],
    by: User | None,
    at: dt.datetime,
) -> Organisation:
    """
    Change what an organisation says of itself. Repeating it changes nothing.

    Args:
        columns: new values, of `EDITABLE`.
        seen: the values that whoever writes has seen; what is not in it is not compared.

    Raises:
        PermissionDenied: `by` may not.
        ChangedMeanwhile: what was seen is not what is there; nothing was changed.
        ValidationError: a field that cannot be; the message says what would be right.
    """
    check_may(by, "organisations.change_organisation", organisation)
    unknown = sorted({*columns, *seen} - set(EDITABLE))
    if unknown:
        raise ValueError(f"{unknown[0]} is not edited here; these are: {', '.join(EDITABLE)}")
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    now_there = {name: getattr(organisation, name) for name in EDITABLE}
    meanwhile = {name: (value, now_there[name]) for name, value in seen.items() if value != now_there[name]}
    wanted = dict(columns)
    if "registered_number" in wanted:
        try:
            wanted["registered_number"] = plain_number(organisation.country, wanted["registered_number"])
        except ValidationError as error:
            raise ValidationError({"registered_number": error}) from error
    changes = {name: [now_there[name], value] for name, value in wanted.items() if value != now_there[name]}
    if not changes:
        return organisation
    if meanwhile:
        raise ChangedMeanwhile(meanwhile)
    for name in changes:
        setattr(organisation, name, wanted[name])
    organisation.full_clean()
    organisation.save(update_fields=list(changes))
    record(action="organisations.change_organisation", subject=organisation, by=by, at=at, changes=changes)
    return organisation


@transaction.atomic
def set_engagement(
    *, organisation: Organisation, engagement: Engagement, by: User | None, at: dt.datetime
) -> Organisation:
    """
    Say how far an organisation takes part. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "organisations.change_organisation", organisation)
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    before = organisation.engagement
    if before != engagement:
        organisation.engagement = engagement
        organisation.save(update_fields=["engagement"])
        changes = {"engagement": [before, engagement]}
        record(action="organisations.set_engagement", subject=organisation, by=by, at=at, changes=changes)
    return organisation
