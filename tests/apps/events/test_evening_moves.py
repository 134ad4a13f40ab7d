"""An evening that moves: its rounds move with the event or cannot, and who takes part is told once."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from brobygger.apps.base.models import AuditEntry, Message
from brobygger.apps.events import actions
from brobygger.apps.events.enums import EventState, RegistrationState
from brobygger.apps.events.models import DatingEvening, Event
from tests.factories import RegistrationFactory
from tests.factories.dating import EVENING
from tests.factories.moments import LATER, NOW
from tests.scenarios.dating_evening import Evening, dating_evening

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)
WEEK = dt.timedelta(days=7)


@pytest.fixture
def moment() -> Evening:
    return dating_evening()


def publish(moment: Evening) -> None:
    version = actions.make_version(evening=moment.evening, by=None, at=NOW)
    actions.publish_version(version=version, by=None, at=NOW)
    Message.objects.all().delete()


def change(moment: Evening, at: dt.datetime = LATER, **said: Any) -> DatingEvening:
    event = Event.objects.get(pk=moment.evening.event_id)
    names = ("title", "kind", "starts_at", "ends_at", "place_name", "city")
    details = actions.EventDetails(**{name: getattr(event, name) for name in names} | said)
    actions.change_event(event=event, details=details, by=moment.organiser, at=at)
    return DatingEvening.objects.get(pk=moment.evening.pk)


def everybody(moment: Evening) -> list[str]:
    return sorted(user.email for user in (*moment.users, *moment.recruiters))


def addresses() -> list[str]:
    return sorted(Message.objects.values_list("to_address", flat=True))


def test_rounds_move_with_their_event_and_everybody_is_told_once(moment: Evening) -> None:
    publish(moment)
    registered = {"event": moment.evening.event, "state": RegistrationState.CONFIRMED}
    RegistrationFactory(user=moment.users[0], email="", **registered)
    RegistrationFactory(user=None, email="gaest@prove.example", **registered)
    for user, language in zip(moment.users, ("en", "sv"), strict=False):
        user.language = language
        user.save()

    moved = change(moment, starts_at=EVENING + WEEK, ends_at=EVENING + WEEK + 3 * HOUR)
    change(moment)

    assert moved.first_round_at == EVENING + WEEK + HOUR / 2
    assert moved.wishes_until == moment.evening.wishes_until + WEEK
    assert addresses() == sorted([*everybody(moment), "gaest@prove.example"])
    mail = Message.objects.get(to_address="student0@prove.example")
    assert mail.subject == "Changed: Company Dating Prøve"
    assert "Bredal Pumper" in mail.text
    assert f"/dating/students/{moment.students[0].pk}/" in mail.text
    assert Message.objects.get(to_user=moment.users[1]).subject.startswith("Ändrat")
    assert AuditEntry.objects.filter(action="events.move_evening").count() == 1


def test_who_takes_part_is_told_before_a_timetable_is_out_and_not_of_a_draft(moment: Evening) -> None:
    change(moment, starts_at=EVENING + WEEK, ends_at=EVENING + WEEK + 3 * HOUR)
    assert addresses() == everybody(moment)
    assert not [
        one for one in Message.objects.all() if "Bredal Pumper" in one.text or "Candidate P" in one.text
    ]

    Message.objects.all().delete()
    Event.objects.update(state=EventState.DRAFT)
    change(moment, starts_at=EVENING, ends_at=EVENING + 3 * HOUR)
    assert not Message.objects.exists()


def test_who_withdrew_is_not_told(moment: Evening) -> None:
    actions.withdraw_student(student=moment.students[0], by=None, at=NOW)
    change(moment, place_name="Store sal")
    assert "student0@prove.example" not in addresses()
    assert "Store sal" in Message.objects.get(to_address="student1@prove.example").text


def test_wishes_that_are_over_do_not_open_again(moment: Evening) -> None:
    closed = moment.evening.wishes_until
    assert (
        change(
            moment, closed + HOUR, starts_at=EVENING + WEEK, ends_at=EVENING + WEEK + 3 * HOUR
        ).wishes_until
        == closed
    )


def test_rounds_stay_where_the_event_only_becomes_longer(moment: Evening) -> None:
    stays = change(moment, starts_at=EVENING - HOUR)
    assert stays.first_round_at == moment.evening.first_round_at
    change(moment, starts_at=EVENING)
    moved = change(moment, starts_at=EVENING + HOUR)
    assert moved.first_round_at == moment.evening.first_round_at + HOUR, (
        "they no longer fit in where they were"
    )


@pytest.mark.parametrize("days", [0, 7])
def test_event_that_cannot_hold_its_rounds_is_refused_in_words(moment: Evening, days: int) -> None:
    starts = EVENING + dt.timedelta(days=days)
    with pytest.raises(ValidationError, match="The last round would end 27 minutes after the event"):
        change(moment, starts_at=starts, ends_at=starts + HOUR)
    moment.evening.refresh_from_db()
    assert moment.evening.first_round_at == EVENING + HOUR / 2
    assert not Message.objects.exists()


def save(moment: Evening, **said: Any) -> None:
    details = actions.EveningDetails(
        first_round_at=EVENING + HOUR / 2, wishes_until=moment.evening.wishes_until, rounds=4
    )
    actions.save_evening(
        event=moment.evening.event, details=replace(details, **said), by=moment.organiser, at=LATER
    )


def test_who_takes_part_is_told_of_another_first_round(moment: Evening) -> None:
    publish(moment)
    save(moment, first_round_at=EVENING + HOUR)
    save(moment, first_round_at=EVENING + HOUR)
    assert addresses() == everybody(moment)
    assert not [one for one in Message.objects.all() if "tid eller" in one.text], (
        "the event stays where it is"
    )


def test_length_of_a_round_is_told_only_of_a_published_timetable(moment: Evening) -> None:
    save(moment, round_minutes=10)
    assert not Message.objects.exists()
    publish(moment)
    save(moment, round_minutes=11)
    assert addresses() == everybody(moment)
