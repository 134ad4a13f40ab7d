"""When somebody is erased: out of what runs were made from, and outcomes become numbers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.matching.actions.inputs import take_out
from brobygger.apps.matching.models import Outcome
from brobygger.apps.matching.queries.live import forget_live
from brobygger.apps.people.queries import joined_ids
from brobygger.apps.programmes.actions.erasure import count_erased
from brobygger.apps.programmes.enums import ErasedKind

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def _forget_candidates(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    for candidate_id in (*ids, *joined_ids(ids)):
        take_out(candidate_id)
    transaction.on_commit(forget_live)


def _count_outcomes(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    rows = Outcome._base_manager.filter(pk__in=ids).values_list("opportunity__programme", "stage")
    count_erased(kind=ErasedKind.OUTCOME, of=rows, by=by, at=at)


before_removal("people.Candidate", _forget_candidates)
before_removal("matching.Outcome", _count_outcomes)
