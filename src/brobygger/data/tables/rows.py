"""A row's cells to the values of its columns, with what is wrong of each."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from brobygger.data.tables.cells import CellError
from brobygger.data.tables.columns import ColumnSet
from brobygger.data.tables.findings import Finding
from brobygger.data.tables.reading import Row

Reads: TypeAlias = Mapping[str, Callable[[str], Any]]


def read_cells(
    row: Row, header: tuple[str, ...], places: Mapping[int, str], columns: ColumnSet, reads: Reads
) -> tuple[dict[str, Any], list[Finding]]:
    """
    The values of a row by column, without those of empty cells; and what is wrong.

    Args:
        places: which place of the header holds which column.
        reads: for each column what makes a value of a cell.
    """
    values: dict[str, Any] = {}
    own = {header[place] for place in places}
    findings = [one for one in row.findings if not one.column or one.column in own]
    for place, name in places.items():
        cell = row.cells[place]
        if not cell or any(one.column == header[place] and not one.is_note for one in findings):
            continue
        try:
            values[name] = reads[name](cell)
        except CellError as error:
            findings.append(Finding(error.key, row.number, header[place], error.parameters))
    wrong = {one.column for one in findings}
    for place, name in places.items():
        if columns.by_name[name].is_required and not row.cells[place] and header[place] not in wrong:
            findings.append(Finding("required", row.number, header[place]))
    return values, findings
