"""The ranked list of one opportunity over a kept pool: what a page asks for, without solving all the rest."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Opportunity
from brobygger.core.matching.eligibility import Screening
from brobygger.core.matching.pool import Bools, Pool
from brobygger.core.matching.result import Match
from brobygger.core.matching.score import FULL
from brobygger.core.matching.topk import Keys, Scored, matches_at, score_eligible
from brobygger.core.matching.verdict import Check
from brobygger.core.matching.weights import Weights

__all__ = ["OpportunityList", "opportunity_list"]


@dataclass(frozen=True, slots=True)
class OpportunityList:
    """
    Everybody whom no rule excludes from an opportunity, scored.

    Args:
        screening: what every check says about everybody.
        scored: rows and scores of those who are eligible.
    """

    pool: Pool
    opportunity: Opportunity
    weights: Weights
    screening: Screening
    scored: Scored

    @property
    def eligible(self) -> int:
        return len(self.scored.rows)

    @property
    def excluded(self) -> Mapping[Check, int]:
        return self.screening.excluded

    def count(self, among: Bools) -> int:
        """How many of the list are among some of the pool, shape (candidates,)."""
        return int(np.count_nonzero(among[self.scored.rows]))

    def scoring(self, least: float) -> Bools:
        """Who of the pool is in the list with this score or more, 0–1, shape (candidates,)."""
        passing = np.zeros(len(self.pool), bool)
        scores = self.scored.totals / (FULL * self.weights.total)
        passing[self.scored.rows[scores >= least]] = True
        return passing

    def best(self, top: int, among: Bools | None = None) -> tuple[Match, ...]:
        """The best, or the best among some of the pool, best first, each with the rank in the whole list."""
        keys = self.scored.keys
        places = self.scored.best(top, None if among is None else among[self.scored.rows])
        ranks = [_rank(keys, place) for place in places.tolist()]
        return matches_at(self.pool, self.opportunity, self.scored, places, ranks, self.weights)


def opportunity_list(
    pool: Pool,
    opportunity: Opportunity,
    *,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> OpportunityList:
    """The same list as `solve` gives for the opportunity."""
    weighed = weights or Weights()
    screening, scored = score_eligible(pool, opportunity, weighed, conditions or Conditions())
    return OpportunityList(pool, opportunity, weighed, screening, scored)


def _rank(keys: Keys, place: int) -> int:
    return 1 + int(np.count_nonzero(keys > keys[place]))
