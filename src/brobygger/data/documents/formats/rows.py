"""Rows of a table with a header, whatever file they come from, to documents."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from brobygger.core.reading.data import Document
from brobygger.data.documents.problem import Problem, UnreadableError
from brobygger.data.documents.records import entry as record
from brobygger.data.documents.source import Items, Options, Source

Row = Sequence[object]


def read_rows(
    rows: Iterable[tuple[int, Row]], source: Source, options: Options, *, unit: str, strict: bool
) -> Items:
    """
    Args:
        rows: (line or row number, fields); the first row that is not empty is the header.
        unit: "line" or "row", for messages.
        strict: refuse a row of another length than the header (a spreadsheet pads its rows instead).
    """
    header: list[str] = []
    found = False
    for number, fields in rows:
        if not any(str(field if field is not None else "").strip() for field in fields):
            continue
        if not header:
            header = [str(field if field is not None else "").strip() for field in fields]
            yield from _check(header, source, options)
            continue
        found = True
        one = source.entry(unit, number)
        if strict and len(fields) != len(header):
            yield one.problem("field_count", found=len(fields), expected=len(header))
            continue
        values = {
            name: value
            for name, value in zip(header, fields, strict=False)
            if name and value not in (None, "")
        }
        yield from _read_row(values, one, options)
    if not found:
        raise UnreadableError("no_entries")


def _check(header: list[str], source: Source, options: Options) -> Items:
    """Unknown columns are named once; a table without a text column is no table of ours."""
    mapped, unknown = record.known_fields(dict.fromkeys(header, ""), options)
    if not {"text", "html"} & mapped.keys():
        raise UnreadableError("missing_column", column="text", found=", ".join(filter(None, header))[:200])
    if unknown:
        yield source.problem("unknown_columns", columns=", ".join(unknown))


def _read_row(values: dict[str, object], source: Source, options: Options) -> Items:
    try:
        for item in record.read(values, source, options):
            if isinstance(item, Document) or item.message_key != "unknown_columns":
                yield item
    except UnreadableError as error:
        yield Problem(source.name, source.where, error.message_key, error.parameters)
