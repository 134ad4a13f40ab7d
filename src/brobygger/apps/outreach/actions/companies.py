"""A company of a register, or one of the past, becomes an organisation of the product when it is visited."""

from __future__ import annotations

import datetime as dt

from django.utils.text import slugify

from brobygger.apps.organisations.actions import OrganisationDetails, save_organisation
from brobygger.apps.organisations.enums import SizeClass
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import number_key
from brobygger.apps.outreach.models import RegisteredCompany
from brobygger.apps.programmes.actions import add_members
from brobygger.apps.programmes.models import Programme

LONGEST_CODE = 50


def organisation_of(
    company: RegisteredCompany, *, programme: Programme, by: None, at: dt.datetime
) -> Organisation:
    """
    The organisation with the number of a company of a register; it is added where there is none. It takes part.

    Runs inside the transaction and the scope of an action, which says who did it.
    """
    found = organisation_by_number(company.country, company.number)
    if found is None:
        details = OrganisationDetails(
            name=company.name,
            country=company.country,
            place_name=company.municipality.title()
            if company.municipality.isupper()
            else company.municipality,
            industry=company.industry[:120],
            size_class=SizeClass(company.size_class) if company.size_class else "",
            is_exporter=bool(company.is_exporter),
            registered_number=company.number,
        )
        code = free_code(f"{company.country}-{company.number}")
        found = save_organisation(code=code, details=details, by=by, at=at)
    add_members(programme=programme, organisations=[found], by=by, at=at)
    return found


def organisation_by_number(country: str, number: str) -> Organisation | None:
    """The organisation with a register number, however it is written."""
    wanted = number_key(country, number)
    if not wanted:
        return None
    rows = Organisation.objects.filter(country=country).exclude(registered_number="").order_by("pk")
    ids = [
        pk
        for pk, other in rows.values_list("pk", "registered_number")
        if number_key(country, other) == wanted
    ]
    return Organisation.objects.get(pk=ids[0]) if ids else None


def free_code(name: str) -> str:
    """A short name that no organisation has."""
    letters = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    base = slugify(letters)[:LONGEST_CODE].strip("-") or "organisation"
    used = set(Organisation.objects.filter(code__startswith=base).values_list("code", flat=True))
    code, number = base, 1
    while code in used:
        number += 1
        code = f"{base}-{number}"
    return code
