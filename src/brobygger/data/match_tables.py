"""Matches out as CSV, JSON lines, Excel or Parquet: the same columns, and the same bytes for the same matches."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any, TypeAlias

from openpyxl import Workbook

from brobygger.data.workbooks import save_workbook

Row: TypeAlias = Mapping[str, Any]
COLUMNS = (
    "opportunity", "title", "rank", "candidate", "score", "matched", "partly", "missing", "unknown", "parts",
)  # fmt: skip


class UnknownFormat(ValueError):
    """The file's ending is none that matches can be written in. The message lists those."""


def write_matches(path: Path, rows: Iterable[Row]) -> int:
    """
    Write rows of `COLUMNS` in the format of the file's ending; returns how many.

    The file is written beside its place and renamed: a stop leaves no half file.

    Raises:
        UnknownFormat: an ending other than csv, jsonl, xlsx or parquet, or Parquet without pyarrow.
    """
    check_format(path)
    kept = list(rows)
    temporary = path.with_name(path.name + ".part")
    WRITERS[path.suffix](temporary, kept)
    temporary.replace(path)
    return len(kept)


def check_format(path: Path) -> None:
    """Say that the ending will not do before any work is done. Raises as `write_matches`."""
    if path.suffix not in WRITERS:
        raise UnknownFormat(
            f"{path}: matches are written as {', '.join(WRITERS)}, not {path.suffix or 'without ending'}"
        )
    if path.suffix == ".parquet":
        try:
            import_module("pyarrow")  # an optional extra
        except ImportError as error:
            raise UnknownFormat(f"{path}: Parquet needs the extra brobygger[parquet]") from error


def _flat(row: Row) -> dict[str, Any]:
    """One cell per column: lists become lines, parts "skills 0.82"."""
    flat: dict[str, Any] = {}
    for column in COLUMNS:
        value = row[column]
        if isinstance(value, Mapping):
            value = "; ".join(
                f"{name} {'?' if share is None else f'{share:.2f}'}" for name, share in value.items()
            )
        elif isinstance(value, list | tuple):
            value = "\n".join(value)
        flat[column] = value
    return flat


def _csv(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as out:  # the mark makes Excel read it as UTF-8
        writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(_flat(row) for row in rows)


def _jsonl(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8") as out:
        for row in rows:
            out.write(json.dumps({column: row[column] for column in COLUMNS}, ensure_ascii=False) + "\n")


def _xlsx(path: Path, rows: list[Row]) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("matches")
    sheet.append(list(COLUMNS))
    for row in rows:
        # a text that starts like a formula stays a text
        sheet.append(
            [
                f"'{value}" if isinstance(value, str) and value[:1] in "=+-@" else value
                for value in _flat(row).values()
            ]
        )
    save_workbook(book, path)


def _parquet(path: Path, rows: list[Row]) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    flat = [_flat(row) for row in rows]
    types = {"rank": pa.int32(), "score": pa.float64()}
    schema = pa.schema([(column, types.get(column, pa.string())) for column in COLUMNS])
    pq.write_table(pa.Table.from_pylist(flat, schema=schema), path)


WRITERS: Mapping[str, Callable[[Path, list[Row]], None]] = {
    ".csv": _csv,
    ".jsonl": _jsonl,
    ".xlsx": _xlsx,
    ".parquet": _parquet,
}
