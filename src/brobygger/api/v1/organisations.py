"""Organisations that offer places."""

from __future__ import annotations

import dataclasses
from typing import Any

from django.utils.timezone import now
from ninja import Field, Query, Schema

from brobygger.api.access import ApiRequest
from brobygger.api.build import Of, Section
from brobygger.api.paging import Page, Window, page_of
from brobygger.api.values import Code, Country, Sentences, Words, YesOrNo
from brobygger.apps.organisations import actions, queries
from brobygger.apps.organisations.enums import Engagement, OrganisationKind, SizeClass

section = Section(tags=["Organisations"])
ORGANISATION = Of("code", Code, queries.organisation_by_code)


class Organisation(Schema):
    """A company or institution that offers places."""

    code: str = Field(description="Short name in files and addresses.")
    name: str
    registered_number: str = Field(
        description="CVR, organisasjonsnummer or organisationsnummer; empty: not known."
    )
    industry: str = Field(description="In the words of NACE.")
    kind: OrganisationKind
    size_class: SizeClass | None = Field(description="Number of employees.")
    is_exporter: bool
    website: str
    about: dict[str, str] = Field(description="A few sentences by language code.")
    place_name: str
    country: str = Field(description="ISO 3166-1.")
    latitude: float | None
    longitude: float | None


class OrganisationChange(Schema):
    """What is left out stays as it is."""

    name: Words | None = None
    registered_number: Words | None = None
    industry: Words | None = None
    kind: OrganisationKind | None = None
    size_class: SizeClass | None = None
    is_exporter: YesOrNo | None = None
    website: Words | None = None
    about: dict[str, Sentences] | None = Field(
        None, description="Takes the place of all sentences there are."
    )
    place_name: Words | None = None
    country: Country | None = None
    latitude: float | None = Field(None, ge=-90, le=90)
    longitude: float | None = Field(None, ge=-180, le=180)


class OrganisationChoice(Schema):
    text: Words = Field("", description="Part of the name or industry.")
    country: Country | None = Field(None, description="ISO 3166-1.")


def organisation_from(row: Any) -> Organisation:
    return Organisation(
        **{name: getattr(row, name) for name in Organisation.model_fields if name != "size_class"},
        size_class=SizeClass(row.size_class) if row.size_class else None,
    )


@section.reads("/organisations", may="organisations.view_organisations", gives=Page[Organisation])
def list_organisations(request: ApiRequest, chosen: Query[OrganisationChoice], window: Query[Window]) -> Any:
    """Organisations by name."""
    rows = queries.organisations(text=chosen.text, country=chosen.country or "")
    return page_of(request, rows, window, organisation_from)


@section.reads(
    "/organisations/{code}", may="organisations.view_organisation", of=ORGANISATION, gives=Organisation
)
def show_organisation(request: ApiRequest, organisation: Any) -> Any:
    """One organisation."""
    return organisation_from(organisation)


@section.writes(
    "PATCH",
    "/organisations/{code}",
    may="organisations.change_organisation",
    of=ORGANISATION,
    gives={200: Organisation},
)
def change_organisation(request: ApiRequest, organisation: Any, change: OrganisationChange) -> Any:
    """Change what is known of an organisation. The same again changes nothing."""
    names = [field.name for field in dataclasses.fields(actions.OrganisationDetails)]
    known = {name: getattr(organisation, name) for name in names}
    known["engagement"] = Engagement(organisation.engagement)
    said = change.model_dump(exclude_unset=True, exclude_none=True)
    details = actions.OrganisationDetails(**{**known, **said})
    saved = actions.save_organisation(code=organisation.code, details=details, by=request.user, at=now())
    return organisation_from(saved)
