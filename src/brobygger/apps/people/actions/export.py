"""A candidate takes along what is kept of them, or who may do it for them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.queries import Held, held_of, person
from brobygger.apps.base.rules import check_may

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate


@transaction.atomic
def export_candidate(*, candidate: Candidate, by: User | None, at: dt.datetime) -> list[Held]:
    """
    All that is kept of a candidate, and of the user who the candidate is.

    Raises:
        PermissionDenied: `by` may not take it along.
    """
    check_may(by, "people.export_candidate", candidate)
    held = list(held_of(person(user_id=candidate.user_id, candidate_id=candidate.pk)))
    record(action="people.export_candidate", subject=candidate, by=by, at=at, changes={})
    return held
