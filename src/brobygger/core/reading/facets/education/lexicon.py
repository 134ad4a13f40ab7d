"""
Finds the words of a table in a text, in one pass (Aho and Corasick 1975).

How the words of a table are written:

    kemi      the word in its forms, and its compounds that say a study: "kemien", "kemifaget", "kemistudent"
    biolog*   a beginning: "biologi", "biologist"
    *smed     an end: "klejnsmed"
    IT        with capitals: only as it is written, since "it" is something else
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import automaton_of

T = TypeVar("T")

ENDS = folded(  # of a word, and of its compounds that say a study
    r"(?:['’´`]?s|n|en|et|e|er|r|erne|ene|ens|ets|a|an|ar|or|arna|orna|ne|t)?"
    r"(?:[-es]?(?:uddann|utdann|utbild|udd\b|utd\b|utb\b|fag|linj|linie|linen|retning|inriktn|stud|program|ingeni|ingenj|tekn|skole|skola|lærling|lärling|elev|sven|grad|bachelor|kandidat|master|examen|eksamen|prøve|brev|område|ämne|emne|kurs|pælæ)\w*)?"
    r"(?![\w])"
)
END_OF_WORD = re.compile(r"(?!\w)")
REST_OF_WORD = re.compile(r"\w*")


@dataclass(frozen=True, slots=True)
class Word(Generic[T]):
    """A word of a table at start:end of a text, with what the table says of it."""

    value: T
    start: int
    end: int
    key: str  # the part of it that the table holds
    is_end: bool = False  # and that only ends it: any other word goes first


@dataclass(frozen=True, slots=True)
class _Entry(Generic[T]):
    value: T
    key: str
    written: str | None  # if capitals matter
    open_before: bool
    open_behind: bool


class Lexicon(Generic[T]):
    """
    Words with a value each.

    Args:
        table: for each value its words, between commas.
    """

    def __init__(self, table: Mapping[T, str]) -> None:
        entries: dict[str, list[_Entry[T]]] = {}
        for value, words in table.items():
            for written in filter(None, (word.strip() for word in " ".join(words.split()).split(","))):
                entry = _entry(value, written)
                entries.setdefault(entry.key, []).append(entry)
        self._automaton = automaton_of(entries)

    def find(self, text: str, start: int = 0, end: int | None = None) -> list[Word[T]]:
        """The words in text[start:end], in order; where two overlap, the longer one of the table."""
        end = len(text) if end is None else end
        lower = fold(text)
        found = sorted(
            self._standing(text, lower, start, end),
            key=lambda word: (word.is_end, -len(word.key), word.start),
        )
        chosen: list[Word[T]] = []
        for word in found:
            if all(word.end <= other.start or other.end <= word.start for other in chosen):
                chosen.append(word)
        return sorted(chosen, key=lambda word: word.start)

    def _standing(self, text: str, lower: str, start: int, end: int) -> Iterator[Word[T]]:
        hits: Iterable[tuple[int, list[_Entry[T]]]] = self._automaton.iter(lower, start, end)
        for last, entries in hits:
            for entry in entries:
                word = _word_of(entry, text, lower, last + 1, end)
                if word and word.start >= start:
                    yield word


def _entry(value: T, written: str) -> _Entry[T]:
    bare = written.strip("*")
    return _Entry(
        value,
        fold(bare),
        bare if fold(bare) != bare else None,
        open_before=written.startswith("*"),
        open_behind=written.endswith("*"),
    )


def _word_of(entry: _Entry[T], text: str, lower: str, end: int, limit: int) -> Word[T] | None:
    """The whole word that an entry ends in at `end`; None if it is another word there."""
    start = end - len(entry.key)
    if entry.written and text[start:end] != entry.written:
        return None
    if start and lower[start - 1].isalnum() and entry.key[0].isalnum():
        if not entry.open_before:
            return None
        while start and lower[start - 1].isalnum():
            start -= 1
    if entry.open_behind:
        stop = REST_OF_WORD.match(lower, end)
    elif not entry.key[-1].isalnum():
        return Word(entry.value, start, end, entry.key)
    else:
        stop = (END_OF_WORD if entry.written else ENDS).match(lower, end)
    return (
        Word(entry.value, start, min(stop.end(), limit), entry.key, is_end=entry.open_before)
        if stop
        else None
    )
