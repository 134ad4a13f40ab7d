"""Reads of matches: ranked pages as things are now, stored runs, previews, numbers over the pool."""

from brobygger.apps.matching.queries.explorer import Dimension, PoolFilter, PoolTable, explore_pool
from brobygger.apps.matching.queries.live import LivePool, live_opportunities, live_pool
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
    match_runs,
    matches_of,
    needs_new_run,
)

__all__ = [
    "AdPreview",
    "CandidateRanking",
    "Dimension",
    "LivePool",
    "OpportunityRanking",
    "PoolFilter",
    "PoolTable",
    "RankedCandidate",
    "RankedOpportunity",
    "RankingFilter",
    "current_run",
    "exclusions_of",
    "explain_pair",
    "explore_pool",
    "live_opportunities",
    "live_pool",
    "match_runs",
    "matches_of",
    "needs_new_run",
    "preview_ad",
    "rank_candidates",
    "rank_opportunities",
]
