"""In which languages ads are written, over time."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Final

from django.db.models import Count

from brobygger.apps.base.models import all_rows
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import Opportunity

FEW: Final = 20
"""Below so many ads a share says little: one ad more moves it by five points and more."""


class Step(Enum):
    MONTH = "month"
    HALF_YEAR = "half_year"


@dataclass(frozen=True, slots=True)
class AdPeriod:
    """
    The ads of a month or half-year.

    Args:
        year, number: the month (1–12) or half (1–2) of a year.
        counts: ads by the language that they are written in.
    """

    year: int
    number: int
    counts: Mapping[str, int]

    @property
    def total(self) -> int:
        return sum(self.counts.values())

    @property
    def is_few(self) -> bool:
        return self.total < FEW

    def percent(self, language: str) -> float | None:
        """Share of a language, to a tenth; None: there was no ad."""
        return round(100 * self.counts.get(language, 0) / self.total, 1) if self.total else None


@all_rows()  # what is or was open is published: the counts are the same for every reader
def ad_languages(*, step: Step, programme_id: int | None = None) -> tuple[list[AdPeriod], list[str]]:
    """
    Ads that were published by period of the day in the ad, the first period first, and the languages that occur, the
    most frequent first. Periods without an ad between the first and the last are there too. One query.
    """
    found = Opportunity.objects.in_programme(programme_id).exclude(state=OpportunityState.DRAFT)
    rows = found.order_by().values_list("date_posted", "language").annotate(number=Count("pk"))
    counts: dict[int, Counter[str]] = {}
    totals: Counter[str] = Counter()
    for day, language, number in rows:
        counts.setdefault(_index(day, step), Counter())[language] += number
        totals[language] += number
    per_year = 12 if step is Step.MONTH else 2
    periods = [
        AdPeriod(index // per_year, index % per_year + 1, counts.get(index, Counter()))
        for index in (range(min(counts), max(counts) + 1) if counts else ())
    ]
    return periods, sorted(totals, key=lambda one: (-totals[one], one))


def _index(day: dt.date, step: Step) -> int:
    return day.year * 12 + day.month - 1 if step is Step.MONTH else day.year * 2 + (day.month > 6)
