"""Somebody registers, gets a seat, waits, is offered one in time; nobody is lost, nobody stands there twice."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import count

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connections

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, OneTapLink, User, all_rows
from brobygger.apps.base.queries import check_audit_trail
from brobygger.apps.events import actions
from brobygger.apps.events.actions import Entry, QuestionDetails, QuotaDetails
from brobygger.apps.events.enums import (
    EventState,
    Grouping,
    QuestionKind,
    RegistrationState,
    Side,
)
from brobygger.apps.events.models import Event, EventQuestion, Registration
from tests.factories import CandidateFactory, EventFactory, RegistrationFactory, UserFactory
from tests.factories.moments import NOW

STATE = RegistrationState
A_DAY = dt.timedelta(days=1)


def register(
    event: Event, name: str = "ida", at: dt.datetime = NOW, by: User | None = None, **said: object
) -> Registration:
    entry = Entry(name=name.title(), email=f"{name}@example.org", language="en", **said)  # type: ignore[arg-type]
    return actions.register(event=event, entry=entry, by=by, at=at)


def states(event: Event) -> list[str]:
    return list(Registration.objects.filter(event=event).order_by("number").values_list("state", flat=True))


def subjects(to: str) -> list[str]:
    return list(Message.objects.filter(to_address=to).order_by("pk").values_list("subject", flat=True))


@pytest.mark.django_db
def test_first_get_a_seat_and_the_others_wait() -> None:
    event = EventFactory(capacity=2)
    for name in ("ida", "bo", "eli"):
        register(event, name)

    assert states(event) == [STATE.CONFIRMED, STATE.CONFIRMED, STATE.WAITING]
    assert subjects("ida@example.org") == ["You have a seat: Prøveseminar"]
    assert subjects("eli@example.org") == ["On the waiting list: Prøveseminar"]


@pytest.mark.django_db
def test_who_registers_twice_is_registered_once() -> None:
    event = EventFactory(capacity=1)
    first = register(event)
    again = actions.register(
        event=event, entry=Entry("Somebody else", " IDA@example.org ", language="en"), by=None, at=NOW
    )

    assert again == first
    assert Registration.objects.get().name == "Ida"
    assert Message.objects.count() == 1


@pytest.mark.django_db
def test_seat_that_becomes_free_is_offered_to_the_first_until_a_time() -> None:
    event = EventFactory(capacity=1, offer_hours=6)
    has_seat, first, _second = (register(event, name) for name in ("ida", "bo", "eli"))
    actions.cancel_registration(registration=has_seat, by=None, at=NOW)

    first.refresh_from_db()
    assert (first.state, first.offered_until) == (STATE.OFFERED, NOW + dt.timedelta(hours=6))
    assert states(event) == [STATE.CANCELLED, STATE.OFFERED, STATE.WAITING]
    assert subjects("bo@example.org")[-1] == "A seat is free for you: Prøveseminar"
    assert set(OneTapLink.objects.filter(address="bo@example.org").values_list("action", flat=True)) == {
        "base.mute_topic",
        "events.take_seat",
        "events.cancel_registration",
    }

    actions.take_seat(registration=first, by=None, at=NOW + dt.timedelta(hours=5))
    actions.take_seat(registration=first, by=None, at=NOW + dt.timedelta(hours=9))  # nothing more happens
    assert states(event) == [STATE.CANCELLED, STATE.CONFIRMED, STATE.WAITING]


@pytest.mark.django_db
def test_offer_that_is_not_taken_goes_to_the_next() -> None:
    event = EventFactory(capacity=1)
    has_seat, first, second = (register(event, name) for name in ("ida", "bo", "eli"))
    actions.cancel_registration(registration=has_seat, by=None, at=NOW)

    assert actions.pass_on_offers(by=None, at=NOW + dt.timedelta(hours=23)) == 0
    assert actions.pass_on_offers(by=None, at=NOW + A_DAY) == 1
    assert actions.pass_on_offers(by=None, at=NOW + A_DAY) == 0
    assert states(event) == [STATE.CANCELLED, STATE.LAPSED, STATE.OFFERED]
    assert subjects("bo@example.org")[-1] == "The seat has gone to the next one: Prøveseminar"
    with pytest.raises(actions.ImpossibleStep):
        actions.take_seat(registration=first, by=None, at=NOW + A_DAY)

    register(event, "bo", at=NOW + A_DAY)  # stands at the end now
    assert states(event) == [STATE.CANCELLED, STATE.OFFERED, STATE.WAITING]
    second.refresh_from_db()
    actions.take_seat(registration=second, by=None, at=NOW + A_DAY)


@pytest.mark.django_db
def test_offer_ends_with_the_start_of_the_event() -> None:
    event = EventFactory(capacity=1, starts_at=NOW + dt.timedelta(hours=2), ends_at=NOW + A_DAY)
    has_seat, first = register(event, "ida"), register(event, "bo")
    actions.cancel_registration(registration=has_seat, by=None, at=NOW)

    first.refresh_from_db()
    assert first.offered_until == event.starts_at
    assert actions.pass_on_offers(by=None, at=event.starts_at) == 1
    with pytest.raises(actions.ImpossibleStep, match="begun"):
        actions.cancel_registration(registration=first, by=None, at=event.starts_at)


@pytest.mark.django_db
def test_more_seats_are_offered_to_the_waiting_list() -> None:
    event = EventFactory(capacity=1)
    for name in ("ida", "bo", "eli"):
        register(event, name)
    details = actions.EventDetails(
        title=event.title, kind=event.kind, starts_at=event.starts_at, ends_at=event.ends_at, capacity=2
    )
    actions.change_event(event=event, details=details, by=None, at=NOW)

    assert states(event) == [STATE.CONFIRMED, STATE.OFFERED, STATE.WAITING]


@pytest.mark.django_db
def test_seat_kept_for_a_group_is_not_given_to_another() -> None:
    event = EventFactory(capacity=2)
    quota = QuotaDetails(Grouping.SIDE, Side.COMPANY, least=1)
    actions.set_quotas(event=event, quotas=[quota], by=None, at=NOW)
    for name in ("ida", "bo"):
        register(event, name)
    register(event, "firma", side=Side.COMPANY)
    assert states(event) == [STATE.CONFIRMED, STATE.WAITING, STATE.CONFIRMED]

    actions.set_quotas(event=event, quotas=[], by=None, at=NOW)
    assert states(event) == [STATE.CONFIRMED, STATE.WAITING, STATE.CONFIRMED]  # two seats, two people
    with pytest.raises(ValidationError, match="kept free"):
        actions.set_quotas(
            event=event, quotas=[QuotaDetails(Grouping.COUNTRY, "SE", least=3)], by=None, at=NOW
        )


@pytest.mark.django_db
def test_person_approves_or_declines() -> None:
    event, office = EventFactory(capacity=5, needs_approval=True), UserFactory()
    first, second = register(event, "ida"), register(event, "bo")
    assert states(event) == [STATE.ASKED, STATE.ASKED]

    actions.approve_registration(registration=first, by=office, at=NOW)
    actions.decline_registration(registration=second, by=office, at=NOW)
    assert states(event) == [STATE.CONFIRMED, STATE.DECLINED]
    second.refresh_from_db()
    assert second.decided_by_name == office.username
    with pytest.raises(actions.ImpossibleStep):
        actions.approve_registration(registration=second, by=office, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.approve_registration(registration=first, by=UserFactory(role=Role.COMPANY), at=NOW)


@pytest.mark.django_db
def test_questions_are_answered_as_they_ask() -> None:
    event = EventFactory()
    questions = [
        QuestionDetails("Do you eat meat?", QuestionKind.YES_NO, is_required=True),
        QuestionDetails("Which track?", QuestionKind.ONE_OF, ("Jobs", "Culture")),
        QuestionDetails("What do you hope for?"),
    ]
    actions.set_questions(event=event, questions=questions, by=None, at=NOW)
    meat, track, hope = EventQuestion.objects.all()
    with pytest.raises(ValidationError) as missing:
        register(event)
    assert list(missing.value.message_dict) == [f"question-{meat.pk}"]
    with pytest.raises(ValidationError):
        register(event, answers={meat.pk: True, track.pk: "Nothing of it"})

    one = register(event, answers={meat.pk: False, track.pk: "Jobs", hope.pk: "  coffee ", 12345: "x"})
    assert one.answers == {str(meat.pk): False, str(track.pk): "Jobs", str(hope.pk): "coffee"}

    actions.set_questions(event=event, questions=questions[::-1], by=None, at=NOW)
    assert list(EventQuestion.objects.values_list("pk", flat=True)) == [hope.pk, track.pk, meat.pk]


@pytest.mark.django_db
@pytest.mark.parametrize(
    "changed",
    [
        {"state": EventState.DRAFT},
        {"state": EventState.CANCELLED},
        {"registration_ends_at": NOW},
        {"takes_registrations": False},
        {"starts_at": NOW},
    ],
)
def test_nobody_registers_where_the_event_takes_none(changed: dict[str, object]) -> None:
    with pytest.raises(actions.NotOpen):
        register(EventFactory(**changed))


@pytest.mark.django_db
def test_event_that_wants_a_log_in_refuses_a_visitor() -> None:
    event, student = EventFactory(needs_log_in=True), UserFactory(role=Role.CANDIDATE)
    with pytest.raises(actions.NeedsLogIn):
        register(event)
    one = register(event, by=student)
    assert one.user == student


@pytest.mark.django_db
def test_nobody_registers_another_candidate() -> None:
    event, other = EventFactory(), CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    entry = Entry("Ida", "ida@example.org")
    with pytest.raises(PermissionDenied):
        actions.register(event=event, entry=entry, candidate=other, by=UserFactory(role=Role.COMPANY), at=NOW)


@pytest.mark.django_db
def test_cancelled_event_tells_everybody_who_registered() -> None:
    event = EventFactory(capacity=1)
    for name in ("ida", "bo"):
        register(event, name)
    RegistrationFactory(event=event, state=STATE.CANCELLED, email="gone@example.org", number=99)
    actions.cancel_event(event=event, reason="Storm.", by=None, at=NOW)

    told = Message.objects.filter(subject="Cancelled: Prøveseminar")
    assert {mail.to_address for mail in told} == {"ida@example.org", "bo@example.org"}
    assert all("Storm." in mail.text for mail in told)


@pytest.mark.django_db
def test_who_has_a_seat_is_told_of_another_time_or_place() -> None:
    event = EventFactory(capacity=1)
    for name in ("ida", "bo"):
        register(event, name)
    details = actions.EventDetails(
        title=event.title,
        kind=event.kind,
        starts_at=event.starts_at + A_DAY,
        ends_at=event.ends_at + A_DAY,
        capacity=1,
    )
    actions.change_event(event=event, details=details, by=None, at=NOW)
    actions.change_event(event=event, details=details, by=None, at=NOW)

    assert [mail.to_address for mail in Message.objects.filter(subject__startswith="Changed:")] == [
        "ida@example.org"
    ]


@pytest.mark.django_db(transaction=True)
def test_two_hundred_who_register_in_one_second_stand_in_one_queue() -> None:
    """50 seats, 200 people, every fifth of whom sends the form twice: nobody lost, nobody double."""
    event = EventFactory(capacity=50)
    together, begun = threading.Barrier(16), count()

    def work(number: int) -> int:
        try:
            if next(begun) < 16:
                together.wait(timeout=20)
            with all_rows():  # a thread begins outside of every scope
                return register(event, f"guest{number}").pk
        finally:
            connections.close_all()

    people = [number for one in range(200) for number in ([one, one] if one % 5 == 0 else [one])]
    with ThreadPoolExecutor(16) as threads:
        answers = list(threads.map(work, people))

    rows = Registration.objects.filter(event=event)
    found = dict(rows.values_list("email", "pk"))
    assert answers == [found[f"guest{number}@example.org"] for number in people]  # none got another's answer
    assert rows.count() == 200
    assert sorted(rows.values_list("number", flat=True)) == list(range(1, 201))
    assert sorted(rows.confirmed().values_list("number", flat=True)) == list(range(1, 51))
    assert rows.filter(state=STATE.WAITING).count() == 150
    assert Message.objects.count() == 200
    assert AuditEntry.objects.filter(action="events.register").count() == 200
    assert check_audit_trail().fault is None


@pytest.mark.django_db(transaction=True)
def test_offers_are_passed_on_once_while_others_register_and_cancel() -> None:
    event = EventFactory(capacity=10)
    rows = [register(event, f"guest{number}") for number in range(30)]
    for one in rows[:10]:
        actions.cancel_registration(registration=one, by=None, at=NOW)
    later = NOW + A_DAY

    def work(number: int) -> None:
        try:
            with all_rows():  # a thread begins outside of every scope
                if number % 2:
                    actions.pass_on_offers(by=None, at=later)
                else:
                    register(event, f"late{number}", at=later)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(work, range(16)))

    found = states(event)
    assert found.count(STATE.CANCELLED) == 10
    assert found.count(STATE.LAPSED) == 10
    assert found.count(STATE.OFFERED) == 10
    assert found.count(STATE.WAITING) == 8
    assert Message.objects.filter(subject__startswith="A seat is free").count() == 20
