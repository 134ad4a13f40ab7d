"""Cheap tests before costly patterns: whether any of some pieces of words stands in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

# how Python itself reads a pattern; the module has no public name since 3.11
from re import _constants as of  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import ahocorasick


class Signs:
    """
    Pieces of words, in lower case, one of which stands in every text that is worth a closer look.

    The signs of all rules are looked for in one pass over a text, which is remembered: the first to ask pays for all.
    """

    def __init__(self, pieces: Iterable[str]) -> None:
        self.pieces = tuple(sorted(set(pieces)))
        self.bit = _bit_of(self.pieces)  # of `standing_in` a text

    @classmethod
    def of(cls, *patterns: re.Pattern[str]) -> Signs:
        """One of these stands in every text that one of the patterns, on lower case, matches."""
        return cls(frozenset().union(*(pieces_of(pattern.pattern) for pattern in patterns)))

    def stand_in(self, lower: str) -> bool:
        """Whether one of them stands in a text in lower case."""
        return bool(standing_in(lower) & self.bit)


def automaton_of(values: Mapping[str, Any]) -> ahocorasick.Automaton:
    """Finds any of the keys in one pass over a text (Aho and Corasick 1975) and gives their values."""
    automaton = ahocorasick.Automaton()
    for piece, value in values.items():
        automaton.add_word(piece, value)
    automaton.make_automaton()
    return automaton


_bits: dict[tuple[str, ...], int] = {}  # one for each group of signs that a rule has


def _bit_of(pieces: tuple[str, ...]) -> int:
    if pieces not in _bits:
        _bits[pieces] = 1 << len(_bits)
        _all_signs.cache_clear()
        standing_in.cache_clear()
    return _bits[pieces]


@lru_cache(maxsize=1)
def _all_signs() -> ahocorasick.Automaton:
    """Each piece with the bits of the groups that have it."""
    groups: dict[str, int] = {}
    for pieces, bit in _bits.items():
        for piece in pieces:
            groups[piece] = groups.get(piece, 0) | bit
    return automaton_of(groups)


@lru_cache(maxsize=512)  # what a document is read for comes back to its passages
def standing_in(lower: str) -> int:
    """The bits of all groups of signs of which one stands in a text in lower case."""
    standing = 0
    for _, bits in _all_signs().iter(lower):
        standing |= bits
    return standing


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
