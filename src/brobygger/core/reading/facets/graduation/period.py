"""The time that words name, as exactly as they do: "24. juni 2027", "06/2027", "VT27", "sommeren 2027", "2027"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from brobygger.core.reading.facets.dates.day import named_days
from brobygger.core.reading.folding import fold, folded

FIRST_YEAR, LAST_YEAR = 1950, 2100
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d|[./-]\d)"
# First and last month of a season of studies: spring's exams lie in June, autumn's at the turn of the year.
SEASONS = {"spring": (1, 6), "summer": (6, 8), "autumn": (8, 12)}
SEASON = folded(
    r"\b(?:(?P<spring>forår(?:et|ssemester(?:et)?)?|vår(?:en|semester(?:et)?|terminen)?|spring(?: semester| term)?)|"
    r"(?P<summer>sommer(?:en)?|sommar(?:en)?|summer)|"
    r"(?P<autumn>efterår(?:et|ssemester(?:et)?)?|høst(?:en|semester(?:et)?)?|höst(?:en|terminen)?|autumn(?: semester| term)?|fall(?: semester| term)?))"
    rf",?\s(?:of\s|i\s|in\s)?{_YEAR}"
)
WINTER = folded(r"\b(?:vinter(?:en)?|winter)\s(?:of\s)?(?P<year>(?:19|20)\d\d)\s?/\s?(?:20)?\d\d\b")
TERM = folded(r"\b(?P<term>[vh])t[ -]?(?P<year>(?:20)?\d\d)\b")  # of Swedish studies
QUARTER = folded(rf"\b(?:q(?P<quarter>[1-4])|(?P<counted>[1-4])\. ?(?:kvartal|kvartalet))\s(?:i\s)?{_YEAR}")
MONTH_FIRST = re.compile(rf"(?<![\d./-])(?P<month>0?[1-9]|1[0-2])\s?[./-]\s?{_YEAR}")
YEAR_FIRST = re.compile(r"(?<![\d./-])(?P<year>(?:19|20)\d\d)-(?P<month>0[1-9]|1[0-2])(?![-\d])")
YEAR = re.compile(rf"(?<![\w./-]){_YEAR}(?!\w|\s?%)")
FOUR_FIGURES = re.compile(r"\d{4}")
CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `earliest` to `latest`, as named at start:end of a text."""

    start: int
    end: int
    earliest: dt.date
    latest: dt.date

    @property
    def days(self) -> int:
        return (self.latest - self.earliest).days


def periods_in(text: str, published: dt.date | None, language: str = "en") -> list[Period]:
    """
    The times that a text names, in its order.

    Args:
        text: a sentence or line.
        published: a day or month without a year is the next such from here on; without it such are left out.
        language: of the text.
    """
    text = fold(text)
    found: list[Period] = []
    for one in (*_written_short(text), *_of_days(text, published, language), *_of_years(text)):
        apart = all(one.end <= other.start or other.end <= one.start for other in found)
        if apart and FIRST_YEAR <= one.earliest.year <= one.latest.year <= LAST_YEAR:
            found.append(one)
    return sorted(found, key=lambda one: one.start)


def period_of(text: str, language: str = "en") -> Period | None:
    """The time that a whole text names with its year; None if it names none, or more than that."""
    words = text.strip()
    found = periods_in(words, None, language)
    return found[0] if len(found) == 1 and (found[0].start, found[0].end) == (0, len(words)) else None


def months(start: int, end: int, year: int, first: int, last: int) -> Period:
    """From the first day of a month to the last of another."""
    return Period(
        start, end, dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
    )


def _written_short(text: str) -> Iterator[Period]:
    """Seasons, terms, quarters, and months in figures."""
    for match in SEASON.finditer(text):
        season = next(name for name in SEASONS if match[name])
        yield months(*match.span(), int(match["year"]), *SEASONS[season])
    for match in WINTER.finditer(text):
        year = int(match["year"])
        yield Period(*match.span(), dt.date(year, 12, 1), months(0, 0, year + 1, 2, 2).latest)
    for match in TERM.finditer(text):
        figures = int(match["year"])
        year = figures if figures >= CENTURY else CENTURY + figures
        yield months(*match.span(), year, *SEASONS["spring" if match["term"] == "v" else "autumn"])
    for match in QUARTER.finditer(text):
        quarter = int(match["quarter"] or match["counted"])
        yield months(*match.span(), int(match["year"]), 3 * quarter - 2, 3 * quarter)
    for pattern in (MONTH_FIRST, YEAR_FIRST):
        for match in pattern.finditer(text):
            yield months(*match.span(), int(match["year"]), int(match["month"]), int(match["month"]))


def _of_days(text: str, published: dt.date | None, language: str) -> Iterator[Period]:
    """Days, and months by their names; "medio juni 2027" is no more exact than its month."""
    for day in named_days(text, published, language):
        is_day = day.exact and any(map(str.isdigit, FOUR_FIGURES.sub("", text[day.start : day.end])))
        end = day.end - (
            text[day.start : day.end].endswith(".") and not is_day
        )  # "juni." at the end of a sentence
        if is_day:
            yield Period(day.start, end, day.date, day.date)
        else:
            yield months(day.start, end, day.date.year, day.date.month, day.date.month)


def _of_years(text: str) -> Iterator[Period]:
    for match in YEAR.finditer(text):
        yield months(*match.span(), int(match["year"]), 1, 12)
