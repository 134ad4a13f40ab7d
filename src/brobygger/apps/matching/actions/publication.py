"""An opportunity is published: opened, and counted how many met every must of it at that moment."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.base.models import all_rows
from brobygger.apps.matching.models import MailedOpportunity, PublicationCount
from brobygger.apps.matching.queries import count_eligible
from brobygger.apps.opportunities.actions import count_opening, open_opportunity
from brobygger.apps.opportunities.enums import OpenedThrough
from brobygger.apps.opportunities.models import Opportunity

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def publish_opportunity(*, opportunity: Opportunity, by: User | None, at: dt.datetime) -> Opportunity:
    """
    Let candidates see an opportunity, and the first time note how many meet every must. Repeating it changes nothing.

    Raises:
        NotAccepted, ImpossibleTransition, PermissionDenied: as in `open_opportunity`.
    """
    opened = open_opportunity(opportunity=opportunity, by=by, at=at)
    if opened.published_at == at:
        eligible, pool = count_eligible(opened)
        with all_rows():  # a count of everybody, which every reader of the opportunity may see
            PublicationCount.objects.get_or_create(
                opportunity=opened, defaults={"eligible": eligible, "pool": pool, "counted_at": at}
            )
    return opened


def _count_mailed(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    """That somebody was told goes with the person or the year; how many were told stays."""
    rows = MailedOpportunity._base_manager.filter(pk__in=ids).select_related("opportunity")
    told = Counter((one.opportunity, one.mailed_at) for one in rows)
    for (opportunity, mailed_at), count in told.items():
        count_opening(opportunity=opportunity, through=OpenedThrough.MAIL, count=count, by=by, at=mailed_at)


before_removal("matching.MailedOpportunity", _count_mailed)
