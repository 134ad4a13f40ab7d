"""Rules with the dates on which they hold, and what is known of a placement."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from brobygger.core.reading import OpportunityKind


class RuleError(ValueError):
    """A rule is not as it must be; the message names the country, the key and the day from which it holds."""


class RuleKey(StrEnum):
    """What a rule is about, in the order in which findings are shown."""

    FREE_MOVEMENT = "free_movement"  # whose citizens need no permit to work
    STUDENT_HOURS = "student_hours"  # that a residence permit for studies allows beside them
    JOB_SEARCH = "job_search"  # how long after graduation one may stay to look for work
    INTERN_MONTHS = "intern_months"  # how long a residence permit as an intern lasts at most
    WEEKLY_HOURS = "weekly_hours"  # ordinary working time
    YOUNG_HOURS = "young_hours"  # working time under 18
    YOUNG_WORK = "young_work"  # from which age work may be dangerous


EVERY_KEY: Final = tuple(RuleKey)


class Ground(StrEnum):
    """What lets somebody work in a country."""

    CITIZEN = "citizen"  # of the country, a Nordic one, the EU, the EEA or Switzerland
    UNLIMITED = "unlimited"  # a residence permit that says nothing about hours or employers
    STUDIES = "studies"  # a residence permit for studies
    JOB_SEARCH = "job_search"  # a residence permit to look for work after studies
    INTERN = "intern"  # a residence permit as an intern
    OTHER = "other"  # another permit, with conditions of its own
    NONE = "none"  # nothing yet: a permit is needed


@dataclass(frozen=True, slots=True)
class Source:
    """
    Where a rule is written, and who answers questions about it.

    Args:
        authority: its name.
        page: name of the page or law, in the authority's own language.
    """

    authority: str
    page: str


FIGURES: Final = (
    "hours",
    "per_month",
    "is_unlimited",
    "is_average",
    "full_time_months",
    "holiday_months",
    "studies_exempt",
    "months",
    "age",
)
"""The fields of a `DatedRule` that hold what it says in numbers."""
NEEDED: Final[Mapping[RuleKey, tuple[str, ...]]] = {
    RuleKey.FREE_MOVEMENT: (),
    RuleKey.STUDENT_HOURS: ("hours", "is_unlimited"),  # one of them
    RuleKey.JOB_SEARCH: ("months",),
    RuleKey.INTERN_MONTHS: ("months",),
    RuleKey.WEEKLY_HOURS: ("hours",),
    RuleKey.YOUNG_HOURS: ("hours",),
    RuleKey.YOUNG_WORK: ("age",),
}


@dataclass(frozen=True, slots=True)
class DatedRule:
    """
    What a rule says between two days.

    Args:
        country: ISO 3166-1.
        valid_from: the first day on which it holds, or is known to hold.
        valid_to: the last such day; None: it still holds.
        is_certain: the figures are sure. Otherwise there are none, and a person has to be asked.
        hours: in a week, or in a month with `per_month`.
        is_unlimited: there is no limit of hours.
        is_average: the hours are a mean over several months.
        full_time_months: months (1–12) in which hours are not limited.
        holiday_months: months in which they are not limited as far as they are holidays of the studies.
        studies_exempt: a placement that is part of the studies may be full time.
        months: at most.
        age: at least.
        note: what else is to know, by language code.

    Raises:
        RuleError: the days are in the wrong order, a figure is missing or out of range, or one is given that is not
            certain.
    """

    key: RuleKey
    country: str
    valid_from: dt.date
    valid_to: dt.date | None
    is_certain: bool
    source: Source
    hours: float | None = None
    per_month: bool = False
    is_unlimited: bool = False
    is_average: bool = False
    full_time_months: tuple[int, ...] = ()
    holiday_months: tuple[int, ...] = ()
    studies_exempt: bool = False
    months: int | None = None
    age: int | None = None
    note: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        given = [name for name in FIGURES if getattr(self, name)]
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise self._error("the last day lies before the first")
        if not self.source.authority or not self.source.page:
            raise self._error("the source needs an authority and a page")
        if not self.is_certain and given:
            raise self._error(f"it is not certain, so it must not say {given[0]}")
        needed = NEEDED[self.key]
        if self.is_certain and needed and not any(name in given for name in needed):
            raise self._error(f"it needs {' or '.join(needed)}")
        for name in ("hours", "months", "age"):
            value = getattr(self, name)
            if value is not None and not 0 < value <= 400:
                raise self._error(f"{name} must lie between 1 and 400, got {value}")
        if any(not 1 <= month <= 12 for month in (*self.full_time_months, *self.holiday_months)):
            raise self._error("months of the year are 1 to 12")

    def holds_on(self, day: dt.date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)

    def _error(self, what: str) -> RuleError:
        return RuleError(f"{self.country} {self.key} from {self.valid_from}: {what}.")


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """
    What is known of a placement, or of a candidate at an opportunity. None: not known, unless said otherwise.

    Args:
        country: where the work is, ISO 3166-1.
        start: the first day; None: not known, the rules of today are looked at.
        end: the last day, where one is known.
        is_permanent: no end is agreed.
        hours: least and most hours a week.
        ground: what lets the candidate work.
        ground_country: which country gave the permit; empty for none and for citizens.
        stated_countries: where the candidate says a permit is not needed, ISO 3166-1 or “EU”; None: not said.
        graduated: earliest and latest day of graduation, past or planned, a latest of None: or any day later; None:
            nothing is known.
        is_adult: 18 or older on the first day.
    """

    country: str
    kind: OpportunityKind | None = None
    start: dt.date | None = None
    end: dt.date | None = None
    is_permanent: bool = False
    hours: tuple[float, float] | None = None
    ground: Ground | None = None
    ground_country: str = ""
    stated_countries: tuple[str, ...] | None = None
    graduated: tuple[dt.date, dt.date | None] | None = None
    is_adult: bool | None = None

    def __post_init__(self) -> None:
        if self.hours is not None and not 0 <= self.hours[0] <= self.hours[1]:
            raise ValueError(f"hours must be in order and not negative, got {self.hours}")
        if self.graduated and self.graduated[1] and self.graduated[1] < self.graduated[0]:
            raise ValueError(f"days of graduation must be in order, got {self.graduated}")
        if self.start and self.end and self.end < self.start:
            raise ValueError(f"the end {self.end} lies before the start {self.start}")
        if self.is_permanent and self.end is not None:
            raise ValueError(f"a permanent placement has no end, got {self.end}")
