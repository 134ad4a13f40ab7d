"""Reads of matches: ranked pages as things are now, stored runs, previews, numbers over the pool."""

from brobygger.apps.matching.queries.explorer import Dimension, PoolFilter, PoolTable, explore_pool
from brobygger.apps.matching.queries.language_uses import LanguageUse, language_uses
from brobygger.apps.matching.queries.live import LivePool, forget_live, live_opportunities, live_pool
from brobygger.apps.matching.queries.market import (
    MarketAnswer,
    MarketCandidate,
    search_market,
    understand_market_query,
)
from brobygger.apps.matching.queries.preview import AdPreview, preview_ad
from brobygger.apps.matching.queries.rankings import (
    CandidateRanking,
    OpportunityRanking,
    RankedCandidate,
    RankedOpportunity,
    RankingFilter,
    explain_pair,
    rank_candidates,
    rank_opportunities,
)
from brobygger.apps.matching.queries.runs import (
    current_run,
    exclusions_of,
    fairness_report,
    match_runs,
    matches_of,
    needs_new_run,
)
from brobygger.apps.matching.queries.what_if import (
    TurnedDial,
    TurnedOpportunity,
    UnknownDial,
    dials_for_ad,
    dials_of,
    lost_matches_of,
    steps_of,
    turn_dials,
)

__all__ = [
    "AdPreview",
    "CandidateRanking",
    "Dimension",
    "LanguageUse",
    "LivePool",
    "MarketAnswer",
    "MarketCandidate",
    "OpportunityRanking",
    "PoolFilter",
    "PoolTable",
    "RankedCandidate",
    "RankedOpportunity",
    "RankingFilter",
    "TurnedDial",
    "TurnedOpportunity",
    "UnknownDial",
    "current_run",
    "dials_for_ad",
    "dials_of",
    "exclusions_of",
    "explain_pair",
    "explore_pool",
    "fairness_report",
    "forget_live",
    "language_uses",
    "live_opportunities",
    "live_pool",
    "lost_matches_of",
    "match_runs",
    "matches_of",
    "needs_new_run",
    "preview_ad",
    "rank_candidates",
    "rank_opportunities",
    "search_market",
    "steps_of",
    "turn_dials",
    "understand_market_query",
]
