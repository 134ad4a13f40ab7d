"""
Seats in sessions: chosen, waited for, taken when they are offered, given back.

Every action locks the event's row first, as registrations do: two hundred who choose the same workshop in the same
second stand in one queue.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.events.actions.registrations import ImpossibleStep, both_locked, check_whose
from brobygger.apps.events.actions.session_offers import ANYBODY, offer_session_seats, seats_in
from brobygger.apps.events.enums import EventState, RegistrationState, SeatState, Way
from brobygger.apps.events.models import EventSession, SessionSeat

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import Event, Registration


class SessionFull(Exception):
    """All seats of a session are taken. The message names it."""


@transaction.atomic
def choose_session(
    *,
    registration: Registration,
    session: EventSession,
    waits: bool = False,
    by: User | None,
    at: dt.datetime,
) -> SessionSeat:
    """
    Take a seat in a session: a free one, or the one that is offered. With an offered one, a chosen session at that time
    is given back. Repeating it changes nothing.

    Args:
        waits: where all seats are taken, stand on the waiting list rather than be refused.

    Raises:
        PermissionDenied: `by` is neither who registered nor decides who comes.
        ImpossibleStep: there is no seat in the event's room under this registration, the session is over or needs no
            choice, another chosen one is at that time, or an offer has ended.
        SessionFull: all its seats are taken.
    """
    check_whose(registration, by)
    with all_rows():  # seats are counted over everybody's
        event, registration = both_locked(registration)
        one = EventSession.objects.filter(event=event, pk=session.pk).first()
        known = SessionSeat.objects.filter(session=session.pk, registration=registration).first()
        if known is not None and (known.state == SeatState.CHOSEN or waits):
            return known
        one = _open_session(event, registration, one, at)
        beside = _chosen_beside(registration, one)
        if known is not None and known.state == SeatState.OFFERED:
            return _take_offered(known, beside, event, by, at)
        if not _is_free(one, at):
            if not waits or at >= one.starts_at:
                raise SessionFull(_("All seats of “%(title)s” are taken.") % {"title": one.title})
            return _add(registration, one, SeatState.WAITING, by, at)
        if beside:
            title = beside[0].session.title
            raise ImpossibleStep(_("You have chosen “%(title)s” at that time.") % {"title": title})
        return _add(registration, one, SeatState.CHOSEN, by, at)


@transaction.atomic
def leave_session(
    *, registration: Registration, session: EventSession, by: User | None, at: dt.datetime
) -> None:
    """
    Give a seat in a session back, say no to an offered one, or leave the waiting list; who waits is offered what is free
    then. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is neither who registered nor decides who comes.
    """
    check_whose(registration, by)
    with all_rows():  # without a log-in the key of the own page was the permission
        event, registration = both_locked(registration)
        seats = SessionSeat.objects.filter(session=session.pk, registration=registration)
        count, _by_model = seats.delete()
        if count:
            changes = {"event": registration.event_id, "session": session.pk}
            record(action="events.leave_session", subject=registration, by=by, at=at, changes=changes)
            offer_session_seats(event=event, by=by, at=at)


def _open_session(
    event: Event, registration: Registration, session: EventSession | None, at: dt.datetime
) -> EventSession:
    has_seat = registration.state == RegistrationState.CONFIRMED and registration.way == Way.PLACE
    if not has_seat or event.state != EventState.OPEN:
        raise ImpossibleStep(_("Sessions are chosen by those who have a seat in the room."))
    if session is None or session.capacity is None or at >= session.ends_at:
        raise ImpossibleStep(_("This session cannot be chosen, or not any more."))
    return session


def _chosen_beside(registration: Registration, session: EventSession) -> list[SessionSeat]:
    """What is chosen at the time of a session already."""
    own = SessionSeat.objects.filter(registration=registration, state=SeatState.CHOSEN)
    at_that_time = own.filter(session__starts_at__lt=session.ends_at, session__ends_at__gt=session.starts_at)
    return list(at_that_time.select_related("session"))


def _is_free(session: EventSession, at: dt.datetime) -> bool:
    """Whether somebody may just take a seat. Until the session starts, those who wait go first."""
    waits = SessionSeat.objects.filter(session=session, state=SeatState.WAITING).exists()
    return seats_in(session).may_take(ANYBODY) and not (waits and at < session.starts_at)


def _take_offered(
    seat: SessionSeat, beside: list[SessionSeat], event: Event, by: User | None, at: dt.datetime
) -> SessionSeat:
    if seat.offered_until is None or seat.offered_until <= at:
        raise ImpossibleStep(_("No seat is offered to you at the moment, or the offer has ended."))
    seat.state, seat.offered_until = SeatState.CHOSEN, None
    seat.save(update_fields=["state", "offered_until"])
    gone = [one.session_id for one in beside]
    SessionSeat.objects.filter(pk__in=[one.pk for one in beside]).delete()
    changes = {"event": event.pk, "session": seat.session_id, "given_back": gone}
    record(action="events.take_session_seat", subject=seat.registration, by=by, at=at, changes=changes)
    offer_session_seats(event=event, by=by, at=at)
    return seat


def _add(
    registration: Registration, session: EventSession, state: SeatState, by: User | None, at: dt.datetime
) -> SessionSeat:
    """A row in `state`; somebody who waited, after the session has begun, and finds a seat free, has one then."""
    seat, _is_new = SessionSeat.objects.update_or_create(
        session=session, registration=registration, defaults={"state": state, "chosen_at": at}
    )
    action = "events.choose_session" if state == SeatState.CHOSEN else "events.wait_for_session"
    changes = {"event": registration.event_id, "session": session.pk}
    record(action=action, subject=registration, by=by, at=at, changes=changes)
    return seat
