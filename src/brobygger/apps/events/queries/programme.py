"""Reads of an event's programme: sessions by time, who chose them, and how many hours somebody was there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Count, F, Q

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import SEAT_HELD, SeatState, Way
from brobygger.apps.events.models import Event, EventSession, Registration, Room, SessionSeat, Speaker


def sessions_of(event: Event) -> list[EventSession]:
    """
    The programme by time and room, with speakers, in `taken` how many seats are chosen or offered, and in `waiting` how
    many people wait for one. Two queries.
    """
    held = Count("seats", filter=Q(seats__state__in=SEAT_HELD))
    waiting = Count("seats", filter=Q(seats__state=SeatState.WAITING))
    with all_rows():  # who sees the event sees its programme; of people it holds speakers only
        found = EventSession.objects.filter(event=event).annotate(taken=held, waiting=waiting)
        found = found.select_related("room").prefetch_related("speakers")
        return list(found.order_by("starts_at", "room__name", "pk"))


def rooms_of(event: Event) -> list[Room]:
    return list(Room.objects.filter(event=event))


def speakers_of(event: Event) -> list[Speaker]:
    """By name. For the organisers: also those who have not agreed to be named."""
    return list(Speaker.objects.filter(event=event).prefetch_related("sessions"))


def chosen_sessions(registration: Registration) -> set[int]:
    """Numbers of the sessions that somebody has chosen."""
    return {pk for pk, seat in session_seats(registration).items() if seat.state == SeatState.CHOSEN}


def session_seats(registration: Registration) -> dict[int, SessionSeat]:
    """
    By the number of the session, what somebody has chosen, is offered or waits for, with `before`: how many people stand
    before who waits.
    """
    before = Count(
        "session__seats",
        filter=Q(session__seats__state=SeatState.WAITING, session__seats__pk__lt=F("pk")),
    )
    with all_rows():  # the key of the own page, or the permission for the registration, was asked for
        rows = SessionSeat.objects.filter(registration=registration).select_related("session")
        return {one.session_id: one for one in rows.annotate(before=before)}


def chosen_beside(seat: SessionSeat) -> str:
    """The title of a session at the time of this one that the same person has chosen; empty: none."""
    with all_rows():  # as above
        own = SessionSeat.objects.filter(registration=seat.registration_id, state=SeatState.CHOSEN)
        beside = own.filter(
            session__starts_at__lt=seat.session.ends_at, session__ends_at__gt=seat.session.starts_at
        ).exclude(session=seat.session_id)
        return beside.values_list("session__title", flat=True).first() or ""


def guests_of_session(session: EventSession, state: SeatState = SeatState.CHOSEN) -> list[str]:
    """The names of who chose a session, or of who waits for it in that order. For the organisers."""
    rows = SessionSeat.objects.filter(session=session, state=state)
    order = ("pk",) if state == SeatState.WAITING else ("registration__name", "pk")
    return list(rows.order_by(*order).values_list("registration__name", flat=True))


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
