"""Facts as rows and as `core.reading.Fact`: the only place that knows both."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache
from types import UnionType
from typing import Any, Final, NamedTuple, Union, get_args, get_origin, get_type_hints

from brobygger.apps.classifications.enums import FactState
from brobygger.core.reading import FACT_KINDS, Document, Fact, FactValue, Passage, Reading, Role, Span

CLASS_OF_KIND: Final[Mapping[str, type]] = {kind: cls for cls, kind in FACT_KINDS.items()}
BY_A_PERSON: Final = "person"  # method and certainty of what a person said
ONE_OF_A_PERSON: Final = frozenset(
    {"graduation", "experience", "start", "duration", "hours", "remote", "pay"}
)
"""Kinds of which one fact is right about a person at a time."""


class FactRow(NamedTuple):
    """The columns of `ReadFact` that make a fact, in the order for `values_list(*FactRow._fields)`."""

    kind: str
    value: dict[str, Any]
    span_start: int | None
    span_end: int | None
    language: str
    role: str
    confidence: float
    method: str
    state: str


class FactValueError(ValueError):
    """A stored value is not what its kind holds. The message names the kind and the field."""


def value_to_json(value: FactValue) -> dict[str, Any]:
    """A fact's value as a JSON object with the fields of its class; empty fields are left out."""
    return {
        field.name: _plain(getattr(value, field.name))
        for field in dataclasses.fields(value)
        if getattr(value, field.name) is not None and getattr(value, field.name) != ()
    }


def value_from_json(kind: str, stored: Mapping[str, Any]) -> FactValue:
    """
    The value that `value_to_json` wrote.

    Raises:
        FactValueError: an unknown kind, an unknown, missing or impossible field.
    """
    if kind not in CLASS_OF_KIND:
        raise FactValueError(f"unknown kind of fact {kind!r}; known are {', '.join(sorted(CLASS_OF_KIND))}")
    cls, converters = CLASS_OF_KIND[kind], _converters(kind)
    unknown = sorted(set(stored) - set(converters))
    if unknown:
        raise FactValueError(f"{kind} has no field {unknown[0]!r}; it has {', '.join(converters)}")
    arguments: dict[str, Any] = {}
    for name, (convert, is_optional) in converters.items():
        if name in stored:
            try:
                arguments[name] = convert(stored[name])
            except (ValueError, TypeError, KeyError) as error:
                raise FactValueError(f"{kind}.{name} cannot be {stored[name]!r}: {error}") from error
        elif is_optional:
            arguments[name] = None
    try:
        value: FactValue = cls(**arguments)
    except TypeError as error:
        raise FactValueError(f"{kind} is incomplete: {error}") from error
    return value


def to_columns(fact: Fact) -> dict[str, Any]:
    """The columns of `ReadFact` for a fact that was read."""
    return {
        "kind": fact.kind,
        "value": value_to_json(fact.value),
        "span_start": fact.span.start,
        "span_end": fact.span.end,
        "language": fact.language,
        "role": fact.role.value,
        "confidence": fact.confidence,
        "method": fact.method,
    }


def sentence_start(offset: int, passages: Iterable[Passage]) -> int:
    """Start of the passage that holds a character; the character itself where none does."""
    return max(
        (one.span.start for one in passages if one.span.start <= offset < one.span.end), default=offset
    )


def undecided(facts: Iterable[Fact], decided: Iterable[FactRow]) -> list[Fact]:
    """The facts about which nobody has said anything: those with another kind, value or place."""
    known = {(row.kind, _frozen(row.value), row.span_start, row.span_end) for row in decided}
    return [
        fact
        for fact in facts
        if (fact.kind, _frozen(value_to_json(fact.value)), fact.span.start, fact.span.end) not in known
    ]


def unopposed(facts: Iterable[Fact], decided: Iterable[FactRow]) -> list[Fact]:
    """
    The facts that contradict nothing people have said of the same text, and repeat nothing they took out.

    Left out is what stands on words of which somebody said something of the same kind, what says the same as a
    rejected fact wherever it stands, and what says something else of a subject that a person has settled: another
    level of the same language, another day of graduation.
    """
    said = [(row, _says(row.value), _subject(row.kind, row.value)) for row in decided]

    def is_opposed(fact: Fact) -> bool:
        value = value_to_json(fact.value)
        says, subject = _says(value), _subject(fact.kind, value)
        for row, other, settled in said:
            if row.kind != fact.kind:
                continue
            if _overlap(row, fact) or (row.state == FactState.REJECTED and other == says):
                return True
            if row.state != FactState.REJECTED and settled == subject and other != says:
                return True
        return False

    return [fact for fact in facts if not is_opposed(fact)]


def to_passage_lists(passages: Iterable[Passage]) -> list[list[int | str | float]]:
    """Passages in the form of `ReadText.passages`."""
    return [
        [one.span.start, one.span.end, one.language, round(one.language_confidence, 3), one.role.value]
        for one in passages
    ]


def to_passages(stored: Iterable[Sequence[Any]]) -> tuple[Passage, ...]:
    """Passages from `ReadText.passages`."""
    return tuple(
        Passage(Span(start, end), language, confidence, Role(role))
        for start, end, language, confidence, role in stored
    )


def to_reading(
    document: Document, language: str, passages: Iterable[Sequence[Any]], rows: Iterable[FactRow]
) -> Reading:
    """
    What counts of a stored text: facts that nobody rejected.

    A fact that a person added has no place in the text. Its words are written below the text, so that every
    fact of the reading points at words.
    """
    text, facts = document.text, []
    for row in rows:
        if row.state == FactState.REJECTED:
            continue
        value = value_from_json(row.kind, row.value)
        if row.span_start is None or row.span_end is None:
            words = words_of(value)
            span = Span(len(text) + 1, len(text) + 1 + len(words))
            text = f"{text}\n{words}"
        else:
            span = Span(row.span_start, row.span_end)
        facts.append(_fact(row, value, span))
    facts.sort(key=lambda fact: (fact.span.start, fact.span.end))
    return Reading(dataclasses.replace(document, text=text), to_passages(passages), tuple(facts), language)


def to_fact(row: FactRow) -> Fact:
    """
    A stored fact as it was read.

    Raises:
        ValueError: it has no place in a text.
    """
    if row.span_start is None or row.span_end is None:
        raise ValueError(f"{row.kind} has no place in a text")
    span = Span(row.span_start, row.span_end)
    return Fact(
        value_from_json(row.kind, row.value), span, row.language, Role(row.role), row.confidence, row.method
    )


def words_of(value: FactValue) -> str:
    """A value in short words of its own: its label, name or code."""
    for name in ("label", "name", "code", "kind", "country"):
        found = getattr(value, name, None)
        if found:
            return str(found)
    return FACT_KINDS[type(value)]


def _fact(row: FactRow, value: FactValue, span: Span) -> Fact:
    certain = row.state != FactState.READ
    return Fact(
        value=value,
        span=span,
        language=row.language,
        role=Role(row.role),
        confidence=1.0 if certain else row.confidence,
        method=BY_A_PERSON if certain else row.method,
    )


def _says(stored: Mapping[str, Any]) -> str:
    """As `ReadFact.says`."""
    return str(stored.get("uri") or _frozen(stored))


def _subject(kind: str, stored: Mapping[str, Any]) -> str:
    """What two facts of a kind are about if they cannot both be right: the concept, the language, the person."""
    return "" if kind in ONE_OF_A_PERSON else str(stored.get("uri") or stored.get("code") or _frozen(stored))


def _overlap(row: FactRow, fact: Fact) -> bool:
    if row.span_start is None or row.span_end is None:
        return False
    return row.span_start < fact.span.end and fact.span.start < row.span_end


def _frozen(stored: Mapping[str, Any]) -> str:
    return json.dumps(stored, sort_keys=True)


def _plain(value: Any) -> Any:
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, dt.date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple) else value


@lru_cache(maxsize=len(FACT_KINDS))
def _converters(kind: str) -> Mapping[str, tuple[Callable[[Any], Any], bool]]:
    """For each field of a kind: how its JSON becomes its value, and whether it may be None."""
    cls = CLASS_OF_KIND[kind]
    hints = get_type_hints(cls)
    return {field.name: _converter(hints[field.name]) for field in dataclasses.fields(cls)}


def _converter(hint: Any) -> tuple[Callable[[Any], Any], bool]:
    if get_origin(hint) in (Union, UnionType):
        (inner,) = (one for one in get_args(hint) if one is not type(None))
        return _converter(inner)[0], True
    if get_origin(hint) is tuple:
        return _texts, False
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint, False
    return _SIMPLE[hint], False


def _texts(value: Any) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return tuple(_text(one) for one in value)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _number(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise TypeError("not a number")
    return float(value)


def _whole(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError("not a whole number")
    return value


def _day(value: Any) -> dt.date:
    return dt.date.fromisoformat(_text(value))


_SIMPLE: Final[Mapping[Any, Callable[[Any], Any]]] = {str: _text, float: _number, int: _whole, dt.date: _day}
