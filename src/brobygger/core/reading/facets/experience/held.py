"""The dated positions of a CV, and how long they are together."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from brobygger.core.reading.data import Document, Passage, Role
from brobygger.core.reading.facets.dates.day import MONTHS
from brobygger.core.reading.facets.education.levels import levels_in
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.passages import find_passages

MONTH = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
DAY = r"(?:\d{1,2}\.?\s+)?"


def _moment(name: str) -> str:
    """Pattern of a month with its year ("Aug 2020", "08/2020", "2020-08", "1.8.2020") or of a year alone."""
    year = rf"(?P<{name}_year>(?:19|20)\d\d)"
    return (
        rf"(?:(?:{DAY}\b(?P<{name}_word>{MONTH})\b\.?,?\s+|(?:\d{{1,2}}\s?[./-]\s?)?(?P<{name}_figure>0?[1-9]|1[0-2])\s?[./-]\s?)?{year}"
        rf"(?:-(?P<{name}_iso>0[1-9]|1[0-2])(?:-\d\d)?(?![\d]))?)"
    )


NOW = r"present|now|nu|nå|nuværende|nåværende|nuvarande|current(?:ly)?|today|i dag|idag|dags dato|d\.d\.|dd\.?|pågående|pågår|ongoing|løbende|till dags dato|heute|date"
BETWEEN = r"\s*(?:[-–—]|til|till|to|until|t\.o\.m\.)\s*"
POSITION = folded(
    rf"(?<![\d/.])(?:{_moment('from')}{BETWEEN}(?:{_moment('to')}(?!\d)|(?P<short>\d\d)(?![\d./-])|(?P<now>(?:{NOW})(?!\w)|$))"
    rf"|\b(?:since|siden|sedan)\s+{_moment('since')}(?!\d))",
)
YEAR = re.compile(r"(?:19|20)\d\d")
FIRST_YEAR, LAST_YEAR = 1950, 2100
MIDMONTH = 15  # a month begun counts from its second half
MIDSUMMER = 6  # a year alone stands for its middle, so that 2019–2022 are three years


# EQF: from here on a level names a study, below it may name a trade ("Elektriker, fagbrev 2012")
BACHELOR = 6
STUDY = folded(
    r"universit|\bschool|skole|skola|studi(?!o)|studer|student(?! assist)|education|uddann|utdann|utbild|course|\bkurs|exchange|udveksl|utveksl|utbyte|volunt|frivillig|certif|\bvgs\b|\bvg[123]\b|minor in|major in|honours|\bs\.b\.",
)


@dataclass(frozen=True, slots=True)
class Position:
    """Months worked, counted from year 0: half-open, with the characters that say it ("since 2022": `is_since`)."""

    first: int
    last: int
    start: int
    end: int
    is_since: bool


@dataclass(frozen=True, slots=True)
class Worked:
    years: float
    at: int  # where the last position in the text stands, in the document


def work_positions(text: str, passage: Passage, published: dt.date | None) -> list[Position]:
    """
    Positions of work in a passage of a CV.

    Under a heading of work dates are those of work, unless a degree is named. Where no heading says what a line is
    about, a beginning and an end are needed ("in Oslo since 2022" is no work), and no word of school or study.
    """
    written, text = text, fold(text)
    found = list(positions_in(text, published)) if YEAR.search(text) else []
    if not found:
        return []
    levels = levels_in(written, passage.language)
    if passage.role is Role.WORK:
        return found if all(level.eqf < BACHELOR for level in levels) else []
    if passage.role is not Role.OTHER or levels or STUDY.search(text):
        return []
    return [one for one in found if not one.is_since]


def positions_in(text: str, published: dt.date | None) -> Iterator[Position]:
    """Every position with a beginning and an end. One without an end lasts until `published`."""
    for match in POSITION.finditer(text):
        first = _month(match, "since" if match["since_year"] else "from", is_end=False)
        last = _last(match, published)
        if first is None or last is None or last < first:
            continue
        yield Position(
            first, last if last > first else first + MIDSUMMER, *match.span(), bool(match["since_year"])
        )


def merged_months(positions: Iterable[Position]) -> int:
    """Months covered by any of the positions."""
    total, reached = 0, 0
    for position in sorted(positions, key=lambda one: one.first):
        total += max(0, position.last - max(position.first, reached))
        reached = max(reached, position.last)
    return total


@lru_cache(maxsize=4)
def worked(document: Document) -> Worked | None:
    """All positions of work; None if there is none."""
    found: list[Position] = []
    at = 0
    for passage in find_passages(document):
        text = document.text[passage.span.start : passage.span.end]
        here = work_positions(text, passage, document.published)
        if here:
            found += here
            at = passage.span.start + here[-1].start
    return Worked(round(merged_months(found) / 12, 1), at) if found else None


def _last(match: re.Match[str], published: dt.date | None) -> int | None:
    if match["to_year"]:
        return _month(match, "to", is_end=True)
    if match["short"]:
        return int(match["from_year"][:2] + match["short"]) * 12 + MIDSUMMER
    if published is None:
        return None
    return published.year * 12 + published.month - (1 if published.day <= MIDMONTH else 0)


def _month(match: re.Match[str], name: str, *, is_end: bool) -> int | None:
    year = int(match[f"{name}_year"])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    word, figure = match[f"{name}_word"], match[f"{name}_figure"] or match[f"{name}_iso"]
    if word or figure:
        month = MONTHS[word.lower()] if word else int(figure)
        return year * 12 + month - (0 if is_end else 1)
    return year * 12 + MIDSUMMER
