"""Can the person stay for as long as the opportunity lasts?"""

from __future__ import annotations

import math

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
    Verdict,
)


def length(opportunity: Opportunity) -> float | None:
    """Months that the work lasts: infinite for a permanent one, None if the ad does not say."""
    if opportunity.months is None:
        return None
    return math.inf if opportunity.months == 0 else opportunity.months


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """
    Passes if the longest stay covers the length.

    Someone who names no longest stay has set no limit; someone who does has, and then the length
    must be known.
    """
    stay, needed = candidate.available_months, length(opportunity)
    if stay is None:
        return Verdict(Rule.DURATION, Outcome.PASSES, "duration.free")
    if needed is None:
        return Verdict(Rule.DURATION, Outcome.UNKNOWN, "duration.unstated", {"stay": stay})
    if stay >= needed:
        return Verdict(Rule.DURATION, Outcome.PASSES, "duration.met", {"months": needed, "stay": stay})
    if math.isinf(needed):
        return Verdict(Rule.DURATION, Outcome.FAILS, "duration.permanent", {"stay": stay})
    return Verdict(Rule.DURATION, Outcome.FAILS, "duration.short", {"months": needed, "stay": stay})


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    needed = length(opportunity)
    limited = ~np.isnan(pool.stay_months)
    if needed is None:
        return np.where(limited, UNKNOWN, PASSES).astype(np.uint8)
    return np.where(limited & ~(pool.stay_months >= needed), FAILS, PASSES).astype(np.uint8)
