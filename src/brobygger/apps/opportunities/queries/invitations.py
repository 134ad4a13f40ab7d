"""How many candidates a company may still invite today."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import timezone

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import all_rows
from brobygger.apps.opportunities.models import Application, Opportunity

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation


def invitations_per_day(organisation: Organisation) -> int:
    """How many a company may invite for one opportunity on one day: its own number, else everybody's."""
    own = organisation.invitations_per_day
    return settings.INVITATIONS_PER_DAY if own is None else own


def invitations_left(opportunity: Opportunity, user: User | None, *, at: dt.datetime) -> int | None:
    """
    How many candidates a user may still invite for an opportunity on the day of `at`; None: there is no limit.

    The limit is for those who speak for a company. Who runs the programme invites on its behalf without one, and what
    they invited counts. One query.
    """
    if user is None or user.role != Role.COMPANY:
        return None
    day = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    with all_rows():  # whoever was invited for it, by whomever
        invited = Application.objects.filter(opportunity=opportunity, invited_at__gte=day).count()
    return max(0, invitations_per_day(opportunity.organisation) - invited)
