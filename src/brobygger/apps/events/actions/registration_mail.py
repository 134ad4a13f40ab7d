"""The mails to those who registered: in their language, with their own page, and what one tap does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.actions import Address, OneTap, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.events.enums import RegistrationState

if TYPE_CHECKING:
    from brobygger.apps.base.models import Message, User
    from brobygger.apps.events.models import EventSession, InputForm, Registration, SessionSeat

TAKE: Final = "events.take_seat"
CANCEL: Final = "events.cancel_registration"
TAKE_SESSION: Final = "events.take_session_seat"
LEAVE_SESSION: Final = "events.leave_session"
A_DAY: Final = dt.timedelta(days=1)
TEMPLATES: Final = {
    RegistrationState.CONFIRMED: "event_seat",
    RegistrationState.WAITING: "event_waiting",
    RegistrationState.ASKED: "event_asked",
    RegistrationState.OFFERED: "event_offer",
}


def tell_where_it_stands(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    """What has become of a registration: a seat, a place on the list, a wait for approval, an offer."""
    state = RegistrationState(registration.state)
    if state == RegistrationState.OFFERED:
        tell_of_offer(registration, by=by, at=at)
    elif state in TEMPLATES:
        _send(registration, TEMPLATES[state], by=by, at=at)


def tell_of_offer(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    assert registration.offered_until is not None, "an offer has an end"
    days = max(1, -(-(registration.offered_until - at) // A_DAY))
    links = [
        OneTap(_("Yes, I come"), TAKE, {"registration": registration.pk}, days),
        OneTap(_("No, somebody else may have the seat"), CANCEL, {"registration": registration.pk}, days),
    ]
    _send(registration, "event_offer", by=by, at=at, links=links)


def tell_of_lapse(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    _send(registration, "event_lapsed", by=by, at=at)


def tell_of_no(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    _send(registration, "event_declined", by=by, at=at)


def tell_of_cancelled_registration(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    """Whoever did not cancel it reads whom to ask."""
    is_own = by is None or by.pk == registration.user_id
    contact = settings.CONTROLLER["contact"]
    _send(registration, "event_withdrawn", by=by, at=at, is_own=is_own, contact=contact)


def tell_of_cancelled_event(
    registration: Registration, *, reason: str, by: User | None, at: dt.datetime
) -> None:
    _send(registration, "event_cancelled", by=by, at=at, reason=reason)


def tell_of_move(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    _send(registration, "event_moved", by=by, at=at)


def tell_of_session(
    registration: Registration, *, session: EventSession, is_gone: bool, by: User | None, at: dt.datetime
) -> None:
    """A session that somebody chose or waits for is held at another time or in another room, or is not held."""
    when = registration.event.local(session.starts_at)
    room = session.room.name if session.room else ""
    _send(
        registration,
        "event_session",
        by=by,
        at=at,
        session=session.title,
        is_gone=is_gone,
        when=when,
        room=room,
    )


def tell_of_session_offer(seat: SessionSeat, *, by: User | None, at: dt.datetime) -> None:
    """A seat in a session that somebody waited for is free, and kept for them for a while."""
    assert seat.offered_until is not None, "an offer has an end"
    days = max(1, -(-(seat.offered_until - at) // A_DAY))
    arguments = {"registration": seat.registration_id, "session": seat.session_id}
    links = [
        OneTap(_("Yes, I take the seat"), TAKE_SESSION, arguments, days),
        OneTap(_("No, somebody else may have the seat"), LEAVE_SESSION, arguments, days),
    ]
    _send_of_seat(seat, "event_session_offer", by=by, at=at, links=links)


def tell_of_session_lapse(seat: SessionSeat, *, by: User | None, at: dt.datetime) -> None:
    _send_of_seat(seat, "event_session_lapsed", by=by, at=at)


def tell_of_open_session(seat: SessionSeat, *, by: User | None, at: dt.datetime) -> None:
    """Everybody can just come to a session that somebody waited for."""
    _send_of_seat(seat, "event_session_open", by=by, at=at)


def remind(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    tap = OneTap(_("I cannot come"), CANCEL, {"registration": registration.pk}, days=2)
    _send(registration, "event_reminder", by=by, at=at, links=[tap])


def remind_of_input(
    registration: Registration, *, form: InputForm, by: User | None, at: dt.datetime
) -> Message | None:
    """Of the questions of an event, which somebody who takes part has not answered. It is not owed: a no to reminders holds."""
    address = absolute(reverse("ticket-input", args=[registration.key]))
    return _send(
        registration,
        "event_input_reminder",
        topic=MailTopic.REMINDERS,
        by=by,
        at=at,
        **input_context(form, address),
    )


def input_context(form: InputForm, address: str) -> dict[str, Any]:
    """What a mail about the questions of an event says, to whomever."""
    return {
        "event": form.event,
        "form": form,
        "closes": form.event.local(form.closes_at),
        "address": address,
    }


def ask_how_it_was(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    feedback = absolute(reverse("ticket-feedback", args=[registration.key]))
    certificate = absolute(reverse("ticket-certificate", args=[registration.key]))
    _send(registration, "event_feedback", by=by, at=at, feedback=feedback, certificate=certificate)


def _send_of_seat(
    seat: SessionSeat, template: str, *, by: User | None, at: dt.datetime, links: Sequence[OneTap] = ()
) -> None:
    event, session = seat.registration.event, seat.session
    _send(
        seat.registration,
        template,
        by=by,
        at=at,
        links=links,
        session=session.title,
        when=event.local(session.starts_at),
        room=session.room.name if session.room else "",
        until=_at_the_place(event, seat.offered_until),
    )


def _send(
    registration: Registration,
    template: str,
    *,
    by: User | None,
    at: dt.datetime,
    links: Sequence[OneTap] = (),
    topic: MailTopic = MailTopic.EVENTS,
    **more: Any,
) -> Message | None:
    to = registration.user or Address(registration.email, registration.language)
    event = registration.event
    context = {
        "registration": registration,
        "event": event,
        "ticket": absolute(reverse("ticket", args=[registration.key])),
        "page": absolute(reverse("event", args=[event.pk])),
        "until": _at_the_place(event, registration.offered_until),
        **more,
    }
    return send_message(to=to, topic=topic, template=template, context=context, links=links, by=by, at=at)


def _at_the_place(event: Any, moment: dt.datetime | None) -> dt.datetime | None:
    """By the clock where the event is held."""
    return event.local(moment) if moment else None
