"""The exact best k of all eligible pairs, both ways, one opportunity at a time over the whole pool."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Opportunity
from brobygger.core.matching.eligibility import Screening, screen
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.result import Ranked
from brobygger.core.matching.score import Parts, parts_for, totals
from brobygger.core.matching.score.scale import Rows
from brobygger.core.matching.weights import Part, Weights

Keys = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Scored:
    """
    Some candidates of a pool scored for one opportunity.

    Args:
        rows: rows of the pool, ascending.
        parts: shape (parts, rows).
        totals: shape (rows,).
    """

    rows: Rows
    parts: Parts
    totals: npt.NDArray[np.int64]

    def best(self, top: int) -> Rows:
        """Positions of the best, best first: higher total first, then lower id."""
        keys = self.totals * (len(self.rows) + 1) - np.arange(len(self.rows))
        if top < len(keys):
            chosen = np.argpartition(-keys, top)[:top] if top else np.zeros(0, np.intp)
        else:
            chosen = np.arange(len(keys))
        return chosen[np.argsort(-keys[chosen])]


def score_rows(
    pool: Pool,
    opportunity: Opportunity,
    rows: Rows,
    weights: Weights,
    conditions: Conditions,
) -> Scored:
    """Score given rows of a pool, eligible or not."""
    parts = parts_for(pool, opportunity, rows, weights, conditions)
    return Scored(rows, parts, totals(parts, weights))


def score_eligible(
    pool: Pool, opportunity: Opportunity, weights: Weights, conditions: Conditions
) -> tuple[Screening, Scored]:
    """Screen a pool for one opportunity and score whoever is left."""
    screening = screen(pool, opportunity, conditions)
    rows = np.flatnonzero(screening.eligible)
    return screening, score_rows(pool, opportunity, rows, weights, conditions)


class BestOfEach:
    """
    The best `top` opportunities of every candidate, kept while opportunities pass by in id order.

    A later opportunity enters only with a higher total than the lowest kept: of equals the lower id stays.
    """

    def __init__(self, candidates: int, top: int) -> None:
        self.total = np.full((candidates, top), -1, np.int64)
        self.partner = np.full((candidates, top), -1, np.int32)
        self.parts = np.full((candidates, top, len(Part)), -1, np.int16)
        self.lowest = np.full(candidates, -1, np.int64)

    def take(self, opportunity: int, scored: Scored) -> None:
        entering = np.flatnonzero(scored.totals > self.lowest[scored.rows])
        if not self.total.shape[1] or not len(entering):
            return
        rows = scored.rows[entering]
        kept = self.total[rows]
        # of the lowest totals, the one that came last leaves: it has the higher id
        keys = kept * (1 << 31) - self.partner[rows]
        places = keys.argmin(axis=1)
        self.total[rows, places] = scored.totals[entering]
        self.partner[rows, places] = opportunity
        self.parts[rows, places] = scored.parts[:, entering].T
        self.lowest[rows] = self.total[rows].min(axis=1)

    def ranked(
        self, candidates: tuple[str, ...], opportunities: tuple[str, ...]
    ) -> Ranked:
        partner = np.where(self.partner < 0, np.iinfo(np.int32).max, self.partner)
        order = np.lexsort((partner, -self.total), axis=1)
        return Ranked(
            candidates,
            opportunities,
            np.take_along_axis(self.partner, order, 1),
            np.take_along_axis(self.total, order, 1),
            np.take_along_axis(self.parts, order[:, :, None], 1),
        )
