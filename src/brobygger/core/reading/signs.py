"""Cheap tests before costly patterns: whether any of some pieces of words stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

# how Python itself reads a pattern; the module has no public name since 3.11
from re import _constants as of  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick


class Signs:
    """
    Pieces of words, in lower case, one of which stands in every text that is worth a closer look.

    One pass over the text finds any of them (Aho and Corasick 1975), however many there are.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self.pieces = tuple(pieces)
        self._automaton = ahocorasick.Automaton()
        for piece in self.pieces:
            self._automaton.add_word(piece, piece)
        self._automaton.make_automaton()

    @classmethod
    def of(cls, *patterns: re.Pattern[str]) -> Signs:
        """One of these stands in every text that one of the patterns, on lower case, matches."""
        return cls(frozenset().union(*(pieces_of(pattern.pattern) for pattern in patterns)))

    def stand_in(self, lower: str) -> bool:
        """Whether one of them stands in a text in lower case."""
        return bool(self.pieces) and next(self._automaton.iter(lower), None) is not None

    def found_in(self, lower: str) -> Iterable[str]:
        """Those that stand in a text in lower case, each once, by where they first end."""
        return dict.fromkeys(piece for _, piece in self._automaton.iter(lower)) if self.pieces else ()


class Screen:
    """Tells in one pass which of several groups of signs stand in a text."""

    def __init__(self, groups: Iterable[Signs]) -> None:
        self._numbers: dict[str, list[int]] = {}
        for number, signs in enumerate(groups):
            for piece in signs.pieces:
                self._numbers.setdefault(piece, []).append(number)
        self._signs = Signs(self._numbers)

    def standing_in(self, lower: str) -> list[int]:
        """Numbers of the groups that have a sign in a text in lower case, ascending."""
        return sorted({number for piece in self._signs.found_in(lower) for number in self._numbers[piece]})


def pieces_of(pattern: str) -> frozenset[str]:
    """
    Pieces of words one of which stands in every text that a pattern matches, as long as the pattern allows.

    Raises:
        ValueError: if something without two letters in a row can match.
    """
    found = _of_sequence(parser.parse(pattern))
    if not found or _shortest(found) < SHORTEST_PIECE:
        raise ValueError(f"no piece of words stands in every match of {pattern[:60]!r}")
    return found


SHORTEST_PIECE = 2


def grouped(beginnings: Iterable[str]) -> str:
    """A pattern for any of some beginnings of words, by their first letter: twice as fast as one after the other."""
    after: dict[str, list[str]] = {}
    for beginning in sorted(beginnings):
        after.setdefault(beginning[0], []).append(re.escape(beginning[1:]))
    return "|".join(f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in after.items())


def _of_sequence(parts: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    """The best pieces that one of the parts must have; empty if none must have any."""
    best: frozenset[str] = frozenset()
    run = ""
    for operation, argument in (*parts, (None, None)):
        if operation is of.LITERAL:
            run += chr(argument)
            continue
        for found in (frozenset([run] if run else ()), _of_part(operation, argument)):
            if found and _shortest(found) > _shortest(best):
                best = found
        run = ""
    return best


def _of_part(operation: Any, argument: Any) -> frozenset[str]:
    if operation is of.BRANCH:
        return _of_branches(argument[1])
    if operation is of.SUBPATTERN:
        return _of_sequence(argument[-1])
    if operation in (of.MAX_REPEAT, of.MIN_REPEAT) and argument[0] > 0:
        return _of_sequence(argument[2])
    return frozenset()


def _of_branches(branches: Sequence[Any]) -> frozenset[str]:
    each = [_of_sequence(branch) for branch in branches]
    return frozenset().union(*each) if all(each) else frozenset()


def _shortest(pieces: frozenset[str]) -> int:
    return min(map(len, pieces), default=0)
