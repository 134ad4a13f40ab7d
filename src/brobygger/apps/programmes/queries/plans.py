"""Uploaded tables, and what their import would do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brobygger.apps.programmes.enums import ImportKind
from brobygger.apps.programmes.models import TableImport
from brobygger.apps.programmes.queries.candidate_import import plan_candidates
from brobygger.apps.programmes.queries.import_plan import ImportPlan
from brobygger.apps.programmes.queries.organisation_import import plan_organisations
from brobygger.data.tables import (
    CANDIDATES,
    ORGANISATIONS,
    Finding,
    TableLimits,
    missing_columns,
    read_table,
    recognise,
)

COLUMNS: Final = {ImportKind.ORGANISATIONS: ORGANISATIONS, ImportKind.CANDIDATES: CANDIDATES}
"""The columns of each kind of table."""


def upload_by_id(kind: ImportKind, pk: int) -> TableImport | None:
    """A table of this kind that waits to be imported."""
    return TableImport.objects.filter(pk=pk, kind=kind, imported_at=None).first()


def plan_of(upload: TableImport, *, language: str) -> ImportPlan:
    """
    What the import of an uploaded table would do. How large the file may be was asked when it was uploaded.

    Raises:
        TableError: the table cannot be read.
    """
    content = bytes(upload.content)
    return plan_table(
        ImportKind(upload.kind),
        content,
        columns=upload.column_choices,
        rows=upload.row_choices,
        language=language,
        limits=TableLimits(file_bytes=len(content)),
    )


def plan_table(
    kind: ImportKind,
    content: bytes,
    *,
    columns: Mapping[str, str] | None = None,
    rows: Mapping[str, str] | None = None,
    language: str,
    limits: TableLimits = TableLimits(),
) -> ImportPlan:
    """
    What the import of a table would do; without rows where a column is missing that every row needs.

    Args:
        columns: by header, what somebody said that it is.
        rows: by number, which record somebody said that it is about.

    Raises:
        TableError: the table cannot be read.
    """
    column_set = COLUMNS[kind]
    table = read_table(content, column_set, limits=limits)
    places = recognise(table.header, column_set, columns)
    missing = missing_columns(places.values(), column_set)
    if kind == ImportKind.CANDIDATES and not {"name", "alias"} & set(places.values()):
        missing = [column_set.by_name["name"]]
    if missing:
        parameters: dict[str, str | int] = {
            "missing": ", ".join(column.label.text(language) for column in missing),
            "found": ", ".join(filter(None, table.header))[:300],
        }
        findings = (Finding("missing_columns", parameters=parameters), *table.findings)
        return ImportPlan(kind, table.header, places, findings, ())
    plan = plan_organisations if kind == ImportKind.ORGANISATIONS else plan_candidates
    return plan(table, places, rows or {}, language=language)
