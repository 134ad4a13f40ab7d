"""Do the hours a week of both sides overlap?"""

from __future__ import annotations

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bytes, Pool
from brobygger.core.matching.verdict import (
    FAILS,
    PASSES,
    UNKNOWN,
    Outcome,
    Rule,
    Value,
    Verdict,
)


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """Passes if some number of hours suits both; a person without wishes takes any."""
    wished, offered = candidate.hours, opportunity.hours
    if wished is None:
        return Verdict(Rule.HOURS, Outcome.PASSES, "hours.free")
    parameters: dict[str, Value] = {"wished_least": wished[0], "wished_most": wished[1]}
    if offered is None:
        return Verdict(Rule.HOURS, Outcome.UNKNOWN, "hours.unstated", parameters)
    parameters |= {"offered_least": offered[0], "offered_most": offered[1]}
    if offered[0] > wished[1]:
        return Verdict(Rule.HOURS, Outcome.FAILS, "hours.too_many", parameters)
    if offered[1] < wished[0]:
        return Verdict(Rule.HOURS, Outcome.FAILS, "hours.too_few", parameters)
    return Verdict(Rule.HOURS, Outcome.PASSES, "hours.met", parameters)


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    stated = ~np.isnan(pool.hours_minimum)
    if opportunity.hours is None:
        return np.where(stated, UNKNOWN, PASSES).astype(np.uint8)
    least, most = opportunity.hours
    apart = (least > pool.hours_maximum) | (most < pool.hours_minimum)  # false where NaN: no wish
    return np.where(apart, FAILS, PASSES).astype(np.uint8)
