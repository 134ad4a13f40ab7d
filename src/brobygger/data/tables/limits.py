"""How much of a table is read before it is refused."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class TableLimits:
    """
    Upper bounds on one table.

    Args:
        file_bytes: of the file as it comes.
        unpacked_bytes: of all parts of an XLSX, counted while unpacking.
        workbook_cells: of an XLSX, counted before it is opened.
        rows: that hold something, below the header.
        columns: of a row.
        cell_characters: of one cell.
        seconds: that reading may take.
    """

    file_bytes: int = 10 * MEGABYTE
    unpacked_bytes: int = 100 * MEGABYTE
    workbook_cells: int = 2_000_000
    rows: int = 20_000
    columns: int = 200
    cell_characters: int = 100_000
    seconds: float = 60.0
