"""The matches that one obstacle prevented: counted by obstacle, for those who could remove it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Opportunity
from brobygger.core.matching.eligibility import screen
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.topk import score_rows
from brobygger.core.matching.verdict import Check
from brobygger.core.matching.weights import Weights

__all__ = ["Ledger", "LostMatch", "lost_matches"]

TOP = 10


@dataclass(frozen=True, slots=True)
class LostMatch:
    """A pair that one check alone prevents, and that would be among the opportunity's best without it."""

    candidate: str
    opportunity: str
    check: Check
    total: int


@dataclass(frozen=True, slots=True)
class Ledger:
    """
    All lost matches of a run, by opportunity, then total.

    Args:
        lost: the pairs.
        unfilled: ids of opportunities with nobody eligible, but with lost matches.
    """

    lost: tuple[LostMatch, ...]
    unfilled: tuple[str, ...]

    @property
    def by_check(self) -> Mapping[str, int]:
        """Pairs lost to each check ("language:da", "work_right"), most first."""
        return _counted(str(one.check) for one in self.lost)

    @property
    def by_rule(self) -> Mapping[str, int]:
        """Pairs lost to each rule, most first."""
        return _counted(one.check.rule.value for one in self.lost)

    @property
    def candidates_by_rule(self) -> Mapping[str, int]:
        """People who lost at least one match to each rule, most first."""
        return _counted(rule for _, rule in {(one.candidate, one.check.rule.value) for one in self.lost})

    @property
    def opportunities_by_rule(self) -> Mapping[str, int]:
        """Opportunities that lost at least one match to each rule, most first."""
        return _counted(rule for _, rule in {(one.opportunity, one.check.rule.value) for one in self.lost})


def lost_matches(
    pool: Pool,
    opportunities: Iterable[Opportunity],
    *,
    top: int = TOP,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> Ledger:
    """
    The pairs that exactly one check prevents although they would be in the `top` best.

    A pair would be in if it beats the last eligible candidate of the list, or the list is not full.
    Pairs that two obstacles prevent are not counted: removing one would not bring them together.
    """
    weighed, read = weights or Weights(), conditions or Conditions()
    lost: list[LostMatch] = []
    unfilled: list[str] = []
    for one in sorted(opportunities, key=lambda offer: offer.id):
        found, eligible = _lost_of(pool, one, top, weighed, read)
        lost += found
        if found and not eligible:
            unfilled.append(one.id)
    return Ledger(tuple(lost), tuple(unfilled))


def _lost_of(
    pool: Pool, opportunity: Opportunity, top: int, weights: Weights, conditions: Conditions
) -> tuple[list[LostMatch], int]:
    """Lost matches of one opportunity, best first, and the number of its eligible candidates."""
    stopped = screen(pool, opportunity, conditions).stopped_by
    count = np.sum(list(stopped.values()), axis=0)
    scored = score_rows(pool, opportunity, np.flatnonzero(count <= 1), weights, conditions)
    free = count[scored.rows] == 0
    order = scored.best(len(scored.rows))
    places = np.cumsum(free[order])  # eligible candidates up to and with each place
    entering = order[~free[order] & (places < top)]
    found = []
    for place in entering.tolist():
        row = int(scored.rows[place])
        check = next(check for check, rows in stopped.items() if rows[row])
        found.append(LostMatch(pool.candidates[row].id, opportunity.id, check, int(scored.totals[place])))
    return found, int(np.count_nonzero(free))


def _counted(names: Iterable[str]) -> Mapping[str, int]:
    return dict(sorted(Counter(names).items(), key=lambda item: (-item[1], item[0])))
