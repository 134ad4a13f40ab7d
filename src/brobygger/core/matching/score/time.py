"""Whether the person is free when the work starts."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import USUAL_NOTICE, USUAL_WAIT, Candidate, Opportunity
from brobygger.core.matching.eligibility.start import waiting_days
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.score.scale import (
    FULL,
    HALF,
    UNKNOWN,
    Column,
    PartScore,
    Rows,
    everywhere,
)
from brobygger.core.matching.verdict import Value
from brobygger.core.matching.weights import Part

LATE_REASONS: Mapping[int, str] = {
    USUAL_WAIT: "time.late_usual",
    USUAL_NOTICE: "time.late_notice",
}  # by the wait


def part(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> PartScore:
    """Full from the first day on, falling to half at the latest day the start can move to, then 0."""
    if candidate.available_from is None or opportunity.start is None:
        return PartScore(Part.TIME, None, "time.unstated")
    late = max(0, (candidate.available_from - opportunity.start).days)
    wait = waiting_days(opportunity, conditions)
    value = 0 if late > wait else FULL - HALF * late // max(1, wait)
    parameters: dict[str, Value] = {
        "days": late,
        "start": opportunity.start,
        "available": candidate.available_from,
        "wait": wait,
    }
    late_reason = LATE_REASONS.get(wait, "time.late")
    return PartScore(Part.TIME, value, late_reason if late else "time.met", parameters)


def column(pool: Pool, opportunity: Opportunity, rows: Rows, conditions: Conditions) -> Column:
    """`part` for some rows of a pool, shape (rows,)."""
    if opportunity.start is None:
        return everywhere(UNKNOWN, rows)
    available, wait = pool.available[rows], waiting_days(opportunity, conditions)
    late = np.maximum(0, available - opportunity.start.toordinal())
    values = np.where(late > wait, 0, FULL - HALF * np.minimum(late, wait) // max(1, wait))
    return np.where(available < 0, UNKNOWN, values).astype(np.int32)
