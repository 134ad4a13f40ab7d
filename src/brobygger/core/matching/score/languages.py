"""How well the person's languages meet the needs: of the work, of the advantage, of the coffee table."""

from __future__ import annotations

from functools import cache

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, LanguageNeed, Opportunity
from brobygger.core.matching.eligibility.language import HARD, held_levels
from brobygger.core.matching.languages import best_held
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.score.scale import (
    FULL,
    UNKNOWN,
    Column,
    PartScore,
    Rows,
    everywhere,
)
from brobygger.core.matching.weights import Part
from brobygger.core.reading import Level, Modality, Setting

# C1 is as good as the mother tongue here: whoever reached the level that is asked for must not lose
# to somebody who was born with it.
CEILING = Level.C1.number
BELOW = 6_000  # approached from A1 on, never reached
SURPLUS = 1_000  # for each of the first two levels above the need
MUST, MAY = 2, 1  # how needs are weighed against each other


def counted_needs(opportunity: Opportunity) -> list[tuple[LanguageNeed, int]]:
    """The needs that count and their weights: musts of the work double."""
    return [
        (need, MUST if need.modality in HARD and need.setting is Setting.FORMAL else MAY)
        for need in opportunity.languages
        if need.modality is not Modality.NOT_REQUIRED
    ]


def value_of(held: int, needed: int) -> int:
    """Value of holding level `held` (0–6) where `needed` (1–6) is asked for."""
    if held < needed:
        return BELOW * held // needed
    room = min(2, max(0, CEILING - needed))
    surplus = min(room, min(held, CEILING) - needed) if room else 0
    return FULL - SURPLUS * (room - surplus)


@cache
def _table(level: Level) -> npt.NDArray[np.int32]:
    """`value_of` for every level held."""
    return np.array([value_of(held, level.number) for held in range(7)], np.int32)


def part(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> PartScore:
    """Weighted mean over the needs; unknown if there are none or the person names no language."""
    needs = counted_needs(opportunity)
    if not needs or not candidate.languages:
        return PartScore(Part.LANGUAGES, None, "languages.unstated" if needs else "languages.none_asked")
    neighbours = conditions.neighbour_languages
    held = [best_held(candidate.languages, need.codes, neighbours=neighbours).sure for need, _ in needs]
    value = sum(
        weight * value_of(level, need.level.number) for level, (need, weight) in zip(held, needs, strict=True)
    ) // sum(weight for _, weight in needs)
    met = sum(level >= need.level.number for level, (need, _) in zip(held, needs, strict=True))
    return PartScore(Part.LANGUAGES, value, "languages.met", {"met": met, "asked": len(needs)})


def column(pool: Pool, opportunity: Opportunity, rows: Rows, conditions: Conditions) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    needs = counted_needs(opportunity)
    if not needs:
        return everywhere(UNKNOWN, rows)
    total = np.zeros(len(rows), np.int32)
    for need, weight in needs:
        table = weight * _table(need.level)
        sure, _ = held_levels(pool, need.codes, neighbours=conditions.neighbour_languages)
        total += table[sure[rows]]
    values = total // sum(weight for _, weight in needs)
    return np.where(pool.names_languages[rows], values, UNKNOWN).astype(np.int32)
