"""The door and what comes after: nobody lost, nobody double; reminders and feedback once; a mail server that stops."""

from __future__ import annotations

import datetime as dt
import itertools
from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.core import mail
from django.core.exceptions import PermissionDenied, ValidationError
from django.core.mail.backends.locmem import EmailBackend

from brobygger.apps.base.actions import send_due_messages
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import Seen
from brobygger.apps.events.enums import EventState, RegistrationState
from brobygger.apps.events.models import CheckIn, Event, EventFeedback, Participation, Registration
from tests.factories import (
    CheckInFactory,
    EventFactory,
    OrganisationFactory,
    ParticipationFactory,
    RegistrationFactory,
    UserFactory,
)
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
STATE = RegistrationState
A_MINUTE = dt.timedelta(minutes=1)


@pytest.fixture
def event() -> Event:
    return EventFactory(starts_at=NOW, ends_at=NOW + dt.timedelta(hours=2))


def let_in(event: Event, *seen: Seen, at: dt.datetime = NOW) -> actions.Kept:
    return actions.check_in(event=event, seen=seen, by=UserFactory(), at=at)


def came(event: Event) -> list[tuple[int, dt.datetime]]:
    rows = CheckIn.objects.filter(registration__event=event).order_by("registration")
    return list(rows.values_list("registration", "checked_in_at"))


def test_what_phones_saw_is_kept_once_in_whatever_order_it_arrives(event: Event) -> None:
    ida, bo = RegistrationFactory.create_batch(2, event=event)
    elsewhere = RegistrationFactory()
    notes = [
        Seen(uuid4(), ida.pk, NOW),
        Seen(uuid4(), ida.pk, NOW - A_MINUTE),  # the other phone saw her first
        Seen(uuid4(), bo.pk, NOW + A_MINUTE),
        Seen(uuid4(), elsewhere.pk, NOW),
    ]
    later = NOW + dt.timedelta(minutes=5)
    for order in itertools.islice(itertools.permutations(notes), 0, 24, 5):
        CheckIn.objects.all().delete()
        for note in (*order, *order):  # each arrives twice
            let_in(event, note, at=later)
        assert came(event) == [(ida.pk, NOW - A_MINUTE), (bo.pk, NOW + A_MINUTE)]
    CheckIn.objects.all().delete()
    entries = AuditEntry.objects.filter(action="events.check_in").count()
    kept = let_in(event, *notes, at=later)
    assert kept == actions.Kept(tuple(one.client_id for one in notes[:3]), (notes[3].client_id,))
    let_in(event, *notes, at=later)
    assert AuditEntry.objects.filter(action="events.check_in").count() == entries + 1


def test_clock_of_a_phone_that_is_wrong_becomes_a_moment_that_can_be(event: Event) -> None:
    ida, bo = RegistrationFactory.create_batch(2, event=event)
    let_in(event, Seen(uuid4(), ida.pk, NOW + dt.timedelta(days=9)), Seen(uuid4(), bo.pk, NOW.replace(1970)))
    assert came(event) == [(ida.pk, NOW), (bo.pk, NOW - dt.timedelta(hours=12))]


def test_who_stands_in_the_door_is_let_in_by_the_people_there(event: Event) -> None:
    waits = RegistrationFactory(event=event, state=STATE.WAITING)
    let_in(event, Seen(uuid4(), waits.pk, NOW))
    note = {"client_id": UUID(int=7), "name": " Per  Prøvesen ", "email": "PER@example.org", "seen_at": NOW}
    for _twice in range(2):
        actions.register_at_door(event=event, **note, by=UserFactory(), at=NOW)

    assert [(one.name, one.state) for one in Registration.objects.order_by("number", "pk")][-1:] == [
        ("Per Prøvesen", STATE.CONFIRMED)
    ]
    waits.refresh_from_db()
    assert waits.state == STATE.CONFIRMED
    assert queries.seat_figures(event).came == 2
    with pytest.raises(ValidationError):
        actions.register_at_door(event=event, **{**note, "email": "per"}, by=UserFactory(), at=NOW)
    with pytest.raises(PermissionDenied):
        actions.check_in(event=event, seen=[], by=UserFactory(role=Role.COMPANY), at=NOW)


def test_company_whose_people_came_takes_part_itself(event: Event) -> None:
    company, other = OrganisationFactory.create_batch(2)
    ParticipationFactory(event=event, organisation=company, representative=other)
    for organisation in (company, other, None):
        one = RegistrationFactory(event=event, organisation=organisation)
        let_in(event, Seen(uuid4(), one.pk, NOW))

    assert set(Participation.objects.values_list("organisation", "representative")) == {
        (company.pk, None),
        (other.pk, None),
    }


def test_check_in_that_was_wrong_is_taken_back(event: Event) -> None:
    one = CheckInFactory(registration__event=event).registration
    for _twice in range(2):
        actions.undo_check_in(registration=one, by=UserFactory(), at=NOW)
    assert came(event) == []
    assert AuditEntry.objects.filter(action="events.undo_check_in").count() == 1


def test_guests_are_reminded_and_asked_how_it_was_once(event: Event) -> None:
    here, away = RegistrationFactory.create_batch(2, event=event)
    RegistrationFactory(event=event, state=STATE.CANCELLED)
    before, after = NOW - dt.timedelta(hours=20), NOW + dt.timedelta(hours=3)

    assert [actions.remind_of_events(by=None, at=before) for _ in range(2)] == [2, 0]
    let_in(event, Seen(uuid4(), here.pk, NOW))
    with pytest.raises(actions.FeedbackClosed):
        actions.give_feedback(registration=here, overall=5, useful=5, by=None, at=NOW)
    assert [actions.note_events_held(by=None, at=after) for _ in range(2)] == [1, 0]
    assert [actions.ask_for_feedback(by=None, at=after) for _ in range(2)] == [1, 0]
    assert Message.objects.filter(to_address=away.email).count() == 1
    with pytest.raises(ValidationError):
        actions.give_feedback(registration=here, overall=6, useful=4, by=None, at=after)
    actions.give_feedback(registration=here, overall=5, useful=4, text="Fint", by=None, at=after)
    with pytest.raises(actions.FeedbackClosed):
        actions.give_feedback(registration=here, overall=1, useful=1, by=None, at=after)

    figures = queries.feedback_figures(event)
    assert (figures.count, figures.overall, figures.useful) == (1, 5, 4)
    assert not {"registration", "user", "email"} & {one.name for one in EventFeedback._meta.get_fields()}
    assert AuditEntry.objects.get(action="events.give_feedback").by_name == ""


class StopsHalfWay(EmailBackend):
    """A mail server that takes three mails, and then no more until it is started again."""

    left = 3

    def send_messages(self, messages: Sequence[mail.EmailMessage]) -> int:
        if type(self).left < len(messages):
            raise ConnectionResetError("the server went away")
        type(self).left -= len(messages)
        return super().send_messages(messages)


def test_mail_server_that_stops_half_way_loses_and_repeats_no_mail(event: Event, settings: Any) -> None:
    settings.EMAIL_BACKEND = f"{__name__}.StopsHalfWay"
    settings.MAIL_IS_KEPT = settings.MAIL_AT_ONCE = False
    StopsHalfWay.left = 3
    rows = RegistrationFactory.create_batch(8, event=event)
    actions.cancel_event(event=event, reason="Storm.", by=None, at=NOW)

    send_due_messages(by=None, at=NOW)
    assert len(mail.outbox) == 3
    StopsHalfWay.left = 99
    send_due_messages(by=None, at=NOW + dt.timedelta(days=1))
    send_due_messages(by=None, at=NOW + dt.timedelta(days=2))
    assert sorted(one.to[0] for one in mail.outbox) == sorted(row.email for row in rows)


def test_event_that_was_held_or_cancelled_stays_so(event: Event) -> None:
    draft = EventFactory(state=EventState.DRAFT)
    with pytest.raises(actions.ImpossibleTransition):
        actions.hold_event(event=draft, by=None, at=draft.ends_at)
    actions.open_event(event=draft, by=None, at=NOW)
    with pytest.raises(actions.ImpossibleTransition, match="not begun"):
        actions.hold_event(event=draft, by=None, at=NOW)
    actions.hold_event(event=event, by=None, at=event.ends_at)
    with pytest.raises(actions.ImpossibleTransition):
        actions.cancel_event(event=event, by=None, at=event.ends_at)
