"""A company is suspended: visits that lie ahead are cancelled, its stories are shown to nobody, its calls are named."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.organisations.actions.suspension import Item, Part, takes_part
from brobygger.apps.organisations.enums import WhenSuspended
from brobygger.apps.outreach.actions.stories import publish_story
from brobygger.apps.outreach.actions.visits import cancel_visit
from brobygger.apps.outreach.enums import STILL_TO_CALL, VisitState
from brobygger.apps.outreach.models import Call, HostStory, Visit

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation


def _visits(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Visit]:
    found = Visit.objects.filter(
        organisation=organisation, state=VisitState.PLANNED, visited_on__gte=localdate(at)
    ).order_by("visited_on", "pk")
    return list(found.select_for_update() if is_locked else found.select_related("programme"))


def _visit(one: Visit) -> Item:
    who = _("Tell %(name)s, who was to go there.") % {"name": one.visitor_name} if one.visitor_name else ""
    return Item(one.pk, one.programme.name, one.visited_on, who)


def _cancel(one: Visit, by: User, at: dt.datetime) -> None:
    cancel_visit(visit=one, by=by, at=at)


def _stories(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[HostStory]:
    found = HostStory.objects.filter(organisation=organisation, published_at__isnull=False).order_by("pk")
    return list(found.select_for_update() if is_locked else found)


def _story(one: HostStory) -> Item:
    return Item(one.organisation_id, one.title)


def _hide(one: HostStory, by: User, at: dt.datetime) -> None:
    publish_story(story=one, published=False, by=by, at=at)


def _calls(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Call]:
    if not organisation.registered_number:
        return []
    found = Call.objects.filter(
        batch__closed_at=None,
        state__in=STILL_TO_CALL,
        company__country=organisation.country,
        company__number=organisation.registered_number,
    )
    return list(found.select_related("batch").order_by("pk"))


def _call(one: Call) -> Item:
    return Item(one.batch_id, one.batch.name)


for _part in (
    Part(
        "outreach.visit",
        gettext_lazy("Visits to the company"),
        WhenSuspended.ENDS,
        Visit,
        _visits,
        _visit,
        _cancel,
        ("programme",),
    ),
    Part(
        "outreach.story",
        gettext_lazy("Stories of the company that everybody can read"),
        WhenSuspended.ENDS,
        HostStory,
        _stories,
        _story,
        _hide,
    ),
    Part(
        "outreach.call",
        gettext_lazy("Batches of calls in which an agency is to call it"),
        WhenSuspended.STAYS,
        Call,
        _calls,
        _call,
    ),
):
    takes_part(_part)
