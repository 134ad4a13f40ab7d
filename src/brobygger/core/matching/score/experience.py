"""How many of the years asked for the person has."""

from __future__ import annotations

import numpy as np

from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Pool, months_of
from brobygger.core.matching.score.scale import (
    FULL,
    UNKNOWN,
    Column,
    PartScore,
    Rows,
    everywhere,
)
from brobygger.core.matching.weights import Part


def part(candidate: Candidate, opportunity: Opportunity) -> PartScore:
    """Share of the months asked for, full from there on: more years are never worse, nor better."""
    asked, held = opportunity.experience_years, candidate.experience_years
    if asked is None or held is None:
        return PartScore(Part.EXPERIENCE, None, "experience.unstated")
    value = FULL * min(months_of(held), months_of(asked)) // months_of(asked) if months_of(asked) else FULL
    reason = "experience.met" if value == FULL else "experience.below"
    return PartScore(Part.EXPERIENCE, value, reason, {"held": held, "asked": asked})


def column(pool: Pool, opportunity: Opportunity, rows: Rows) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    if opportunity.experience_years is None:
        return everywhere(UNKNOWN, rows)
    held, asked = pool.experience_months[rows], months_of(opportunity.experience_years)
    values = FULL * np.minimum(held, asked) // asked if asked else everywhere(FULL, rows)
    return np.where(held < 0, UNKNOWN, values).astype(np.int32)
