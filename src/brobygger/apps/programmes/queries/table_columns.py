"""Which column of a table is what: as its headers say, as somebody said, or as was said of such a file before."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from brobygger.apps.programmes.models import KeptColumns
from brobygger.data.tables import ColumnSet, Finding, Table, missing_columns, propose, recognise
from brobygger.data.tables.columns import folded

FIRST_ROWS: Final = 50  # that a proposal is made from
MOST_KEPT: Final = 200  # of one sort, that are looked through


@dataclass(frozen=True)
class TableColumns:
    """
    The columns of one table.

    Args:
        header: of the table.
        rows: cells of its first rows.
        places: which place of the header holds which column.
        columns: the sort of table.
        kept: what was said of such a file before, if that was used.
    """

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    places: Mapping[int, str]
    columns: ColumnSet
    kept: KeptColumns | None = None

    @cached_property
    def proposed(self) -> dict[int, str]:
        """What the other places may hold. Nothing is read by it."""
        return propose(self.header, self.rows, self.places, self.columns)


def columns_of_table(table: Table, columns: ColumnSet, said: Mapping[str, str] | None) -> TableColumns:
    """
    Which column of a table is what. One query at most.

    Args:
        said: by header, what somebody said that it is; None or nothing: what was kept of such a file.
    """
    kept = None if said else kept_for(columns, table.header)
    places = recognise(table.header, columns, said or (kept.choices if kept else None))
    first = tuple(row.cells for row in table.rows[:FIRST_ROWS])
    return TableColumns(table.header, first, places, columns, kept)


def missing_finding(
    found: TableColumns, language: str, *, one_of: Iterable[Iterable[str]] = ()
) -> Finding | None:
    """
    That columns are missing without which no row can be read.

    Args:
        one_of: groups of columns of which one is needed; the first is named.
    """
    there = set(found.places.values())
    missing = missing_columns(there, found.columns)
    for group in one_of:
        names = list(group)
        if not there & set(names):
            missing.append(found.columns.by_name[names[0]])
    if not missing:
        return None
    parameters: dict[str, str | int] = {
        "missing": ", ".join(column.label.text(language) for column in missing),
        "found": ", ".join(filter(None, found.header))[:300],
    }
    return Finding("missing_columns", parameters=parameters)


def kept_for(columns: ColumnSet, header: Iterable[str]) -> KeptColumns | None:
    """
    What was said of a file with these columns: of the latest whose columns all stand here, that which names most.

    Headers that were to be left out may be missing, and others may have come.
    """
    here = set(header)
    best: tuple[int, KeptColumns] | None = None
    for one in kept_columns(columns.name)[:MOST_KEPT]:
        named = {text for text, name in one.choices.items() if name}
        if named and named <= here and (best is None or len(named) > best[0]):
            best = len(named), one
    return best[1] if best else None


def kept_columns(sort: str) -> list[KeptColumns]:
    """What was said of the files of one sort, the latest first."""
    return list(KeptColumns.objects.filter(sort=sort).select_related("kept_by"))


def kept_columns_by_id(sort: str, pk: int) -> KeptColumns | None:
    return KeptColumns.objects.filter(pk=pk, sort=sort).first()


def digest_of_header(header: Iterable[str]) -> str:
    """Tells files with other columns apart, whatever their order, capitals and signs."""
    return hashlib.sha256("\n".join(sorted(map(folded, header))).encode()).hexdigest()
