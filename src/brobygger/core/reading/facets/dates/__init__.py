"""Start, application deadline and length of what is offered or wanted."""

from __future__ import annotations

from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, Role
from brobygger.core.reading.facets.dates.day import NamedDay, named_days
from brobygger.core.reading.facets.dates.deadline import find_deadline
from brobygger.core.reading.facets.dates.duration import find_duration
from brobygger.core.reading.facets.dates.start import find_start
from brobygger.core.reading.folding import fold
from brobygger.core.reading.signs import Signs

# One of these stands in every passage that says anything of the kind (text case): a cheap test before the patterns.
START_SIGNS = Signs((
    "start", "tiltr", "tillträ", "begyn", "begin", "börja", "commenc", "ansæt", "ledig", "tilg", "tillg", "avail", "dispon",
    "fra ", "från", "from", "f.o.m", "pr.", "per ", "as of",
))  # fmt: skip
DEADLINE_SIGNS = Signs((
    "frist", "sista", "sidste", "deadline", "closing", "appl", "søg", "søk", "sök", "send", "løbende", "løpende", "löpande", "rolling", "contact", "kontakt", "skriv", "skicka", "write", "mail", "hør", "hör", "hear", "continuous", "ongoing",
))  # fmt: skip
PAST = frozenset({Role.WORK, Role.EDUCATION, Role.SKILLS, Role.LANGUAGES})


def find_dates(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    `Start`, `Deadline` and `Duration` facts. A CV's work and study sections speak of the past and give none.

    A day without a year is the next such day after `document.published`.
    """
    in_cv = document.kind is DocumentKind.CV
    if in_cv and passage.role in PAST:
        return
    text = fold(text)
    days = list(named_days(text, document.published, passage.language))
    if START_SIGNS.stand_in(text):
        yield from find_start(text, passage, document, days)
    if not in_cv and DEADLINE_SIGNS.stand_in(text):
        yield from find_deadline(text, passage, document, days)
    yield from find_duration(text, passage, document, days)


__all__ = ["NamedDay", "find_dates", "named_days"]
