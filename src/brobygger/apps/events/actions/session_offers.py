"""
Seats in sessions that become free: offered to those who wait, in time, as seats of the event are.

Whoever calls these has locked the event's row.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from brobygger.apps.base.actions import record
from brobygger.apps.events.actions import registration_mail as mail
from brobygger.apps.events.enums import SEAT_HELD, EventState, SeatState
from brobygger.apps.events.models import EventSession, SessionSeat
from brobygger.core.seats import Seats

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import Event, Registration
    from brobygger.core.seats import Groups

ANYBODY: Groups = {}
"""Quotas share out the seats of an event, not those of its sessions."""


def seats_in(session: EventSession) -> Seats:
    """The seats of a session, and how many are held. One query."""
    held = SessionSeat._base_manager.filter(session=session, state__in=SEAT_HELD).count()
    return Seats(session.capacity, taken=[ANYBODY] * held)


def offer_session_seats(*, event: Event, by: User | None, at: dt.datetime) -> int:
    """
    Offer what is free in the sessions of an event to those who wait, from the front; how many were offered.

    Each is kept for its receiver for the hours that the event says, but not past the start of the session.
    """
    if event.state != EventState.OPEN:
        return 0
    waiting = _seats(event).filter(state=SeatState.WAITING, session__starts_at__gt=at)
    offered = 0
    for session in EventSession._base_manager.filter(pk__in=waiting.order_by().values("session")):
        queue = list(waiting.filter(session=session))
        given = seats_in(session).give([ANYBODY] * len(queue))
        until = min(at + dt.timedelta(hours=event.offer_hours), session.starts_at)
        for place in given:
            seat = queue[place]
            seat.state, seat.offered_until = SeatState.OFFERED, until
            seat.save(update_fields=["state", "offered_until"])
            mail.tell_of_session_offer(seat, by=by, at=at)
            changes = {"event": event.pk, "session": session.pk, "until": until.isoformat()}
            record(
                action="events.offer_session_seat", subject=seat.registration, by=by, at=at, changes=changes
            )
        offered += len(given)
    return offered


def give_back_sessions(*, registration: Registration, by: User | None, at: dt.datetime) -> None:
    """Nothing in any session is held or waited for by somebody any more; who waits is offered it."""
    count, _by_model = SessionSeat._base_manager.filter(registration=registration).delete()
    if count:
        offer_session_seats(event=registration.event, by=by, at=at)


def end_session_offers(*, event: Event, by: User | None, at: dt.datetime) -> int:
    """Take back the offers that ended, and offer the seats to the next ones; how many had ended."""
    ended = list(_seats(event).filter(state=SeatState.OFFERED, offered_until__lte=at))
    for seat in ended:
        mail.tell_of_session_lapse(seat, by=by, at=at)
        changes = {"event": event.pk, "session": seat.session_id}
        record(action="events.end_session_offer", subject=seat.registration, by=by, at=at, changes=changes)
        seat.delete()
    offer_session_seats(event=event, by=by, at=at)
    return len(ended)


def _seats(event: Event) -> QuerySet[SessionSeat]:
    """Those of all sessions, the longest there first."""
    found = SessionSeat._base_manager.filter(session__event=event).order_by("pk")
    return found.select_related("session__room", "registration__event", "registration__user")
