"""The seat that became free, of an event or in a session, taken from a mail or left; one's own registration cancelled."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import STANDS, RegistrationState, SeatState
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_seat(link: OneTapLink) -> str:
    registration = _registration(link)
    until = registration.offered_until
    if registration.state != RegistrationState.OFFERED or until is None or until <= now():
        raise NotPossible(_stands(registration))
    return _("You take the seat at “%(title)s”, %(when)s.") % _said(registration)


def take_seat(link: OneTapLink, at: dt.datetime) -> str:
    try:
        actions.take_seat(registration=_registration(link), by=link.user, at=at)
    except actions.ImpossibleStep as error:
        raise NotPossible(str(error)) from error
    return _("The seat is yours. A mail with the code for the door is on its way.")


def describe_cancel(link: OneTapLink) -> str:
    registration = _registration(link)
    if registration.state not in STANDS:
        raise NotPossible(_stands(registration))
    return _("You cancel your registration for “%(title)s”, %(when)s.") % _said(registration)


def cancel_seat(link: OneTapLink, at: dt.datetime) -> str:
    try:
        actions.cancel_registration(registration=_registration(link), by=link.user, at=at)
    except actions.ImpossibleStep as error:
        raise NotPossible(str(error)) from error
    return _("Your registration is cancelled. Thank you for telling us: somebody else can come.")


def describe_session_seat(link: OneTapLink) -> str:
    seat = _session_seat(link)
    if seat.state != SeatState.OFFERED or seat.offered_until <= now():
        raise NotPossible(_("No seat is offered to you at the moment, or the offer has ended."))
    said = _("You take the seat in “%(session)s” at “%(title)s”, %(when)s.") % _said_of(seat)
    beside = queries.chosen_beside(seat)
    if beside:
        said += " " + _("You give your seat in “%(session)s” at that time back.") % {"session": beside}
    return said


def take_session_seat(link: OneTapLink, at: dt.datetime) -> str:
    seat = _session_seat(link)
    try:
        actions.choose_session(registration=_registration(link), session=seat.session, by=link.user, at=at)
    except (actions.ImpossibleStep, actions.SessionFull) as error:
        raise NotPossible(str(error)) from error
    return _("The seat in “%(session)s” is yours.") % {"session": seat.session.title}


def describe_leave_session(link: OneTapLink) -> str:
    return _("You leave “%(session)s” at “%(title)s”, %(when)s, to somebody else.") % _said_of(
        _session_seat(link)
    )


def leave_session(link: OneTapLink, at: dt.datetime) -> str:
    seat = _session_seat(link)
    actions.leave_session(registration=_registration(link), session=seat.session, by=link.user, at=at)
    return _("Thank you for telling us: the seat in “%(session)s” goes to somebody else.") % {
        "session": seat.session.title
    }


def _session_seat(link: OneTapLink) -> Any:
    """
    Raises:
        NotPossible: nothing in the session is theirs, or they do not wait for it any more.
    """
    seat = queries.session_seats(_registration(link)).get(int(link.arguments["session"]))
    if seat is None:
        raise NotPossible(_("No seat is offered to you at the moment, or the offer has ended."))
    return seat


def _said_of(seat: Any) -> dict[str, str]:
    event, session = seat.registration.event, seat.session
    when = date_format(event.local(session.starts_at), "DATETIME_FORMAT")
    return {"session": session.title, "title": event.title, "when": when}


def _registration(link: OneTapLink) -> Any:
    """
    Raises:
        NotPossible: it is gone, or another's.
    """
    found = queries.registration_of_link(
        int(link.arguments["registration"]), user=link.user, address=link.address
    )
    if found is None:
        raise NotPossible(_("This registration is not there any more."))
    return found


def _said(registration: Any) -> dict[str, str]:
    event = registration.event
    return {"title": event.title, "when": date_format(event.local_start, "DATETIME_FORMAT")}


def _stands(registration: Any) -> str:
    state = RegistrationState(registration.state).label
    return _("This cannot be done any more: the registration stands at “%(state)s”.") % {"state": state}
