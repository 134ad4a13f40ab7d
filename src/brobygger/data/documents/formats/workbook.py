"""Excel workbooks (XLSX): the first sheet with a header; see `records.entry` for the columns."""

from __future__ import annotations

import datetime as dt
import io
import warnings
from collections.abc import Iterator

from brobygger.data.documents.archive import Archive, zip_names
from brobygger.data.documents.formats.rows import Row, read_rows
from brobygger.data.documents.problem import UnreadableError
from brobygger.data.documents.source import Format, Items, Options, Source

NAME = "XLSX"
BOOK = "xl/workbook.xml"
MOST_COLUMNS = 200
MOST_ROWS = 200_000


def accepts(data: bytes) -> bool:
    return BOOK in zip_names(data)


def read(source: Source, options: Options) -> Items:
    with Archive(source.data, options.limits, NAME) as archive:
        for name in archive.names:  # counts what the file unpacks to before anyone else unpacks it
            archive.read(name)
    yield from read_rows(_rows(source.data), source, options, unit="row", strict=False)


def _rows(data: bytes) -> Iterator[tuple[int, Row]]:
    import openpyxl  # takes 12 MB: only where there is a workbook

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl names every feature that it leaves out
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
            sheet = book.worksheets[0]
            rows = sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)
            for number, fields in enumerate(rows, start=1):
                yield number, [_plain(field) for field in fields]
    except Exception as error:
        raise UnreadableError("broken_file", format=NAME) from error


def _plain(value: object) -> object:
    """Dates as ISO 8601 text, whole numbers without a decimal point."""
    if isinstance(value, dt.datetime | dt.date):
        return value.isoformat()
    return int(value) if isinstance(value, float) and value.is_integer() else value


FORMAT = Format(NAME, (".xlsx", ".xlsm"), accepts, read, is_collection=True)
