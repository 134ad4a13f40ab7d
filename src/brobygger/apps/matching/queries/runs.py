"""Reads of match runs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django.db.models import Q

from brobygger.apps.matching.models import (
    ExclusionCount,
    FairnessAcknowledgement,
    Match,
    MatchRun,
    MatchRunQuerySet,
    RankingShown,
)
from brobygger.apps.opportunities.queries import last_change as last_change_of_opportunities
from brobygger.apps.opportunities.queries import open_in
from brobygger.apps.people.queries import last_change as last_change_of_candidates
from brobygger.apps.programmes.queries import matched_candidates_of
from brobygger.core.matching import FairnessReport, GroupFigures

if TYPE_CHECKING:
    from django.db.models import QuerySet


def match_runs() -> MatchRunQuerySet:
    """All runs with programme, whoever started them and who read their figures, latest first."""
    return MatchRun.objects.select_related("programme", "started_by", "acknowledgement").order_by(
        "-started_at", "-pk"
    )


def match_run(pk: int) -> MatchRun | None:
    """One run; None if there is none of this id."""
    return MatchRun.objects.select_related("programme", "acknowledgement").filter(pk=pk).first()


def ranking_shown(pk: int) -> RankingShown | None:
    """One list that was shown, with what it was made from; None if there is none of this id."""
    return RankingShown.objects.select_related("inputs").filter(pk=pk).first()


def current_run(programme_id: int | None = None) -> MatchRun | None:
    """The current run of a programme, or over all; None before the first."""
    return MatchRun.objects.current().of_scope(programme_id).select_related("acknowledgement").first()


def runs_to_acknowledge() -> MatchRunQuerySet:
    """Runs whose fairness report nobody has acknowledged, latest first."""
    return match_runs().exclude(fairness={}).filter(acknowledgement__isnull=True)


def run_not_acknowledged(programme_id: int) -> MatchRun | None:
    """The current run of a programme, or over all, whose fairness report waits for somebody; None if none does."""
    scope = Q(programme=programme_id) | Q(programme__isnull=True)
    return runs_to_acknowledge().current().filter(scope).first()


def acknowledgement_of(run: MatchRun) -> FairnessAcknowledgement | None:
    """Who has read the fairness report of a run, and when; None: nobody yet. No query for a run of this module."""
    return getattr(run, "acknowledgement", None)


def is_published(run: MatchRun) -> bool:
    """Whether the figures of a run may be shown beyond those who run the matching: once somebody has acknowledged them."""
    return not run.fairness or acknowledgement_of(run) is not None


def published_run(programme_id: int | None = None) -> MatchRun | None:
    """The latest run of a scope whose figures may be shown to everybody who may see figures; None before the first."""
    is_open = Q(fairness={}) | Q(acknowledgement__isnull=False)
    return match_runs().of_scope(programme_id).filter(is_open).first()


def matches_of(run: MatchRun) -> QuerySet[Match]:
    """The stored lists of a run by opportunity and rank, with both sides."""
    return (
        Match.objects.filter(run=run, rank__isnull=False)
        .select_related("candidate", "opportunity", "opportunity__organisation")
        .order_by("opportunity_id", "rank")
    )


def exclusions_of(run: MatchRun) -> QuerySet[ExclusionCount]:
    """How many each rule excluded, most first within an opportunity."""
    return ExclusionCount.objects.filter(run=run).order_by("opportunity_id", "-count", "rule", "subject")


def needs_new_run(programme_id: int | None = None) -> bool:
    """Whether a candidate with a CV or an opportunity has changed, come or gone since the current run, if there is one."""
    run = current_run(programme_id)
    if run is None:
        return True
    candidates, opportunities = (
        matched_candidates_of(programme_id).filter(document__isnull=False),
        open_in(programme_id),
    )
    if (run.candidate_count, run.opportunity_count) != (candidates.count(), opportunities.count()):
        return True
    changes = (last_change_of_candidates(candidates), last_change_of_opportunities(opportunities))
    return any(change is not None and change > run.started_at for change in changes)


def fairness_report(run: MatchRun) -> FairnessReport:
    """Selection and rank by group as they were in a run; groups too small to show carry no figures."""
    return report_of(run.fairness)


def report_of(stored: Mapping[str, Any]) -> FairnessReport:
    """What `adapters.to_fairness_json` wrote."""
    groups = {
        dimension: tuple(GroupFigures(**{**one, **_intervals(one)}) for one in figures)
        for dimension, figures in stored["groups"].items()
    }
    return FairnessReport(stored["top"], stored["smallest"], groups)


def _intervals(one: Mapping[str, Any]) -> dict[str, tuple[float, float] | None]:
    names = ("rate_interval", "ratio_interval")
    return {name: None if one[name] is None else (one[name][0], one[name][1]) for name in names}
