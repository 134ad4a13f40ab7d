"""Hours a week: of a permit for studies, of ordinary working time, and of the young."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Iterator

from brobygger.core.country_rules.data import DatedRule, PlacementFacts
from brobygger.core.country_rules.result import Standing
from brobygger.core.country_rules.stay import ASK, FAILS, HOLDS, Said
from brobygger.core.reading import OpportunityKind

OF_STUDIES = frozenset({OpportunityKind.INTERNSHIP, OpportunityKind.THESIS, OpportunityKind.PROJECT})
"""Kinds of places that may be part of the studies."""
TERM = 10  # a month of the term, for placements whose months are not known
DAYS_OF_WEEK = 7
CLOSE = 1e-9


def student_hours(rule: DatedRule, facts: PlacementFacts) -> Said:
    """
    Hours beside the studies, in the month in which they weigh most.

    Hours a week are spread evenly over the days of a month. Months in which work may be full time do not count; a
    placement all of whose months may be holidays cannot be told, and neither can one above the limit that may be part
    of the studies.
    """
    if rule.is_unlimited:
        return Said(HOLDS, "unlimited")
    limit = rule.hours or 0.0
    figures: dict[str, float | int | dt.date] = {"limit": limit, "per_month": int(rule.per_month)}
    if facts.ground is None:
        return Said(ASK, "ground_unsaid", figures)
    months = [one for one in _months(facts) if one[1] not in rule.full_time_months]
    if not months:
        return Said(HOLDS, "full_time", figures)
    if facts.hours is None:
        return Said(ASK, "hours_unsaid", figures)
    weight = max(days for _year, _month, days in months) / DAYS_OF_WEEK if rule.per_month else 1.0
    least, most = facts.hours[0] * weight, facts.hours[1] * weight
    figures |= {"least": least, "most": most}
    if most <= limit + CLOSE:
        return Said(HOLDS, "within", figures)
    if facts.kind in OF_STUDIES and rule.studies_exempt:
        return Said(ASK, "part_of_studies", figures)
    if least <= limit + CLOSE:
        return Said(ASK, "some", figures)
    if _are_days_unknown(facts) and (rule.full_time_months or rule.holiday_months):
        return Said(ASK, "dates_unsaid", figures)
    if all(month in rule.holiday_months for _year, month, _days in months):
        return Said(ASK, "holidays", figures)
    if facts.start and facts.graduated and facts.graduated[0] <= facts.start:
        return Said(ASK, "graduation_unsure", figures)  # the studies may be over: then there is no limit
    return Said(FAILS, "above", figures)


def weekly_hours(rule: DatedRule, facts: PlacementFacts) -> Said:
    """Whether the hours a week lie within ordinary working time."""
    limit = rule.hours or 0.0
    return _against(limit, facts.hours, above=FAILS) or Said(ASK, "hours_unsaid", {"limit": limit})


def young_hours(rule: DatedRule, facts: PlacementFacts) -> Said:
    """Within the limit of the young it holds at any age; above it only who is 18 or older may work so much."""
    limit = rule.hours or 0.0
    above = FAILS if facts.is_adult is False else ASK
    return _against(limit, facts.hours, above=above) or Said(ASK, "hours_unsaid", {"limit": limit})


def _against(limit: float, hours: tuple[float, float] | None, *, above: Standing) -> Said | None:
    if hours is None:
        return None
    figures = {"limit": limit, "least": hours[0], "most": hours[1]}
    if hours[1] <= limit + CLOSE:
        return Said(HOLDS, "within", figures)
    if hours[0] <= limit + CLOSE:
        return Said(ASK, "some", figures)
    return Said(above, "above", figures)


def _months(facts: PlacementFacts) -> Iterator[tuple[int, int, int]]:
    """
    (year, month, days of it in the placement), of all months or, without an end, of a year.

    Of a placement whose days are not known, a whole month of the term of 31 days.
    """
    if facts.start is None or _are_days_unknown(facts):
        year = facts.start.year if facts.start else 1
        yield year, TERM, 31
        return
    end = facts.end or facts.start + dt.timedelta(days=365)
    first = facts.start
    while first <= end:
        last = first.replace(day=calendar.monthrange(first.year, first.month)[1])
        yield first.year, first.month, (min(last, end) - first).days + 1
        first = last + dt.timedelta(days=1)


def _are_days_unknown(facts: PlacementFacts) -> bool:
    return facts.start is None or (facts.end is None and not facts.is_permanent)
