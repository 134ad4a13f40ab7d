from brobygger.apps.matching.models.brochure import BrochureBlock, BrochureMember
from brobygger.apps.matching.models.exclusion_count import ExclusionCount
from brobygger.apps.matching.models.fairness_acknowledgement import FairnessAcknowledgement
from brobygger.apps.matching.models.mailed_opportunity import MailedOpportunity
from brobygger.apps.matching.models.match import Match
from brobygger.apps.matching.models.match_run import MatchRun, MatchRunQuerySet
from brobygger.apps.matching.models.match_run_input import MatchRunInput
from brobygger.apps.matching.models.outcome import Outcome
from brobygger.apps.matching.models.publication_count import PublicationCount
from brobygger.apps.matching.models.ranking_shown import RankingShown
from brobygger.apps.matching.models.weight_proposal import WeightProposal

__all__ = [
    "BrochureBlock",
    "BrochureMember",
    "ExclusionCount",
    "FairnessAcknowledgement",
    "MailedOpportunity",
    "Match",
    "MatchRun",
    "MatchRunInput",
    "MatchRunQuerySet",
    "Outcome",
    "PublicationCount",
    "RankingShown",
    "WeightProposal",
]
