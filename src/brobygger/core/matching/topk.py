"""The exact best k of all eligible pairs, both ways, one opportunity at a time over the whole pool."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Opportunity
from brobygger.core.matching.eligibility import Screening, screen
from brobygger.core.matching.pool import Bools, Pool
from brobygger.core.matching.result import Match, Ranked
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

    @property
    def keys(self) -> Keys:
        """What the rows are sorted by, shape (rows,): no two are equal."""
        return self.totals * (len(self.rows) + 1) - np.arange(len(self.rows))

    def best(self, top: int, among: Bools | None = None) -> Rows:
        """Positions of the best, best first: higher total first, then lower id; among some of the rows or all."""
        places = np.arange(len(self.rows)) if among is None else np.flatnonzero(among)
        keys = -self.keys[places]
        if top < len(keys):
            chosen = np.argpartition(keys, top)[:top] if top else np.zeros(0, np.intp)
            places, keys = places[chosen], keys[chosen]
        return places[np.argsort(keys)]


def matches_of(
    pool: Pool, opportunity: Opportunity, scored: Scored, top: int, weights: Weights
) -> tuple[Match, ...]:
    """The best of the scored candidates as matches, best first."""
    places = scored.best(top)
    return matches_at(pool, opportunity, scored, places, range(1, len(places) + 1), weights)


def matches_at(
    pool: Pool,
    opportunity: Opportunity,
    scored: Scored,
    places: Rows,
    ranks: Sequence[int],
    weights: Weights,
) -> tuple[Match, ...]:
    """Scored candidates at some positions as matches with these ranks."""
    return tuple(
        Match.of(
            pool.ids[scored.rows[place]],
            opportunity.id,
            rank=rank,
            total=int(scored.totals[place]),
            values=scored.parts[:, place].tolist(),
            weights=weights,
        )
        for place, rank in zip(places.tolist(), ranks, strict=True)
    )


def score_rows(
    pool: Pool, opportunity: Opportunity, rows: Rows, weights: Weights, conditions: Conditions
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


class Lists:
    """The best `top` candidates of every opportunity."""

    def __init__(self, opportunities: int, top: int) -> None:
        self.partner = np.full((opportunities, top), -1, np.int32)
        self.total = np.full((opportunities, top), -1, np.int64)
        self.parts = np.full((opportunities, top, len(Part)), -1, np.int16)

    def put(self, opportunity: int, scored: Scored) -> None:
        best = scored.best(self.partner.shape[1])
        self.partner[opportunity, : len(best)] = scored.rows[best]
        self.total[opportunity, : len(best)] = scored.totals[best]
        self.parts[opportunity, : len(best)] = scored.parts[:, best].T

    def ranked(self, opportunities: tuple[str, ...], candidates: tuple[str, ...]) -> Ranked:
        return Ranked(opportunities, candidates, self.partner, self.total, self.parts)


class BestOfEach:
    """
    The best `top` opportunities of every candidate, gathered while opportunities pass by in id order.

    Pairs that can still enter wait together and are sorted in at once, which is faster than one by one.
    """

    def __init__(self, candidates: int, top: int) -> None:
        self.candidates, self.top = candidates, top
        self.kept = _Pairs.none()
        self.waiting: list[_Pairs] = []
        self.count = 0  # of waiting pairs
        self.lowest = np.full(candidates, -1, np.int64)  # of a full list, what a newcomer must exceed

    def take(self, opportunity: int, scored: Scored) -> None:
        """Consider one more opportunity; of equal totals the earlier one stays ahead."""
        entering = np.flatnonzero(scored.totals > self.lowest[scored.rows])
        if self.top and len(entering):
            self.waiting.append(_Pairs.of(opportunity, scored, entering))
            self.count += len(entering)
        if self.count > WAITING:
            self.settle()

    def settle(self) -> None:
        """Sort the waiting pairs in and drop what no longer is among the best."""
        pairs = _Pairs.joined([self.kept, *self.waiting])
        order = np.lexsort((-pairs.total, pairs.row))  # stable: earlier opportunities first among equals
        place = _places(pairs.row[order])
        order = order[place < self.top]
        self.kept, self.waiting, self.count = pairs.at(order), [], 0
        last = _places(self.kept.row) == self.top - 1
        self.lowest[self.kept.row[last]] = self.kept.total[last]

    def ranked(self, candidates: tuple[str, ...], opportunities: tuple[str, ...]) -> Ranked:
        self.settle()
        shape = (self.candidates, self.top)
        partner, total = np.full(shape, -1, np.int32), np.full(shape, -1, np.int64)
        parts = np.full((*shape, len(Part)), -1, np.int16)
        where = self.kept.row, _places(self.kept.row)
        partner[where], total[where], parts[where] = self.kept.opportunity, self.kept.total, self.kept.parts
        return Ranked(candidates, opportunities, partner, total, parts)


WAITING = 500_000  # pairs


@dataclass(frozen=True, slots=True)
class _Pairs:
    """Scored pairs, one in each place of the arrays."""

    row: npt.NDArray[np.int32]
    opportunity: npt.NDArray[np.int32]
    total: npt.NDArray[np.int64]
    parts: npt.NDArray[np.int16]

    @classmethod
    def none(cls) -> _Pairs:
        empty = np.zeros(0, np.int32)
        return cls(empty, empty, np.zeros(0, np.int64), np.zeros((0, len(Part)), np.int16))

    @classmethod
    def of(cls, opportunity: int, scored: Scored, chosen: Rows) -> _Pairs:
        number = np.full(len(chosen), opportunity, np.int32)
        parts = scored.parts[:, chosen].T.astype(np.int16)
        return cls(scored.rows[chosen].astype(np.int32), number, scored.totals[chosen], parts)

    @classmethod
    def joined(cls, pairs: Sequence[_Pairs]) -> _Pairs:
        return cls(
            np.concatenate([one.row for one in pairs]),
            np.concatenate([one.opportunity for one in pairs]),
            np.concatenate([one.total for one in pairs]),
            np.concatenate([one.parts for one in pairs]),
        )

    def at(self, order: Rows) -> _Pairs:
        return _Pairs(self.row[order], self.opportunity[order], self.total[order], self.parts[order])


def _places(rows: npt.NDArray[np.int32]) -> Rows:
    """Place of each entry among the entries of its row; `rows` ascend."""
    starts = np.flatnonzero(np.diff(rows, prepend=-1))
    lengths = np.diff(np.append(starts, len(rows)))
    return np.arange(len(rows)) - np.repeat(starts, lengths)
