"""An event in a room and online: seats of each, mails and addresses of each, and who was there."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError

from brobygger.apps.base.actions import remove_overdue_rows
from brobygger.apps.base.models import Message
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import Entry, EventDetails, ImpossibleStep, Seen
from brobygger.apps.events.enums import (
    EventKind,
    EventState,
    Holding,
    PhotoAnswer,
    RegistrationState,
    Tag,
    Way,
)
from brobygger.apps.events.models import CheckIn, Event, EventTag, Registration
from tests.factories import EventFactory, EventSeriesFactory
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
ADDRESS = "https://meet.example/room"
STATE = RegistrationState


def hybrid(**said: Any) -> Event:
    given = {"held": Holding.BOTH, "online_address": ADDRESS, "capacity": 1, "online_capacity": 1}
    return EventFactory(**{**given, "place_name": "Prøvesalen", **said})


def register(event: Event, name: str, way: Way) -> Registration:
    entry = Entry(name=name.title(), email=f"{name}@example.org", language="en", way=way)
    return actions.register(event=event, entry=entry, by=None, at=NOW)


def last_mail(to: Registration) -> Message:
    return Message.objects.filter(to_address=to.email).latest("pk")


def test_each_way_has_seats_of_its_own_and_mails_name_the_own_address() -> None:
    event = hybrid()
    here, late = (register(event, name, Way.PLACE) for name in ("ida", "bo"))
    there, waits = (register(event, name, Way.ONLINE) for name in ("eli", "kai"))
    assert [one.state for one in (here, late, there, waits)] == [
        STATE.CONFIRMED,
        STATE.WAITING,
        STATE.CONFIRMED,
        STATE.WAITING,
    ]
    assert ADDRESS in last_mail(there).text
    assert "Prøvesalen" in last_mail(here).text
    for one in (here, late, waits):  # nobody else learns the address
        assert ADDRESS not in last_mail(one).text
    figures = queries.seat_figures(event)
    assert (figures.capacity, figures.confirmed, figures.waiting) == (2, 2, 2)
    assert [(way, one.confirmed, one.waiting) for way, one in figures.ways] == [
        (Way.PLACE, 1, 1),
        (Way.ONLINE, 1, 1),
    ]

    actions.remind_of_events(by=None, at=event.starts_at - dt.timedelta(hours=20))
    assert ADDRESS in last_mail(there).text
    assert ADDRESS not in last_mail(here).text
    with pytest.raises(ValidationError, match="not held in this way"):
        register(EventFactory(), "una", Way.ONLINE)


def test_switching_needs_a_seat_of_the_other_way_and_gives_back_the_own() -> None:
    event = hybrid()
    here, late = (register(event, name, Way.PLACE) for name in ("ida", "bo"))
    there = register(event, "eli", Way.ONLINE)

    def switch(one: Registration, way: Way) -> Registration:
        return actions.change_way(registration=one, way=way, by=None, at=NOW)

    with pytest.raises(ImpossibleStep, match="keep the one you have"):
        switch(here, Way.ONLINE)
    actions.cancel_registration(registration=there, by=None, at=NOW)
    assert switch(here, Way.ONLINE).way == switch(here, Way.ONLINE).way == Way.ONLINE
    assert ADDRESS in last_mail(here).text
    late.refresh_from_db()
    assert late.state == STATE.OFFERED  # the seat in the room went on

    actions.cancel_registration(registration=here, by=None, at=NOW)
    waits = register(event, "kai", Way.PLACE)
    assert (waits.state, switch(waits, Way.ONLINE).state) == (STATE.WAITING, STATE.CONFIRMED)


def test_who_takes_part_is_told_of_what_concerns_them_and_no_way_is_taken_from_somebody() -> None:
    event = hybrid()
    here, there = register(event, "ida", Way.PLACE), register(event, "eli", Way.ONLINE)
    said = {
        "title": event.title,
        "kind": EventKind.SEMINAR,
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "place_name": event.place_name,
        "capacity": 1,
        "online_capacity": 1,
    }
    before = Message.objects.count()
    details = EventDetails(**said, held=Holding.BOTH, online_address="https://meet.example/new")  # type: ignore[arg-type]
    actions.change_event(event=event, details=details, by=None, at=NOW)
    assert Message.objects.count() == before + 1
    assert "https://meet.example/new" in last_mail(there).text
    assert last_mail(here).subject.startswith("You have a seat")
    with pytest.raises(ValidationError, match="way that would be gone"):
        actions.change_event(event=event, details=EventDetails(**said), by=None, at=NOW)  # type: ignore[arg-type]


def test_who_was_online_counts_as_who_came_and_the_door_knows_the_others() -> None:
    event = hybrid(capacity=5, online_capacity=None)
    here, there, comes = (
        register(event, name, way)
        for name, way in (("ida", Way.PLACE), ("eli", Way.ONLINE), ("kai", Way.ONLINE))
    )
    assert queries.door_list(event) == [here]
    with pytest.raises(ImpossibleStep, match="half an hour"):
        actions.attend_online(registration=there, by=None, at=NOW)
    with pytest.raises(ImpossibleStep, match="no seat online"):
        actions.attend_online(registration=here, by=None, at=event.starts_at)
    once = actions.attend_online(registration=there, by=None, at=event.starts_at)
    assert actions.attend_online(registration=there, by=None, at=event.ends_at) == once
    seen = Seen(uuid4(), comes.pk, event.starts_at)
    actions.check_in(event=event, seen=[seen], by=None, at=event.ends_at)
    comes.refresh_from_db()
    assert comes.way == Way.PLACE  # came after all
    assert [one.came for _way, one in queries.seat_figures(event).ways] == [1, 1]

    event.state = EventState.HELD
    event.save()
    assert actions.ask_for_feedback(by=None, at=event.ends_at) == 2
    actions.say_photos(registration=there, photos=PhotoAnswer.NO, by=None, at=event.ends_at)
    there.refresh_from_db()
    assert (there.photos, here.photos) == (PhotoAnswer.NO, PhotoAnswer.NOT_ASKED)
    remove_overdue_rows(by=None, at=event.ends_at + dt.timedelta(days=190))
    event.refresh_from_db()
    assert (CheckIn.objects.count(), event.erased_attendance) == (0, 2)


def test_types_and_tags_are_counted_in_the_plan_and_filter_it() -> None:
    series = EventSeriesFactory()
    for kind, state, tags in (
        (EventKind.CULTURE, EventState.HELD, (Tag.CULTURE, Tag.SOCIAL)),
        (EventKind.CULTURE, EventState.OPEN, (Tag.CULTURE,)),
        (EventKind.SEMINAR, EventState.CANCELLED, (Tag.CAREER,)),
    ):
        event = EventFactory(series=series, programme=series.programme, kind=kind, state=state)
        EventTag.objects.bulk_create(EventTag(event=event, tag=tag) for tag in tags)
    kinds, tags = queries.activity_counts(series)
    assert [(one.value, one.held, one.planned) for one in kinds] == [("culture", 1, 1)]
    assert [(one.value, one.held, one.planned) for one in tags] == [("culture", 1, 1), ("social", 1, 0)]
    assert queries.planned_events(series=series, tag=Tag.SOCIAL).count() == 1
    assert queries.planned_events(series=series, kind=EventKind.CULTURE).count() == 2
