"""The right to work, the time to look for work, how long an internship may last, and who may do dangerous work."""

from __future__ import annotations

import calendar
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

from brobygger.core.country_rules.data import DatedRule, Ground, PlacementFacts
from brobygger.core.country_rules.result import Standing

Figures: TypeAlias = Mapping[str, float | int | dt.date]
HOLDS, FAILS, ASK = Standing.HOLDS, Standing.FAILS, Standing.ASK


@dataclass(frozen=True, slots=True)
class Said:
    """What a method says: the standing, the last part of the sentence's key, and what the sentence needs."""

    standing: Standing
    reason: str
    figures: Figures = field(default_factory=dict)


def free_movement(rule: DatedRule, facts: PlacementFacts) -> Said:
    """
    Citizens of the Nordic countries, the EU, the EEA and Switzerland need no permit; a permit counts in the country
    that gave it, and in no other.
    """
    if facts.ground is None:
        return Said(ASK, "unsaid") if facts.stated_countries is None else Said(HOLDS, "stated")
    if facts.ground is Ground.CITIZEN:
        return Said(HOLDS, "citizen")
    if facts.ground is Ground.NONE:
        return Said(FAILS, "none")
    if facts.ground_country != facts.country:
        return Said(FAILS, "other_country")
    if facts.ground is Ground.OTHER:
        return Said(ASK, "conditions")
    return Said(HOLDS, "unlimited" if facts.ground is Ground.UNLIMITED else "permit")


def job_search(rule: DatedRule, facts: PlacementFacts) -> Said:
    """Whether the placement begins within so many months of graduation."""
    if facts.graduated is None:
        return Said(ASK, "graduation_unsaid", {"months": rule.months or 0})
    earliest, latest = facts.graduated
    until = months_after(earliest, rule.months or 0)
    figures: Figures = {"months": rule.months or 0, "until": until}
    if facts.start is None:
        return Said(ASK, "start_unsaid", figures)
    if facts.start <= until:
        return Said(HOLDS, "within", figures)
    last = months_after(latest, rule.months or 0) if latest else None
    if last is None or facts.start <= last:
        return Said(ASK, "graduation_unsure", figures)
    return Said(FAILS, "after", {**figures, "until": last})


def intern_months(rule: DatedRule, facts: PlacementFacts) -> Said:
    """Whether an internship is over within so many months."""
    figures: Figures = {"months": rule.months or 0}
    if facts.ground is None:
        return Said(ASK, "ground_unsaid", figures)
    if facts.is_permanent:
        return Said(FAILS, "open", figures)
    if facts.start is None or facts.end is None:
        return Said(ASK, "end_unsaid", figures)
    until = months_after(facts.start, rule.months or 0) - dt.timedelta(days=1)
    figures = {**figures, "until": until}
    return Said(HOLDS, "within", figures) if facts.end <= until else Said(FAILS, "longer", figures)


def young_work(rule: DatedRule, facts: PlacementFacts) -> Said:
    """Whether the work is dangerous is not known here, so that a person has to be asked."""
    figures = {"age": rule.age or 0}
    return Said(ASK, "young" if facts.is_adult is False else "age_unsaid", figures)


def months_after(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or the last of that month where there is none."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
