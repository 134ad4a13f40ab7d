"""Reads of the organisations that might join a programme."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Count, F, Q, QuerySet

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.programmes.enums import PROSPECT_TRANSITIONS, UNDER_WAY, ProspectState
from brobygger.apps.programmes.models import Prospect, ProspectStep

if TYPE_CHECKING:
    from brobygger.apps.programmes.models import Programme


def prospects(*, state: str = "", programme: int | None = None, text: str = "") -> QuerySet[Prospect]:
    """Prospective partners in the visitor's scope, those that are due first; empty state: those under way."""
    found = Prospect.objects.select_related("programme", "organisation", "owner")
    if state == "all":
        pass
    elif state in ProspectState.values:
        found = found.filter(state=state)
    else:
        found = found.filter(state__in=UNDER_WAY)
    if programme is not None:
        found = found.filter(programme=programme)
    if text:
        found = found.filter(organisation__name__icontains=text)
    return found.order_by(F("due_date").asc(nulls_last=True), "organisation__name", "pk")


def prospect_counts() -> dict[str, int]:
    """How many stand where, in the visitor's scope."""
    return dict(Prospect.objects.order_by().values_list("state").annotate(Count("pk")))


def due_prospects(*, today: dt.date, days: int) -> QuerySet[Prospect]:
    """Those whose next step is due within so many days or late, and those who said yes and wait for somebody."""
    due = Q(state__in=UNDER_WAY, due_date__lte=today + dt.timedelta(days=days))
    found = Prospect.objects.filter(due | Q(state=ProspectState.WILLING))
    found = found.select_related("programme", "organisation", "owner")
    return found.order_by(F("due_date").asc(nulls_last=True), "pk")


def prospect_by_id(pk: int) -> Prospect | None:
    return Prospect.objects.select_related("programme", "organisation", "owner").filter(pk=pk).first()


def steps_of(prospect: Prospect) -> QuerySet[ProspectStep]:
    """What happened, the latest first."""
    found = ProspectStep.objects.filter(prospect=prospect).select_related("noted_by")
    return found.order_by("-noted_at", "-pk")


def next_states(prospect: Prospect) -> list[ProspectState]:
    """Where a person may say it stands now; inviting and joining have buttons of their own."""
    onward = PROSPECT_TRANSITIONS[ProspectState(prospect.state)]
    own = (ProspectState.INVITED, ProspectState.JOINED)
    return [state for state in ProspectState if state in onward and state not in own]


def owners_of(programme: Programme) -> list[User]:
    """Who may see to a programme's prospects: those who run the installation, and those who speak for a lead."""
    runs = Q(role__in=(Role.MANAGER, Role.SECRETARIAT))
    leads = Q(
        role=Role.PARTNER,
        organisations__partnerships__programme=programme,
        organisations__partnerships__is_lead=True,
    )
    return list(User.objects.filter(runs | leads, is_active=True).distinct().order_by("username"))
