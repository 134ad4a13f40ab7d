"""
The clause that a thing is named in, and what it says as a whole, by the tags of its words.

"Du skal kunne", "you must know" and "kræves" ask, whatever the order of the words; a denial beside turns it round.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from brobygger.core.reading.tags import EDGE, OTHER, TARGET, Word, tagged

NEAR = 3  # tags beside the thing
BORDERS = frozenset((EDGE, "but", "while"))
OPENINGS = frozenset(("we", "you", "candidate", "so", "because"))
SUBJECTS = frozenset(("we", "you", "candidate", "others", "paper", "meeting"))
ASKING = frozenset(("need", "must", "expect", "should"))
ABLE = frozenset(("know", "speak", "write", "read", "understand", "master", "have"))
HELPFUL = frozenset(("plus", "wish", "value"))
BEHIND_VERB = 2  # tags: "krävs inte"


@dataclass(frozen=True, slots=True)
class Clause:
    """
    The clause that a thing stands in.

    Args:
        words: of the whole sentence.
        place: which of them is the thing.
        first, last: the first word of the clause, and the one behind it.
        left, right: the tags of the clause before and behind it.
    """

    words: Sequence[Word]
    place: int
    first: int
    last: int
    left: Sequence[str]
    right: Sequence[str]

    def sayings(self) -> list[str]:
        """What it says as a whole, and what the clause behind a "but" says of it."""
        return sorted({*sayings(self.left, self.right), *_turn(self.words, self.last)})


@lru_cache(maxsize=64)
def tagged_once(text: str) -> tuple[Word, ...]:
    """The words of a text with their tags; all that stands in a sentence has the same text beside it."""
    return tuple(tagged(text))


def clause_of(words: Sequence[Word]) -> Clause:
    """The clause around the one word that is tagged `TARGET`."""
    place = next(number for number, word in enumerate(words) if word.tag == TARGET)
    first, last = _clause_around(words, place)
    left = [word.tag for word in words[first:place] if word.tag]
    right = [word.tag for word in words[place + 1 : last] if word.tag]
    return Clause(words, place, first, last, left, right)


def sayings(left: Sequence[str], right: Sequence[str]) -> Iterator[str]:
    """What a clause says as a whole, whatever the order of its words."""
    row = [*left, TARGET, *right]
    known = set(row)
    denied = [number for number, tag in enumerate(row) if tag == "not"]
    for name, tags in (("needed", ASKING), ("able", ABLE), ("welcome", HELPFUL)):
        for number in (number for number, tag in enumerate(row) if tag in tags):
            is_denied = any(-NEAR <= at - number <= BEHIND_VERB for at in denied)
            yield f"not {name}" if is_denied else name
    if "without" in left[-NEAR:]:
        yield "without"
    if "learn" in known:
        yield "learnt later" if known & {"time", "offer", "expect", "wish"} else "learnt"
    elif "time" in known:
        yield "later"
    if left and left[-1] == "in":
        yield "you do it" if known & {"you", "candidate"} else "it is done"
    elif known & {"happens", "passive"} and "you" not in known:
        yield "it happens"
    if "we" in left and known & {"speak", "happens"} and "you" not in left:
        yield "we speak"
    if "if" in left or left[:2] in (["know", "you"], ["speak", "you"], ["have", "you"], ["master", "you"]):
        yield "if you"
    if "any" in known:
        yield "either way"
    if "work language" in known or ("language" in known and "we" in known):
        yield "work language"


def subject_of(left: Sequence[str], right: Sequence[str]) -> str:
    """Whoever or whatever a clause is about first, by tag; "nobody" if it names none."""
    return next((tag for tag in (*left, *right) if tag in SUBJECTS), "nobody")


def first_clause(words: Sequence[Word]) -> Sequence[Word]:
    """The words up to the first border that has any before it."""
    first = next((number for number in range(len(words)) if not _is_border(words, number)), len(words))
    last = first
    while last < len(words) and not _is_border(words, last):
        last += 1
    return words[first:last]


def last_clause(words: Sequence[Word]) -> Sequence[Word]:
    """The words behind the last border that has any behind it."""
    last = len(words)
    while last and _is_border(words, last - 1):
        last -= 1
    first = last
    while first and not _is_border(words, first - 1):
        first -= 1
    return words[first:last]


def _turn(words: Sequence[Word], last: int) -> Iterator[str]:
    """What the clause behind a "but" says of what was said: "no requirement, but an advantage"."""
    if last >= len(words) or words[last].tag != "but":
        return
    _, stop = _clause_around(words, last + 1) if last + 1 < len(words) else (0, last)
    behind = [word.tag for word in words[last + 1 : stop]]
    if TARGET in behind or OTHER in behind:
        return
    denied = "not" in behind
    for name, tags in (("needed", ASKING), ("welcome", HELPFUL), ("learnt", frozenset(("learn",)))):
        if any(tag in tags for tag in behind):
            yield f"but not {name}" if denied else f"but {name}"


def _clause_around(words: Sequence[Word], place: int) -> tuple[int, int]:
    """First and last+1 word of the clause around a place."""
    first = last = place
    while first and not _is_border(words, first - 1):
        first -= 1
    last += 1
    while last < len(words) and not _is_border(words, last):
        last += 1
    return first, last


def _is_border(words: Sequence[Word], place: int) -> bool:
    """Whether a clause ends here: at a full stop, a "but", or a comma before another subject ("…, German is a plus")."""
    tag = words[place].tag
    if tag != "comma":
        return tag in BORDERS
    following = words[place + 1].tag if place + 1 < len(words) else ""
    then = words[place + 2].tag if place + 2 < len(words) else ""
    return following in OPENINGS or (following in (TARGET, OTHER) and then == "be")
