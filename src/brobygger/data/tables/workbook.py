"""Excel workbooks (XLSX): counted before they are opened; the values of formulas, from the first sheet that shows."""

from __future__ import annotations

import datetime as dt
import io
import re
import warnings
from collections.abc import Iterator
from typing import Any

import openpyxl

from brobygger.data.documents.archive import Archive
from brobygger.data.documents.limits import Limits
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.tables.findings import Finding, TableError
from brobygger.data.tables.limits import TableLimits

BOOK = "xl/workbook.xml"
SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
CELL = re.compile(rb"<(?:\w+:)?c[ >/]")
WITHOUT_VALUE = re.compile(rb"</(?:\w+:)?f>\s*(?:</(?:\w+:)?c>|<(?:\w+:)?v\s*/>|<(?:\w+:)?v></)")
ROWS_ABOVE_LIMIT = 100_000  # empty rows between others are passed over, up to here
MEMBERS = 2_000
RATIO = 300  # unpacked over packed; a sheet of equal cells stays below 100
TOO_LARGE = frozenset(("archive_ratio", "archive_total", "archive_members"))


def read_workbook(data: bytes, limits: TableLimits) -> tuple[Iterator[tuple[int, list[str]]], list[Finding]]:
    """
    (number, cells) of each row, and notes: which sheet was read, formulas without a value.

    Raises:
        TableError: damaged, encrypted, or larger than the limits once unpacked.
    """
    findings = list(_look_inside(data, limits))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl names every feature that it leaves out
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        everything = list(book.worksheets)
        everything = list(book.worksheets)
        sheet = next((one for one in everything if one.sheet_state == "visible"), everything[0])
        sheet.reset_dimensions()  # what the file says of its size need not be true
        others = [other.title for other in everything if other is not sheet]
    except Exception as error:  # openpyxl raises whatever a damaged file makes it stumble over
        raise TableError("broken_workbook") from error
    if others:
        parameters: dict[str, str | int] = {"sheet": str(sheet.title), "others": ", ".join(others)[:200]}
        findings.append(Finding("sheet_used", parameters=parameters))
    return _rows(sheet, limits), findings


def _look_inside(data: bytes, limits: TableLimits) -> Iterator[Finding]:
    sizes = Limits(unpacked_bytes=limits.unpacked_bytes, ratio=RATIO, members=MEMBERS)
    cells, without_value = 0, False
    try:
        with Archive(data, sizes, "XLSX") as archive:
            for name in archive.names:
                content = archive.read(name)
                if SHEET.fullmatch(name):
                    cells += sum(1 for _ in CELL.finditer(content))
                    without_value = without_value or bool(WITHOUT_VALUE.search(content))
                    if cells > limits.workbook_cells:
                        raise TableError("too_many_cells", limit=limits.workbook_cells)
    except UnreadableError as error:
        raise TableError(
            "unpacks_too_large" if error.message_key in TOO_LARGE else "broken_workbook"
        ) from error
    if without_value:
        yield Finding("formulas_without_values")


def _rows(sheet: Any, limits: TableLimits) -> Iterator[tuple[int, list[str]]]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            rows = sheet.iter_rows(
                max_row=limits.rows + ROWS_ABOVE_LIMIT, max_col=limits.columns + 1, values_only=True
            )
            for number, cells in enumerate(rows, 1):
                yield number, [_text(cell) for cell in cells]
    except Exception as error:  # as above: it reads while we ask
        raise TableError("broken_workbook") from error


def _text(value: object) -> str:
    """What the cell shows: days as 2026-11-23, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dt.datetime):
        return value.date().isoformat() if value.time() == dt.time() else value.isoformat(" ", "minutes")
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return str(value)
