"""Rows about organisations against the organisations that are known."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.organisations.actions import OrganisationDetails
from brobygger.apps.organisations.enums import SizeClass
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import number_key, organisation_entries
from brobygger.apps.programmes.enums import ImportKind
from brobygger.apps.programmes.queries.import_plan import (
    Change,
    ImportPlan,
    Planner,
    programmes_by_code,
    unknown_programmes,
)
from brobygger.apps.programmes.queries.table_columns import TableColumns
from brobygger.core.duplicates import DuplicateIndex, Entry, folded_name
from brobygger.core.reading.identify import identify
from brobygger.data.places import default_places
from brobygger.data.tables import Finding, OrganisationRow, Row, Table, read_organisation_row

COLUMN_OF = {
    "name": "name",
    "country": "country",
    "place_name": "place",
    "industry": "industry",
    "size_class": "size",
    "is_exporter": "exporter",
    "website": "website",
    "registered_number": "number",
    "about": "about",
}
WRITTEN_IN = ("da", "nb", "sv", "en")
NOBODY = -1


@dataclass(frozen=True, slots=True)
class OrganisationWrite:
    """What to save: all details as they shall be, programmes to add, a user to become a contact."""

    details: OrganisationDetails
    programmes: tuple[int, ...] = ()
    contact: int | None = None


def plan_organisations(
    table: Table, columns: TableColumns, choices: Mapping[str, str], *, language: str
) -> ImportPlan:
    """
    What a table would add and change. A constant number of queries.

    Args:
        columns: which of them is what.
        choices: by row number, the id of the organisation that it is about, or "new".
        language: the reader's.
    """
    known, places = _Known(), columns.places
    column_of = {name: table.header[place] for place, name in places.items()}
    parsed = {
        row.number: read_organisation_row(row, table.header, places, language=language) for row in table.rows
    }
    contacts = _contacts({said.contact_email for said, _ in parsed.values() if said and said.contact_email})

    def check(row: Row, said: OrganisationRow) -> Iterator[Finding]:
        column = column_of.get("programmes", "")
        yield from unknown_programmes(said.programmes, known.programmes, row.number, column)

    def changes(
        target: int | None, said: OrganisationRow, row: Row
    ) -> tuple[list[Change], Any, list[Finding]]:
        return _changes(known, target, said, row, column_of, contacts)

    planner = Planner[OrganisationRow](
        read=lambda row: parsed[row.number],
        check=check,
        key=_key,
        entry=_entry,
        name=lambda said: said.name,
        certain=lambda said: None,
        changes=changes,
    )
    rows = tuple(planner.rows(table, DuplicateIndex(known.entries), known.names, choices))
    return ImportPlan(ImportKind.ORGANISATIONS, columns, table.findings, rows)


class _Known:
    """The organisations of the installation, read once."""

    def __init__(self) -> None:
        found = Organisation.objects.order_by("pk").prefetch_related("programmes", "contacts")
        self.rows = {one.pk: one for one in found}
        self.names = {pk: _named(one) for pk, one in self.rows.items()}
        self.entries = organisation_entries()
        self.programmes = programmes_by_code()


def _named(one: Organisation) -> str:
    return ", ".join(filter(None, (one.name, one.place_name, one.registered_number)))


def _key(said: OrganisationRow) -> tuple[str, ...]:
    if said.number:
        return ("number", number_key(said.country, said.number))
    return ("name", folded_name(said.name), folded_name(said.place or ""), said.country)


def _entry(said: OrganisationRow) -> Entry:
    number = number_key(said.country, said.number or "")
    return Entry(NOBODY, said.name, said.place or "", said.country, number=number)


def _contacts(addresses: set[str]) -> dict[str, User]:
    """Users who may speak for an organisation, by address; an address that several have tells nobody."""
    if not addresses:
        return {}
    either = Q(role__in=(Role.COMPANY, Role.PARTNER), is_active=True)
    found: dict[str, list[User]] = {}
    for user in User.objects.filter(either).exclude(email="").order_by("pk"):
        found.setdefault(user.email.casefold(), []).append(user)
    return {address: found[address][0] for address in addresses if len(found.get(address, ())) == 1}


def _changes(
    known: _Known,
    target: int | None,
    said: OrganisationRow,
    row: Row,
    column_of: Mapping[str, str],
    contacts: Mapping[str, User],
) -> tuple[list[Change], OrganisationWrite, list[Finding]]:
    organisation = known.rows.get(target) if target is not None else None
    before = _details_of(organisation) if organisation else None
    details, findings = _details(said, before, row.number, column_of)
    changes = [
        Change(
            column,
            _shown(name, getattr(before, name)) if before else "",
            _shown(name, getattr(details, name)),
        )
        for name, column in COLUMN_OF.items()
        if (getattr(before, name) != getattr(details, name) if before else getattr(details, name))
    ]
    findings += _wrong_columns(details, row.number, column_of)
    there = {one.code.casefold() for one in organisation.programmes.all()} if organisation else set()
    added = [code for code in said.programmes if code not in there]
    if added:
        changes.append(Change("programmes", ", ".join(sorted(there)), ", ".join(sorted({*there, *added}))))
    contact = None
    if said.contact_email:
        user = contacts.get(said.contact_email)
        speaking = list(organisation.contacts.all()) if organisation else []
        if user is None:
            findings.append(
                Finding(
                    "contact_unknown", row.number, column_of["contact_email"], {"value": said.contact_email}
                )
            )
        elif user not in speaking:
            contact = user.pk
            names = [one.get_username() for one in speaking]
            changes.append(
                Change("contact_email", ", ".join(names), ", ".join([*names, user.get_username()]))
            )
    write = OrganisationWrite(
        details, tuple(known.programmes[code].pk for code in added if code in known.programmes), contact
    )
    return changes, write, findings


def _details_of(organisation: Organisation) -> OrganisationDetails:
    names = [one.name for one in dataclasses.fields(OrganisationDetails)]
    return OrganisationDetails(**{name: getattr(organisation, name) for name in names})


def _details(
    said: OrganisationRow, before: OrganisationDetails | None, number: int, column_of: Mapping[str, str]
) -> tuple[OrganisationDetails, list[Finding]]:
    """What is known once the row is imported; an empty cell leaves what there is."""
    findings: list[Finding] = []
    given: dict[str, Any] = {
        "name": said.name,
        "country": said.country,
        "place_name": said.place,
        "industry": said.industry,
        "size_class": said.size,
        "is_exporter": said.exporter,
        "website": said.website,
    }
    if said.number and (
        before is None
        or number_key(said.country, said.number) != number_key(before.country, before.registered_number)
    ):
        given["registered_number"] = said.number
    if said.about:
        language = identify(said.about).language
        given["about"] = {
            **(before.about if before else {}),
            language if language in WRITTEN_IN else "en": said.about,
        }
    values = {name: value for name, value in given.items() if value is not None}
    details = dataclasses.replace(before, **values) if before else OrganisationDetails(**values)
    if said.place and (
        before is None or (before.place_name, before.country) != (details.place_name, details.country)
    ):
        entry = default_places().named(said.place, said.country)
        if entry is None:
            findings.append(Finding("place_unknown", number, column_of["place"], {"value": said.place}))
        place = entry.place if entry else None
        details = dataclasses.replace(
            details,
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
        )
    return details, findings


def _wrong_columns(
    details: OrganisationDetails, number: int, column_of: Mapping[str, str]
) -> Iterator[Finding]:
    """What the record itself would refuse."""
    try:
        Organisation(code="x", **dataclasses.asdict(details)).clean_fields()
    except ValidationError as error:
        for name, problems in error.message_dict.items():
            column = column_of.get(COLUMN_OF.get(name, ""), "")
            yield Finding("field", number, column, {"problem": " ".join(problems)})


def _shown(name: str, value: Any) -> str:
    if name == "size_class":
        return str(SizeClass(value).label) if value else ""
    if isinstance(value, bool):
        return "✓" if value else "–"
    if isinstance(value, Mapping):
        return " · ".join(f"{code}: {text}" for code, text in sorted(value.items()))
    return str(value)
