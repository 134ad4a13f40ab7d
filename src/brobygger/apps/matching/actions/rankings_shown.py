"""The list that somebody had before them when they invited or turned down a person."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.matching import adapters
from brobygger.apps.matching.models import MatchRunInput, RankingShown
from brobygger.apps.matching.queries import rank_candidates
from brobygger.apps.opportunities.actions import answer_application, invite
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.data.match_inputs import digest_of, packed, to_bytes
from brobygger.data.scoring_version import scoring_version

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.matching.queries import OpportunityRanking
    from brobygger.apps.opportunities.models import Application, Opportunity
    from brobygger.apps.people.models import Candidate


@transaction.atomic
def invite_from_list(
    *,
    opportunity: Opportunity,
    candidate: Candidate,
    invitation: str = "",
    language: str,
    by: User,
    at: dt.datetime,
) -> Application:
    """
    Invite a candidate, and keep the list that was decided on: who is on it can ask later what it was.

    Args:
        language: of the reasons in the list.

    Raises:
        as `opportunities.actions.invite`.
    """
    application = invite(opportunity=opportunity, candidate=candidate, invitation=invitation, by=by, at=at)
    _keep_list(opportunity, language, by, at)
    return application


@transaction.atomic
def answer_from_list(
    *,
    application: Application,
    state: ApplicationState,
    answer: str = "",
    reason: str = "",
    language: str,
    by: User,
    at: dt.datetime,
) -> Application:
    """
    Answer an application, and with a no keep the list that was decided on: who is judged by it can ask later what it was.

    Args:
        language: of the reasons in the list.

    Raises:
        as `opportunities.actions.answer_application`.
    """
    is_new_no = state == ApplicationState.REJECTED and application.state != state
    answered = answer_application(
        application=application, state=state, answer=answer, reason=reason, by=by, at=at
    )
    if is_new_no:
        _keep_list(application.opportunity, language, by, at)
    return answered


def _keep_list(opportunity: Opportunity, language: str, by: User, at: dt.datetime) -> None:
    """The list as it stands, if whoever decided may see it."""
    if by.has_perm("matching.view_ranking", opportunity):
        ranking = rank_candidates(opportunity, user=by, language=language)
        note_ranking_shown(opportunity=opportunity, ranking=ranking, by=by, at=at)


@transaction.atomic
def note_ranking_shown(
    *, opportunity: Opportunity, ranking: OpportunityRanking, by: User, at: dt.datetime
) -> RankingShown:
    """
    Keep the ranked list that `by` saw of an opportunity, and what it was made from, so that `replay_shown` can solve
    it again. The one kept last is returned if it is the same.

    A page that reads cannot write: what is decided on the list (an invitation, a no) keeps it.

    Raises:
        PermissionDenied: `by` may not see the ranking.
        ValueError: the ranking is of another opportunity.
    """
    if not by.has_perm("matching.view_ranking", opportunity):
        raise PermissionDenied(f"{by} may not see the ranking of {opportunity}.")
    origin = ranking.origin
    if origin.opportunity.id != str(opportunity.pk):
        raise ValueError(f"The ranking is of opportunity {origin.opportunity.id}, not of {opportunity.pk}.")
    rows = [[row.candidate_id, row.rank, row.points] for row in ranking.rows]
    inputs = to_bytes(origin.people, [origin.opportunity])
    columns: dict[str, Any] = {
        "inputs_digest": digest_of(inputs),
        "vocabulary_digest": origin.vocabulary_digest,
        "parameters": {
            **adapters.to_parameters(origin.conditions, origin.top),
            "narrowed_to": asdict(origin.chosen) if origin.chosen else {},
            "stamp": origin.stamp,
        },
        "weights": asdict(origin.weights),
        "scoring_version": scoring_version(),
        "pool": ranking.pool,
        "eligible": ranking.eligible,
        "withheld": ranking.withheld,
        "rows": rows,
        "output_digest": digest_of_list(ranking.pool, ranking.eligible, ranking.withheld, rows),
    }
    last = RankingShown.objects.filter(opportunity=opportunity, viewer=by).first()
    if last and all(getattr(last, name) == value for name, value in columns.items()):
        return last
    with all_rows():  # nobody sees the inputs of others: equal ones are kept once
        kept, _is_new = MatchRunInput.objects.get_or_create(
            digest=columns["inputs_digest"],
            removed_count=0,
            defaults={"content": packed(inputs), "kept_at": at},
        )
    shown = RankingShown.objects.create(
        opportunity=opportunity,
        viewer=by,
        viewer_name=by.get_username(),
        shown_at=at,
        inputs=kept,
        **columns,
    )
    changes = {
        "opportunity": opportunity.pk,
        "shown": len(rows),
        "inputs_digest": shown.inputs_digest,
        "output_digest": shown.output_digest,
    }
    record(action="matching.note_ranking_shown", subject=shown, by=by, at=at, changes=changes)
    return shown


def digest_of_list(pool: int, eligible: int, withheld: int, rows: list[list[Any]]) -> str:
    """`RankingShown.output_digest`: SHA-256 of these numbers in JSON."""
    form = json.dumps([pool, eligible, withheld, rows], separators=(",", ":"))
    return hashlib.sha256(form.encode()).hexdigest()
