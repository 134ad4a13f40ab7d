"""What is done with matches: a run."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.classifications.queries import open_vocabulary
from brobygger.apps.matching import adapters
from brobygger.apps.matching.enums import MatchRunState
from brobygger.apps.matching.models import ExclusionCount, Match, MatchRun
from brobygger.apps.programmes.models import Programme
from brobygger.core.matching import Conditions, Weights, fairness, solve

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

TOP = 20  # length of the lists that are stored
BATCH = 1_000  # rows written at a time


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

    Everything is read first and written last. A run over unchanged input gives the same matches.

    Args:
        programme: whose candidates, opportunities and weights; None for all, with the usual weights.
        conditions: how strictly the rules are read.
        top: length of the lists.

    Raises:
        PermissionDenied: `by` may not.
        ValueError: weights of the programme that are not accepted, or a negative `top`.
    """
    if by is not None and not by.has_perm("matching.run_matching"):
        raise PermissionDenied(f"{by} may not run the matching.")
    read = conditions or Conditions()
    weights = Weights.from_mapping(programme.weights) if programme else Weights()
    problem = adapters.load_problem(programme.pk if programme else None)
    result = solve(problem, top=top, weights=weights, conditions=read)
    groups = adapters.load_dimensions(
        programme.pk if programme else None
    )  # after solving: no score can see them
    run = MatchRun(
        programme=programme,
        parameters=adapters.to_parameters(read, top),
        weights=asdict(weights),
        fairness=adapters.to_fairness_json(fairness(result, groups)),
        inputs_digest=adapters.inputs_digest(problem),
        vocabulary_digest=open_vocabulary().digest,
        candidate_count=len(problem.candidates),
        opportunity_count=len(problem.opportunities),
        started_at=at,
        started_by=by,
    )
    with transaction.atomic():
        earlier = MatchRun.objects.current().of_scope(run.programme_id).select_for_update()
        MatchRun.objects.filter(pk__in=[one.pk for one in earlier]).update(state=MatchRunState.SUPERSEDED)
        run.save()
        matches = Match.objects.bulk_create(adapters.to_matches(run, result), BATCH)
        ExclusionCount.objects.bulk_create(adapters.to_exclusion_counts(run, result), BATCH)
        changes = {
            "programme": programme.code if programme else None,
            "candidates": run.candidate_count,
            "opportunities": run.opportunity_count,
            "matches": len(matches),
        }
        record(action="matching.run_matching", subject=run, by=by, at=at, changes=changes)
    return run
