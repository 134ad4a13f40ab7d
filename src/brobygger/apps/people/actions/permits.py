"""What lets a candidate work, as the candidate says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.people.enums import WITHOUT_COUNTRY
from brobygger.apps.people.models import Candidate, WorkPermit

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def say_permit(
    *,
    candidate: Candidate,
    ground: str = "",
    country: str = "",
    by: User | None,
    at: dt.datetime,
) -> WorkPermit | None:
    """
    Keep what lets a candidate work. With nothing said, nothing is kept. Repeating it changes nothing.

    Args:
        ground: a `WorkGround`; empty: not said.
        country: that gave the permit, ISO 3166-1; needed for a permit, and not kept otherwise.

    Raises:
        PermissionDenied: it is somebody else's.
        ValidationError: a permit without a country, or a ground that is none.
    """
    check_may(by, "people.change_candidate", candidate)
    country = "" if not ground or ground in WITHOUT_COUNTRY else country
    known = WorkPermit.objects.select_for_update().filter(candidate=candidate).first()
    before = (known.ground, known.country) if known else ("", "")
    after = (ground, country)
    if after == before:
        return known
    if not ground:
        WorkPermit.objects.filter(candidate=candidate).delete()
        kept = None
    else:
        kept = known or WorkPermit(candidate=candidate)
        kept.ground, kept.country, kept.said_at = ground, country, at
        kept.full_clean(exclude=("candidate",), validate_unique=False)
        kept.save()
    names = ("ground", "country")
    changed = [name for name, old, new in zip(names, before, after, strict=True) if old != new]
    # what it is stands in the row, which goes with the candidate; the trail does not
    record(action="people.say_permit", subject=candidate, by=by, at=at, changes={"changed": changed})
    return kept
