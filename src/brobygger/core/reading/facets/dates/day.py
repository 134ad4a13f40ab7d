"""Days named in a text: "1. februar 2027", "15/9", "August 1, 2026", "uge 32", "medio mars 2019", "høsten 2026"."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from brobygger.core.reading.folding import fold, folded

MONTHS: dict[str, int] = {
    name: number
    for number, names in enumerate(
        (
            "januar januari january jan",
            "februar februari february feb febr",
            "marts mars march mar",
            "april apr",
            "maj mai may",
            "juni june jun",
            "juli july jul",
            "august augusti aug",
            "september sept sep",
            "oktober october okt oct",
            "november nov",
            "december desember dec des",
        ),
        1,
    )
    for name in names.split()
}
# First month of the study year's halves, by language: Danish universities begin in September and February,
# Norwegian and Swedish ones in August and January (the Swedish autumn term at the turn of August).
SEMESTERS = {"da": (2, 9), "nb": (1, 8), "nn": (1, 8), "sv": (1, 8), "en": (2, 9)}

_MONTH = rf"(?P<month>{'|'.join(sorted(MONTHS, key=lambda name: (-len(name), name)))})\b\.?"
_YEAR = r"(?:19|20)\d{2}"
ISO = rf"(?P<y>{_YEAR})-(?P<m>\d{{1,2}})-(?P<d>\d{{1,2}})"
FIGURES = rf"(?P<d>\d{{1,2}})(?P<sep>[./-])\s?(?P<m>\d{{1,2}})(?:(?P=sep)|[ -])\s?(?P<y>{_YEAR}|\d{{2}})(?![./-]?\d|\s?%)"
SLASHED = r"(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![./-]?\d|\s?%)"  # "15/9"
DOTTED = r"(?P<d>\d{1,2})\.(?P<m>\d{1,2})\.(?!\d)"  # "15.9."

DAY_FIRST = rf"(?P<d>\d{{1,2}})(?:\.|st|nd|rd|th|:[ae])?\s(?:of\s)?{_MONTH}(?:,?\s(?P<y>{_YEAR}))?"
MONTH_FIRST = rf"{_MONTH}\s(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,?\s(?P<y>{_YEAR}))?"
MONTH_ALONE = (
    r"(?:(?P<part>primo|medio|midt i|utgangen av|udgangen af|utgången av|mitt i|mid|ultimo|early|late|begyndelsen af|begynnelsen av|början av|midten af|midten av|mitten av|"
    rf"slutningen af|slutten av|slutet av|starten af|start of|end of)[ -])?{_MONTH}(?:\s(?P<y>{_YEAR}))?"
)
WEEK = rf"(?:uge|uger|uke|uker|vecka|veckorna|weeks?|v\.)\s?(?P<week>\d{{1,2}})\b(?:,?\s(?P<y>{_YEAR}))?"
HALF = (
    r"(?:(?P<spring>forår(?:et|s?semest(?:er|re|eret|ret))?|vår(?:en|semester(?:et)?|terminen)?|spring(?: semester| term)?|vt)|"
    r"efterår(?:et|s?semest(?:er|re|eret|ret))?|høst(?:en|semester(?:et)?)?|höst(?:en|terminen)?|autumn(?: semester| term)?|fall(?: semester| term)?|ht)"
    rf"(?:\s(?:of\s)?(?P<y>{_YEAR})|(?<=[hv]t)\s?-?(?P<short>\d{{2}}|{_YEAR}))"  # "HT 2026", "vt27"
)
# "Q1 2027", "3. kvartal 2027", "early 2027"
QUARTER = (
    r"(?:q\s?(?P<quarter>[1-4])|(?P<quarter_before>[1-4])\.?\s?kvartal(?:et)?|(?P<first>(?:første|första) kvartal(?:et)?|(?:the )?first quarter|early|(?:the )?(?:start|beginning) of|"
    rf"begyndelsen af|begynnelsen av|starten a[fv]|början av|primo|tidlig i|tidligt i|tidigt))\s(?:i\s|of\s|år\s)?(?P<y>{_YEAR})"
)
# "efter nytår", "after New Year"
NEW_YEAR = rf"(?:efter|etter|over|efter|after|ved|vid|kring|rundt|omkring|around|fra|från|from) (?:the )?(?P<new_year>nytår|nyttår|nyår|new year|årsskifte[nt]?)(?:\s(?P<y>{_YEAR}))?"


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(folded(rf"(?<![\w./-]){pattern}(?!\w)") for pattern in patterns)


OF_FIGURES = _compiled(ISO, FIGURES, SLASHED, DOTTED)
OF_MONTHS = _compiled(DAY_FIRST, MONTH_FIRST, MONTH_ALONE)
(OF_WEEKS,), (OF_HALVES,), (OF_QUARTERS,), (OF_NEW_YEARS,) = map(_compiled, (WEEK, HALF, QUARTER, NEW_YEAR))
MONTH_ONLY = OF_MONTHS[-1]
FIGURE = re.compile(r"\d")
MONTH_STEM = folded(r"\b(?:jan|feb|mar|apr|ma[jiy]|jun|jul|aug|sep|o[kc]t|nov|de[cs])")
WEEK_STEM = folded(r"uge|uke|veck|week|\bv\.")
HALF_STEM = folded(r"forår|vår|spring|efterår|høst|höst|autumn|fall|\b[hv]t[\s\d-]")
QUARTER_STEM = folded(r"q\s?\d|kvartal|quarter|(?:early|of|a[fv]|primo|tidligt?(?: i)?|tidigt) 20")
NEW_YEAR_STEM = folded(r"nyt?tår|nyår|new year|årsskift")
WEEKDAYS = ("man mån mon", "tir tis tue", "ons wed", "tor thu", "fre fri", "lør lör sat", "søn sön sun")
WEEKDAY = folded(
    rf"\b(?P<day>{'|'.join(' '.join(WEEKDAYS).split())})[^\W\d_]*d(?:ag|ay)(?:en)?,?\s(?:den\s|d\.\s?|the\s)?$"
)
RANGE = folded(
    r"\s?(?:[–—-]|til|till|to|until|og|och|and|eller|or|t\.o\.m\.)\s?"
)  # between its first and last day
SPAN_OF_YEARS = range(1950, 2101)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """
    A day as named at start:end of a text.

    `exact` is False where only a month, a week or a semester is named: then it is the first day of that
    (of "end of May" the last one).
    """

    start: int
    end: int
    date: dt.date
    exact: bool


def named_days(text: str, published: dt.date | None, language: str = "en") -> Iterator[NamedDay]:
    """
    Days in the order of the text.

    Args:
        text: a sentence or line.
        published: a day without a year is the next such day from here on; without it such days are left out.
        language: decides when a semester begins.
    """
    text = fold(text)
    found: list[re.Match[str]] = []
    for pattern in _worth_trying(text):
        for match in pattern.finditer(text):
            if all(match.end() <= other.start() or other.end() <= match.start() for other in found):
                found.append(match)
    found.sort(key=lambda match: match.start())
    for number, match in enumerate(found):
        following = found[number + 1] if number + 1 < len(found) else None
        shared = _shared_year(text, match, following) or _year_of_weekday(text, match, published)
        date = _date(match, published, language, shared)
        if date:
            exact = any(match.groupdict().get(part) for part in ("d", "part"))
            yield NamedDay(match.start(), match.end(), date, exact)


def _worth_trying(text: str) -> Iterator[re.Pattern[str]]:
    """The patterns whose cheapest part the text has; the surest first."""
    has_month = MONTH_STEM.search(text)
    if has_month:
        yield from OF_MONTHS[:2]
    if FIGURE.search(text):
        yield from OF_FIGURES
        if HALF_STEM.search(text):
            yield OF_HALVES
        if QUARTER_STEM.search(text):
            yield OF_QUARTERS
        if WEEK_STEM.search(text):
            yield OF_WEEKS
    if NEW_YEAR_STEM.search(text):
        yield OF_NEW_YEARS
    if has_month:
        yield MONTH_ONLY


def _shared_year(text: str, first: re.Match[str], second: re.Match[str] | None) -> int | None:
    """The year of the second day of a range, where the first has none: "10. juni til 15. august 2026"."""
    one, two = first.groupdict(), second.groupdict() if second else {}
    if second is None or one.get("y") or not two.get("y") or not (one.get("month") and two.get("month")):
        return None
    if not RANGE.fullmatch(text, first.end(), second.start()):
        return None
    return (_year(two["y"]) or 0) - (MONTHS[one["month"]] > MONTHS[two["month"]])


def _year_of_weekday(text: str, match: re.Match[str], published: dt.date | None) -> int | None:
    """The year in which a day without a year falls on the weekday before it: "Sunday 14 June"."""
    parts = match.groupdict()
    weekday = WEEKDAY.search(text, max(0, match.start() - 20), match.start())
    if not (weekday and published and parts.get("d") and not parts.get("y")):
        return None
    number = next(n for n, names in enumerate(WEEKDAYS) if weekday["day"] in names.split())
    for year in (published.year, published.year + 1, published.year - 1):
        date = _in_year({name: value for name, value in parts.items() if value}, year, "en", half=False)
        if date and date.weekday() == number:
            return year
    return None


def _date(
    match: re.Match[str], published: dt.date | None, language: str, shared: int | None = None
) -> dt.date | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    if match.re is MONTH_ONLY and match[0].lower() in ("may", "mar", "jan", "jul"):
        return None  # a verb, given names and Christmas more often than months
    year = _year(parts.get("y") or parts.get("short")) or shared
    years = (year,) if year else (published.year, published.year + 1) if published else ()
    for one in years:
        date = _in_year(parts, one, language, half=match.re is OF_HALVES)
        if date and (year or (published and date >= published)):
            return date if date.year in SPAN_OF_YEARS else None
    return None


def _year(figures: str | None) -> int | None:
    if not figures:
        return None
    return int(figures) if len(figures) == 4 else 2000 + int(figures)


def _in_year(parts: dict[str, str], year: int, language: str, *, half: bool) -> dt.date | None:
    try:
        if half:
            spring, autumn = SEMESTERS.get(language, SEMESTERS["en"])
            return dt.date(year, spring if "spring" in parts else autumn, 1)
        if "new_year" in parts:
            return dt.date(year, 1, 1)
        if "quarter" in parts or "quarter_before" in parts or "first" in parts:
            quarter = int(parts.get("quarter") or parts.get("quarter_before") or 1)
            return dt.date(year, quarter * 3 - 2, 1)
        if "week" in parts:
            return dt.date.fromisocalendar(year, int(parts["week"]), 1)
        month = MONTHS[parts["month"].lower()] if "month" in parts else int(parts["m"])
        day = int(parts["d"]) if "d" in parts else _day_of(parts.get("part", ""), year, month)
        return dt.date(year, month, day)
    except ValueError:  # 31 February, month 13: not a date
        return None


def _day_of(part: str, year: int, month: int) -> int:
    """The day meant by "medio", "end of" …; 1 without such a word."""
    part = part.lower()
    if part.startswith(("med", "mid", "mit")):
        return 15
    if part.startswith(("ult", "late", "slut", "end", "utg", "udg")):
        return calendar.monthrange(year, month)[1]
    return 1
