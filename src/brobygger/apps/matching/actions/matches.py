"""A match run, what came of its pairs, and weights that learn from it."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.classifications.queries import open_vocabulary
from brobygger.apps.matching import adapters
from brobygger.apps.matching.enums import MatchRunState, OutcomeStage, ProposalState
from brobygger.apps.matching.models import (
    ExclusionCount,
    Match,
    MatchRun,
    MatchRunInput,
    Outcome,
    WeightProposal,
)
from brobygger.apps.matching.queries import run_not_acknowledged
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.actions import set_weights
from brobygger.apps.programmes.models import Programme
from brobygger.core.matching import (
    Conditions,
    MatchResult,
    Weights,
    calibrate,
    fairness,
    output_digest,
    solve,
)
from brobygger.data.match_inputs import digest_of, packed
from brobygger.data.scoring_version import scoring_version

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

TOP = 20  # length of the lists that are stored
BATCH = 1_000  # rows written at a time


class NothingRead(Exception):
    """The candidate has no CV that was read: the parts of the score are not known."""


class DecidedAlready(Exception):
    """The proposal is not open any more."""


class FairnessNotRead(Exception):
    """Nobody has acknowledged the fairness report of the current run, of the programme or over all."""


class WeightsChanged(Exception):
    """The programme's weights are no longer those that the proposal was compared with."""


def run_matching(
    *,
    programme: Programme | None = None,
    conditions: Conditions | None = None,
    top: int = TOP,
    by: User | None,
    at: dt.datetime,
) -> MatchRun:
    """
    Rank candidates for the open opportunities of a programme, or of all; the earlier run becomes history.

    Everything is read first and written last. A run over unchanged input gives the same matches; what it was made
    from is kept, so that `replay_run` can show it.

    Args:
        programme: whose candidates, opportunities and weights; None for all, with the usual weights.
        conditions: how strictly the rules are read.
        top: length of the lists.

    Raises:
        PermissionDenied: `by` may not.
        ValueError: weights of the programme that are not accepted, or a negative `top`.
    """
    check_may(by, "matching.run_matching")
    read = conditions or Conditions()
    weights = Weights.from_mapping(programme.weights) if programme else Weights()
    problem = adapters.load_problem(programme.pk if programme else None)
    result = solve(problem, top=top, weights=weights, conditions=read)
    inputs = adapters.to_inputs(problem)
    groups = adapters.load_dimensions(
        programme.pk if programme else None
    )  # after solving: no score can see them
    run = MatchRun(
        programme=programme,
        parameters=adapters.to_parameters(read, top),
        weights=asdict(weights),
        fairness=adapters.to_fairness_json(fairness(result, groups)),
        inputs_digest=digest_of(inputs),
        vocabulary_digest=open_vocabulary().digest,
        scoring_version=scoring_version(),
        output_digest=output_digest(result),
        candidate_count=len(problem.candidates),
        opportunity_count=len(problem.opportunities),
        started_at=at,
        started_by=by,
    )
    with transaction.atomic():
        matches = _keep(run, result, inputs, at)
        changes = {
            "programme": programme.code if programme else None,
            "candidates": run.candidate_count,
            "opportunities": run.opportunity_count,
            "matches": matches,
            "inputs_digest": run.inputs_digest,
            "output_digest": run.output_digest,
        }
        record(action="matching.run_matching", subject=run, by=by, at=at, changes=changes)
    return run


def _keep(run: MatchRun, result: MatchResult, inputs: bytes, at: dt.datetime) -> int:
    """Save a run in the place of the earlier one of its scope; how many matches it has."""
    earlier = MatchRun.objects.current().of_scope(run.programme_id).select_for_update()
    MatchRun.objects.filter(pk__in=[one.pk for one in earlier]).update(state=MatchRunState.SUPERSEDED)
    run.inputs, _is_new = MatchRunInput.objects.get_or_create(
        digest=run.inputs_digest, removed_count=0, defaults={"content": packed(inputs), "kept_at": at}
    )
    run.save()
    matches = Match.objects.bulk_create(adapters.to_matches(run, result), BATCH)
    ExclusionCount.objects.bulk_create(adapters.to_exclusion_counts(run, result), BATCH)
    return len(matches)


@transaction.atomic
def record_outcome(
    *, opportunity: Opportunity, candidate: Candidate, stage: OutcomeStage, by: User | None, at: dt.datetime
) -> Outcome:
    """
    Note the furthest that a candidate came with an opportunity, or correct it. Repeating changes nothing.

    The parts of the score are kept as they were when the pair was first recorded.

    Raises:
        PermissionDenied: `by` may not.
        NothingRead: the candidate has no CV.
    """
    check_may(by, "matching.record_outcome")
    known = Outcome.objects.select_for_update().filter(opportunity=opportunity, candidate=candidate).first()
    if known and known.stage == stage:
        return known
    parts = known.parts if known else adapters.load_parts(opportunity, candidate)
    if parts is None:
        raise NothingRead(f"{candidate} has no CV.")
    before = known.stage if known else None
    outcome = known or Outcome(opportunity=opportunity, candidate=candidate, parts=parts)
    outcome.stage, outcome.recorded_at, outcome.recorded_by = OutcomeStage(stage), at, by
    outcome.save()
    changes = {"opportunity": opportunity.pk, "candidate": candidate.pk, "stage": [before, outcome.stage]}
    record(action="matching.record_outcome", subject=outcome, by=by, at=at, changes=changes)
    return outcome


def propose_weights(*, programme: Programme, by: User | None, at: dt.datetime) -> WeightProposal:
    """
    Compute the weights that a programme's outcomes speak for, and lay them before somebody who decides.

    Nothing but the proposal is stored; an earlier one that is still open gives way. Both fairness reports are of the
    programme's pool as it is now, matched with the weights in use and with the proposed ones.

    Raises:
        PermissionDenied: `by` may not.
        TooFewOutcomes: of `core.matching`; the message says how many there are and how many are needed.
        ValueError: weights of the programme that are not accepted.
    """
    check_may(by, "matching.propose_weights")
    in_use = Weights.from_mapping(programme.weights)
    found = calibrate(adapters.load_labelled(programme.pk), weights=in_use)
    problem = adapters.load_problem(programme.pk)
    results = [solve(problem, top=TOP, weights=weights) for weights in (in_use, found.proposed)]
    groups = adapters.load_dimensions(programme.pk)  # after solving: no score can see them
    before, after = (adapters.to_fairness_json(fairness(result, groups)) for result in results)
    proposal = WeightProposal(
        programme=programme,
        in_use=asdict(in_use),
        proposed=asdict(found.proposed),
        figures=adapters.to_figures(found),
        fairness_before=before,
        fairness_after=after,
        proposed_at=at,
        proposed_by=by,
    )
    with transaction.atomic():
        earlier = WeightProposal.objects.select_for_update().filter(
            programme=programme, state=ProposalState.OPEN
        )
        WeightProposal.objects.filter(pk__in=[one.pk for one in earlier]).update(
            state=ProposalState.SUPERSEDED
        )
        proposal.save()
        changes = {
            "programme": programme.code,
            "outcomes": found.pairs,
            "weights": [proposal.in_use, proposal.proposed],
            "is_better": found.is_better,
        }
        record(action="matching.propose_weights", subject=proposal, by=by, at=at, changes=changes)
    return proposal


@transaction.atomic
def accept_weights(*, proposal: WeightProposal, reason: str, by: User, at: dt.datetime) -> WeightProposal:
    """
    Let a programme count with the proposed weights from now on. A person does that, and says why.

    Raises:
        PermissionDenied: `by` may not, or is nobody.
        ValueError: no reason.
        DecidedAlready: the proposal is not open.
        FairnessNotRead: the fairness report of the current run was not acknowledged; nothing was changed.
        WeightsChanged: somebody changed the weights since; propose again.
    """
    # before the first audit entry, as `set_weights` alone does: two who wait for each other would wait for ever
    programme = Programme.objects.select_for_update().get(pk=proposal.programme_id)
    decided = _decide(proposal, ProposalState.ACCEPTED, reason, by=by, at=at)
    unread = run_not_acknowledged(programme.pk)
    if unread is not None:
        raise FairnessNotRead(f"The fairness report of the match run {unread} was not acknowledged.")
    if asdict(Weights.from_mapping(programme.weights)) != decided.in_use:
        raise WeightsChanged(f"The weights of {programme} have changed since the proposal was made.")
    set_weights(programme=programme, points=decided.proposed, by=by, at=at)
    return decided


@transaction.atomic
def decline_weights(*, proposal: WeightProposal, reason: str, by: User, at: dt.datetime) -> WeightProposal:
    """
    Keep the weights in use, and say why. A person does that.

    Raises:
        PermissionDenied: `by` may not, or is nobody.
        ValueError: no reason.
        DecidedAlready: the proposal is not open.
    """
    return _decide(proposal, ProposalState.DECLINED, reason, by=by, at=at)


def _decide(
    proposal: WeightProposal, state: ProposalState, reason: str, *, by: User, at: dt.datetime
) -> WeightProposal:
    if by is None or not by.has_perm("matching.decide_weights"):
        raise PermissionDenied(f"{by} may not decide how scores are counted.")
    if not reason.strip():
        raise ValueError("A decision needs a reason.")
    decided = WeightProposal.objects.select_for_update().get(pk=proposal.pk)
    if decided.state != ProposalState.OPEN:
        raise DecidedAlready(f"{decided} is not open.")
    decided.state, decided.reason = state, reason.strip()
    decided.decided_at, decided.decided_by, decided.decided_by_name = at, by, by.get_username()
    decided.save()
    action = "accept_weights" if state == ProposalState.ACCEPTED else "decline_weights"
    changes = {"programme": decided.programme_id, "state": state.value, "reason": decided.reason}
    record(action=f"matching.{action}", subject=decided, by=by, at=at, changes=changes)
    return decided
