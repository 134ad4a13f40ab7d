"""Who fits what: eligibility rule by rule, an additive score, exact ranked lists, and the reasons."""

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.credit import Link, Relations, relations_of
from brobygger.core.matching.data import (
    Candidate,
    HeldSkill,
    LanguageNeed,
    MatchProblem,
    MonthlyPay,
    NeededSkill,
    Opportunity,
)
from brobygger.core.matching.eligibility import Screening, is_eligible, judge, screen
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.profile import candidate_from, monthly, opportunity_from
from brobygger.core.matching.reasons import Explanation, Reason, Tone, excluded_counts, explain
from brobygger.core.matching.result import Match, MatchResult
from brobygger.core.matching.score import Cover, PairScore, PartScore, score_pair
from brobygger.core.matching.solve import solve
from brobygger.core.matching.verdict import Check, Outcome, Rule, Verdict
from brobygger.core.matching.weights import Part, Side, Weights

__all__ = [
    "Candidate",
    "Check",
    "Conditions",
    "Cover",
    "Explanation",
    "HeldSkill",
    "LanguageNeed",
    "Link",
    "Match",
    "MatchProblem",
    "MatchResult",
    "MonthlyPay",
    "NeededSkill",
    "Opportunity",
    "Outcome",
    "PairScore",
    "Part",
    "PartScore",
    "Pool",
    "Reason",
    "Relations",
    "Rule",
    "Screening",
    "Side",
    "Tone",
    "Verdict",
    "Weights",
    "candidate_from",
    "excluded_counts",
    "explain",
    "is_eligible",
    "judge",
    "monthly",
    "opportunity_from",
    "relations_of",
    "score_pair",
    "screen",
    "solve",
]
