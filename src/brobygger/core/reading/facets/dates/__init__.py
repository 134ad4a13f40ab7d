"""Start, application deadline and length of what is offered or wanted."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, Role, Span
from brobygger.core.reading.facets.dates.day import MONTHS, NamedDay, named_days
from brobygger.core.reading.facets.dates.deadline import find_deadline
from brobygger.core.reading.facets.dates.deadline_words import (
    AS_WE_GO,
    FIRST_COME,
    HIRES_WHEN,
    NAMED,
    NO_DEADLINE,
    ROLLING,
    UNTIL_WHOM,
)
from brobygger.core.reading.facets.dates.duration import find_duration
from brobygger.core.reading.facets.dates.start import find_start
from brobygger.core.reading.facets.dates.start_words import AT_ONCE, AVAILABLE, SOON, SOONER
from brobygger.core.reading.folding import fold
from brobygger.core.reading.signs import Signs, standing_in

# One of these stands in every passage that says anything of the kind (text case): a cheap test before the patterns.
SOON_SIGNS = Signs.of(SOON, SOONER, AT_ONCE)
ROLLING_SIGNS = Signs(
    {*UNTIL_WHOM, AS_WE_GO, *Signs.of(ROLLING, NAMED, NO_DEADLINE, FIRST_COME, HIRES_WHEN).pieces} - {"as"}
)
DAY_SIGNS = Signs((*"0123456789", *MONTHS, "nytår", "nyttår", "nyår", "new year", "årsskift"))
CONTINUES = re.compile(
    r"(?:fra|från|from|den|d\.|kl\.|on)?\s?\d|(?:fra|från|from|til|till?)\s", re.IGNORECASE
)
YEAR = re.compile(r"\b20\d\d\b")
WITHOUT_YEAR = re.compile(
    r"\d\.? [a-zåäöæø]{3}|\d/\d|\b(?:jan|feb|mar|apr|ma[ij]|jun|jul|aug|sep|o[kc]t|nov|de[cs])"
)
LONGEST_DAY = 20  # characters before the year of "17. september 2026"
A_YEAR, BEFORE_LAST = dt.timedelta(366), dt.timedelta(180)
LEAD = re.compile(r"(?:(?<=[.!?]\s)(?=[A-ZÆØÅÄÖ])|(?<=\n\n)|^)[^\n]*\n?[^\n]*$")
LONGEST_LEAD = 80
PAST = frozenset({Role.WORK, Role.EDUCATION, Role.SKILLS, Role.LANGUAGES})


def find_dates(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    `Start`, `Deadline` and `Duration` facts. A CV's work and study sections speak of the past and give none.

    A day without a year is the next such day after `document.published`.
    """
    in_cv = document.kind is DocumentKind.CV
    own = passage.span.start
    lead = _lead(text, passage, document)
    if lead:
        text = lead + text
        passage = replace(passage, span=Span(own - len(lead), passage.span.end))
    text = fold(text)
    if in_cv and passage.role in PAST and not AVAILABLE.search(text):
        return
    for fact in _dates(text, passage, document, in_cv=in_cv):
        if fact.span.start >= own:  # what the lead says was read with its own passage
            yield fact


def _lead(text: str, passage: Passage, document: Document) -> str:
    """What stands before a passage that begins with a day: the sentence may have been cut there ("senest d. | 3. maj")."""
    if not CONTINUES.match(text):
        return ""
    before = document.text[max(0, passage.span.start - LONGEST_LEAD) : passage.span.start]
    lead = LEAD.search(before)
    return lead[0] if lead else ""


@lru_cache(maxsize=8)
def _written(text: str, published: dt.date) -> dt.date:
    """
    From when on a day without a year is to be sought in an ad: from its publication.

    An ad whose last full date lies in the year before that is older than its publication: then some months before it.
    """
    full = [
        day.date
        for year in YEAR.finditer(text)
        for day in named_days(text[max(0, year.start() - LONGEST_DAY) : year.end() + LONGEST_DAY // 3], None)
        if day.exact
    ]
    last = max(full, default=published)
    return last - BEFORE_LAST if published - A_YEAR < last < published else published


def _dates(text: str, passage: Passage, document: Document, *, in_cv: bool) -> Iterator[Fact]:
    standing = standing_in(text)
    days: list[NamedDay] = []
    if standing & DAY_SIGNS.bit:
        written = document.published
        if written and not in_cv and WITHOUT_YEAR.search(text):
            written = _written(document.text, written)
        days = list(named_days(text, written, passage.language))
    if days or standing & SOON_SIGNS.bit:
        yield from find_start(text, passage, document, days)
    if not in_cv and (days or standing & ROLLING_SIGNS.bit):
        yield from find_deadline(text, passage, document, days)
    if not (in_cv and passage.role in PAST):
        yield from find_duration(text, passage, document, days)


__all__ = ["NamedDay", "find_dates", "named_days"]
