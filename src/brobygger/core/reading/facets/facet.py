"""The shape that every fact finder has."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from brobygger.core.reading.data import Document, Fact, FactValue, Passage, Span
from brobygger.core.reading.signs import Signs

# (text of the passage, the passage, its document) → facts with spans in the whole document
Finder: TypeAlias = Callable[[str, Passage, Document], Iterator[Fact]]
# (document, its passages) → facts
DocumentFinder: TypeAlias = Callable[[Document, Iterable[Passage]], Iterator[Fact]]


@dataclass(frozen=True, slots=True)
class Facet:
    """
    Finds the facts of one kind.

    Args:
        find: what finds them.
        signs: one of these stands, in lower case, in every passage that it finds something in; None: in none.
    """

    find: Finder
    signs: Signs | None = None


def fact_at(value: FactValue, passage: Passage, start: int, end: int, confidence: float) -> Fact:
    """A fact at the characters start:end of its passage, in the passage's language and role."""
    span = Span(passage.span.start + start, passage.span.start + end)
    return Fact(value, span, passage.language, passage.role, confidence)
