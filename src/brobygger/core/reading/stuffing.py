"""
Words that are there to be counted, not to be read: endless lists of keywords, one keyword over and over.

What stands in such a list says nothing of a person or of a job, so nothing is read from it. The bounds lie far above
honest lists: long ones of software people name eighty skills.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from brobygger.core.reading.data import (
    DocumentKind,
    Fact,
    Language,
    Occupation,
    Passage,
    Reading,
    Role,
    Skill,
    Span,
)
from brobygger.core.reading.function_words import FUNCTION_WORDS
from brobygger.core.reading.roles import heading_role

MOST_IN_ONE_LIST = 120  # different skills and occupations
MOST_ITEMS = 200  # of one list of which a tenth is known: of a list in another language much is not
KNOWN_ITEMS = 10
MOST_IN_ALL_LISTS = 200  # of one document: cutting a list into pieces must not pay
MOST_REPEATS = 20  # of one keyword in one list, if it is at least half of what the list names
MOST_LANGUAGES = 20  # different ones, in one list or in all
SENTENCE = 0.2  # share of function words from which a passage is one; lists have less, sentences about 0.4
SEPARATOR = re.compile(r"[,;|•·]")
ITEM = 4  # words in the items of a list, at most, on average
ENDS = (".", "!", "?")
SHORTEST_SENTENCE = 60  # characters
WORD = re.compile(r"[^\W\d_]+")
GLUE = frozenset().union(*FUNCTION_WORDS.values())


@dataclass(frozen=True, slots=True)
class Stuffing:
    """Passages that are not read, and what `Reading.warnings` says of them ("keyword_list:1665")."""

    passages: tuple[Passage, ...]
    warning: str

    @property
    def spans(self) -> Iterator[Span]:
        return (passage.span for passage in self.passages)


@dataclass(slots=True)
class _List:
    """Passages in a row that are no sentences, up to an empty line or the next sentence."""

    passages: list[Passage] = field(default_factory=list)
    named: Counter[str] = field(default_factory=Counter)  # URI → mentions
    languages: set[str] = field(default_factory=set)
    items: int = 0  # between separators and line ends

    @property
    def length(self) -> int:
        """Different things that it names."""
        return len(self.named) + len(self.languages)

    @property
    def is_endless(self) -> bool:
        many = self.items > MOST_ITEMS and self.length * KNOWN_ITEMS >= self.items
        return many or self.length > MOST_IN_ONE_LIST or len(self.languages) > MOST_LANGUAGES

    @property
    def repeats(self) -> int:
        """Mentions of the keyword that is there most often, if it is most of the list; otherwise 0."""
        most = max(self.named.values(), default=0)
        return most if 2 * most >= self.named.total() else 0


def find_stuffing(reading: Reading) -> list[Stuffing]:
    """
    Lists that no honest text has, judged by what was read from them.

    One that names more than `MOST_IN_ONE_LIST` different things, or has more than `MOST_ITEMS` items, or names more than
    `MOST_LANGUAGES` languages, or one keyword more than `MOST_REPEATS` times; and every list, if those that remain name
    too much together.
    """
    if sum(isinstance(fact.value, Skill | Occupation | Language) for fact in reading.facts) <= MOST_LANGUAGES:
        return []  # too little for any of the bounds
    text = reading.document.text
    lists = list(_lists(reading))
    found: list[Stuffing] = []
    honest: list[_List] = []
    for one in lists:
        if one.is_endless:
            found.append(Stuffing(_to_line_ends(one.passages, reading), f"keyword_list:{one.length}"))
        elif one.repeats > MOST_REPEATS:
            found.append(Stuffing(_to_line_ends(one.passages, reading), f"keyword_repeated:{one.repeats}"))
        else:
            honest.append(one)
    together = {uri for one in honest for uri in one.named}
    languages = {code for one in honest for code in one.languages}
    too_many = (len(together) > MOST_IN_ALL_LISTS, len(languages) > MOST_LANGUAGES)
    if any(too_many):
        starts = [fact.span.start for fact in reading.facts]
        heads = frozenset(_heads_of_running_text(reading))
        passages = tuple(
            passage
            for one in honest
            for passage in one.passages
            if passage not in heads
            and (
                (too_many[0] and one.named)
                or (too_many[1] and one.languages)
                or not _says_something(passage, text, starts, reading.document.kind)
            )
        )
        count = len(together) * too_many[0] + len(languages) * too_many[1]
        found.append(Stuffing(passages, f"keyword_list:{count}"))
    return found


def _to_line_ends(passages: list[Passage], reading: Reading) -> tuple[Passage, ...]:
    """With the passages around them that are pieces of the same long line: cut for its length, not at a full stop."""
    text, every = reading.document.text, reading.passages
    first = every.index(passages[0])
    last = first + len(passages) - 1
    while first > 0 and _is_one_line(every[first - 1], every[first], text):
        first -= 1
    while last + 1 < len(every) and _is_one_line(every[last], every[last + 1], text):
        last += 1
    return every[first : last + 1]


def _is_one_line(left: Passage, right: Passage, text: str) -> bool:
    gap = text[left.span.end : right.span.start]
    return "\n" not in gap and not text.endswith(ENDS, left.span.start, left.span.end)


def _says_something(passage: Passage, text: str, starts: list[int], kind: DocumentKind) -> bool:
    """Whether facts were read from a passage (by their `starts` in the text, ascending), or it is a heading."""
    span = passage.span
    if heading_role(text[span.start : span.end], kind):
        return True
    return bisect_left(starts, span.start) < bisect_left(starts, span.end)


def _heads_of_running_text(reading: Reading) -> Iterator[Passage]:
    """Headings that a sentence follows: without them it would be read as something else."""
    text, kind = reading.document.text, reading.document.kind
    for passage, behind in pairwise(reading.passages):
        if heading_role(text[passage.span.start : passage.span.end], kind) and _is_sentence(
            text[behind.span.start : behind.span.end]
        ):
            yield passage


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces for these characters; lines and offsets stay what they are."""
    pieces, end = [], 0
    for span in sorted(spans, key=lambda one: one.start):
        start = max(span.start, end)
        pieces.append(text[end:start])
        pieces.append("".join("\n" if letter == "\n" else " " for letter in text[start : span.end]))
        end = max(end, span.end)
    return "".join([*pieces, text[end:]])


def _lists(reading: Reading) -> Iterator[_List]:
    text = reading.document.text
    keywords: dict[int, list[Fact]] = {}
    for fact in reading.facts:
        if isinstance(fact.value, Skill | Occupation | Language) and fact.method != "structured":
            keywords.setdefault(fact.span.start, []).append(fact)
    places = sorted(keywords)
    current, next_place, end = _List(), 0, 0
    for passage in reading.passages:
        if current.passages and text.count("\n", end, passage.span.start) > 1:
            yield current
            current = _List()
        end = passage.span.end
        here: list[Fact] = []
        while next_place < len(places) and places[next_place] < end:
            here += keywords[places[next_place]]
            next_place += 1
        if passage.role is Role.TITLE or _is_sentence(text[passage.span.start : end]):
            if current.passages:
                yield current
            current = _List()
            continue
        current.passages.append(passage)
        current.items += 1 + len(SEPARATOR.findall(text, passage.span.start, end))
        current.named.update(fact.value.uri for fact in here if isinstance(fact.value, Skill | Occupation))
        current.languages.update(fact.value.code for fact in here if isinstance(fact.value, Language))
    if current.passages:
        yield current


def _is_sentence(text: str) -> bool:
    """Whether this is running text; a short line without a full stop is an item of a list, whatever its words."""
    if len(text) < SHORTEST_SENTENCE and not text.endswith(ENDS):
        return False
    words = WORD.findall(text.lower())
    if len(SEPARATOR.findall(text)) * ITEM > len(words):
        return False  # "IT-drift, it-sikkerhed, …": as many commas as things
    return sum(word in GLUE for word in words) > SENTENCE * len(words)
