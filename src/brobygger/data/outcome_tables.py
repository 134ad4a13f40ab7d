"""What came of matches, from files: outcomes and the parts of each match as CSV or JSON lines, with bad rows named."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeAlias

from brobygger.core.matching import LabelledPair, Part, Stage

Pair: TypeAlias = tuple[str, str]  # opportunity, candidate
Parts: TypeAlias = Mapping[Part, float | None]
LARGEST = 200_000_000  # bytes of one file


class BadRows(Exception):
    """Rows that cannot be read. `problems` names each by file and number; nothing of the file is used."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Labelled:
    """Pairs with outcome and parts, and the outcomes that no match belongs to, both by opportunity and candidate."""

    pairs: tuple[LabelledPair, ...]
    unmatched: tuple[Pair, ...]


def read_labelled(outcomes: Path, matches: Path) -> Labelled:
    """
    Outcomes joined to the matches that they are about.

    Args:
        outcomes: rows of opportunity, candidate and outcome (rejected, invited, dated_again, hired). Of several rows
            about one pair the furthest counts.
        matches: as `brobygger match` writes them, in CSV or JSON lines.

    Raises:
        BadRows: of both files, naming all of them.
    """
    problems: list[str] = []
    stages = _read(outcomes, ("opportunity", "candidate", "outcome"), _stage, max, problems)
    parts = _read(matches, ("opportunity", "candidate", "parts"), _parts, lambda one, _other: one, problems)
    if problems:
        raise BadRows(problems)
    pairs = [
        LabelledPair(*pair, parts[pair], list(Stage)[stages[pair]])
        for pair in sorted(stages)
        if pair in parts
    ]
    return Labelled(tuple(pairs), tuple(sorted(set(stages) - set(parts))))


def _read(
    path: Path,
    columns: tuple[str, str, str],
    understand: Callable[[Any], Any],
    of_two: Callable[[Any, Any], Any],
    problems: list[str],
) -> dict[Pair, Any]:
    """The value of each pair; what is wrong is added to `problems`."""
    found: dict[Pair, Any] = {}
    try:
        for number, row in _rows(path):
            try:
                pair = _pair(row, columns)
                value = understand(row[columns[2]])
            except ValueError as error:
                problems.append(f"{path}, row {number}: {error}")
            else:
                found[pair] = of_two(found[pair], value) if pair in found else value
    except (OSError, UnicodeDecodeError, csv.Error, _NotATable) as error:
        problems.append(f"{path}: {_reason(error)}")
    return found


class _NotATable(ValueError):
    """The file as a whole cannot be read; the message says why."""


def _reason(error: Exception) -> str:
    if isinstance(error, UnicodeDecodeError):
        return "is not UTF-8"
    return (error.strerror or str(error)) if isinstance(error, OSError) else str(error)


def _rows(path: Path) -> Iterator[tuple[int, Any]]:
    """Rows with their number, from 1; the line of names in CSV is none."""
    if path.suffix not in (".csv", ".jsonl"):
        raise _NotATable(f"is read as .csv or .jsonl, not {path.suffix or 'without ending'}")
    if path.stat().st_size > LARGEST:
        raise _NotATable(f"is larger than {LARGEST // 1_000_000} MB")
    text = path.read_text(encoding="utf-8-sig")
    if path.suffix == ".jsonl":
        for number, line in enumerate(text.split("\n"), 1):
            if line.strip():
                yield number, _json_row(line)
        return
    first = text.partition("\n")[0]
    reader = csv.DictReader(
        io.StringIO(text, newline=""), delimiter=";" if first.count(";") > first.count(",") else ","
    )
    names = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    if "opportunity" not in names or "candidate" not in names:
        raise _NotATable(f"has no columns opportunity and candidate; found: {', '.join(names) or 'nothing'}")
    reader.fieldnames = names
    for number, row in enumerate(reader, 1):
        yield number, row


def _json_row(line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _pair(row: Any, columns: tuple[str, str, str]) -> Pair:
    """Whom a row is about. Raises ValueError if the row is none, or holds nothing in one of the columns."""
    if not isinstance(row, Mapping):
        raise ValueError(f"is no JSON object with {', '.join(columns)}")  # noqa: TRY004 - the file's fault
    for name in columns:
        if row.get(name) in (None, ""):
            raise ValueError(f"has no {name}")
    return str(row[columns[0]]).strip(), str(row[columns[1]]).strip()


def _stage(value: Any) -> int:
    """The height of a stage, from its name in any case, with spaces or hyphens."""
    name = str(value).strip().lower().replace(" ", "_").replace("-", "_")
    if name not in [stage.value for stage in Stage]:
        raise ValueError(f"outcome {value!r} is none of {', '.join(Stage)}")
    return Stage(name).height


def _parts(value: Any) -> Parts:
    """From the object of JSON lines, or the cell "skills 0.82; place ?" of CSV."""
    if isinstance(value, str):
        value = dict(_cell(one) for one in value.split(";") if one.strip())
    if not isinstance(value, Mapping):
        raise ValueError(f"parts must look like “skills 0.82; place ?”, got {value!r}")  # noqa: TRY004 - the file's fault
    found: dict[Part, float | None] = {}
    for name, share in value.items():
        if name not in [part.value for part in Part]:
            raise ValueError(f"part {name!r} is none of {', '.join(Part)}")
        if share is not None and (
            isinstance(share, bool) or not isinstance(share, int | float) or not 0 <= share <= 1
        ):
            raise ValueError(f"{name} must be a number from 0 to 1, got {share!r}")
        found[Part(name)] = share
    return found


def _cell(text: str) -> tuple[str, float | None]:
    name, _space, share = text.strip().partition(" ")
    try:
        return name, None if share.strip() == "?" else float(share)
    except ValueError as error:
        raise ValueError(f"parts must look like “skills 0.82; place ?”, got {text.strip()!r}") from error
