"""A match problem from rows, and rows from its result: the only place that knows both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any, Final

from brobygger.apps.classifications.queries import open_vocabulary
from brobygger.apps.matching.models import ExclusionCount, Match, MatchRun, Outcome
from brobygger.apps.opportunities.adapters import load_opportunities
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.opportunities.queries import open_in
from brobygger.apps.people.adapters import load_candidates, load_groups
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.queries import matched_candidates_of
from brobygger.core import matching
from brobygger.core.matching import (
    Calibration,
    Conditions,
    FairnessReport,
    LabelledPair,
    MatchProblem,
    MatchResult,
    Part,
    Rule,
    Stage,
    Weights,
    score_pair,
)
from brobygger.data.match_inputs import to_bytes

FULL: Final = 10_000  # a part of a score that is fully met, in `Match.parts`


def load_problem(programme_id: int | None) -> MatchProblem:
    """
    The candidates and open opportunities of a programme, or all where none is named.

    Five queries if all profiles are stored, eleven if any has to be read, whatever the size.
    """
    return MatchProblem(
        candidates=load_candidates(matched_candidates_of(programme_id)),
        opportunities=load_opportunities(open_in(programme_id)),
        taxonomy=open_vocabulary().taxonomy,
    )


def to_inputs(problem: MatchProblem) -> bytes:
    """Candidates and opportunities as the matcher sees them, for `MatchRunInput.content` and its digest."""
    return to_bytes(problem.candidates, problem.opportunities)


def to_parameters(conditions: Conditions, top: int) -> dict[str, Any]:
    """How strictly rules were read and how long the lists are, for `MatchRun.parameters`."""
    stored = asdict(conditions)
    stored["strict"] = sorted(rule.value for rule in conditions.strict)
    return {"top": top, **stored, "exchange": dict(conditions.exchange)}


def to_conditions(parameters: Mapping[str, Any]) -> Conditions:
    """What `to_parameters` wrote."""
    stored = {name: value for name, value in parameters.items() if name != "top"}
    stored["strict"] = frozenset(Rule(name) for name in parameters["strict"])
    return Conditions(**{**stored, "exchange": tuple(sorted(parameters["exchange"].items()))})


def to_matches(run: MatchRun, result: MatchResult) -> Iterator[Match]:
    """The pairs of both sides' lists, each pair once."""
    candidate_rank = {
        (one.opportunity, one.candidate): one
        for candidate in result.by_candidate.owners
        for one in result.for_candidate(candidate)
    }
    for opportunity in result.by_opportunity.owners:
        for one in result.for_opportunity(opportunity):
            other = candidate_rank.pop((one.opportunity, one.candidate), None)
            yield _match(run, one, rank=one.rank, candidate_rank=other.rank if other else None)
    for one in candidate_rank.values():
        yield _match(run, one, rank=None, candidate_rank=one.rank)


def to_exclusion_counts(run: MatchRun, result: MatchResult) -> Iterator[ExclusionCount]:
    """How many candidates each rule excluded from each opportunity; rules that excluded nobody are left out."""
    for opportunity, counts in result.excluded.items():
        for check, count in counts.items():
            if count:
                yield ExclusionCount(
                    run=run,
                    opportunity_id=int(opportunity),
                    rule=check.rule,
                    subject=check.subject,
                    count=count,
                )


def to_fairness_json(report: FairnessReport) -> dict[str, Any]:
    """A fairness report for `MatchRun.fairness`; read back by `queries.fairness_report`."""
    return asdict(report)


def figures_digest(stored: Mapping[str, Any]) -> str:
    """SHA-256 of a fairness report as `MatchRun.fairness` holds it, by which one tells later what was read."""
    form = json.dumps(stored, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(form.encode()).hexdigest()


def load_dimensions(programme_id: int | None) -> dict[str, dict[str, str]]:
    """The groups of candidates by dimension, for the fairness report only. One query."""
    return load_groups(matched_candidates_of(programme_id))


def load_parts(opportunity: Opportunity, candidate: Candidate) -> dict[str, int | None] | None:
    """What each part of a pair's score comes to now, for `Outcome.parts`; None if the candidate has no CV."""
    people = load_candidates(Candidate.objects.filter(pk=candidate.pk))
    if not people:
        return None
    (offer,) = load_opportunities(Opportunity.objects.filter(pk=opportunity.pk))
    weights = Weights.from_mapping(opportunity.programme.weights) if opportunity.programme else Weights()
    pair = score_pair(people[0], offer, taxonomy=open_vocabulary().taxonomy, weights=weights)
    return {one.part.value: one.value for one in pair.parts}


def load_labelled(programme_id: int) -> tuple[LabelledPair, ...]:
    """What came of the pairs of a programme's opportunities, with their parts. One query."""
    rows = Outcome.objects.filter(opportunity__programme=programme_id).order_by(
        "opportunity_id", "candidate_id"
    )
    return tuple(
        LabelledPair(
            opportunity=str(opportunity),
            candidate=str(candidate),
            parts={Part(name): None if value is None else value / FULL for name, value in parts.items()},
            stage=Stage(stage),
        )
        for opportunity, candidate, parts, stage in rows.values_list(
            "opportunity_id", "candidate_id", "parts", "stage"
        )
    )


def to_figures(found: Calibration) -> dict[str, Any]:
    """What a calibration says of its fit, for `WeightProposal.figures`."""
    return {
        "pairs": found.pairs,
        "stages": {stage.value: count for stage, count in found.stages.items()},
        "in_use": asdict(found.quality_in_use),
        "proposed": asdict(found.quality_proposed),
        "gain": found.gain,
        "gain_error": found.gain_error,
        "is_better": found.is_better,
    }


def _match(run: MatchRun, one: matching.Match, *, rank: int | None, candidate_rank: int | None) -> Match:
    return Match(
        run=run,
        opportunity_id=int(one.opportunity),
        candidate_id=int(one.candidate),
        rank=rank,
        candidate_rank=candidate_rank,
        score=one.total,
        percent=round(100 * one.score),
        parts={
            part.value: None if value is None else round(value * FULL) for part, value in one.parts.items()
        },
    )
