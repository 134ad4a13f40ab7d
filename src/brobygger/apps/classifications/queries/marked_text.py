"""A text cut into pieces: what was understood is marked, what a reader may not see is left out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.models import ReadFact

HIDDEN = "…"


@dataclass(frozen=True, slots=True)
class Mark:
    """A fact as it is shown in its text, see `ReadFact`."""

    fact_id: int
    kind: str
    value: dict[str, Any]
    start: int
    end: int
    confidence: float
    state: FactState


@dataclass(frozen=True, slots=True)
class Segment:
    """
    A piece of a text that is shown in one way.

    Args:
        text: the words; "…" where they are hidden, with a line break if the hidden words had one.
        marks: the facts that these words are part of, widest first.
        is_hidden: the reader may not see the words.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    is_hidden: bool = False


def marks_of(facts: Iterable[ReadFact]) -> list[Mark]:
    """The marks of the facts that have a place in the text and that nobody rejected."""
    return [
        Mark(
            fact.pk,
            fact.kind,
            fact.value,
            fact.span_start,
            fact.span_end,
            fact.confidence,
            FactState(fact.state),
        )
        for fact in facts
        if fact.counts and fact.span_start is not None and fact.span_end is not None
    ]


def cut_text(text: str, marks: Iterable[Mark], hidden: Iterable[tuple[int, int]] = ()) -> tuple[Segment, ...]:
    """
    Cut a text at the borders of its marks and hidden ranges.

    Args:
        text: the text that the offsets count in.
        marks: facts to show; marks may overlap.
        hidden: half-open ranges of characters that the reader may not see; no mark is shown there.

    Returns:
        Segments in the order of the text. Without hidden ranges their texts add up to `text`.
    """
    placed = [mark for mark in marks if mark.start < mark.end <= len(text)]
    ranges = merged(hidden)
    borders = {0, len(text)}
    borders |= {offset for mark in placed for offset in (mark.start, mark.end)}
    borders |= {min(offset, len(text)) for piece in ranges for offset in piece}
    offsets = sorted(borders)
    segments: list[Segment] = []
    for start, end in pairwise(offsets):
        if any(first <= start and end <= last for first, last in ranges):
            _hide(segments, text[start:end])
            continue
        here = [mark for mark in placed if mark.start <= start and end <= mark.end]
        here.sort(key=lambda mark: (mark.start - mark.end, mark.fact_id))
        segments.append(Segment(text[start:end], tuple(here)))
    return tuple(segments)


def merged(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The same characters as ranges that neither touch nor overlap, in order."""
    result: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if start >= end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result


def _hide(segments: list[Segment], words: str) -> None:
    """Neighbouring hidden words become one segment, so that their number and length stay unknown."""
    text = f"{HIDDEN}\n" if "\n" in words else HIDDEN
    if segments and segments[-1].is_hidden:
        text = f"{HIDDEN}\n" if "\n" in segments[-1].text or "\n" in words else HIDDEN
        segments[-1] = Segment(text, (), is_hidden=True)
    else:
        segments.append(Segment(text, (), is_hidden=True))
