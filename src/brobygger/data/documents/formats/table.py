"""CSV and TSV with a header; see `records.entry` for the columns."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from brobygger.data.documents.encoding import decode
from brobygger.data.documents.formats.rows import read_rows
from brobygger.data.documents.problem import UnreadableError, Where
from brobygger.data.documents.source import Format, Items, Options, Source

SEPARATORS = ("\t", ";", ",", "|")
LONGEST_FIELD = 5_000_000  # characters; far above the limit on one text


def read(source: Source, options: Options) -> Items:
    decoded = decode(source.data)
    if decoded.warning:
        yield source.problem(decoded.warning, **decoded.parameters)
    yield from read_rows(_rows(decoded.text), source, options, unit="line", strict=True)


def _rows(text: str) -> Iterator[tuple[int, Sequence[str]]]:
    """(number of the row's first line, fields)."""
    csv.field_size_limit(LONGEST_FIELD)
    text = text.replace("\0", "")
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    start = 1
    try:
        for fields in lines:
            yield start, fields
            start = lines.line_num + 1
    except csv.Error as error:
        raise UnreadableError("broken_file", where=Where("line", start), format="CSV") from error


def _separator(text: str) -> str:
    """The one that the header has most of."""
    header = text.lstrip("\r\n").partition("\n")[0]
    return max(SEPARATORS, key=header.count)


FORMAT = Format("CSV", (".csv", ".tsv", ".tab"), None, read, is_collection=True)
