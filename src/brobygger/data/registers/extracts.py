"""The bytes of an extract to a table: CSV, XLSX, or the JSON that registers answer with."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from brobygger.data.tables.columns import ColumnSet, folded
from brobygger.data.tables.findings import TableError
from brobygger.data.tables.limits import TableLimits
from brobygger.data.tables.reading import Row, Table, clean, read_table

WRAPPERS: Final = (
    "_embedded",
    "enheter",
    "hits",
    "data",
    "results",
    "items",
    "companies",
    "foretag",
    "företag",
)
"""Keys under which registers keep the list of what was found."""
OBJECTS: Final = ("_source", "Vrvirksomhed")
"""Keys around each one of the list."""
DEEPEST: Final = 6
FIRST: Final = (
    50  # objects whose keys are all told, for a person to say what they are; of the rest the known ones
)


def read_extract(data: bytes, columns: ColumnSet, *, limits: TableLimits = TableLimits()) -> Table:
    """
    Read an extract of a register.

    Of nested JSON a column is known by its path (`naeringskode1.kode`), of lists the first counts.

    Args:
        data: CSV, XLSX, or JSON: a list of objects, a register's own answer around it, or one object a line.

    Raises:
        TableError: it cannot be read as a whole, or holds no company.
    """
    text = data.lstrip(b"\xef\xbb\xbf \r\n\t")
    if text[:1] in (b"[", b"{"):
        if len(data) > limits.file_bytes:
            raise TableError("too_large", limit=max(1, limits.file_bytes // 1_000_000))
        return _table(text, columns, limits)
    try:
        return read_table(data, columns, limits=limits)
    except TableError as error:
        if error.finding.key == "no_rows":
            raise TableError("no_companies") from error
        raise


def _table(text: bytes, columns: ColumnSet, limits: TableLimits) -> Table:
    objects = _objects(text, columns)
    if not objects:
        raise TableError("no_companies")
    if len(objects) > limits.rows:
        raise TableError("too_many_rows", limit=limits.rows)
    flat = [cells_of(one) for one in objects]
    header = _header(flat, columns, limits.columns)
    rows = tuple(
        Row(number, tuple(clean(one.get(key, "")[: limits.cell_characters])[0] for key in header))
        for number, one in enumerate(flat, 1)
    )
    return Table(header, rows)


def _header(flat: Sequence[Mapping[str, str]], columns: ColumnSet, most: int) -> tuple[str, ...]:
    """Every key that is known, and so many others that a person may have to say what they are."""
    keys = dict.fromkeys(
        key for number, one in enumerate(flat) for key in one if number < FIRST or columns.knows(key)
    )
    others = [key for key in keys if not columns.knows(key)]
    too_many = set(others[max(0, most - (len(keys) - len(others))) :])
    return tuple(key for key in keys if key not in too_many)


def _objects(text: bytes, columns: ColumnSet) -> list[Mapping[str, Any]]:
    try:
        decoded = text.decode("utf-8")
    except UnicodeDecodeError as error:
        raise TableError("not_a_table") from error
    try:
        found: Any = json.loads(decoded)
    except (ValueError, RecursionError):
        try:
            found = [json.loads(line) for line in decoded.splitlines() if line.strip()]
        except (ValueError, RecursionError) as error:
            raise TableError("json") from error
    for _level in range(DEEPEST):
        if isinstance(found, list):
            break
        key = _wrapper(found, columns)
        if key is None:
            # Enhetsregisteret leaves the list out when it found nothing
            if isinstance(found, dict) and ("page" in found or "_links" in found):
                return []
            found = [found] if isinstance(found, dict) and len(found) > 1 else None
            break
        found = found[key]
    if not isinstance(found, list) or not all(isinstance(one, dict) for one in found):
        raise TableError("json")
    return [_bare(one) for one in found]


def _wrapper(found: Any, columns: ColumnSet) -> str | None:
    """The key that the list stands under: a known one, or the only list of objects in what is no company itself."""
    if not isinstance(found, dict):
        return None
    lists = [
        key
        for key, value in found.items()
        if isinstance(value, list) and value and isinstance(value[0], dict)
    ]
    is_company = any(columns.knows(key) for key in found)
    alone = lists[0] if len(lists) == 1 and not is_company else None
    return next((one for one in WRAPPERS if one in found), alone)


def _bare(one: Mapping[str, Any]) -> Mapping[str, Any]:
    for key in OBJECTS:
        if isinstance(one.get(key), dict):
            one = one[key]
    return one


def cells_of(company: Mapping[str, Any]) -> dict[str, str]:
    """A company of nested JSON as cells by path; of lists the first counts."""
    return dict(_cells(company))


def _cells(value: Any, path: str = "", depth: int = 0) -> Iterator[tuple[str, str]]:
    if isinstance(value, Mapping) and depth < DEEPEST:
        for key, inner in value.items():
            yield from _cells(inner, f"{path}.{key}" if path else str(key), depth + 1)
    elif isinstance(value, list):
        if value:
            yield from _cells(value[0], path, depth + 1)
    elif isinstance(value, bool):
        yield path, "1" if value else "0"
    elif value is not None and folded(path):
        yield path, str(value)
