"""Is the person free by the day the work starts, with the time it can wait?"""

from __future__ import annotations

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bytes, Pool
from brobygger.core.matching.verdict import Outcome, Rule, Verdict


def waiting_days(opportunity: Opportunity, conditions: Conditions) -> int:
    """Days that the start can move later."""
    return max(0, opportunity.start_flexible_days + conditions.extra_start_days)


def judge(
    candidate: Candidate, opportunity: Opportunity, conditions: Conditions
) -> Verdict:
    """Passes if the first possible day is no later than the start plus its flexibility."""
    if opportunity.start is None:
        return Verdict(Rule.START, Outcome.PASSES, "start.free")
    if candidate.available_from is None:
        return Verdict(
            Rule.START, Outcome.UNKNOWN, "start.unstated", {"start": opportunity.start}
        )
    late = (candidate.available_from - opportunity.start).days
    met = late <= waiting_days(opportunity, conditions)
    reason = "start.met" if late <= 0 else "start.waits" if met else "start.late"
    parameters = {
        "start": opportunity.start,
        "available": candidate.available_from,
        "days": max(0, late),
    }
    return Verdict(
        Rule.START, Outcome.PASSES if met else Outcome.FAILS, reason, parameters
    )


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    if opportunity.start is None:
        return np.full(len(pool), Outcome.PASSES, np.uint8)
    latest = opportunity.start.toordinal() + waiting_days(opportunity, conditions)
    outcome = np.where(pool.available <= latest, Outcome.PASSES, Outcome.FAILS)
    return np.where(pool.available < 0, Outcome.UNKNOWN, outcome).astype(np.uint8)
