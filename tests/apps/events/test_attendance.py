"""Who was at the tables of an evening counts in the figures of its event, each once."""

from __future__ import annotations

import datetime as dt
from importlib import import_module

import pytest
from django.apps import apps
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.actions.erasure import call_hooks
from brobygger.apps.base.models import in_scope
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import WrongEvening
from brobygger.apps.events.enums import DayPresence, EventKind, EventState, TalkAnswer, WishSide
from brobygger.apps.events.models import Appointment, DayState, Event, TalkFeedback
from brobygger.apps.events.queries.attendance import companies_at_tables
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
    with django_assert_num_queries(4):
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


@pytest.fixture
def unnoted() -> Evening:
    """The evening is over, by its timetable everybody had talks, and nobody used the board."""
    moment = dating_evening()
    version = actions.make_version(evening=moment.evening, by=None, at=NOW)
    actions.publish_version(version=version, by=None, at=NOW)
    Event.objects.filter(pk=moment.evening.event_id).update(state=EventState.HELD)
    moment.evening.event.refresh_from_db()
    return moment


def test_evening_of_which_nobody_noted_who_came_says_so_and_not_nobody(unnoted: Evening) -> None:
    event, ends = unnoted.evening.event, unnoted.evening.event.ends_at
    found = queries.attendance(event)
    assert (found.came, found.unnoted, found.unnoted_companies) == (0, 5, 3)
    (year,) = queries.engaged_events(programme=event.programme, kind=EventKind.DATING)
    assert [(row.direct, row.is_noted) for row in year.rows] == [(0, False)]
    assert list(queries.evenings_to_note(ends)) == [unnoted.evening]
    assert not queries.evenings_to_note(ends - dt.timedelta(minutes=1))


def test_everybody_on_the_timetable_came_but_those_who_are_named(unnoted: Evening) -> None:
    event, ends = unnoted.evening.event, unnoted.evening.event.ends_at
    actions.say_presence(who=unnoted.students[0], state=DayPresence.ABSENT, by=None, at=unnoted.during)
    with pytest.raises(WrongEvening, match="not over yet"):
        actions.note_who_came(evening=unnoted.evening, by=None, at=ends - dt.timedelta(minutes=1))

    count = actions.note_who_came(
        evening=unnoted.evening,
        absent_companies=[unnoted.companies[2].pk],
        absent_students=[unnoted.students[1].pk],
        by=unnoted.organiser,
        at=ends,
    )

    assert count == 7
    found = queries.attendance(event)
    assert (found.came, found.unnoted, found.unnoted_companies) == (3, 0, 0)
    (year,) = queries.engaged_events(programme=event.programme, kind=EventKind.DATING)
    assert [(row.direct, row.is_noted) for row in year.rows] == [(2, True)]
    assert DayState.objects.get(student=unnoted.students[0]).state == DayPresence.ABSENT
    assert not queries.evenings_to_note(ends)
    assert actions.note_who_came(evening=unnoted.evening, by=unnoted.organiser, at=ends) == 0


def test_answer_after_a_talk_shows_that_both_were_there(unnoted: Evening) -> None:
    talk = Appointment.objects.filter(student=unnoted.students[1]).first()
    assert talk is not None
    with in_scope(scope_of(unnoted.users[1])):
        actions.say_after_talk(
            talk=talk, side=WishSide.STUDENT, answer=TalkAnswer.NO, by=unnoted.users[1], at=unnoted.after
        )

    found = queries.attendance(unnoted.evening.event)
    assert (found.came, found.unnoted, found.unnoted_companies) == (1, 4, 2)
    assert companies_at_tables([unnoted.evening.event])[unnoted.evening.event_id] == {
        talk.company.organisation_id
    }


def test_what_the_organiser_said_of_somebody_stands_against_an_answer(unnoted: Evening) -> None:
    actions.say_presence(who=unnoted.students[1], state=DayPresence.ABSENT, by=None, at=unnoted.during)
    talk = Appointment.objects.filter(student=unnoted.students[1]).first()
    assert talk is not None
    actions.say_after_talk(talk=talk, side=WishSide.COMPANY, answer=TalkAnswer.NO, by=None, at=unnoted.after)
    assert DayState.objects.get(student=unnoted.students[1]).state == DayPresence.ABSENT


def test_answers_from_before_count_as_well(unnoted: Evening) -> None:
    migration = import_module("brobygger.apps.events.migrations.0006_answers_show_presence")
    actions.say_presence(who=unnoted.companies[0], state=DayPresence.ABSENT, by=None, at=unnoted.during)
    for talk in Appointment.objects.filter(student=unnoted.students[0]):
        TalkFeedback.objects.create(
            student=talk.student,
            company=talk.company,
            side=WishSide.STUDENT,
            answer="no",
            said_at=unnoted.after,
        )
    talked = set(TalkFeedback.objects.values_list("company", flat=True))

    for _twice in range(2):
        migration.note_both_came(apps, None)

    assert DayState.objects.get(student=unnoted.students[0]).state == DayPresence.PRESENT
    here = set(
        DayState.objects.filter(state=DayPresence.PRESENT, student=None).values_list("company", flat=True)
    )
    assert here == talked - {unnoted.companies[0].pk}
