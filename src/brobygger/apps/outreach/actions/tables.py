"""Extracts of registers and visits of the past: uploaded, looked at, and imported as they were seen."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from django.db import transaction
from django.utils.timezone import localdate

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.actions import OrganisationDetails, save_organisation
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach.actions.companies import free_code
from brobygger.apps.outreach.enums import TableKind, VisitState
from brobygger.apps.outreach.models import (
    ChannelReading,
    OutreachTable,
    RegisteredCompany,
    Visit,
    VisitLanguage,
    VisitWorry,
)
from brobygger.apps.outreach.queries.tables import (
    COMPARED,
    PlannedLine,
    TablePlan,
    columns_of,
    plan_of_table,
)
from brobygger.apps.programmes.actions import add_members
from brobygger.apps.programmes.enums import RowState
from brobygger.apps.programmes.models import Programme
from brobygger.data.registers import RegisterRow, StatedNeed, VisitRow
from brobygger.data.tables import ReadingRow

KEPT = dt.timedelta(days=1)  # an upload that nobody imports
AT_ONCE = 500  # rows written by one statement
MAY_IMPORT: Mapping[TableKind, str] = {
    TableKind.REGISTER: "outreach.import_companies",
    TableKind.VISITS: "outreach.import_companies",
    TableKind.READINGS: "outreach.import_readings",
}
"""The permission that importing a kind of table takes."""


class TableGone(Exception):
    """The table was imported before; its content is gone."""


class TablePlanChanged(Exception):
    """The import would now do something else than what was looked at; nothing was written."""


@transaction.atomic
def upload_outreach_table(
    *,
    kind: TableKind,
    file_name: str,
    content: bytes,
    programme: Programme | None = None,
    by: User | None,
    at: dt.datetime,
) -> OutreachTable:
    """
    Keep a table to look at before it is imported. Uploads of more than a day ago that nobody imported go.

    Args:
        programme: that visits of the past are counted for, or whose channels the figures are of.

    Raises:
        PermissionDenied: `by` may not import.
    """
    check_may(by, MAY_IMPORT[kind])
    with all_rows():  # the old ones of everybody
        OutreachTable.objects.filter(imported_at=None, uploaded_at__lt=at - KEPT).delete()
    table = OutreachTable.objects.create(
        kind=kind,
        programme=programme,
        file_name=file_name[-200:],
        content=content,
        uploaded_at=at,
        uploaded_by=by,
    )
    changes = {"kind": kind, "bytes": len(content)}
    record(action="outreach.upload_outreach_table", subject=table, by=by, at=at, changes=changes)
    return table


@transaction.atomic
def choose_table_columns(
    *, table: OutreachTable, columns: Mapping[str, str], by: User | None, at: dt.datetime
) -> None:
    """
    Say what the columns of a table are.

    Args:
        columns: by header the name of a column, or "" to leave it out.

    Raises:
        PermissionDenied: `by` may not import.
    """
    check_may(by, MAY_IMPORT[TableKind(table.kind)])
    said = {**table.column_choices, **columns}
    if said == table.column_choices:
        return
    table.column_choices = said
    table.save(update_fields=["column_choices"])
    record(action="outreach.choose_table_columns", subject=table, by=by, at=at, changes={"columns": said})


@transaction.atomic
@all_rows()  # a row may be about a record that `by` does not see
def import_outreach_table(
    *, table: OutreachTable, seen: str | None, language: str, by: User | None, at: dt.datetime
) -> TablePlan:
    """
    Import a table as it was looked at: rows that cannot be are left out, all others are written.

    Args:
        seen: `TablePlan.digest` of what was looked at; None: nobody looked.

    Raises:
        TableGone: somebody was faster.
        PermissionDenied: `by` may not import.
        TablePlanChanged: it would do something else now; nothing was written.
        TableError: the table cannot be read.
    """
    check_may(by, MAY_IMPORT[TableKind(table.kind)])
    table = OutreachTable.objects.select_for_update().select_related(None).get(pk=table.pk)
    if table.imported_at:
        raise TableGone(table.file_name)
    plan = plan_of_table(table, language=language, today=localdate(at))
    if seen is not None and plan.digest != seen:
        raise TablePlanChanged(table.file_name)
    if table.kind == TableKind.REGISTER:
        _write_companies(plan, at)
    elif table.kind == TableKind.READINGS:
        _write_readings(plan, by, at)
    elif table.programme:
        _write_visits(plan, table.programme, by, at)
    table.content, table.imported_at, table.counts = b"", at, plan.counts
    table.save()
    changes = {"kind": table.kind, "counts": plan.counts, "digest": plan.digest}
    record(action="outreach.import_outreach_table", subject=table, by=by, at=at, changes=changes)
    return plan


def _write_companies(plan: TablePlan, at: dt.datetime) -> None:
    rows = [
        RegisteredCompany(
            country=one.said.country, number=one.said.number, seen_at=at, **columns_of(one.said)
        )
        for one in plan.lines
        if isinstance(one.said, RegisterRow)
    ]
    RegisteredCompany.objects.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["country", "number"],
        update_fields=[*COMPARED, "seen_at"],
    )


def _write_readings(plan: TablePlan, by: User | None, at: dt.datetime) -> None:
    rows = [
        ChannelReading(
            channel_id=one.channel,
            measure=one.said.measure,
            day=one.said.day,
            value=one.said.value,
            noted_at=at,
            noted_by=by,
        )
        for one in plan.lines
        if isinstance(one.said, ReadingRow) and one.channel and one.state in (RowState.NEW, RowState.CHANGED)
    ]
    ChannelReading.objects.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["channel", "measure", "day"],
        update_fields=["value", "noted_at", "noted_by"],
    )


def _write_visits(plan: TablePlan, programme: Programme, by: User | None, at: dt.datetime) -> None:
    organisations: list[Organisation] = []
    added: dict[tuple[str, str], Organisation] = {}
    visits: list[tuple[Visit, VisitRow]] = []
    for line in plan.lines:
        if line.state != RowState.NEW or not isinstance(line.said, VisitRow):
            continue
        organisation = _organisation(line, line.said, added, at)
        organisations.append(organisation)
        visit = Visit(
            programme=programme,
            organisation=organisation,
            state=VisitState.DONE,
            visited_on=line.said.date,
            needs=line.said.needs,
            is_imported=True,
            written_at=at,
            written_by=by,
        )
        visits.append((visit, line.said))
    Visit.objects.bulk_create([visit for visit, _ in visits], batch_size=AT_ONCE)
    VisitWorry.objects.bulk_create(
        [VisitWorry(visit=visit, code=code) for visit, said in visits for code in said.worries],
        batch_size=AT_ONCE,
    )
    VisitLanguage.objects.bulk_create(
        [one for visit, said in visits for one in _languages(visit, said)], batch_size=AT_ONCE
    )
    add_members(programme=programme, organisations=organisations, by=by, at=at)


def _organisation(
    line: PlannedLine, said: VisitRow, added: dict[tuple[str, str], Organisation], at: dt.datetime
) -> Organisation:
    if line.organisation is not None:
        return Organisation.objects.get(pk=line.organisation)
    key = said.country, said.number or said.name.casefold()
    if key not in added:
        details = OrganisationDetails(
            name=said.name,
            country=said.country,
            place_name=said.place,
            industry=said.industry,
            registered_number=said.number,
        )
        added[key] = save_organisation(code=free_code(said.name), details=details, by=None, at=at)
    return added[key]


def _languages(visit: Visit, said: VisitRow) -> list[VisitLanguage]:
    stated = {(one.code, one.task): one for one in said.stated}
    real = {(one.code, one.task): one for one in said.real}
    return [
        VisitLanguage(
            visit=visit,
            code=code,
            task=task,
            is_stated_said=(code, task) in stated,
            stated_level=_level(stated.get((code, task))),
            is_real_said=(code, task) in real,
            real_level=_level(real.get((code, task))),
        )
        for code, task in dict.fromkeys((*stated, *real))
    ]


def _level(need: StatedNeed | None) -> str:
    return need.level.value if need and need.level else ""
