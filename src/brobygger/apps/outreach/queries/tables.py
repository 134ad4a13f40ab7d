"""Uploaded extracts and visits of the past: what importing them would do, row by row."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import number_key
from brobygger.apps.outreach.enums import Measure, TableKind, VisitState
from brobygger.apps.outreach.models import Channel, ChannelReading, OutreachTable, RegisteredCompany, Visit
from brobygger.apps.programmes.enums import RowState
from brobygger.apps.programmes.queries import TableColumns, columns_of_table, missing_finding
from brobygger.core.duplicates import folded_name
from brobygger.data.outreach import worries
from brobygger.data.registers import (
    REGISTER,
    VISITS,
    RegisterRow,
    VisitRow,
    read_extract,
    read_register_row,
    read_visit_row,
)
from brobygger.data.tables import (
    READINGS,
    Finding,
    ReadingRow,
    Table,
    TableLimits,
    read_reading_row,
)

COLUMNS: Final = {TableKind.REGISTER: REGISTER, TableKind.VISITS: VISITS, TableKind.READINGS: READINGS}
COMPARED: Final = (
    "name",
    "industry_code",
    "industry",
    "employees",
    "is_headcount_hidden",
    "size_class",
    "municipality",
    "region",
    "is_exporter",
    "is_protected",
    "is_active",
    "phone",
)
"""What an extract may change of a company that is known."""


@dataclass(frozen=True, slots=True)
class PlannedLine:
    """
    What becomes of one row.

    Args:
        number: as a spreadsheet numbers it; of JSON, the number of the object.
        said: what the row says; None: nothing that can be kept.
        organisation: of a visit: the one it is about; None: one that is added.
        channel: of a figure: the one it is of.
    """

    number: int
    name: str
    state: RowState
    findings: tuple[Finding, ...] = ()
    said: RegisterRow | VisitRow | ReadingRow | None = None
    organisation: int | None = None
    channel: int | None = None


@dataclass(frozen=True)
class TablePlan:
    """What an import would do; `columns` are those of the table, `findings` are about it as a whole."""

    columns: TableColumns
    lines: tuple[PlannedLine, ...]
    findings: tuple[Finding, ...] = ()

    @cached_property
    def counts(self) -> dict[str, int]:
        found = Counter(line.state for line in self.lines)
        return {state.value: found[state] for state in RowState}

    @cached_property
    def digest(self) -> str:
        """Tells whether an import would still do what was looked at."""
        told = [[one.number, one.state, str(one.said), one.organisation, one.channel] for one in self.lines]
        return hashlib.sha256(json.dumps(told).encode()).hexdigest()

    @property
    def all_findings(self) -> list[Finding]:
        return [*self.findings, *(one for line in self.lines for one in line.findings)]


def uploaded_table(kind: TableKind, pk: int) -> OutreachTable | None:
    """A table of this kind that waits to be imported."""
    found = OutreachTable.objects.filter(pk=pk, kind=kind, imported_at=None)
    return found.select_related("programme").first()


def plan_of_table(table: OutreachTable, *, language: str, today: dt.date) -> TablePlan:
    """
    What the import of an uploaded table would do.

    Raises:
        TableError: the table cannot be read.
    """
    content = bytes(table.content)
    return plan_content(
        TableKind(table.kind),
        content,
        columns=table.column_choices,
        programme_id=table.programme_id,
        limits=TableLimits(file_bytes=len(content)),
        language=language,
        today=today,
    )


def plan_content(
    kind: TableKind,
    content: bytes,
    *,
    columns: Mapping[str, str] | None = None,
    programme_id: int | None = None,
    limits: TableLimits = TableLimits(),
    language: str,
    today: dt.date,
) -> TablePlan:
    """
    What the import of a table would do. A constant number of queries.

    Args:
        columns: by header, what somebody said that it is; None or nothing: what was said of such a file before.
        programme_id: that the visits are counted for, or whose channels the figures are of.

    Raises:
        TableError: the table cannot be read.
    """
    table = read_extract(content, COLUMNS[kind], limits=limits)
    found = columns_of_table(table, COLUMNS[kind], columns)
    if missing := missing_finding(found, language):
        return TablePlan(found, (), (missing, *table.findings))
    if kind == TableKind.REGISTER:
        return _plan_companies(table, found, language)
    if kind == TableKind.READINGS:
        return _plan_readings(table, found, programme_id, today)
    return _plan_visits(table, found, programme_id, today)


def columns_of(row: RegisterRow) -> dict[str, Any]:
    """A row as the columns of `RegisteredCompany`, by name, of `COMPARED`."""
    said = {name: getattr(row, name) for name in COMPARED if name != "size_class"}
    return {**said, "size_class": row.size}


def _plan_companies(table: Table, columns: TableColumns, language: str) -> TablePlan:
    places = columns.places
    read = [(row, *read_register_row(row, table.header, places, language=language)) for row in table.rows]
    numbers = {said.number for _, said, _ in read if said}
    known = {
        (one.country, one.number): one
        for start in range(0, len(numbers), 500)
        for one in RegisteredCompany.objects.filter(number__in=sorted(numbers)[start : start + 500])
    }
    lines, seen = [], dict[tuple[str, str], int]()
    for row, said, findings in read:
        name = said.name if said else next((row.cells[at] for at, one in places.items() if one == "name"), "")
        if said is None:
            lines.append(PlannedLine(row.number, name, RowState.REFUSED, findings))
            continue
        key = said.country, said.number
        if key in seen:
            again = Finding("repeats_row", row.number, "", {"other": seen[key]})
            lines.append(PlannedLine(row.number, name, RowState.UNCHANGED, (*findings, again)))
            continue
        seen[key] = row.number
        before = known.get(key)
        if before is None:
            state = RowState.NEW
        else:
            same = all(getattr(before, column) == value for column, value in columns_of(said).items())
            state = RowState.UNCHANGED if same else RowState.CHANGED
        lines.append(PlannedLine(row.number, name, state, findings, said))
    return TablePlan(columns, tuple(lines), table.findings)


def _plan_visits(table: Table, columns: TableColumns, programme_id: int | None, today: dt.date) -> TablePlan:
    places = columns.places
    catalogue = frozenset(one.code for one in worries())
    by_number: dict[str, int] = {}
    by_name: dict[tuple[str, str], int] = {}
    for pk, name, country, number in Organisation.objects.order_by("-pk").values_list(
        "pk", "name", "country", "registered_number"
    ):
        by_name[country, folded_name(name)] = pk
        if key := number_key(country, number):
            by_number[key] = pk
    there = set(
        Visit.objects.filter(programme=programme_id)
        .exclude(state=VisitState.CANCELLED)
        .values_list("organisation", "visited_on")
    )
    lines, seen = [], dict[tuple[object, dt.date], int]()
    for row in table.rows:
        said, findings = read_visit_row(row, table.header, places, worries=catalogue, today=today)
        name = said.name if said else next((row.cells[at] for at, one in places.items() if one == "name"), "")
        if said is None:
            lines.append(PlannedLine(row.number, name, RowState.REFUSED, findings))
            continue
        name_key = said.country, folded_name(said.name)
        number = number_key(said.country, said.number)
        organisation = by_number.get(number) if number else by_name.get(name_key)
        if organisation is None and number:
            organisation = by_name.get(name_key)
        same = (organisation or number or name_key, said.date)
        if same in seen:
            again = Finding("repeats_row", row.number, "", {"other": seen[same]})
            lines.append(PlannedLine(row.number, name, RowState.UNCHANGED, (*findings, again)))
            continue
        seen[same] = row.number
        state = RowState.UNCHANGED if (organisation, said.date) in there else RowState.NEW
        lines.append(PlannedLine(row.number, name, state, findings, said, organisation))
    return TablePlan(columns, tuple(lines), table.findings)


def _plan_readings(
    table: Table, columns: TableColumns, programme_id: int | None, today: dt.date
) -> TablePlan:
    """A figure of a channel, measure and day counts once: the same again changes nothing, another one corrects it."""
    named = dict(Channel.objects.filter(programme=programme_id).values_list("name", "pk"))
    channels = {folded_name(name): pk for name, pk in named.items()}
    there = {
        (channel, measure, day): value
        for channel, measure, day, value in ChannelReading.objects.filter(
            channel__programme=programme_id
        ).values_list("channel", "measure", "day", "value")
    }
    stocks = {
        (channel, measure): (day, value)
        for (channel, measure, day), value in sorted(there.items(), key=lambda one: one[0][2])
        if Measure(measure).is_stock
    }
    lines, seen = [], dict[tuple[int, str, dt.date], PlannedLine]()
    for row in table.rows:
        said, findings = read_reading_row(row, table.header, columns.places, today=today)
        name = next((row.cells[at] for at, one in columns.places.items() if one == "channel"), "")
        channel = channels.get(folded_name(said.channel)) if said else None
        if said and channel is None:
            column = next(table.header[at] for at, one in columns.places.items() if one == "channel")
            known = ", ".join(sorted(named)) or "–"
            findings = (*findings, Finding("channel", row.number, column, {"value": name, "known": known}))
        if said is None or channel is None:
            lines.append(PlannedLine(row.number, name, RowState.REFUSED, findings))
            continue
        key = channel, said.measure, said.day
        if key in seen:
            first = seen[key]
            is_same = isinstance(first.said, ReadingRow) and first.said.value == said.value
            finding = Finding(
                "repeats_row" if is_same else "conflicts_with_row", row.number, "", {"other": first.number}
            )
            state = RowState.UNCHANGED if is_same else RowState.REFUSED
            lines.append(PlannedLine(row.number, name, state, (*findings, finding)))
            continue
        before = there.get(key)
        state = RowState.NEW if before is None else RowState.CHANGED
        if before == said.value:
            state = RowState.UNCHANGED
        last = stocks.get((channel, said.measure))
        if last and last[0] < said.day and last[1] > said.value:
            told: dict[str, str | int] = {"value": said.value, "before": last[1], "day": last[0].isoformat()}
            findings = (*findings, Finding("lower_than_before", row.number, "", told))
        seen[key] = PlannedLine(row.number, name, state, findings, said, channel=channel)
        lines.append(seen[key])
    return TablePlan(columns, tuple(lines), table.findings)
