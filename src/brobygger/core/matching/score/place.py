"""How easily the person gets there."""

from __future__ import annotations

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.eligibility.place import (
    REASONS,
    Access,
    Way,
    access,
    limits_of,
    minutes_by_home,
    ways_of,
)
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.score.scale import (
    FULL,
    HALF,
    UNKNOWN,
    Column,
    PartScore,
    Rows,
)
from brobygger.core.matching.verdict import Value
from brobygger.core.matching.weights import Part

# By Way: all remote is as good as next door; a commute falls from full to half at the person's own
# limit; rarer but longer trips count like that limit; to move house is a larger step than any of
# them, and who has not said so may yet not take it.
VALUES = np.array([FULL, FULL, HALF, 4_000, UNKNOWN, 2_000, 0, 0], np.int32)


def value_of(found: Access) -> int:
    """The value of a way, `UNKNOWN` if it cannot be told."""
    value = int(VALUES[found.way])
    return value - HALF * found.minutes // max(1, found.limit) if found.way is Way.COMMUTE else value


def part(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> PartScore:
    """By the best way there, see `eligibility.place.access`; unknown if home or place is not stated."""
    found = access(candidate, opportunity, conditions)
    value = value_of(found)
    parameters: dict[str, Value] = {
        "minutes": found.minutes,
        "limit": found.limit,
        "over_border": int(found.over_border),
        "place": opportunity.place.name if opportunity.place else "",
        "country": opportunity.place.country if opportunity.place else "",
    }
    return PartScore(
        Part.PLACE, None if value == UNKNOWN else value, f"place.{REASONS[found.way]}", parameters
    )


def column(pool: Pool, opportunity: Opportunity, rows: Rows, conditions: Conditions) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    ways = ways_of(pool, opportunity, conditions)[rows]
    minutes = minutes_by_home(pool, opportunity.place)[pool.places.codes[rows]]
    limits = limits_of(pool, conditions)[rows]
    lost = HALF * np.minimum(minutes, limits) // np.maximum(1, limits)
    return np.where(ways == int(Way.COMMUTE), FULL - lost, VALUES[ways]).astype(np.int32)
