"""How close the person's occupations are to the opportunity's."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.credit import Relations
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Integers, Pool
from brobygger.core.matching.score.scale import (
    FULL,
    UNKNOWN,
    Column,
    PartScore,
    Rows,
    everywhere,
)
from brobygger.core.matching.weights import Part

PERCENT = FULL // 100


def closest(held: Sequence[str], asked: Sequence[str], relations: Relations) -> tuple[int, str, str]:
    """Percent of the closest pair and the pair itself; of equals the first held, then the first asked."""
    best = (-1, "", "")
    for one in held:
        for other in asked:
            percent = _percent(one, other, relations)
            if percent > best[0]:
                best = (percent, one, other)
    return best


def _percent(held: str, asked: str, relations: Relations) -> int:
    rows = [relations.occupation_row(uri) for uri in (held, asked)]
    if min(rows) < 0:
        return 100 if held == asked else 0
    return int(relations.closeness(int(relations.occupations[rows[1]]))[rows[0]])


def part(candidate: Candidate, opportunity: Opportunity, relations: Relations) -> PartScore:
    """Closeness of the closest two, see `Relations.closeness`; unknown if one side names none."""
    if not candidate.occupations or not opportunity.occupations:
        return PartScore(Part.OCCUPATION, None, "occupation.unstated")
    percent, held, asked = closest(candidate.occupations, opportunity.occupations, relations)
    reason = (
        "occupation.same" if percent == 100 else "occupation.close" if percent >= 40 else "occupation.far"
    )
    return PartScore(
        Part.OCCUPATION, percent * PERCENT, reason, {"held": held, "asked": asked, "percent": percent}
    )


def column(pool: Pool, opportunity: Opportunity, rows: Rows) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    return closeness(pool, pool.occupations, opportunity.occupations, rows)


def closeness(pool: Pool, held: Integers, asked: tuple[str, ...], rows: Rows) -> Column:
    """Closeness of the closest of `held` (padded with -1) to `asked`; unknown where either is empty."""
    if not asked or not held.shape[1]:
        return everywhere(UNKNOWN, rows)
    table = pool.cached(("closeness", asked), lambda: _table(pool, asked))
    percents = table[held[rows]].max(axis=1).astype(np.int32)  # -1 finds the last entry, which is -1
    return np.where(percents < 0, UNKNOWN, percents * PERCENT).astype(np.int32)


def _table(pool: Pool, asked: tuple[str, ...]) -> npt.NDArray[np.int8]:
    """Percent by `Pool.occupation_number`, the last entry for "none"."""
    inside = len(pool.relations.occupations)
    table = np.zeros(inside + len(pool.other_occupations) + 1, np.int8)
    for uri in asked:
        row = pool.occupation_number(uri)
        if 0 <= row < inside:
            percents = pool.relations.closeness(int(pool.relations.occupations[row]))
            table[:inside] = np.maximum(table[:inside], percents)
        elif row >= 0:
            table[row] = 100
    table[-1] = -1
    return table
