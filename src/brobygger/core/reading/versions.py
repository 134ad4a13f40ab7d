"""Two versions of a text beside each other: which sentences are new, gone or changed, and which words of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from itertools import zip_longest
from typing import Final

WORD: Final = re.compile(r"\w+|\s+|[^\w\s]")
ALIKE: Final = (
    0.4  # share of words that two sentences have in common, from which one is a change of the other
)


class Change(Enum):
    SAME = "same"
    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a sentence; `is_new` where the other version has others in their place."""

    text: str
    is_new: bool = False


@dataclass(frozen=True, slots=True)
class VersionRow:
    """
    A sentence before and after. One side is empty where the sentence was added or removed.

    Args:
        before, after: pieces that add up to the sentence.
    """

    change: Change
    before: tuple[Piece, ...] = ()
    after: tuple[Piece, ...] = ()


def compare_versions(before: Sequence[str], after: Sequence[str]) -> tuple[VersionRow, ...]:
    """
    The sentences of two versions, row by row in the order of the text.

    The sentences before, put together from the rows, are those of `before`, and those after are `after`. Longest common
    runs are found as Ratcliff and Obershelp describe it (Dr. Dobb's Journal, July 1988), which Python's difflib
    implements: first of sentences, then of the words of those that stand in each other's place.
    """
    rows: list[VersionRow] = []
    matcher = SequenceMatcher(None, list(before), list(after), autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            rows += [VersionRow(Change.SAME, (Piece(one),), (Piece(one),)) for one in before[start:end]]
        else:
            for old, new in zip_longest(before[start:end], after[new_start:new_end]):
                rows += _rows(old, new)
    return tuple(rows)


def _rows(old: str | None, new: str | None) -> list[VersionRow]:
    """One row of two sentences that are much alike, else one for each."""
    if old is None or new is None:
        added = [] if new is None else [VersionRow(Change.ADDED, (), (Piece(new, is_new=True),))]
        gone = [] if old is None else [VersionRow(Change.REMOVED, (Piece(old, is_new=True),), ())]
        return gone + added
    words, others = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    if matcher.ratio() < ALIKE:
        return _rows(old, None) + _rows(None, new)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if text := "".join(words[start:end]):
            left.append(Piece(text, kind != "equal"))
        if text := "".join(others[new_start:new_end]):
            right.append(Piece(text, kind != "equal"))
    return [VersionRow(Change.CHANGED, tuple(left), tuple(right))]
