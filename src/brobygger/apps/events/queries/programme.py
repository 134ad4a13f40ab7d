"""Reads of an event's programme: sessions by time, who chose them, and how many hours somebody was there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import Way
from brobygger.apps.events.models import Event, EventSession, Registration, Room, SessionSeat, Speaker


def sessions_of(event: Event) -> list[EventSession]:
    """The programme by time and room, with speakers and in `taken` how many seats are chosen. Two queries."""
    with all_rows():  # who sees the event sees its programme; of people it holds speakers only
        found = EventSession.objects.filter(event=event).annotate(taken=Count("seats"))
        found = found.select_related("room").prefetch_related("speakers")
        return list(found.order_by("starts_at", "room__name", "pk"))


def rooms_of(event: Event) -> list[Room]:
    return list(Room.objects.filter(event=event))


def speakers_of(event: Event) -> list[Speaker]:
    """By name. For the organisers: also those who have not agreed to be named."""
    return list(Speaker.objects.filter(event=event).prefetch_related("sessions"))


def chosen_sessions(registration: Registration) -> set[int]:
    """Numbers of the sessions that somebody has chosen."""
    with all_rows():  # the key of the own page, or the permission for the registration, was asked for
        return set(SessionSeat.objects.filter(registration=registration).values_list("session", flat=True))


def guests_of_session(session: EventSession) -> list[str]:
    """The names of who chose a session. For the organisers."""
    rows = SessionSeat.objects.filter(session=session).order_by("registration__name", "pk")
    return list(rows.values_list("registration__name", flat=True))


def attended(
    registration: Registration, sessions: Iterable[EventSession], chosen: set[int]
) -> tuple[list[EventSession], dt.timedelta]:
    """
    The sessions that somebody who came could be in, and how long these are together, two at one time counted once:
    those open to everybody, and in the room those that were chosen. Without a programme the time is the event's.
    """
    event = registration.event
    sessions = list(sessions)
    if not sessions:
        return [], event.ends_at - event.starts_at
    own = [
        one
        for one in sessions
        if one.capacity is None or (one.pk in chosen and registration.way == Way.PLACE)
    ]
    total, reached = dt.timedelta(0), event.starts_at
    for one in sorted(own, key=lambda one: one.starts_at):
        total += max(dt.timedelta(0), one.ends_at - max(one.starts_at, reached))
        reached = max(reached, one.ends_at)
    return own, total
