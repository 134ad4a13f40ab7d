"""What kind of opportunity an ad offers, or a person looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Kind, OpportunityKind, Passage, Role
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.kind.words import (
    ALSO,
    BESIDE,
    EXPERIENCE,
    JOB,
    JOB_SIGNS,
    KINDS,
    LIKELY_JOB,
    NAMED,
    SEEKS,
    SIGNS,
    SOUGHT_STUDENT,
    STUDENTS,
    WANTED,
    kind_of,
)
from brobygger.core.reading.folding import fold, folded

DEGREE = folded(r"ph\.?\s?d\.?[- ]?")  # a degree alone, not a post that leads to it
NEW = folded(r"ny|new|recent")  # newly graduated
CV_ROLES = frozenset({Role.TITLE, Role.WISH, Role.PERSONAL, Role.OTHER, Role.CONTACT})
AD_SILENT = frozenset({Role.COMPANY, Role.DIVERSITY, Role.CONTACT})
MENTION = {
    Role.OFFER: 0.5,
    Role.OTHER: 0.5,
    Role.TASK: 0.45,
    Role.APPLICATION: 0.45,
    Role.REQUIREMENT: 0.25,
}
HEAD = 250  # characters in which a title may stand under a name or a question
LONGEST_HEADING = 90


def find_kind(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    The kind an ad offers, at most one a passage, or every kind that a person looks for.

    The title says it (.95); elsewhere a sentence that offers or seeks it (.8). An ad whose only sign is a
    form of employment is a job (.6), or its terms (.45); experience from an internship is none. A title that
    names no kind is that of an ordinary job (.3), should nothing say more.
    """
    in_cv = document.kind is DocumentKind.CV
    if passage.role not in CV_ROLES if in_cv else passage.role in AD_SILENT:
        return
    text = fold(text)
    named = _named(text, passage, in_cv=in_cv) if SIGNS.stand_in(text) else iter(())
    if in_cv:
        found = {fact.value: fact for fact in reversed(list(named))}
        yield from (found[Kind(kind)] for kind in KINDS.values() if Kind(kind) in found)
        return
    first = next(named, None)
    if first:
        yield first
    elif JOB_SIGNS.stand_in(text):
        for pattern, sure in ((JOB, 0.6), (LIKELY_JOB, 0.45)):
            job = pattern.search(text)
            if job:
                yield fact_at(Kind(OpportunityKind.JOB), passage, job.start(), job.end(), sure)
                return
    if not first and passage.role is Role.TITLE:
        yield fact_at(Kind(OpportunityKind.JOB), passage, 0, len(text), 0.3)


def _named(text: str, passage: Passage, *, in_cv: bool) -> Iterator[Fact]:
    for match in NAMED.finditer(text):
        kind = kind_of(match)
        if kind is OpportunityKind.TEACHING and STUDENTS.search(text):
            kind = OpportunityKind.STUDENT_JOB  # "teaching assistants (students)"
        sure = _sure(text, match, passage, kind, in_cv=in_cv)
        if sure:
            yield fact_at(Kind(kind), passage, match.start(), match.end(), sure)


def _sure(text: str, match: re.Match[str], passage: Passage, kind: OpportunityKind, *, in_cv: bool) -> float:
    """Confidence that the kind is what is offered, not what somebody did before or works beside."""
    before = text[max(0, match.start() - 50) : match.start()]
    if in_cv:
        return 0.8 if WANTED.search(before + match[0]) and not EXPERIENCE.search(text) else 0.0
    if passage.role is Role.TITLE:
        return 0.95
    if EXPERIENCE.search(before + text[match.start() : match.end() + 40]):
        return 0.0
    if _is_heading(text, match, passage):
        return 0.9
    if match.lastgroup == SOUGHT_STUDENT:
        return 0.55
    sought = SEEKS.search(before) is not None
    if kind is OpportunityKind.TEACHING:  # other people's teachers are in many sentences
        return 0.55 if sought else 0.0
    if kind is OpportunityKind.RESEARCH and DEGREE.fullmatch(match[0]) and not sought:
        return 0.0
    if kind is OpportunityKind.GRADUATE_JOB and NEW.match(match[0]):
        return 0.45 if sought and not ALSO.search(text) else 0.0
    if BESIDE.search(before):
        return 0.0
    mentioned = MENTION.get(passage.role, 0.0)
    return 0.8 if mentioned and WANTED.search(before + text[match.start() : match.end() + 25]) else mentioned


def _is_heading(text: str, match: re.Match[str], passage: Passage) -> bool:
    """Whether the kind opens a line near the beginning of the document: a title under the employer's name."""
    return match.start() == 0 and passage.span.start < HEAD and len(text) < LONGEST_HEADING
