"""The plan: a semester against its range, events that clash, and large events with enough organisations."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import Audience, EventKind, EventState
from brobygger.apps.events.models import Event, EventSeries
from brobygger.apps.events.queries import Reason
from tests.factories import (
    EventFactory,
    EventSeriesFactory,
    OrganisationFactory,
    ParticipationFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db
AN_HOUR = dt.timedelta(hours=1)


def count_of(series: EventSeries) -> queries.SeriesCount:
    return next(one for one in queries.series_counts() if one.series == series)


def test_series_counts_what_is_held_and_planned_against_its_range() -> None:
    series = EventSeriesFactory(least=12, most=28)
    other = EventSeriesFactory(programme=series.programme, least=0, most=1)
    EventFactory.create_batch(9, series=series, programme=series.programme, state=EventState.HELD)
    EventFactory.create_batch(2, series=series, programme=series.programme, state=EventState.DRAFT)
    EventFactory(series=series, programme=series.programme, state=EventState.CANCELLED)
    EventFactory.create_batch(3, series=other, programme=series.programme)

    one = count_of(series)
    assert (one.held, one.planned, one.total, one.too_few, one.too_many) == (9, 2, 11, 1, 0)
    assert count_of(other).too_many == 2


def test_series_and_events_are_planned_by_those_who_may_and_as_they_can_be() -> None:
    programme, office = ProgrammeFactory(), UserFactory()
    details = actions.SeriesDetails("Efterår", dt.date(2026, 8, 1), dt.date(2027, 1, 31), 12, 28)
    series = actions.save_series(programme=programme, details=details, by=office, at=NOW)
    said = {"title": "Kaffe og CV", "kind": EventKind.WORKSHOP, "starts_at": NOW, "ends_at": NOW + AN_HOUR}
    first = actions.add_event(
        programme=programme, details=actions.EventDetails(**said), series=series, by=office, at=NOW
    )
    second = actions.add_event(programme=programme, details=actions.EventDetails(**said), by=office, at=NOW)

    assert (first.state, first.series, first.code, second.code) == (
        EventState.DRAFT,
        series,
        "kaffe-og-cv",
        "kaffe-og-cv-2",
    )
    for wrong in ({"ends_at": NOW}, {"time_zone": "Mars/Olympus"}):
        with pytest.raises(ValidationError):
            actions.add_event(
                programme=programme, details=actions.EventDetails(**{**said, **wrong}), by=office, at=NOW
            )
    with pytest.raises(PermissionDenied):
        actions.add_event(
            programme=programme,
            details=actions.EventDetails(**said),
            by=UserFactory(role=Role.COMPANY),
            at=NOW,
        )


def at(hour: int, **said: object) -> Event:
    starts = dt.datetime(2026, 12, 3, hour, tzinfo=dt.UTC)
    return EventFactory(starts_at=starts, ends_at=starts + AN_HOUR, **said)


def test_events_of_all_partners_that_take_people_from_each_other_clash() -> None:
    morning = at(8, city="Aarhus", audience=Audience.STUDENTS)
    noon = at(12, city=" aarhus ", audience=Audience.COMPANIES)
    also_noon = at(12, city="Aalborg")
    evening = at(18, city="Oslo", audience=Audience.STUDENTS)
    at(12, state=EventState.CANCELLED)
    EventFactory(starts_at=morning.starts_at + dt.timedelta(days=1), ends_at=evening.ends_at + 24 * AN_HOUR)

    found = queries.clashes(queries.planned_between(NOW, NOW + dt.timedelta(days=30)))

    assert [(one.first, one.second, one.reasons) for one in found] == [
        (morning, noon, (Reason.SAME_TOWN,)),
        (morning, evening, (Reason.SAME_PEOPLE,)),
        (noon, also_noon, (Reason.SAME_TIME,)),
    ]


def test_large_event_in_boston_with_ten_danish_companies_is_counted() -> None:
    programme = ProgrammeFactory()
    boston = {"programme": programme, "kind": EventKind.LARGE, "city": "Boston"}
    fair = EventFactory(**boston, state=EventState.HELD)
    small = EventFactory(**boston, state=EventState.HELD)
    announced = EventFactory(**boston)
    EventFactory(**{**boston, "city": "Aarhus"}, state=EventState.HELD)
    danish, agent = OrganisationFactory.create_batch(10, country="DK"), OrganisationFactory(country="US")
    office = UserFactory()
    for event in (fair, small, announced):
        for number, one in enumerate(danish if event != small else danish[:9]):
            represented_by = agent if number % 2 else None
            for _twice in range(2):  # counted once
                actions.note_participation(
                    event=event, organisation=one, representative=represented_by, by=office, at=NOW
                )
        ParticipationFactory(event=event, organisation=agent)
    target = actions.set_event_target(
        programme=programme, position=1, city="Boston", country="DK", least_engaged=10, by=office, at=NOW
    )

    (year,) = queries.target_years(target)
    assert [(row.event, row.direct, row.represented, row.counts) for row in year.rows] == [
        (fair, 5, 5, True),
        (small, 5, 4, False),
        (announced, 5, 5, False),
    ]
    assert (year.count, year.organisations) == (1, 10)
    with pytest.raises(ValidationError):
        actions.note_participation(event=fair, organisation=agent, representative=agent, by=office, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.note_participation(event=fair, organisation=agent, by=UserFactory(role=Role.COMPANY), at=NOW)
