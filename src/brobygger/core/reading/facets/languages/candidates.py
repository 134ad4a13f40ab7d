"""Where a text may say how a language is needed: what the rules read, names they passed over, and words that take a name up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from brobygger.core.reading.data import Document, Fact, Language, Passage
from brobygger.core.reading.facets.languages.modality import is_about_others
from brobygger.core.reading.facets.languages.names import COURSE, Mention, find_mentions
from brobygger.core.reading.facets.languages.needs import Candidate
from brobygger.core.reading.facets.languages.references import Reference, antecedents, find_references
from brobygger.core.reading.facets.languages.scopes import OTHER_NOUN, find_groups, is_adjective, rows
from brobygger.core.reading.headings import heading_over

BACK = 200  # characters before a passage in which the languages stand that it may take up
AHEAD = 240  # characters behind it in which its languages may be taken up
BESIDE = 110  # characters of the sentences before and behind that are looked at
SENTENCE_END = re.compile(r"[.!?…][\"»”)]*\s+(?=[A-ZÆØÅÄÖ])|\n")
NEW_CLAUSE = re.compile(r"[,;:.–—(]|\b(?:og|och|and|men|but|så|so)\b", re.IGNORECASE)
ASKS = re.compile(r"\W*\w+\s*\?\s*")
NEAR = 220  # characters between two places that say something of the same language together
NONE = "none"
ONE = "one"  # the kind of a reference to one of several languages


@dataclass(frozen=True, slots=True)
class Place:
    """
    A candidate with its characters in the document.

    Args:
        candidate: what is weighed.
        start, end: in the document.
        fact, value: what the rules read there, if anything.
        row: number of the row of names that it stands in; None if it is no name.
        one_of: number of the alternatives of a later "one of them" that takes its language up with others.
    """

    candidate: Candidate
    start: int
    end: int
    fact: Fact | None
    value: Language | None
    row: int | None = None
    one_of: int | None = None


def places(
    text: str,
    passage: Passage,
    document: Document,
    mentions: Sequence[Mention],
    read: Sequence[tuple[Fact, Language]],
) -> Iterator[Place]:
    """
    All places of a passage, and those behind it that may take its languages up.

    Args:
        text: of the passage.
        passage, document: as everywhere.
        mentions: all names in the passage.
        read: what the rules read in it.
    """
    shared = _Shared(text, passage, document, mentions)
    for fact, value in read:
        yield shared.of_fact(fact, value)
    covered = [
        (value.code, fact.span.start - shared.offset, fact.span.end - shared.offset) for fact, value in read
    ]
    for one in _free(text, mentions):
        if not any(code == one.code for code, _, _ in covered):
            yield shared.of_name(one)
    named = [one for one in mentions if any(code == one.code for code, *_ in covered)]
    named = named or [one for one in mentions if not is_adjective(text, one)]
    if named:
        yield from shared.taken_up(named, [(start, end) for _, start, end in covered])


def linked(found: Sequence[Place]) -> Iterator[Place]:
    """All places of a document in their order, each with the nearest ones before and behind of the same language."""
    of_code: dict[str, list[Place]] = {}
    for place in found:
        of_code.setdefault(place.candidate.code, []).append(place)
    for place in found:
        around = [
            other for other in of_code[place.candidate.code] if 0 < abs(other.start - place.start) < NEAR
        ]
        before = [other for other in around if other.start < place.start]
        behind = [other for other in around if other.start > place.start]
        prior = max(before, key=lambda one: one.start).candidate if before else None
        later = min(behind, key=lambda one: one.start) if behind else None
        near = replace(place.candidate, prior=prior, later=later.candidate if later else None)
        one_of = _one_of(later) if later else None
        yield replace(place, candidate=near, one_of=one_of)


def _one_of(later: Place) -> int | None:
    """The number of the alternatives that a place takes up ("one of them"), if it does."""
    if later.candidate.how == "name":
        return None
    if later.value:
        return later.value.alternative
    return later.start if later.candidate.how == ONE else None


def _free(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Names that are said neither of courses, nor of the application, nor of what others speak."""
    others = {
        one
        for group in find_groups(text, mentions, is_list=False)
        if is_about_others(text, group)
        for one in group.mentions
    }
    row_of = rows(text, mentions)
    papers = {
        row_of[one] for one in mentions if OTHER_NOUN.match(text, one.end)
    }  # "Danish or Swedish citizenship"
    if ASKS.fullmatch(text):
        return iter(())  # "Norwegian?" asks, the next sentence answers
    return (
        one
        for one in mentions
        if one not in others and row_of[one] not in papers and not COURSE.match(text, one.end)
    )


class _Shared:
    """What all candidates of a passage share."""

    def __init__(self, text: str, passage: Passage, document: Document, mentions: Sequence[Mention]) -> None:
        self.text, self.passage, self.whole = text, passage, document.text
        self.mentions = mentions
        self.offset = passage.span.start
        self.heading = heading_over(document.text, passage.span.start)
        self.before = document.text[max(0, passage.span.start - BESIDE) : passage.span.start]
        self.behind = document.text[passage.span.end : passage.span.end + BESIDE]
        self.rows = rows(text, mentions)
        self.spans = tuple((one.start, one.end) for one in mentions)

    def of_fact(self, fact: Fact, value: Language) -> Place:
        start, end = fact.span.start - self.offset, fact.span.end - self.offset
        name = next(
            (one for one in self.mentions if one.code == value.code and start < one.end and one.start < end),
            None,
        )
        how = "name" if name else "echo"
        span = (name.start, name.end) if name else (start, end)
        candidate = self._candidate(
            span, value.code, how, value.modality.value, graded=value.level is not None
        )
        row = self.rows[name] if name else None
        return Place(candidate, fact.span.start, fact.span.end, fact, value, row)

    def of_name(self, one: Mention) -> Place:
        row = self.rows[one]
        last = max(
            (other for other in self.mentions if self.rows[other] == row), key=lambda other: other.start
        )
        adjective = is_adjective(self.text, last)
        candidate = self._candidate((one.start, one.end), one.code, "name", NONE, adjective=adjective)
        return Place(candidate, self.offset + one.start, self.offset + one.end, None, None, row)

    def _candidate(
        self,
        span: tuple[int, int],
        code: str,
        how: str,
        rule: str,
        *,
        graded: bool = False,
        adjective: bool = False,
    ) -> Candidate:
        return Candidate(
            self.text, *span, self.spans, code, how, rule, graded, adjective, self.passage.role.value,
            self.heading, self.before, self.behind, self.passage.language,
        )  # fmt: skip

    def taken_up(self, named: Sequence[Mention], read: Sequence[tuple[int, int]]) -> Iterator[Place]:
        """References to the languages named, up to the next name behind the passage."""
        earlier = [one.code for one in find_mentions(self.whole[max(0, self.offset - BACK) : self.offset])]
        for reference in find_references(self.text, named[0].end):
            if any(start < reference.end and reference.start < end for start, end in read):
                continue
            if not NEW_CLAUSE.search(self.text, named[0].end, reference.start):
                continue  # "Polish is the language you will hear"
            codes = [one.code for one in named if one.end <= reference.start]
            for code in antecedents(reference, [*earlier, *codes]):
                span = (reference.start, reference.end)
                candidate = self._candidate(span, code, reference.kind, NONE)
                yield Place(candidate, self.offset + span[0], self.offset + span[1], None, None)
        codes = [*earlier, *(one.code for one in named)]
        for reference, start in self._behind():
            for code in antecedents(reference, codes):
                yield self._place_behind(reference, start, code)

    def _behind(self) -> Iterator[tuple[Reference, int]]:
        """References behind the passage on the same line, and where the text begins that they are counted in."""
        begin = self.passage.span.end
        line = self.whole.find("\n", begin)
        limit = min(begin + AHEAD, len(self.whole), line if line >= 0 else len(self.whole))
        region = self.whole[begin:limit]
        first = next(find_mentions(region), None)
        for reference in find_references(region, 0, first.start if first else None):
            yield reference, begin

    def _place_behind(self, reference: Reference, begin: int, code: str) -> Place:
        start, end = begin + reference.start, begin + reference.end
        ends = [match.end() for match in SENTENCE_END.finditer(self.whole, begin, start)]
        first = ends[-1] if ends else begin
        stop = SENTENCE_END.search(self.whole, end, min(len(self.whole), end + 2 * AHEAD))
        last = stop.start() + 1 if stop else min(len(self.whole), end + AHEAD)
        sentence = self.whole[first:last]
        others = tuple((one.start, one.end) for one in find_mentions(sentence))
        candidate = Candidate(
            sentence, start - first, end - first, others, code, reference.kind, NONE, False, False,
            self.passage.role.value, self.heading, self.whole[max(0, first - BESIDE) : first],
            self.whole[last : last + BESIDE], self.passage.language,
        )  # fmt: skip
        return Place(candidate, start, end, None, None)
