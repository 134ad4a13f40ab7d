"""How an event goes from a draft to open, and from there to held or cancelled."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions import registration_mail as mail
from brobygger.apps.events.actions.events import registrations_in
from brobygger.apps.events.actions.locking import locked
from brobygger.apps.events.enums import STANDS, TRANSITIONS, EventState
from brobygger.apps.events.models import Event

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


class ImpossibleTransition(Exception):
    """An event in this state cannot go to that one. The message names both."""


@transaction.atomic
def open_event(*, event: Event, by: User | None, at: dt.datetime) -> Event:
    """
    Announce an event: everybody sees it, and people register. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not change it.
        ImpossibleTransition: it was held or cancelled.
    """
    return _to(event, EventState.OPEN, "events.open_event", by, at)


@transaction.atomic
def cancel_event(*, event: Event, reason: str = "", by: User | None, at: dt.datetime) -> Event:
    """
    Call an event off, and tell everybody who registered. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not change it.
        ImpossibleTransition: it was held.
    """
    was_announced = event.state != EventState.DRAFT
    if event.state == EventState.CANCELLED:
        return event
    event = _to(event, EventState.CANCELLED, "events.cancel_event", by, at)
    if was_announced:
        with all_rows():  # everybody who registered
            for one in registrations_in(event, STANDS):
                mail.tell_of_cancelled_event(one, reason=reason, by=by, at=at)
    return event


@transaction.atomic
def hold_event(*, event: Event, by: User | None, at: dt.datetime) -> Event:
    """
    Say that an event took place: it counts as held. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not change it.
        ImpossibleTransition: it was never opened, was cancelled, or has not begun.
    """
    if at < event.starts_at:
        raise ImpossibleTransition(_("The event has not begun yet."))
    return _to(event, EventState.HELD, "events.hold_event", by, at)


def note_events_held(*, by: User | None, at: dt.datetime) -> int:
    """Let open events that are over count as held; how many those were. May be repeated."""
    with all_rows():  # events of every programme
        over = list(Event.objects.filter(state=EventState.OPEN, ends_at__lte=at).order_by("pk"))
        for event in over:
            hold_event(event=event, by=by, at=at)
    return len(over)


def _to(event: Event, state: EventState, action: str, by: User | None, at: dt.datetime) -> Event:
    check_may(by, "events.change_event", event)
    event = locked(event)
    before = EventState(event.state)
    if before == state:
        return event
    if state not in TRANSITIONS[before]:
        states = {"before": before.label, "after": state.label}
        raise ImpossibleTransition(_("An event cannot go from “%(before)s” to “%(after)s”.") % states)
    event.state, event.changed_at = state, at
    event.save(update_fields=["state", "changed_at"])
    record(action=action, subject=event, by=by, at=at, changes={"state": [before, state]})
    return event
