"""What the matcher sees of candidates is stored, so that a server is ready soon after its start."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models import F

from brobygger.apps.base.rules import check_may
from brobygger.apps.people.adapters import FORM, read_candidates
from brobygger.apps.people.models import Candidate, CandidateProfile
from brobygger.data.stored_form import to_stored

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

AT_ONCE: Final = 500  # candidates in one transaction


def store_candidate_profiles(*, by: User | None, at: dt.datetime) -> int:
    """
    Store what the matcher sees of every candidate who has changed since; how many that were.

    May be repeated, and stopped at any time. It says nothing that the facts do not say, so there is no trace of it.

    Raises:
        PermissionDenied: `by` is a person without the right to run matches.
    """
    check_may(by, "matching.run_matching")
    due = (
        Candidate.objects.filter(document__isnull=False)
        .exclude(profile__form=FORM, profile__as_of=F("changed_at"))
        .order_by("pk")
    )
    changes = list(due.values_list("pk", "changed_at"))
    for first in range(0, len(changes), AT_ONCE):
        some = dict(changes[first : first + AT_ONCE])
        with transaction.atomic():
            CandidateProfile.objects.bulk_create(
                (
                    CandidateProfile(
                        candidate_id=int(one.id), as_of=some[int(one.id)], form=FORM, content=to_stored(one)
                    )
                    for one in read_candidates(Candidate.objects.filter(pk__in=some))
                ),
                update_conflicts=True,
                unique_fields=["candidate"],
                update_fields=["as_of", "form", "content"],
            )
    return len(changes)
