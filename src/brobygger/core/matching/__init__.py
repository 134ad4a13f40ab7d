"""Who fits what: eligibility rule by rule, an additive score, exact ranked lists, and the reasons."""

from brobygger.core.matching.calibration import (
    FEWEST,
    FEWEST_OF_A_SIDE,
    Calibration,
    HeldOut,
    Need,
    Quality,
    TooFewOutcomes,
    calibrate,
    need_of,
)
from brobygger.core.matching.calibration_checks import calibration_objections
from brobygger.core.matching.checks import objections
from brobygger.core.matching.chosen_facts import monthly
from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.counterfactuals import (
    Change,
    Counterfactual,
    changes_towards,
    counterfactuals,
)
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
from brobygger.core.matching.dials import Dial, dials_for, language_dials
from brobygger.core.matching.digest import output_digest
from brobygger.core.matching.eligibility import Screening, is_eligible, judge, screen
from brobygger.core.matching.fairness import FairnessReport, GroupFigures, fairness
from brobygger.core.matching.labelled import LabelledPair, Stage
from brobygger.core.matching.lost import Ledger, LostMatch, lost_matches
from brobygger.core.matching.market import MarketFound, MarketQuery, market_reasons, market_search
from brobygger.core.matching.offers import CandidateList, Offers, candidate_list
from brobygger.core.matching.one_list import OpportunityList, opportunity_list
from brobygger.core.matching.pool import Pool
from brobygger.core.matching.profile import candidate_from, opportunity_from
from brobygger.core.matching.reasons import Explanation, Reason, Tone, excluded_counts, explain
from brobygger.core.matching.result import Match, MatchResult
from brobygger.core.matching.score import Cover, PairScore, PartScore, score_pair
from brobygger.core.matching.solve import solve
from brobygger.core.matching.steps import Effect, Entry, Step, best_steps, entries, steps_for
from brobygger.core.matching.verdict import Check, Outcome, Rule, Verdict
from brobygger.core.matching.weights import Part, Side, Weights
from brobygger.core.matching.what_if import WhatIf, what_if, what_if_counts, what_if_each
from brobygger.core.matching.words import LANGUAGES, Words, words_in
from brobygger.core.matching.words.labels import check_label, dial_label, step_label

__all__ = [
    "FEWEST",
    "FEWEST_OF_A_SIDE",
    "LANGUAGES",
    "Calibration",
    "Candidate",
    "CandidateList",
    "Change",
    "Check",
    "Conditions",
    "Counterfactual",
    "Cover",
    "Dial",
    "Effect",
    "Entry",
    "Explanation",
    "FairnessReport",
    "GroupFigures",
    "HeldOut",
    "HeldSkill",
    "LabelledPair",
    "LanguageNeed",
    "Ledger",
    "Link",
    "LostMatch",
    "MarketFound",
    "MarketQuery",
    "Match",
    "MatchProblem",
    "MatchResult",
    "MonthlyPay",
    "Need",
    "NeededSkill",
    "Offers",
    "Opportunity",
    "OpportunityList",
    "Outcome",
    "PairScore",
    "Part",
    "PartScore",
    "Pool",
    "Quality",
    "Reason",
    "Relations",
    "Rule",
    "Screening",
    "Side",
    "Stage",
    "Step",
    "Tone",
    "TooFewOutcomes",
    "Verdict",
    "Weights",
    "WhatIf",
    "Words",
    "best_steps",
    "calibrate",
    "calibration_objections",
    "candidate_from",
    "candidate_list",
    "changes_towards",
    "check_label",
    "counterfactuals",
    "dial_label",
    "dials_for",
    "entries",
    "excluded_counts",
    "explain",
    "fairness",
    "is_eligible",
    "judge",
    "language_dials",
    "lost_matches",
    "market_reasons",
    "market_search",
    "monthly",
    "need_of",
    "objections",
    "opportunity_from",
    "opportunity_list",
    "output_digest",
    "relations_of",
    "score_pair",
    "screen",
    "solve",
    "step_label",
    "steps_for",
    "what_if",
    "what_if_counts",
    "what_if_each",
    "words_in",
]
