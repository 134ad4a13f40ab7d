"""Uploaded tables, and what their import would do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brobygger.apps.programmes.enums import ImportKind
from brobygger.apps.programmes.models import TableImport
from brobygger.apps.programmes.queries.candidate_import import plan_candidates
from brobygger.apps.programmes.queries.import_plan import ImportPlan
from brobygger.apps.programmes.queries.organisation_import import plan_organisations
from brobygger.apps.programmes.queries.table_columns import columns_of_table, missing_finding
from brobygger.data.tables import CANDIDATES, ORGANISATIONS, TableLimits, read_table

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
        columns: by header, what somebody said that it is; None or nothing: what was said of such a file before.
        rows: by number, which record somebody said that it is about.

    Raises:
        TableError: the table cannot be read.
    """
    column_set = COLUMNS[kind]
    table = read_table(content, column_set, limits=limits)
    found = columns_of_table(table, column_set, columns)
    needed = [("name", "alias")] if kind == ImportKind.CANDIDATES else []
    missing = missing_finding(found, language, one_of=needed)
    if missing:
        return ImportPlan(kind, found, (missing, *table.findings), ())
    plan = plan_organisations if kind == ImportKind.ORGANISATIONS else plan_candidates
    return plan(table, found, rows or {}, language=language)
