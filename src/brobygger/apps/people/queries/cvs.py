"""A CV with its facts marked, whole or without what identifies; and what the own page says of it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from brobygger.apps.classifications.enums import FactState
from brobygger.apps.classifications.queries import (
    Mark,
    Segment,
    cut_text,
    marks_of,
)
from brobygger.apps.people.models import (
    Candidate,
    CandidateDocument,
    CandidateFact,
)
from brobygger.core.reading import FACT_KINDS, Graduation, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


GRADUATION: Final = FACT_KINDS[Graduation]
# What a company may read of a CV, see `open_facts`. The rest (employers, schools, the person, private life) stays hidden.
OPEN_KINDS: Final = frozenset(
    {"skill", "occupation", "language", "experience", "market", "start", "duration", "hours", GRADUATION}
)
CLOSED_ROLES: Final = frozenset({Role.CONTACT.value})
SURE: Final = 0.7  # below it a fact is shown as a question
AROUND: Final = 60  # characters of a passage on each side of a fact's words
SHORTEST_NAME: Final = 3  # letters of a part of a name that is hidden where it stands alone


@dataclass(frozen=True, slots=True)
class ProfileFact:
    """
    One thing that is known of a candidate, wherever the CV says it.

    Args:
        fact: the row that stands for it.
        places: in how many places of the CV it stands; 0 if a person added it.
        quote: what stands before its words, the words, what stands after them.
        is_decided: a person has confirmed, rejected or added it.
        is_rejected: a person has said that it is wrong.
        is_unsure: it was read, and is better asked than told.
    """

    fact: CandidateFact
    places: int
    quote: tuple[str, str, str]
    is_decided: bool
    is_rejected: bool
    is_unsure: bool


def facts_of(candidate: Candidate) -> list[CandidateFact]:
    """What was read from a CV and what people said of it, in the order of the text."""
    return list(candidate.facts.order_by("span_start", "pk"))


def marked_cv(candidate: Candidate, facts: list[CandidateFact] | None = None) -> tuple[Segment, ...]:
    """The whole CV with what was understood of it marked: for the person and for those who run the programme."""
    found = facts_of(candidate) if facts is None else facts
    return cut_text(candidate.document.text, marks_of(found))


def open_facts(candidate: Candidate, facts: Iterable[CandidateFact]) -> list[CandidateFact]:
    """
    The facts that a company may be told of somebody whose name it does not know.

    A graduation is among them while it lay ahead when the CV was written: one of long ago would tell the age.
    """
    written = getattr(getattr(candidate, "document", None), "published_date", None)
    return [
        fact
        for fact in facts
        if fact.counts
        and fact.kind in OPEN_KINDS
        and (fact.kind != GRADUATION or (written is not None and fact.value["latest"] >= written.isoformat()))
    ]


def anonymous_cv(candidate: Candidate, facts: list[CandidateFact] | None = None) -> tuple[Segment, ...]:
    """
    The CV as a company may read it.

    Shown are the words of skills, occupations, languages and the like wherever they stand, outside of contact
    lines. Everything else is hidden, not only what was recognised as identifying: also a section on skills may
    name an employer or speak of children.
    """
    found = facts_of(candidate) if facts is None else facts
    text, passages = candidate.document.text, candidate.document.passages
    closed = list(closed_ranges(passages, found))
    marks = [mark for mark in marks_of(open_facts(candidate, found)) if not _touches(mark, closed)]
    between = _without(0, len(text), [(mark.start, mark.end) for mark in marks])
    hidden = [(start, end) for start, end in between if any(map(str.isalnum, text[start:end]))]
    return cut_text(text, marks, hidden)


def profile_facts(candidate: Candidate, facts: list[CandidateFact] | None = None) -> list[ProfileFact]:
    """What a CV says and its owner added, each thing once, surest quote first. One query, or none with `facts`."""
    found = facts_of(candidate) if facts is None else facts
    document = getattr(candidate, "document", None)
    groups: dict[tuple[str, str], list[CandidateFact]] = {}
    for fact in found:
        if fact.kind != "contact":
            groups.setdefault((fact.kind, fact.says), []).append(fact)
    return [_profile_fact(group, document) for group in groups.values()]


def _profile_fact(group: list[CandidateFact], document: CandidateDocument | None) -> ProfileFact:
    """Of several places in the text, the surest in force stands for all."""
    best = max(
        group, key=lambda one: (one.counts, one.state != FactState.READ, one.confidence, -(one.pk or 0))
    )
    return ProfileFact(
        fact=best,
        places=sum(1 for one in group if one.span_start is not None),
        quote=_quote(best, document),
        is_decided=best.state != FactState.READ,
        is_rejected=not best.counts,
        is_unsure=best.state == FactState.READ and best.confidence < SURE,
    )


def _quote(fact: CandidateFact, document: CandidateDocument | None) -> tuple[str, str, str]:
    """The words of a fact between those around them in the same passage, cut to what a glance takes in."""
    if document is None or fact.span_start is None or fact.span_end is None:
        return "", "", ""
    text, start, end = document.text, fact.span_start, fact.span_end
    first, last = start, end
    for passage in document.passages:
        if passage[0] <= start < passage[1]:
            first, last = passage[0], max(end, passage[1])
    before, after = text[first:start], text[end:last]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return before.lstrip(), text[start:end], after.rstrip()


def name_ranges(text: str, name: str) -> list[tuple[int, int]]:
    """Where a person's name or a part of it stands in a text: the reader does not recognise every name."""
    parts = [part for part in (name, *name.split()) if len(part) >= SHORTEST_NAME]
    if not parts:
        return []
    either = "|".join(rf"\b{re.escape(part)}\b" for part in parts)
    return [match.span() for match in re.finditer(either, text)]


def closed_ranges(
    passages: Iterable[list[object]], facts: Iterable[CandidateFact]
) -> Iterator[tuple[int, int]]:
    """Contact lines, and whatever a fact of these kinds covers."""
    for start, end, _language, _confidence, role in passages:
        if role in CLOSED_ROLES and isinstance(start, int) and isinstance(end, int):
            yield start, end
    for fact in facts:
        if fact.kind == "contact" and fact.span_start is not None and fact.span_end is not None:
            yield fact.span_start, fact.span_end


def _touches(mark: Mark, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start < mark.end and mark.start < end for start, end in ranges)


def _without(start: int, end: int, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of start:end outside of `ranges`."""
    result, position = [], start
    for first, last in sorted(ranges):
        if last <= position or first >= end:
            continue
        if first > position:
            result.append((position, first))
        position = last
    return [*result, (position, end)] if position < end else result
