"""The mails to those who registered: in their language, with their own page, and what one tap does."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.actions import Address, OneTap, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.events.enums import RegistrationState

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import EventSession, Registration

TAKE: Final = "events.take_seat"
CANCEL: Final = "events.cancel_registration"
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
    _send(registration, "event_withdrawn", by=by, at=at)


def tell_of_cancelled_event(
    registration: Registration, *, reason: str, by: User | None, at: dt.datetime
) -> None:
    _send(registration, "event_cancelled", by=by, at=at, reason=reason)


def tell_of_move(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    _send(registration, "event_moved", by=by, at=at)


def tell_of_session(
    registration: Registration, *, session: EventSession, is_gone: bool, by: User | None, at: dt.datetime
) -> None:
    """A session that somebody chose is held at another time or in another room, or is off the programme."""
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


def remind(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    tap = OneTap(_("I cannot come"), CANCEL, {"registration": registration.pk}, days=2)
    _send(registration, "event_reminder", by=by, at=at, links=[tap])


def ask_how_it_was(registration: Registration, *, by: User | None, at: dt.datetime) -> None:
    feedback = absolute(reverse("ticket-feedback", args=[registration.key]))
    certificate = absolute(reverse("ticket-certificate", args=[registration.key]))
    _send(registration, "event_feedback", by=by, at=at, feedback=feedback, certificate=certificate)


def _send(
    registration: Registration,
    template: str,
    *,
    by: User | None,
    at: dt.datetime,
    links: Sequence[OneTap] = (),
    **more: Any,
) -> None:
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
    send_message(to=to, topic=MailTopic.EVENTS, template=template, context=context, links=links, by=by, at=at)


def _at_the_place(event: Any, moment: dt.datetime | None) -> dt.datetime | None:
    """By the clock where the event is held."""
    return event.local(moment) if moment else None
