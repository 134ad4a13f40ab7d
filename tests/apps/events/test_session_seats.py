"""The waiting list of a session: a seat that is given back is offered to the first, in time, and to nobody else."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connections

from brobygger.apps.base.models import AuditEntry, Message, OneTapLink, all_rows
from brobygger.apps.base.queries import check_audit_trail
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import SessionDetails, SessionFull
from brobygger.apps.events.enums import SeatState, Way
from brobygger.apps.events.models import EventSession, SessionSeat
from tests.apps.events.test_programme import HOUR, START, add, conference
from tests.factories import RegistrationFactory
from tests.factories.moments import NOW

A_DAY = dt.timedelta(days=1)
WAITING, OFFERED, CHOSEN = SeatState.WAITING, SeatState.OFFERED, SeatState.CHOSEN


def choose(
    registration: Any, session: EventSession, at: dt.datetime = NOW, *, waits: bool = True
) -> SessionSeat:
    return actions.choose_session(registration=registration, session=session, waits=waits, by=None, at=at)


def leave(registration: Any, session: EventSession, at: dt.datetime = NOW) -> None:
    actions.leave_session(registration=registration, session=session, by=None, at=at)


def states(session: EventSession) -> list[str]:
    return list(SessionSeat.objects.filter(session=session).order_by("pk").values_list("state", flat=True))


def full(waiting: int = 2, **said: Any) -> tuple[EventSession, list[Any]]:
    """A workshop of one seat: who has it, and those who wait."""
    event = conference()
    for name, value in said.items():
        setattr(event, name, value)
    event.save()
    workshop = add(event, "Workshop", capacity=1)
    people = [RegistrationFactory(event=event) for _ in range(waiting + 1)]
    for one in people:
        choose(one, workshop)
    return workshop, people


@pytest.mark.django_db
def test_first_have_seats_and_the_others_wait_if_they_want_to() -> None:
    workshop, (first, second, _third) = full()
    assert states(workshop) == [CHOSEN, WAITING, WAITING]
    assert choose(second, workshop).state == WAITING
    late = RegistrationFactory(event=workshop.event)
    with pytest.raises(SessionFull):
        choose(late, workshop, waits=False)
    assert queries.session_seats(second)[workshop.pk].before == 0
    assert queries.chosen_sessions(first) == {workshop.pk}
    assert queries.chosen_sessions(second) == set()
    (said,) = queries.sessions_of(workshop.event)
    assert (said.taken, said.waiting) == (1, 2)
    assert not Message.objects.exists()


@pytest.mark.django_db
def test_seat_that_is_given_back_is_offered_to_the_first_until_a_time() -> None:
    workshop, (has_seat, first, _second) = full(offer_hours=6)
    first.language = "da"
    first.save()
    leave(has_seat, workshop)
    leave(has_seat, workshop)

    seat = SessionSeat.objects.get(registration=first)
    assert states(workshop) == [OFFERED, WAITING]
    assert seat.offered_until == NOW + dt.timedelta(hours=6)
    mail = Message.objects.get()
    assert (mail.to_address, mail.subject) == (first.email, "Der er en ledig plads til dig: Workshop")
    links = OneTapLink.objects.filter(address=first.email).values_list("action", flat=True)
    assert set(links) == {"base.mute_topic", "events.take_session_seat", "events.leave_session"}
    with pytest.raises(SessionFull):
        choose(RegistrationFactory(event=workshop.event), workshop, waits=False)

    choose(first, workshop, NOW + dt.timedelta(hours=5), waits=False)
    choose(first, workshop, NOW + dt.timedelta(hours=9), waits=False)  # nothing more happens
    assert states(workshop) == [CHOSEN, WAITING]
    assert AuditEntry.objects.filter(action="events.take_session_seat").count() == 1


@pytest.mark.django_db
def test_offer_that_is_not_taken_goes_to_the_next() -> None:
    workshop, (has_seat, first, second) = full()
    leave(has_seat, workshop)

    assert actions.pass_on_offers(by=None, at=NOW + dt.timedelta(hours=23)) == 0
    with pytest.raises(actions.ImpossibleStep, match="No seat is offered"):
        choose(first, workshop, NOW + A_DAY, waits=False)
    assert actions.pass_on_offers(by=None, at=NOW + A_DAY) == 1
    assert actions.pass_on_offers(by=None, at=NOW + A_DAY) == 0
    assert SessionSeat.objects.get().registration == second
    assert states(workshop) == [OFFERED]
    told = Message.objects.filter(to_address=first.email).order_by("pk").last()
    assert told is not None
    assert told.subject == "The seat has gone to the next one: Workshop"
    choose(first, workshop, NOW + A_DAY)  # stands at the end now
    assert states(workshop) == [OFFERED, WAITING]


@pytest.mark.django_db
def test_offer_ends_with_the_start_of_the_session() -> None:
    workshop, (has_seat, first, _second) = full()
    leave(has_seat, workshop, START - HOUR)
    assert SessionSeat.objects.get(registration=first).offered_until == START
    assert actions.pass_on_offers(by=None, at=START) == 1
    assert states(workshop) == [WAITING]  # it has begun: nothing is offered any more
    last = RegistrationFactory(event=workshop.event)
    assert choose(last, workshop, START).state == CHOSEN  # who stands there takes the empty seat
    with pytest.raises(SessionFull):
        choose(first, workshop, START)


@pytest.mark.django_db
def test_new_seats_go_to_those_who_wait_and_an_open_session_has_no_list() -> None:
    workshop, (_has_seat, first, second) = full()

    def change(capacity: int | None) -> None:
        details = SessionDetails(title="Workshop", starts_at=START, ends_at=START + HOUR, capacity=capacity)
        actions.save_session(event=workshop.event, details=details, session=workshop, by=None, at=NOW)

    change(2)
    assert states(workshop) == [CHOSEN, OFFERED, WAITING]
    change(None)
    assert states(workshop) == [CHOSEN]
    for one in (first, second):
        told = Message.objects.filter(to_address=one.email).order_by("pk").last()
        assert told is not None
        assert told.subject == "No waiting list any more: Workshop"


@pytest.mark.django_db
def test_who_comes_no_more_or_goes_online_gives_seats_back() -> None:
    workshop, (has_seat, first, second) = full(held="both")
    actions.cancel_registration(registration=has_seat, by=None, at=NOW)
    assert states(workshop) == [OFFERED, WAITING]
    actions.change_way(registration=first, way=Way.ONLINE, by=None, at=NOW)
    assert SessionSeat.objects.get().registration == second
    assert states(workshop) == [OFFERED]


@pytest.mark.django_db
def test_offered_seat_takes_the_place_of_one_at_the_same_time() -> None:
    workshop, (has_seat, first, _second) = full()
    beside = add(workshop.event, "Beside", after=0.5, capacity=1)
    choose(first, beside)
    waits_beside = RegistrationFactory(event=workshop.event)
    choose(waits_beside, beside)
    leave(has_seat, workshop)
    assert queries.chosen_beside(queries.session_seats(first)[workshop.pk]) == "Beside"
    choose(first, workshop)  # whoever is offered a seat and asks to wait has it offered still
    assert queries.chosen_sessions(first) == {beside.pk}

    choose(first, workshop, waits=False)
    assert queries.chosen_sessions(first) == {workshop.pk}
    assert SessionSeat.objects.get(session=beside).registration == waits_beside
    assert states(beside) == [OFFERED]


@pytest.mark.django_db
def test_who_waits_is_told_when_a_session_is_taken_away() -> None:
    workshop, people = full()
    actions.remove_session(session=workshop, by=None, at=NOW)
    assert {mail.to_address for mail in Message.objects.all()} == {one.email for one in people}


@pytest.mark.django_db(transaction=True)
def test_seats_are_offered_once_while_many_queue_and_leave_in_one_second() -> None:
    event = conference()
    workshop = add(event, "Workshop", capacity=5)
    rows = [RegistrationFactory(event=event) for _ in range(20)]
    for one in rows[:10]:
        choose(one, workshop)

    def work(number: int) -> None:
        try:
            with all_rows():  # a thread begins outside of every scope
                if number < 5:
                    leave(rows[number], workshop)
                else:
                    choose(rows[number + 5], workshop)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(15)))

    found = states(workshop)
    assert (found.count(OFFERED), found.count(CHOSEN), found.count(WAITING)) == (5, 0, 10)
    assert found == [OFFERED] * 5 + [WAITING] * 10  # those who waited longest
    assert Message.objects.filter(subject__startswith="A seat is free").count() == 5
    assert check_audit_trail().fault is None
