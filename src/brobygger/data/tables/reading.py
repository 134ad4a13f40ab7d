"""A table out of the bytes of a CSV or XLSX file: a header, rows with their numbers, and what is wrong with them."""

from __future__ import annotations

import csv
import re
import time
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from brobygger.data.documents.archive import ZIP_START, zip_names
from brobygger.data.documents.encoding import BYTE_ORDER_MARKS, is_text, unmarked_utf16
from brobygger.data.tables.columns import ColumnSet
from brobygger.data.tables.findings import Finding, TableError
from brobygger.data.tables.limits import MEGABYTE, TableLimits
from brobygger.data.tables.workbook import BOOK, read_workbook

SEPARATORS = (";", ",", "\t", "|")
OLE_START = b"\xd0\xcf\x11\xe0"  # XLS, and workbooks with a password
HEADER_WITHIN = 10  # rows: a title may stand above the header
LOOK_AT = 5_000  # characters that tell the separator
CHECK_TIME_EVERY = 200  # rows
SPREADSHEET_ERRORS = frozenset(("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"))
# controls, marks that turn the direction of what follows, and signs that are no characters; joiners of emoji and the
# plain direction marks of right-to-left text stay
REMOVED = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\uffff\ud800-\udfff]"
)
HARMLESS = re.compile(r"'[=+\-@]")  # what `writing.harmless` puts before a cell
SPACES = re.compile(r"[\t\xa0\u2000-\u200a\u202f\u205f\u3000]")
BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Row:
    """A row as a spreadsheet numbers it; the cells are those of the header's columns."""

    number: int
    cells: tuple[str, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """
    Args:
        header: texts of the columns, as they stand there.
        rows: those that hold something.
        findings: notes about the table as a whole.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Raw:
    number: int
    cells: Sequence[str]
    findings: tuple[Finding, ...] = ()


def read_table(data: bytes, columns: ColumnSet, *, limits: TableLimits = TableLimits()) -> Table:
    """
    Read a table.

    Args:
        data: a CSV file with any separator, in UTF-8, UTF-16, Windows-1252 or ISO 8859-1; or an XLSX workbook.
        columns: tell the header from what stands above it.

    Raises:
        TableError: it cannot be read as a whole. A bad row is a finding of that row.
    """
    if len(data) > limits.file_bytes:
        raise TableError("too_large", limit=max(1, limits.file_bytes // MEGABYTE))
    if not data.strip(b"\0 \r\n\t\xef\xbb\xbf"):
        raise TableError("empty")
    if data.startswith(OLE_START):
        raise TableError("old_excel")
    if data.startswith(ZIP_START):
        if BOOK not in zip_names(data):
            raise TableError("not_a_table")
        raw: Iterator[_Raw]
        cells, findings = read_workbook(data, limits)
        raw = (_Raw(number, row) for number, row in cells)
    else:
        text, odd, findings = _decoded(data)
        raw = _csv_rows(text, odd, columns)
    return _table(raw, findings, columns, limits)


def clean(cell: str) -> tuple[str, bool]:
    """A cell without control characters, and whether it had some."""
    if cell.isascii() and cell.isprintable() and not cell.startswith("'"):
        return cell.strip(), False  # most cells, and all that is below leaves them alone
    bare = REMOVED.sub("", cell)
    removed = bare != cell
    if HARMLESS.match(bare):
        bare = bare[1:]
    lines = SPACES.sub(" ", BREAKS.sub("\n", bare)).split("\n")
    return unicodedata.normalize("NFC", "\n".join(line.strip() for line in lines).strip()), removed


def _table(raw: Iterator[_Raw], findings: list[Finding], columns: ColumnSet, limits: TableLimits) -> Table:
    end = time.monotonic() + limits.seconds
    first: list[_Raw] = []
    for row in raw:
        if any(cell.strip() for cell in row.cells):
            first.append(row)
        if len(first) == HEADER_WITHIN:
            break
    if not first:
        raise TableError("empty")
    known = [sum(columns.knows(cell) for cell in row.cells) for row in first]
    at = known.index(max(known))  # of equals the first; where none is known, the first row
    header = [clean(cell)[0].replace("\n", " ") for cell in first[at].cells]
    while header and not header[-1]:
        header.pop()
    if len(header) > limits.columns:
        raise TableError("too_many_columns", limit=limits.columns)
    if at:
        findings.append(Finding("lines_above", parameters={"number": first[at].number}))
    rows: list[Row] = []
    for count, row in enumerate(_chain(first[at + 1 :], raw)):
        if count % CHECK_TIME_EVERY == 0 and time.monotonic() > end:
            raise TableError("too_slow", limit=int(limits.seconds))
        if not any(cell.strip() for cell in row.cells):
            continue
        if len(rows) == limits.rows:
            raise TableError("too_many_rows", limit=limits.rows)
        rows.append(_row(row, header, limits))
    if not rows:
        raise TableError("no_rows")
    return Table(tuple(header), tuple(rows), tuple(findings))


def _chain(first: list[_Raw], rest: Iterator[_Raw]) -> Iterator[_Raw]:
    yield from first
    yield from rest


def _row(raw: _Raw, header: list[str], limits: TableLimits) -> Row:
    cells, findings = [], list(raw.findings)
    for place, name in enumerate(header):
        given = raw.cells[place] if place < len(raw.cells) else ""
        if len(given) > limits.cell_characters:
            parameters: dict[str, str | int] = {"length": len(given), "limit": limits.cell_characters}
            findings.append(Finding("too_long", raw.number, name, parameters))
            given = ""
        cell, had_controls = clean(given)
        if had_controls:
            findings.append(Finding("control_characters", raw.number, name))
        if cell in SPREADSHEET_ERRORS:
            findings.append(Finding("spreadsheet_error", raw.number, name, {"value": cell}))
        cells.append(cell)
    if any(cell.strip() for cell in raw.cells[len(header) :]):
        parameters = {"found": len(raw.cells), "expected": len(header)}
        findings.append(Finding("extra_cells", raw.number, "", parameters))
    return Row(raw.number, tuple(cells), tuple(findings))


def _decoded(data: bytes) -> tuple[str, frozenset[int], list[Finding]]:
    """The text, numbers of its lines (from 1) that are written in another encoding than the rest, and a note."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            if encoding != "utf-8":
                return data[len(mark) :].decode(encoding, "replace"), frozenset(), []
            data = data[len(mark) :]
            break
    wide = unmarked_utf16(data)
    if wide:
        return data.decode(wide, "replace"), frozenset(), [_encoding("UTF-16")]
    if not is_text(data):
        raise TableError("not_a_table")
    try:
        return data.decode("utf-8"), frozenset(), []
    except UnicodeDecodeError:
        return _line_by_line(data)


def _line_by_line(data: bytes) -> tuple[str, frozenset[int], list[Finding]]:
    texts: list[str] = []
    wide, narrow = set(), set()
    encoding = "Windows-1252"
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        try:
            text = line.decode("utf-8")
            if not line.isascii():
                wide.add(number)
        except UnicodeDecodeError:
            narrow.add(number)
            try:
                text = line.decode("cp1252")
            except UnicodeDecodeError:  # five bytes mean nothing in Windows-1252
                text, encoding = line.decode("latin-1"), "ISO 8859-1"
        texts.append(text)
    odd = min(wide, narrow, key=len)
    return "".join(texts), frozenset(odd), [_encoding("UTF-8" if odd is narrow and wide else encoding)]


def _encoding(name: str) -> Finding:
    return Finding("encoding", parameters={"encoding": name})


def _csv_rows(text: str, odd: frozenset[int], columns: ColumnSet) -> Iterator[_Raw]:
    csv.field_size_limit(
        max(csv.field_size_limit(), len(text) + 1)
    )  # of the whole process: never less than it was
    text = text.replace("\0", "\x01")  # a control character like others, but one that the reader of CSV bears
    lines = _lines(text)
    above = 0
    separator = _separator(text, columns)
    if lines and (
        declared := re.fullmatch(r'"?sep=(.)"?\s*', lines[0], re.IGNORECASE)
    ):  # Excel's own first line
        separator, above, lines = declared[1], 1, lines[1:]
    reader = csv.reader(lines, delimiter=separator)
    start = 0
    for number, cells in enumerate(reader, 1 + above):
        stop = reader.line_num
        findings = []
        if any(line in odd for line in range(start + 1 + above, stop + 1 + above)):
            findings.append(Finding("mixed_encoding", number))
        raw = lines[start:stop]
        if any('"' in line for line in raw) and not _is_well_quoted(raw, separator):
            findings.append(Finding("broken_quotes", number))
        start = stop
        yield _Raw(number, cells, tuple(findings))


def _lines(text: str) -> list[str]:
    """Lines as the bytes were parted: at line feeds and carriage returns, nowhere else."""
    return re.findall(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+", text)


def _is_well_quoted(lines: list[str], separator: str) -> bool:
    try:
        return len(list(csv.reader(lines, delimiter=separator, strict=True))) <= 1
    except csv.Error:
        return False


def _separator(text: str, columns: ColumnSet) -> str:
    """The one by which most columns are recognised; of equals the one that makes most of them."""
    start = text[:LOOK_AT]

    def worth(separator: str) -> tuple[int, int]:
        rows = list(csv.reader(_lines(start), delimiter=separator))[:HEADER_WITHIN]
        best = max(rows, key=lambda row: sum(map(columns.knows, row)), default=[])
        return sum(map(columns.knows, best)), len(best)

    return max(SEPARATORS, key=worth)
