"""What the matcher sees of opportunities is stored, so that a server is ready soon after its start."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models import F

from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.adapters import FORM, read_opportunities
from brobygger.apps.opportunities.models import Opportunity, OpportunityProfile
from brobygger.data.stored_form import to_stored

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

AT_ONCE: Final = 500  # opportunities in one transaction


def store_opportunity_profiles(*, by: User | None, at: dt.datetime) -> int:
    """
    Store what the matcher sees of every opportunity that has changed since; how many those were.

    May be repeated, and stopped at any time. It says nothing that the facts do not say, so there is no trace of it.

    Raises:
        PermissionDenied: `by` is a person without the right to run matches.
    """
    check_may(by, "matching.run_matching")
    due = Opportunity.objects.exclude(profile__form=FORM, profile__as_of=F("changed_at")).order_by("pk")
    changes = list(due.values_list("pk", "changed_at"))
    for first in range(0, len(changes), AT_ONCE):
        some = dict(changes[first : first + AT_ONCE])
        with transaction.atomic():
            OpportunityProfile.objects.bulk_create(
                (
                    OpportunityProfile(
                        opportunity_id=int(one.id), as_of=some[int(one.id)], form=FORM, content=to_stored(one)
                    )
                    for one in read_opportunities(Opportunity.objects.filter(pk__in=some))
                ),
                update_conflicts=True,
                unique_fields=["opportunity"],
                update_fields=["as_of", "form", "content"],
            )
    return len(changes)
