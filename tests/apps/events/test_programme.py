"""The programme of an event: what clashes is refused, and seats in sessions go to those who choose first."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connections

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message, all_rows
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import SessionDetails, SessionFull, SpeakerDetails
from brobygger.apps.events.enums import Way
from brobygger.apps.events.models import Event, EventSession, SessionSeat
from tests.factories import EventFactory, RegistrationFactory, UserFactory
from tests.factories.moments import NOW

START = NOW + dt.timedelta(days=14)
HOUR = dt.timedelta(hours=1)


def conference() -> Event:
    return EventFactory(starts_at=START, ends_at=START + 4 * HOUR, capacity=99)


def add(event: Event, title: str, after: float = 0, hours: float = 1, **said: Any) -> EventSession:
    starts = START + after * HOUR
    details = SessionDetails(title=title, starts_at=starts, ends_at=starts + hours * HOUR, **said)
    return actions.save_session(event=event, details=details, by=None, at=NOW)


@pytest.mark.django_db
def test_what_clashes_in_a_programme_is_refused() -> None:
    event = conference()
    room = actions.save_room(event=event, name="Store sal", seats=30, by=None, at=NOW)
    assert actions.save_room(event=event, name="Store sal", seats=30, by=None, at=NOW) == room
    details = SpeakerDetails(name="Ida Prøvesen", organisation="Prøveværk")
    speaker = actions.save_speaker(event=event, details=details, by=None, at=NOW)
    talk = add(event, "Talk", room=room, speakers=(speaker,))

    for wrong, said in (
        ({"room": room}, "in this room"),
        ({"speakers": (speaker,)}, "speaks in “Talk”"),
        ({"after": 3.5}, "within the time"),
        ({"after": 1, "room": room, "capacity": 31}, "holds 30"),
        ({"hours": 0}, "end after it starts"),
    ):
        with pytest.raises(ValidationError, match=said):
            add(event, "Wrong", **wrong)
    assert list(EventSession.objects.all()) == [talk]
    add(event, "Workshop", after=1, room=room, capacity=20, speakers=(speaker,))
    with pytest.raises(ValidationError, match="more seats"):
        actions.save_room(event=event, name="Store sal", seats=19, room=room, by=None, at=NOW)
    with pytest.raises(ValidationError, match="sessions in this room"):
        actions.remove_room(room=room, by=None, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.remove_session(session=talk, by=UserFactory(role=Role.CANDIDATE), at=NOW)


@pytest.mark.django_db
def test_programme_moves_with_the_event_and_lies_within_it() -> None:
    event = conference()
    session = add(event, "Talk", after=3)

    def change(starts: dt.datetime, ends: dt.datetime) -> None:
        details = actions.EventDetails(
            title=event.title, kind=event.kind, starts_at=starts, ends_at=ends, capacity=99
        )
        actions.change_event(event=event, details=details, by=None, at=NOW)

    change(START + 24 * HOUR, START + 28 * HOUR)
    session.refresh_from_db()
    assert session.starts_at == START + 27 * HOUR
    with pytest.raises(ValidationError, match="outside of the event"):
        change(START + 24 * HOUR, START + 26 * HOUR)


@pytest.mark.django_db
def test_seats_in_a_session_are_chosen_given_back_and_told_of() -> None:
    event = conference()
    first, second, online = (
        RegistrationFactory(event=event, way=way) for way in (Way.PLACE, Way.PLACE, Way.ONLINE)
    )
    workshop, other = add(event, "Workshop", capacity=1), add(event, "Other", after=0.5, capacity=5)
    talk = add(event, "Talk", after=2)

    def choose(registration: Any, session: EventSession) -> SessionSeat:
        return actions.choose_session(registration=registration, session=session, by=None, at=NOW)

    assert choose(first, workshop) == choose(first, workshop)
    with pytest.raises(SessionFull, match="“Workshop” are taken"):
        choose(second, workshop)
    for registration, session, said in (
        (first, other, "chosen “Workshop” at that time"),
        (online, workshop, "seat in the room"),
        (second, talk, "cannot be chosen"),
    ):
        with pytest.raises(actions.ImpossibleStep, match=said):
            choose(registration, session)
    with pytest.raises(PermissionDenied):
        actions.leave_session(
            registration=first, session=workshop, by=UserFactory(role=Role.CANDIDATE), at=NOW
        )

    add_room = actions.save_room(event=event, name="B", seats=9, by=None, at=NOW)
    details = SessionDetails(
        title="Workshop", starts_at=START, ends_at=START + HOUR, room=add_room, capacity=1
    )
    actions.save_session(event=event, details=details, session=workshop, by=None, at=NOW)
    assert "another time or room" in Message.objects.get(to_address=first.email).text

    actions.cancel_registration(registration=first, by=None, at=NOW)
    choose(second, workshop)
    event.held = "both"
    event.save()
    actions.change_way(registration=second, way=Way.ONLINE, by=None, at=NOW)
    assert not SessionSeat.objects.exists()


@pytest.mark.django_db
def test_hours_are_those_of_the_sessions_that_one_was_in() -> None:
    event = conference()
    add(event, "Welcome")
    add(event, "Beside it", after=0.5)
    workshop = add(event, "Workshop", after=2, capacity=5)
    one, online = RegistrationFactory(event=event), RegistrationFactory(event=event, way=Way.ONLINE)
    actions.choose_session(registration=one, session=workshop, by=None, at=NOW)

    def hours(registration: Any) -> float:
        chosen = queries.chosen_sessions(registration)
        return queries.attended(registration, queries.sessions_of(event), chosen)[1] / HOUR

    assert (hours(one), hours(online)) == (2.5, 1.5)
    assert queries.attended(one, [], set())[1] == 4 * HOUR


@pytest.mark.django_db(transaction=True)
def test_many_who_choose_in_one_second_get_as_many_seats_as_there_are() -> None:
    event = conference()
    workshop = add(event, "Workshop", capacity=3)
    rows = [RegistrationFactory(event=event) for _ in range(8)]

    def choose(registration: Any) -> bool:
        try:
            with all_rows():
                actions.choose_session(registration=registration, session=workshop, by=None, at=NOW)
        except SessionFull:
            return False
        finally:
            connections.close_all()
        return True

    with ThreadPoolExecutor(4) as pool:
        got = list(pool.map(choose, rows))
    assert sum(got) == SessionSeat.objects.count() == 3
