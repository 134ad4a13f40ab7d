"""Which companies to visit first: points for what makes a company worth a call, and rules that leave it out."""

from brobygger.core.targeting.targets import (
    CRITERIA,
    MOST_POINTS,
    Company,
    Criteria,
    Exclusion,
    Part,
    PartResult,
    Scored,
    score_company,
    unmatched_branches,
)

__all__ = [
    "CRITERIA",
    "MOST_POINTS",
    "Company",
    "Criteria",
    "Exclusion",
    "Part",
    "PartResult",
    "Scored",
    "score_company",
    "unmatched_branches",
]
