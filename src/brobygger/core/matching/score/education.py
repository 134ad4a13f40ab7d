"""How close the field of education is, and whether the level is reached."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from brobygger.core.matching.data import Candidate, Opportunity
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

# By the number of leading ISCED-F 2013 digits in common: 2 the broad field, 3 the narrow one, 4 the
# detailed one. A field asked for less exactly is met in full by any field inside it.
SHARED = (0, 0, 4_000, 7_500, FULL)
LEVEL_STEP = 2_500  # lost for each EQF level below the one asked for


def shared_digits(one: str, other: str) -> int:
    """Number of leading digits that two codes have in common."""
    pairs = zip(one, other, strict=False)  # up to the end of the shorter code
    return next((place for place, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def field_closeness(held: Sequence[str], asked: Sequence[str]) -> tuple[int, str, str]:
    """The closest two fields: value, held, asked; of equals the first held, then the first asked."""
    best = (-1, "", "")
    for one in held:
        for other in asked:
            common = shared_digits(one, other)
            value = FULL if common == len(other) else SHARED[min(common, 4)]
            if value > best[0]:
                best = (value, one, other)
    return best


def field_part(candidate: Candidate, opportunity: Opportunity) -> PartScore:
    """Closeness of the closest two fields in the ISCED-F tree; unknown if one side names none."""
    if not candidate.fields or not opportunity.fields:
        return PartScore(Part.FIELD, None, "field.unstated")
    value, held, asked = field_closeness(candidate.fields, opportunity.fields)
    reason = "field.same" if value == FULL else "field.near" if value else "field.far"
    return PartScore(Part.FIELD, value, reason, {"held": held, "asked": asked})


def field_column(pool: Pool, opportunity: Opportunity, rows: Rows) -> Column:
    """`field_part` for some rows of a pool, shape (rows,)."""
    asked = opportunity.fields
    if not asked:
        return everywhere(UNKNOWN, rows)

    def value(held: tuple[str, ...]) -> int:
        return field_closeness(held, asked)[0] if held else UNKNOWN

    found: Column = pool.cached(("field", asked), lambda: pool.fields.map(value))
    return found[rows]


def level_part(candidate: Candidate, opportunity: Opportunity) -> PartScore:
    """Full at the asked level or above, a quarter less for each level below; more is never worse."""
    if candidate.eqf is None or opportunity.eqf is None:
        return PartScore(Part.LEVEL, None, "level.unstated")
    value = max(0, FULL - LEVEL_STEP * max(0, opportunity.eqf - candidate.eqf))
    parameters = {"held": candidate.eqf, "asked": opportunity.eqf}
    return PartScore(Part.LEVEL, value, "level.met" if value == FULL else "level.below", parameters)


def level_column(pool: Pool, opportunity: Opportunity, rows: Rows) -> Column:
    """`level_part` for some rows of a pool, shape (rows,)."""
    if opportunity.eqf is None:
        return everywhere(UNKNOWN, rows)
    held = np.arange(-1, 9)
    table = np.maximum(0, FULL - LEVEL_STEP * np.maximum(0, opportunity.eqf - held)).astype(np.int32)
    table[0] = UNKNOWN
    return np.asarray(table[pool.eqf[rows] + 1], np.int32)
