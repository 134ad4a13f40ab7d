from brobygger.apps.matching.models.exclusion_count import ExclusionCount
from brobygger.apps.matching.models.match import Match
from brobygger.apps.matching.models.match_run import MatchRun, MatchRunQuerySet

__all__ = ["ExclusionCount", "Match", "MatchRun", "MatchRunQuerySet"]
