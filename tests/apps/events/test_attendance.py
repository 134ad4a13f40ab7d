"""Who was at the tables of an evening counts in the figures of its event, each once."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.actions.erasure import call_hooks
from brobygger.apps.base.models import in_scope
from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import DayPresence, EventKind, EventState
from brobygger.apps.events.models import DayState, Event
from brobygger.apps.programmes.queries import scope_of
from tests.factories import CheckInFactory, ParticipationFactory, RegistrationFactory
from tests.factories.moments import NOW
from tests.scenarios.dating_evening import Evening, dating_evening

pytestmark = pytest.mark.django_db


@pytest.fixture
def held() -> Evening:
    """Two companies and three candidates were here, of these one also checked in at the door; one was absent."""
    moment = dating_evening()
    here = [(one, DayPresence.PRESENT) for one in (*moment.companies[:2], *moment.students[:2])]
    late_and_absent = [(moment.students[2], DayPresence.LATE), (moment.students[3], DayPresence.ABSENT)]
    for who, state in (*here, *late_and_absent):
        actions.say_presence(who=who, state=state, from_round=2, by=None, at=moment.during)
    registered = RegistrationFactory(event=moment.evening.event, candidate=moment.students[0].candidate)
    CheckInFactory(registration=registered)
    Event.objects.filter(pk=moment.evening.event_id).update(state=EventState.HELD)
    moment.evening.event.refresh_from_db()
    return moment


def test_candidates_at_tables_count_once(held: Evening) -> None:
    event = held.evening.event
    assert queries.attendance(event) == queries.Attendance(placed=4, came=2)
    assert queries.seat_figures(event).came == 1
    (row,) = queries.planned_events(programme=event.programme)
    assert (row.seat_count, row.came_count) == (5, 3)


def test_companies_at_tables_are_engaged_once(
    held: Evening, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    event, programme = held.evening.event, held.evening.event.programme
    ParticipationFactory(event=event, organisation=held.companies[0].organisation)
    with django_assert_num_queries(3):
        (year,) = queries.engaged_events(programme=programme, kind=EventKind.DATING, least=2)
    (row,) = year.rows
    assert (row.direct, row.represented, row.counts, year.organisations) == (2, 0, True, 2)
    assert queries.organisations_at_tables(event) == [held.companies[1].organisation]
    with in_scope(scope_of(held.organiser)):
        assert queries.engaged_events(programme=programme, kind=EventKind.DATING)[0].organisations == 2
    other = queries.engaged_events(programme=programme, kind=EventKind.DATING, country="JP")
    assert other[0].organisations == 0


def test_before_it_is_held_those_count_who_are_to_come(held: Evening) -> None:
    Event.objects.update(state=EventState.OPEN)
    actions.withdraw_company(company=held.companies[2], by=None, at=NOW)
    (year,) = queries.engaged_events(programme=held.evening.event.programme, kind=EventKind.DATING)
    assert (year.organisations, year.count) == (2, 0)


def test_who_left_for_good_on_the_evening_was_there(held: Evening) -> None:
    actions.withdraw_company(company=held.companies[0], by=None, at=held.during)
    (year,) = queries.engaged_events(programme=held.evening.event.programme, kind=EventKind.DATING)
    assert year.organisations == 2


def test_how_many_came_stays_when_it_is_erased_who(held: Evening) -> None:
    ids = list(DayState.objects.values_list("pk", flat=True))
    call_hooks(DayState, ids, None, NOW)
    held.evening.event.refresh_from_db()
    assert held.evening.event.erased_attendance == 2, "whoever checked in is counted with the check-in"
