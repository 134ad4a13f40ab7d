"""A company is suspended: what it has open is closed, its invitations are taken back, and who applied is told."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.actions import record
from brobygger.apps.opportunities.actions.application_mail import tell_of_pause
from brobygger.apps.opportunities.actions.opportunities import close_opportunity
from brobygger.apps.opportunities.enums import ApplicationState, OpportunityState
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.organisations.actions.suspension import Item, Part, takes_part
from brobygger.apps.organisations.enums import WhenSuspended
from brobygger.apps.people.models import Candidate

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation

WAITING = (ApplicationState.APPLIED, ApplicationState.TALKING, ApplicationState.OFFERED)
"""Applications of which something is still to come."""


def _open_ones(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Opportunity]:
    found = Opportunity.objects.filter(organisation=organisation, state=OpportunityState.OPEN).order_by("pk")
    return list(found.select_for_update() if is_locked else found)


def _invitations(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Application]:
    return _applications(Q(state=ApplicationState.INVITED), organisation, is_locked)


def _standing(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Application]:
    return _applications(Q(state__in=WAITING), organisation, is_locked)


def _applications(which: Q, organisation: Organisation, is_locked: bool) -> list[Application]:
    found = Application.objects.filter(which, opportunity__organisation=organisation).order_by("pk")
    if is_locked:  # the candidates first, as everywhere: two who cross would wait for ever
        ids = found.order_by().values("candidate")
        list(Candidate._base_manager.filter(pk__in=ids).order_by("pk").select_for_update().values_list("pk"))
        found = found.select_for_update(of=("self",))
    return list(found.select_related("opportunity__organisation", "candidate__user"))


def _opportunity(one: Opportunity) -> Item:
    return Item(one.pk, one.title, one.valid_through)


def _application(one: Application) -> Item:
    return Item(one.opportunity_id, one.opportunity.title)


def _close(one: Opportunity, by: User, at: dt.datetime) -> None:
    close_opportunity(opportunity=one, by=by, at=at)


def _take_back(one: Application, by: User, at: dt.datetime) -> None:
    """No company does it by hand: what it has asked a candidate stands."""
    before, one.state, one.changed_at = one.state, ApplicationState.WITHDRAWN, at
    one.save(update_fields=["state", "changed_at"])
    tell_of_pause(one, by=by, at=at)
    changes = {"opportunity": one.opportunity_id, "candidate": one.candidate_id, "state": [before, one.state]}
    record(action="opportunities.take_invitation_back", subject=one, by=by, at=at, changes=changes)


def _tell(one: Application, by: User, at: dt.datetime) -> None:
    tell_of_pause(one, by=by, at=at)


for _part in (
    Part(
        "opportunities.opportunity",
        _("Open opportunities"),
        WhenSuspended.ENDS,
        Opportunity,
        _open_ones,
        _opportunity,
        _close,
    ),
    Part(
        "opportunities.invitation",
        _("Invitations that candidates have not answered"),
        WhenSuspended.ENDS,
        Application,
        _invitations,
        _application,
        _take_back,
        ("opportunity",),
    ),
    Part(
        "opportunities.application",
        _("Applications that are not settled"),
        WhenSuspended.TOLD,
        Application,
        _standing,
        _application,
        _tell,
        ("opportunity",),
    ),
):
    takes_part(_part)
