"""That an opportunity was opened: a count of the day, and nothing of who did."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils.timezone import localdate

from brobygger.apps.base.models import all_rows
from brobygger.apps.opportunities.models import Opportunity, OpportunityOpening

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.enums import OpenedThrough


@transaction.atomic
def count_opening(
    *, opportunity: Opportunity, through: OpenedThrough, count: int = 1, by: User | None, at: dt.datetime
) -> None:
    """Count that an opportunity was opened. Nothing is kept of who did; that is why there is no audit entry."""
    with all_rows():  # a visitor sees no numbers
        row, _is_new = OpportunityOpening.objects.get_or_create(
            opportunity=opportunity, day=localdate(at), through=through
        )
        OpportunityOpening.objects.filter(pk=row.pk).update(count=F("count") + count)
