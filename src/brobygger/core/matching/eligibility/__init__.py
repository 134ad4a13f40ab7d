"""Who can take which opportunity: rule by rule, for one pair in words or for a whole pool at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.eligibility import (
    duration,
    education,
    hours,
    kind,
    language,
    market,
    pay,
    place,
    start,
    work_right,
)
from brobygger.core.matching.pool import Bools, Bytes, Pool
from brobygger.core.matching.verdict import Check, Rule, Verdict

__all__ = ["Screening", "checks_of", "is_eligible", "judge", "screen"]

ForPair = Callable[[Candidate, Opportunity, Conditions], Verdict]
ForPool = Callable[[Pool, Opportunity, Conditions], Bytes]

# All rules but language, which is applied once for each need.
RULES: Mapping[Rule, tuple[ForPair, ForPool]] = {
    Rule.WORK_RIGHT: (work_right.judge, work_right.judge_all),
    Rule.EDUCATION: (education.judge, education.judge_all),
    Rule.START: (start.judge, start.judge_all),
    Rule.DURATION: (duration.judge, duration.judge_all),
    Rule.HOURS: (hours.judge, hours.judge_all),
    Rule.PAY: (pay.judge, pay.judge_all),
    Rule.KIND: (kind.judge, kind.judge_all),
    Rule.PLACE: (place.judge, place.judge_all),
    Rule.MARKET: (market.judge, market.judge_all),
}


def checks_of(opportunity: Opportunity) -> tuple[Check, ...]:
    """The checks of an opportunity, in the order of `judge` and of the rows of a `Screening`."""
    needs = [Check(Rule.LANGUAGE, language.subject(need)) for need in language.hard_needs(opportunity)]
    return (*needs, *(Check(rule) for rule in RULES))


def judge(
    candidate: Candidate, opportunity: Opportunity, conditions: Conditions | None = None
) -> tuple[Verdict, ...]:
    """What every rule says about a pair, one verdict for each of `checks_of(opportunity)`."""
    read = conditions or Conditions()
    needs = [language.judge(candidate, need, read) for need in language.hard_needs(opportunity)]
    return (*needs, *(for_pair(candidate, opportunity, read) for for_pair, _ in RULES.values()))


def is_eligible(candidate: Candidate, opportunity: Opportunity, conditions: Conditions | None = None) -> bool:
    """Whether every rule lets the pair pass."""
    read = conditions or Conditions()
    return all(read.lets_pass(one.rule, one.outcome) for one in judge(candidate, opportunity, read))


@dataclass(frozen=True, slots=True)
class Screening:
    """
    What every check says about every candidate of a pool, for one opportunity.

    Args:
        checks: the checks.
        outcomes: for each check `Outcome` values, shape (candidates,).
        stopped: for each check whom it excludes under the run's conditions, shape (candidates,).

    """

    checks: tuple[Check, ...]
    outcomes: tuple[Bytes, ...]
    stopped: tuple[Bools, ...]

    @property
    def eligible(self) -> Bools:
        """Whom no check excludes, shape (candidates,)."""
        stopped = self.stopped[0].copy()
        for one in self.stopped[1:]:
            stopped |= one
        return ~stopped

    @property
    def excluded(self) -> dict[Check, int]:
        """How many candidates each check excludes; one candidate may be excluded by several."""
        return {check: int(np.count_nonzero(rows)) for check, rows in self.stopped_by.items()}

    @property
    def stopped_by(self) -> dict[Check, Bools]:
        """Whom each check excludes, shape (candidates,); needs of the same languages are one check."""
        found: dict[Check, Bools] = {}
        for check, row in zip(self.checks, self.stopped, strict=True):
            found[check] = found[check] | row if check in found else row
        return found


def screen(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Screening:
    """`judge` for a whole pool at once."""
    columns = [language.judge_all(pool, need, conditions) for need in language.hard_needs(opportunity)]
    stopped = [column < conditions.lowest_passing(Rule.LANGUAGE).value for column in columns]
    for rule in RULES:
        outcomes, stops = _column(pool, opportunity, conditions, rule)
        columns.append(outcomes)
        stopped.append(stops)
    return Screening(checks_of(opportunity), tuple(columns), tuple(stopped))


def _column(pool: Pool, opportunity: Opportunity, conditions: Conditions, rule: Rule) -> tuple[Bytes, Bools]:
    """Outcomes and stops of one rule, kept for the next opportunity that states the same condition."""
    stated, read = FACTS[rule]
    lowest = conditions.lowest_passing(rule).value
    facts = [*(getattr(opportunity, name) for name in stated), *(getattr(conditions, name) for name in read)]

    def make() -> tuple[Bytes, Bools]:
        outcomes = RULES[rule][1](pool, opportunity, conditions)
        return outcomes, outcomes < lowest

    found: tuple[Bytes, Bools] = pool.cached((rule, lowest, *facts), make)
    return found


# What each rule reads of an opportunity and of the conditions.
FACTS: Mapping[Rule, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Rule.WORK_RIGHT: (("place", "permit_supported", "citizens_only"), ()),
    Rule.EDUCATION: (("eqf", "eqf_modality"), ()),
    Rule.START: (("start", "start_flexible_days"), ("extra_start_days",)),
    Rule.DURATION: (("months",), ()),
    Rule.HOURS: (("hours",), ()),
    Rule.PAY: (("pay",), ("exchange",)),
    Rule.KIND: (("kind",), ()),
    Rule.PLACE: (("place", "remote_share"), place.CONDITIONS),
    Rule.MARKET: (("markets",), ("markets_required",)),
}
