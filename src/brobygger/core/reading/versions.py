"""Two versions of a text beside each other: which sentences are new, gone or changed, and which words of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import Enum
from typing import Final

WORD: Final = re.compile(r"\w+|\s+|[^\w\s]")
ALIKE: Final = 0.5
"""The share of words that two sentences have in common, from which one is a change of the other."""
MOST_PAIRS: Final = 20_000
"""Of sentences that are compared with each other; of more, each is compared with the one in its place."""


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
            rows += _replaced(before[start:end], after[new_start:new_end])
    return tuple(rows)


def _replaced(before: Sequence[str], after: Sequence[str]) -> list[VersionRow]:
    """
    Sentences that stand in each other's place: those that are much alike in one row, in the order of both texts.

    Which are paired is chosen so that their likeness adds up to the most (the alignment of Needleman and Wunsch, 1970,
    without a price for gaps).
    """
    if len(before) * len(after) > MOST_PAIRS:
        pairs = [(number, number) for number in range(min(len(before), len(after)))]
    else:
        pairs = _pairs([_words(one) for one in before], [_words(one) for one in after])
    rows: list[VersionRow] = []
    first = new_first = 0
    for old, new in [*pairs, (len(before), len(after))]:
        rows += [VersionRow(Change.REMOVED, (Piece(one, is_new=True),), ()) for one in before[first:old]]
        rows += [VersionRow(Change.ADDED, (), (Piece(one, is_new=True),)) for one in after[new_first:new]]
        if old < len(before) and new < len(after):
            rows.append(_changed(before[old], after[new]))
        first, new_first = old + 1, new + 1
    return rows


def _pairs(before: list[Counter[str]], after: list[Counter[str]]) -> list[tuple[int, int]]:
    """The best pairs, rising in both."""
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    likeness: dict[tuple[int, int], float] = {}
    for old in reversed(range(len(before))):
        for new in reversed(range(len(after))):
            shared = 2 * (before[old] & after[new]).total()
            share = shared / max(before[old].total() + after[new].total(), 1)
            best[old][new] = max(best[old + 1][new], best[old][new + 1])
            if share >= ALIKE:
                likeness[old, new] = share
                best[old][new] = max(best[old][new], share + best[old + 1][new + 1])
    found, old, new = [], 0, 0
    while old < len(before) and new < len(after):
        share = likeness.get((old, new), 0.0)
        if share and best[old][new] <= share + best[old + 1][new + 1]:
            found.append((old, new))
            old, new = old + 1, new + 1
        elif best[old + 1][new] >= best[old][new + 1]:
            old += 1
        else:
            new += 1
    return found


def _words(sentence: str) -> Counter[str]:
    return Counter(word.casefold() for word in WORD.findall(sentence) if word[0].isalnum())


def _changed(old: str, new: str) -> VersionRow:
    """Two sentences word by word."""
    words, others = WORD.findall(old), WORD.findall(new)
    matcher = SequenceMatcher(None, words, others, autojunk=False)
    left: list[Piece] = []
    right: list[Piece] = []
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if text := "".join(words[start:end]):
            left.append(Piece(text, kind != "equal"))
        if text := "".join(others[new_start:new_end]):
            right.append(Piece(text, kind != "equal"))
    return VersionRow(Change.CHANGED, _joined(left), _joined(right))


def _joined(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """A blank between two new words is new with them, so that they are marked as one."""
    found: list[Piece] = []
    for number, piece in enumerate(pieces):
        between = 0 < number < len(pieces) - 1 and piece.text.isspace()
        is_new = piece.is_new or (between and pieces[number - 1].is_new and pieces[number + 1].is_new)
        if found and found[-1].is_new == is_new:
            found[-1] = Piece(found[-1].text + piece.text, is_new)
        else:
            found.append(Piece(piece.text, is_new))
    return tuple(found)
