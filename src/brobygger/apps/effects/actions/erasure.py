"""Answers go when the person goes or no longer agrees; the numbers of the programme stay what they were."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from brobygger.apps.base.actions import record
from brobygger.apps.base.actions.erasure import before_removal, call_hooks, remove
from brobygger.apps.effects.enums import StayAnswer
from brobygger.apps.effects.models import CohortMember, FollowUp
from brobygger.apps.people.actions.consents import after_withdrawal
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.programmes.actions.erasure import count_erased
from brobygger.apps.programmes.enums import ErasedKind

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate


def _count_answers(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    """What was due is counted by months, answer and whether the programme had placed the person."""
    rows = FollowUp._base_manager.filter(member__in=ids, due_date__lte=at.date()).values_list(
        "member__programme", "months", "answer", "member__is_placed"
    )
    counted = [
        (programme, f"{months}:{answer or StayAnswer.NONE}:{'placed' if placed else 'other'}")
        for programme, months, answer, placed in rows
    ]
    count_erased(kind=ErasedKind.FOLLOW_UP, of=counted, by=by, at=at)


def _forget(candidate: Candidate, opportunity_id: int | None, by: User | None, at: dt.datetime) -> None:
    """Without the consent nothing is asked, and what was answered is counted and removed."""
    ids = list(CohortMember._base_manager.filter(candidate=candidate).values_list("pk", flat=True))
    if ids:
        call_hooks(CohortMember, ids, by, at)
        remove(CohortMember, ids)
        record(action="effects.forget", subject=candidate, by=by, at=at, changes={"cohorts": len(ids)})


before_removal("effects.CohortMember", _count_answers)
after_withdrawal(ConsentPurpose.FOLLOW_UP, _forget)
