"""Rules of a country that a placement is checked against, each with the dates on which it holds and its source."""

from brobygger.core.country_rules.checks import objections_to, timeline_objections
from brobygger.core.country_rules.data import (
    EVERY_KEY,
    DatedRule,
    Ground,
    PlacementFacts,
    RuleError,
    RuleKey,
    Source,
)
from brobygger.core.country_rules.result import Finding, Standing
from brobygger.core.country_rules.solve import check_job, check_placement, rule_on

__all__ = [
    "EVERY_KEY",
    "DatedRule",
    "Finding",
    "Ground",
    "PlacementFacts",
    "RuleError",
    "RuleKey",
    "Source",
    "Standing",
    "check_job",
    "check_placement",
    "objections_to",
    "rule_on",
    "timeline_objections",
]
