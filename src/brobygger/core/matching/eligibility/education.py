"""Has the person reached the education level that is a must?"""

from __future__ import annotations

import numpy as np

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.pool import Bytes, Pool
from brobygger.core.matching.verdict import PASSES, Outcome, Rule, Verdict
from brobygger.core.reading import Modality


def judge(candidate: Candidate, opportunity: Opportunity, conditions: Conditions) -> Verdict:
    """Passes at the asked level of the European Qualifications Framework or above; fields never exclude."""
    needed, held = opportunity.eqf, candidate.eqf
    if needed is None or opportunity.eqf_modality is not Modality.REQUIRED:
        return Verdict(Rule.EDUCATION, Outcome.PASSES, "education.free")
    if held is None:
        return Verdict(Rule.EDUCATION, Outcome.UNKNOWN, "education.unstated", {"needed": needed})
    met = held >= needed
    outcome, reason = (Outcome.PASSES, "education.met") if met else (Outcome.FAILS, "education.below")
    return Verdict(Rule.EDUCATION, outcome, reason, {"needed": needed, "held": held})


def judge_all(pool: Pool, opportunity: Opportunity, conditions: Conditions) -> Bytes:
    """`judge` for every candidate, shape (candidates,)."""
    if opportunity.eqf is None or opportunity.eqf_modality is not Modality.REQUIRED:
        return np.full(len(pool), PASSES, np.uint8)
    return np.where(pool.eqf >= opportunity.eqf, PASSES, pool.eqf < 0).astype(np.uint8)
