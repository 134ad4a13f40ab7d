"""Is the person free by the day the work starts, with the time it can wait?"""

from __future__ import annotations

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bytes, Pool
from brobygger.core.matching.verdict import PASSES, Outcome, Rule, Value, Verdict


def waiting_days(opportunity: Opportunity, conditions: Conditions) -> int:
    """Days that the start can move later."""
    return max(0, opportunity.start_flexible_days + conditions.extra_start_days)


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """Passes if the first possible day is no later than the start plus its flexibility."""
    if opportunity.start is None:
        return Verdict(Rule.START, Outcome.PASSES, "start.free")
    if candidate.available_from is None:
        return Verdict(Rule.START, Outcome.UNKNOWN, "start.unstated", {"start": opportunity.start})
    late = (candidate.available_from - opportunity.start).days
    met = late <= waiting_days(opportunity, conditions)
    reason = "start.met" if late <= 0 else "start.waits" if met else "start.late"
    parameters: dict[str, Value] = {
        "start": opportunity.start,
        "available": candidate.available_from,
        "days": max(0, late),
    }
    return Verdict(Rule.START, Outcome.PASSES if met else Outcome.FAILS, reason, parameters)


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    if opportunity.start is None:
        return np.full(len(pool), PASSES, np.uint8)
    latest = opportunity.start.toordinal() + waiting_days(opportunity, conditions)
    in_time = (pool.available <= latest).astype(np.uint8) * PASSES  # "unknown" is earlier than any day
    return np.asarray(in_time - (pool.available < 0), np.uint8)
