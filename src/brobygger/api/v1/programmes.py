"""Programmes and their targets: open to everybody."""

from __future__ import annotations

import datetime as dt
from typing import Any

from ninja import Field, Query, Schema

from brobygger.api.access import ApiRequest
from brobygger.api.build import EVERYBODY, Of, Section
from brobygger.api.paging import Page, Window, page_of
from brobygger.api.values import Code
from brobygger.apps.programmes import queries
from brobygger.apps.programmes.enums import ProgrammeKind

section = Section(tags=["Programmes"])
PROGRAMME = Of("code", Code, queries.programme_by_code)


class Target(Schema):
    """A number that a programme set itself, or an aim in words only."""

    label: dict[str, str] = Field(description="What is counted, by language code.")
    number: float | None
    unit: str = Field(description="%, DKK, or empty for a count.")


class Programme(Schema):
    """A partnership with a target."""

    code: str
    name: str
    owner: str
    kind: ProgrammeKind
    start_date: dt.date | None
    end_date: dt.date | None
    description: dict[str, str] = Field(description="A few sentences by language code.")
    targets: list[Target]


def programme_from(row: Any) -> Programme:
    plain = ("code", "name", "owner", "start_date", "end_date", "description")
    return Programme(
        **{name: getattr(row, name) for name in plain},
        kind=ProgrammeKind(row.kind),
        targets=[Target(label=one.label, number=one.number, unit=one.unit) for one in row.targets.all()],
    )


@section.reads("/programmes", may="programmes.view_programme", scope=EVERYBODY, gives=Page[Programme])
def list_programmes(request: ApiRequest, window: Query[Window]) -> Any:
    """Programmes by name."""
    return page_of(request, queries.programmes(), window, programme_from)


@section.reads(
    "/programmes/{code}",
    may="programmes.view_programme",
    scope=EVERYBODY,
    of=PROGRAMME,
    gives=Programme,
)
def show_programme(request: ApiRequest, programme: Any) -> Any:
    """One programme."""
    return programme_from(programme)
