"""How well a pair fits: a weighted sum of named parts, for one pair with evidence or for a pool at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.credit import relations_of
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.score import (
    education,
    experience,
    languages,
    markets,
    occupation,
    place,
    skills,
    stage,
    time,
    wishes,
)
from brobygger.core.matching.score.scale import (
    FULL,
    NEUTRAL,
    UNKNOWN,
    Cover,
    PartScore,
    Rows,
)
from brobygger.core.matching.weights import SIDE_OF, Part, Side, Weights
from brobygger.core.skills.data import Taxonomy

__all__ = [
    "FULL",
    "NEUTRAL",
    "UNKNOWN",
    "Cover",
    "PairScore",
    "PartScore",
    "Parts",
    "fraction",
    "parts_for",
    "score_pair",
    "side_fraction",
    "totals",
]

Parts = npt.NDArray[np.int32]  # shape (parts, rows), in the order of `Part`; UNKNOWN where it cannot be told


@dataclass(frozen=True, slots=True)
class PairScore:
    """The score of one pair with the evidence of every part."""

    parts: tuple[PartScore, ...]
    weights: Weights

    @property
    def total(self) -> int:
        """Σ weight × value over the parts, an unknown part as neutral."""
        return sum(
            self.weights.of(one.part) * (NEUTRAL if one.value is None else one.value) for one in self.parts
        )

    @property
    def score(self) -> float:
        """0–1."""
        return fraction(self.total, self.weights)

    @property
    def values(self) -> tuple[int | None, ...]:
        return tuple(one.value for one in self.parts)

    def side(self, side: Side) -> float | None:
        """What the pair is worth to one side, 0–1; None if none of its parts has a weight."""
        return side_fraction({one.part: one.value for one in self.parts}, self.weights, side)

    def __getitem__(self, part: Part) -> PartScore:
        return self.parts[list(Part).index(part)]


def score_pair(
    candidate: Candidate,
    opportunity: Opportunity,
    *,
    taxonomy: Taxonomy,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> PairScore:
    """Score one pair. Eligibility is another question: see `eligibility.judge`."""
    weighed, read = weights or Weights(), conditions or Conditions()
    relations = relations_of(taxonomy)
    parts = (
        skills.part(candidate, opportunity, relations, weighed),
        occupation.part(candidate, opportunity, relations),
        education.field_part(candidate, opportunity),
        education.level_part(candidate, opportunity),
        experience.part(candidate, opportunity),
        stage.part(candidate, opportunity),
        languages.part(candidate, opportunity, read),
        markets.part(candidate, opportunity),
        place.part(candidate, opportunity, read),
        time.part(candidate, opportunity, read),
        wishes.part(candidate, opportunity, relations, read),
    )
    return PairScore(parts, weighed)


def parts_for(
    pool: Pool, opportunity: Opportunity, rows: Rows, weights: Weights, conditions: Conditions
) -> Parts:
    """The values of `score_pair` for some rows of a pool."""
    return np.stack(list(_columns(pool, opportunity, rows, weights, conditions)))


def _columns(
    pool: Pool, opportunity: Opportunity, rows: Rows, weights: Weights, conditions: Conditions
) -> Iterator[npt.NDArray[np.int32]]:
    yield skills.column(pool, opportunity, rows, weights)
    yield occupation.column(pool, opportunity, rows)
    yield education.field_column(pool, opportunity, rows)
    yield education.level_column(pool, opportunity, rows)
    yield experience.column(pool, opportunity, rows)
    yield stage.column(pool, opportunity, rows)
    yield languages.column(pool, opportunity, rows, conditions)
    yield markets.column(pool, opportunity, rows)
    yield place.column(pool, opportunity, rows, conditions)
    yield time.column(pool, opportunity, rows, conditions)
    yield wishes.column(pool, opportunity, rows, conditions)


def totals(parts: Parts, weights: Weights) -> npt.NDArray[np.int64]:
    """Σ weight × value for each row, an unknown part as neutral; whole numbers below 2⁶³."""
    points = np.array([weights.of(part) for part in Part], np.int64)
    return points @ np.where(parts == UNKNOWN, NEUTRAL, parts)


def fraction(total: int, weights: Weights) -> float:
    """A total as a number from 0 to 1."""
    return total / (FULL * weights.total)


def side_fraction(values: Mapping[Part, int | None], weights: Weights, side: Side) -> float | None:
    """Weighted mean of one side's parts, 0–1, an unknown part as neutral; None if they have no weight."""
    parts = [part for part in Part if SIDE_OF[part] is side]
    points = sum(weights.of(part) for part in parts)
    if not points:
        return None
    gained = sum(weights.of(part) * _counted(values[part]) for part in parts)
    return gained / (FULL * points)


def _counted(value: int | None) -> int:
    return NEUTRAL if value is None else value
