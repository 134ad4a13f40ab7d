"""Until when one can apply."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Deadline, Document, Fact, Passage, Role
from brobygger.core.reading.facets.dates import deadline_words as says
from brobygger.core.reading.facets.dates.day import NamedDay
from brobygger.core.reading.facets.facet import fact_at

REACH = 70  # characters between "deadline" and its day, or "rolling" and what is
NEAR = 45  # characters between "rolling" and a verb for selecting
LOOKED_BACK = 45  # characters before a day in which "by", "at the latest" stand
OF_THE_WORK = frozenset({Role.TASK, Role.REQUIREMENT, Role.ADVANTAGE, Role.OFFER})
ROLLING_PATTERNS = (says.NO_DEADLINE, says.UNTIL_FOUND, says.TO_BE_FOUND, says.FIRST_COME, says.HIRES_WHEN)


def find_deadline(text: str, passage: Passage, _document: Document, days: list[NamedDay]) -> Iterator[Fact]:
    """The day by which to apply; without a day where applications are read as they come; or both."""
    for number, day in enumerate(days):
        sure = _sure(text, passage, days, number) if day.exact else 0.0
        if sure:
            yield fact_at(Deadline(day.date), passage, day.start, day.end, sure)
            break
    rolling = _rolling(text, passage)
    if rolling:
        yield fact_at(Deadline(None), passage, *rolling, 0.8)


def _sure(text: str, passage: Passage, days: list[NamedDay], number: int) -> float:
    """Confidence that a day is the last to apply; 0: it is another day."""
    day = days[number]
    earliest = days[number - 1].end if number else 0  # what stands before another day speaks of that
    near = max(earliest, day.start - REACH)
    named = _last(says.NAMED, text, near, day.start)
    if named and not says.OTHERWISE.search(text, named.end(), day.start):
        return 0.95
    back = max(0, day.start - LOOKED_BACK)
    by = says.BY.search(text, back, day.start)
    applied = by and says.APPLY.search(text)
    otherwise = by and says.OTHERWISE.search(text, max(earliest, by.start() - REACH), by.start())
    if applied and not otherwise:
        return 0.85
    if says.AT_THE_LATEST.search(text, back, day.start) and not says.OTHERWISE.search(text):
        return 0.8 if passage.role is Role.APPLICATION else 0.7
    if number and says.APPLY.search(text) and _is_end_of_time(text, days[number - 1], day):
        return 0.8
    if says.READ_ON.search(text, near, day.start):
        return 0.7
    return 0.0


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    return max(pattern.finditer(text, start, end), key=lambda match: match.end(), default=None)


def _is_end_of_time(text: str, first: NamedDay, day: NamedDay) -> bool:
    """Whether a day ends a time in which to apply: "between 1 December and 31 January"."""
    return (
        says.TO.fullmatch(text, first.end, day.start) is not None
        and says.BETWEEN.search(text, max(0, first.start - LOOKED_BACK), first.start) is not None
        and not says.OTHERWISE.search(text)
    )


def _rolling(text: str, passage: Passage) -> tuple[int, int] | None:
    """Where it says that there is no day, or that applications are read as they come."""
    for match in says.NAMED.finditer(text):
        soon = says.AS_SOON.match(text, match.end())
        if soon:
            return soon.span("said")
    for pattern in ROLLING_PATTERNS:
        said = pattern.search(text)
        if said:
            return said.span()
    for rolling in says.ROLLING.finditer(text):
        if _is_of_applications(text, rolling, passage):
            return rolling.span()
    return None


def _is_of_applications(text: str, rolling: re.Match[str], passage: Passage) -> bool:
    """Whether what goes on all the time is the choice among who applies."""
    start, end = rolling.span()
    if says.OF_APPLICATIONS.search(text, max(0, start - REACH), end + REACH):
        return True
    if says.SELECTING.search(text, max(0, start - NEAR), end + NEAR) or says.FILLED.search(
        text, max(0, start - NEAR), end + NEAR
    ):
        return passage.role not in OF_THE_WORK or len(text) < REACH
    return False
