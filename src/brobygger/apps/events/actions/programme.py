"""The programme of an event: its rooms, speakers and sessions. Every action locks the event's row first."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions import registration_mail as mail
from brobygger.apps.events.actions.locking import locked
from brobygger.apps.events.actions.session_offers import offer_session_seats
from brobygger.apps.events.enums import SEAT_HELD, EventState, RegistrationState, SeatState, SessionKind
from brobygger.apps.events.models import Event, EventSession, Room, SessionSeat, Speaker

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import Registration


@dataclass(frozen=True, slots=True)
class SpeakerDetails:
    """
    How somebody is presented; the columns of `Speaker` with the same names.

    Args:
        may_be_named: they agreed to be named in public.
    """

    name: str
    title: str = ""
    organisation: str = ""
    email: str = ""
    text: str = ""
    may_be_named: bool = False


@dataclass(frozen=True, slots=True)
class SessionDetails:
    """
    A part of the programme; the columns of `EventSession` with the same names.

    Args:
        room: None: none of its own, such as an online session.
        capacity: seats that are chosen; None: everybody just comes.
    """

    title: str
    starts_at: dt.datetime
    ends_at: dt.datetime
    kind: SessionKind = SessionKind.TALK
    abstract: str = ""
    room: Room | None = None
    capacity: int | None = None
    speakers: tuple[Speaker, ...] = ()


@transaction.atomic
def save_room(
    *, event: Event, name: str, seats: int, room: Room | None = None, by: User | None, at: dt.datetime
) -> Room:
    """
    Add a room to an event, or change it. Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: the event has a room of that name, or a session there has more seats.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # the permission was asked for
        event = locked(event)
        name = " ".join(name.split())
        one = room or Room.objects.filter(event=event, name=name).first() or Room(event=event)
        if one.pk and (one.name, one.seats) == (name, seats):
            return one
        one.name, one.seats = name, seats
        one.full_clean()
        larger = EventSession.objects.filter(event=event, room=one.pk, capacity__gt=seats).first()
        if one.pk and larger is not None:
            raise ValidationError(
                {"seats": _("“%(title)s” has more seats than that.") % {"title": larger.title}}
            )
        one.save()
    changes = {"event": event.pk, "seats": seats}
    record(action="events.save_room", subject=one, by=by, at=at, changes=changes)
    return one


@transaction.atomic
def save_speaker(
    *,
    event: Event,
    details: SpeakerDetails,
    speaker: Speaker | None = None,
    by: User | None,
    at: dt.datetime,
) -> Speaker:
    """
    Add a speaker to an event, or change how one is presented; who noted the agreement to be named, and when, is kept.
    Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: a field that cannot be.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # the permission was asked for
        event = locked(event)
        one = speaker or Speaker(event=event)
        said = {name: " ".join(getattr(details, name).split()) for name in ("name", "title", "organisation")}
        said |= {"email": details.email.strip().lower(), "text": details.text.strip()}
        changed = [name for name, value in said.items() if getattr(one, name) != value]
        for name in changed:
            setattr(one, name, said[name])
        if one.may_be_named != details.may_be_named:
            changed.append("may_be_named")
            one.may_be_named = details.may_be_named
            one.consent_noted_at, one.consent_noted_by = (at, by) if details.may_be_named else (None, None)
        if one.pk and not changed:
            return one
        one.full_clean()
        one.save()
    changes = {"event": event.pk, "changed": sorted(changed), "may_be_named": one.may_be_named}
    record(action="events.save_speaker", subject=one, by=by, at=at, changes=changes)
    return one


@transaction.atomic
def save_session(
    *,
    event: Event,
    details: SessionDetails,
    session: EventSession | None = None,
    by: User | None,
    at: dt.datetime,
) -> EventSession:
    """
    Add a session to an event's programme, or change it. Who has chosen it or waits for it is told of another time or
    room; seats that are new are offered to those who wait, and where none need be chosen any more, they are told that.
    Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: it lies outside of the event, its room or one of its speakers has another session then, it has
            more seats than its room, or fewer than are chosen already.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # seats are counted over everybody's
        event = locked(event)
        one = session or EventSession(event=event, created_at=at)
        before = _columns(one)
        known = set(one.speakers.values_list("pk", flat=True)) if one.pk else set()
        speakers = {speaker.pk for speaker in details.speakers}
        one.title, one.abstract = " ".join(details.title.split()), details.abstract.strip()
        one.kind, one.room, one.capacity = details.kind, details.room, details.capacity
        one.starts_at, one.ends_at = details.starts_at, details.ends_at
        after = _columns(one)
        if one.pk and before == after and known == speakers:
            return one
        one.changed_at = at
        _check_session(event, one, details.speakers)
        one.save()
        one.speakers.set(details.speakers)
        moved = session is not None and any(before[name] != after[name] for name in MOVES)
        if moved and event.state == EventState.OPEN and at < event.ends_at:
            for registration in _who_chose(one):
                mail.tell_of_session(registration, session=one, is_gone=False, by=by, at=at)
        if one.capacity is None:
            _let_everybody_in(one, by, at)
        offer_session_seats(event=event, by=by, at=at)
    changes = {"event": event.pk, "changed": sorted(name for name in after if before[name] != after[name])}
    record(action="events.save_session", subject=one, by=by, at=at, changes=changes)
    return one


@transaction.atomic
def remove_room(*, room: Room, by: User | None, at: dt.datetime) -> None:
    """
    Take a room off an event.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: a session is in it.
    """
    check_may(by, "events.change_event", room.event)
    with all_rows():  # the permission was asked for
        locked(room.event)
        if EventSession.objects.filter(room=room).exists():
            raise ValidationError(_("There are sessions in this room. Move them first."))
        record(action="events.remove_room", subject=room, by=by, at=at, changes={"event": room.event_id})
        room.delete()


@transaction.atomic
def remove_speaker(*, speaker: Speaker, by: User | None, at: dt.datetime) -> None:
    """
    Take a speaker off an event and its sessions, with all that was written down of them.

    Raises:
        PermissionDenied: `by` may not change the event.
    """
    check_may(by, "events.change_event", speaker.event)
    with all_rows():  # the permission was asked for
        locked(speaker.event)
        changes = {"event": speaker.event_id}
        record(action="events.remove_speaker", subject=speaker, by=by, at=at, changes=changes)
        speaker.delete()


@transaction.atomic
def remove_session(*, session: EventSession, by: User | None, at: dt.datetime) -> None:
    """
    Take a session off the programme, and tell those who chose it or wait for it.

    Raises:
        PermissionDenied: `by` may not change the event.
    """
    check_may(by, "events.change_event", session.event)
    with all_rows():  # everybody who chose it
        event = locked(session.event)
        if event.state == EventState.OPEN and at < event.ends_at:
            for registration in _who_chose(session):
                mail.tell_of_session(registration, session=session, is_gone=True, by=by, at=at)
        record(action="events.remove_session", subject=session, by=by, at=at, changes={"event": event.pk})
        session.delete()


MOVES = ("starts_at", "ends_at", "room")


def _columns(one: EventSession) -> dict[str, Any]:
    return {
        "title": one.title,
        "abstract": one.abstract,
        "kind": str(one.kind),
        "room": one.room_id,
        "capacity": one.capacity,
        "starts_at": one.starts_at,
        "ends_at": one.ends_at,
    }


def _check_session(event: Event, one: EventSession, speakers: Collection[Speaker]) -> None:
    one.full_clean(exclude=["event"])
    if one.starts_at < event.starts_at or one.ends_at > event.ends_at:
        raise ValidationError({"starts_at": _("A session lies within the time of its event.")})
    if one.room is not None and one.room.event_id != event.pk:
        raise ValidationError({"room": _("This room is not one of the event.")})
    if one.room is not None and one.capacity is not None and one.capacity > one.room.seats:
        said = _("The room holds %(count)s.") % {"count": one.room.seats}
        raise ValidationError({"capacity": said})
    if one.pk and one.capacity is not None:
        count = SessionSeat.objects.filter(session=one, state__in=SEAT_HELD).count()
        if count > one.capacity:
            said = _("%(count)s seats are given already; there cannot be fewer.") % {"count": count}
            raise ValidationError({"capacity": said})
    others = EventSession.objects.filter(
        event=event, starts_at__lt=one.ends_at, ends_at__gt=one.starts_at
    ).exclude(pk=one.pk)
    if one.room is not None:
        there = others.filter(room=one.room).first()
        if there is not None:
            said = _("At that time “%(title)s” is in this room.") % {"title": there.title}
            raise ValidationError({"room": said})
    for speaker in speakers:
        if speaker.event_id != event.pk:
            raise ValidationError({"speakers": _("This speaker is not one of the event.")})
        busy = others.filter(speakers=speaker).first()
        if busy is not None:
            said = _("%(name)s speaks in “%(title)s” at that time.")
            raise ValidationError({"speakers": said % {"name": speaker.name, "title": busy.title}})


def _let_everybody_in(session: EventSession, by: User | None, at: dt.datetime) -> None:
    """Nobody waits any more for a session to which everybody just comes."""
    seats = SessionSeat.objects.filter(session=session).exclude(state=SeatState.CHOSEN)
    for seat in seats.select_related("session__room", "registration__event", "registration__user"):
        mail.tell_of_open_session(seat, by=by, at=at)
    seats.delete()


def _who_chose(session: EventSession) -> list[Registration]:
    """Those who have a seat in it, are offered one, or wait."""
    seats = SessionSeat.objects.filter(session=session, registration__state=RegistrationState.CONFIRMED)
    found = seats.select_related("registration__event", "registration__user").order_by("pk")
    return [seat.registration for seat in found]
