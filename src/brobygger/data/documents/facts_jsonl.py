"""
Readings to JSON lines and back (facts.jsonl): one document a line, keys always in the same order.

The schema is described in docs/reference/formats.md.
"""

from __future__ import annotations

import datetime as dt
import json
import types
import typing
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from brobygger.core.reading.data import (
    FACT_KINDS,
    Document,
    DocumentKind,
    Fact,
    FactValue,
    Passage,
    Reading,
    Role,
    Span,
)

CLASSES: Mapping[str, type] = {name: one for one, name in FACT_KINDS.items()}


class FactsFileError(ValueError):
    """A line that is no reading: names the file, the line and the field."""

    def __init__(self, source: str, line: int, message: str) -> None:
        super().__init__(f"{source}:{line}: {message}")


def write_readings(readings: Iterable[Reading], path: Path) -> int:
    """Write all readings to a file; returns how many."""
    count = 0
    with path.open("w", encoding="utf-8", newline="\n") as out:
        for reading in readings:
            out.write(to_line(reading_record(reading)))
            count += 1
    return count


def read_readings(path: Path) -> Iterator[Reading]:
    """
    The readings of a file, one at a time.

    Raises:
        FactsFileError: a line is broken, or a field is missing or of the wrong type.
    """
    with path.open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, start=1):
            if line.strip():
                try:
                    yield reading_of(json.loads(line))
                except (ValueError, TypeError, KeyError) as error:
                    raise FactsFileError(path.as_posix(), number, _reason(error)) from error


def to_line(record: Mapping[str, object]) -> str:
    """One line of JSON; keys stay in their order, letters are not escaped."""
    return json.dumps(record, ensure_ascii=False, allow_nan=False, separators=(", ", ": ")) + "\n"


def reading_record(reading: Reading) -> dict[str, object]:
    """A reading as plain JSON values."""
    document = reading.document
    return {
        "id": document.id,
        "kind": document.kind.value,
        "title": document.title,
        "employer": document.employer,
        "published": document.published.isoformat() if document.published else None,
        "source": document.source,
        "language": reading.language,
        "facts": [fact_record(fact, document.text) for fact in reading.facts],
        "declared": [fact_record(fact, document.text) for fact in document.declared],
        "passages": [
            {
                "start": one.span.start,
                "end": one.span.end,
                "language": one.language,
                "language_confidence": one.language_confidence,
                "role": one.role.value,
            }
            for one in reading.passages
        ],
        "warnings": list(reading.warnings),
        "text": document.text,
    }


def fact_record(fact: Fact, text: str) -> dict[str, object]:
    """A fact as plain JSON values; `words` repeats the text at its place for people who read the file."""
    return {
        "kind": fact.kind,
        "value": {one.name: _plain(getattr(fact.value, one.name)) for one in fields(fact.value)},
        "start": fact.span.start,
        "end": fact.span.end,
        "words": text[fact.span.start : fact.span.end],
        "language": fact.language,
        "role": fact.role.value,
        "confidence": fact.confidence,
        "method": fact.method,
    }


def reading_of(record: object) -> Reading:
    """
    The reading of plain JSON values; the opposite of `reading_record`.

    Raises:
        ValueError, TypeError, KeyError: a field is missing or of the wrong type.
    """
    if not isinstance(record, Mapping):
        raise TypeError("expected a JSON object")
    published = _typed(record.get("published"), dt.date | None, "published")
    document = Document(
        id=_typed(record["id"], str, "id"),
        text=_typed(record["text"], str, "text"),
        kind=_typed(record["kind"], DocumentKind, "kind"),
        title=_typed(record.get("title"), str | None, "title"),
        employer=_typed(record.get("employer"), str | None, "employer"),
        published=published,
        declared=tuple(_fact(one) for one in record.get("declared", [])),
        source=_typed(record.get("source", ""), str, "source"),
    )
    return Reading(
        document=document,
        passages=tuple(_passage(one) for one in record["passages"]),
        facts=tuple(_fact(one) for one in record["facts"]),
        language=_typed(record["language"], str, "language"),
        warnings=tuple(_typed(one, str, "warnings") for one in record.get("warnings", [])),
    )


def _fact(record: Mapping[str, object]) -> Fact:
    kind = _typed(record["kind"], str, "kind")
    if kind not in CLASSES:
        raise ValueError(f"kind {kind!r} is none of {', '.join(CLASSES)}")
    value = record["value"]
    if not isinstance(value, Mapping):
        raise TypeError("value: expected a JSON object")
    return Fact(
        value=_value(CLASSES[kind], value),
        span=_span(record),
        language=_typed(record["language"], str, "language"),
        role=_typed(record["role"], Role, "role"),
        confidence=_typed(record["confidence"], float, "confidence"),
        method=_typed(record["method"], str, "method"),
    )


def _passage(record: Mapping[str, object]) -> Passage:
    return Passage(
        span=_span(record),
        language=_typed(record["language"], str, "language"),
        language_confidence=_typed(record["language_confidence"], float, "language_confidence"),
        role=_typed(record["role"], Role, "role"),
    )


def _span(record: Mapping[str, object]) -> Span:
    return Span(_typed(record["start"], int, "start"), _typed(record["end"], int, "end"))


def _value(of: type, record: Mapping[str, object]) -> FactValue:
    """An object of a fact's class from its fields; a field that is left out takes its default."""
    assert is_dataclass(of)
    hints = _hints(of)
    stated = {name: _typed(record[name], hints[name], name) for name in hints if name in record}
    missing = [one.name for one in fields(of) if one.default is MISSING and one.name not in stated]
    if missing:
        raise KeyError(missing[0])
    return typing.cast("FactValue", of(**stated))


@cache
def _hints(of: type) -> dict[str, object]:
    return typing.get_type_hints(of)


def _plain(value: object) -> object:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


def _typed(value: object, of: object, name: str) -> typing.Any:
    """The value as the type `of`: a class, a union with None, a tuple of one type."""
    options = typing.get_args(of) if isinstance(of, types.UnionType) else (of,)
    if value is None and type(None) in options:
        return None
    wanted = next(option for option in options if option is not type(None))
    if isinstance(wanted, type) and issubclass(wanted, StrEnum) and isinstance(value, str):
        return wanted(value)
    if wanted is dt.date and isinstance(value, str):
        return dt.date.fromisoformat(value)
    if wanted is float and isinstance(value, int | float) and not isinstance(value, bool):
        return float(value)
    if typing.get_origin(wanted) is tuple and isinstance(value, list):
        return tuple(_typed(one, typing.get_args(wanted)[0], name) for one in value)
    if (
        isinstance(wanted, type)
        and isinstance(value, wanted)
        and not (isinstance(value, bool) and wanted is int)
    ):
        return value
    raise TypeError(f"{name}: expected {getattr(wanted, '__name__', wanted)}, found {value!r}")


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not valid JSON at column {error.colno}"
    if isinstance(error, KeyError):
        return f"the field {error.args[0]!r} is missing"
    return str(error)
