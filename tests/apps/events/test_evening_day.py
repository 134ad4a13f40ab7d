"""The evening as it goes: no-shows, late ones, walk-ins, a company that withdraws; what stays, stays."""

from __future__ import annotations

import datetime as dt

import pytest

from brobygger.apps.base.models import Message, in_scope
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import CannotPlan, PairScore, WrongEvening
from brobygger.apps.events.enums import DayPresence, RuleKind, WishOrigin, WishSide
from brobygger.apps.events.models import Appointment, DatingWish, TimetableVersion
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    CandidateFactory,
    DatingCompanyFactory,
    DatingEveningFactory,
    DatingStudentFactory,
    DatingWishFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.scenarios.dating_evening import Evening, dating_evening

pytestmark = pytest.mark.django_db


@pytest.fixture
def moment() -> Evening:
    moment = dating_evening()
    version = actions.make_version(evening=moment.evening, by=moment.organiser, at=NOW)
    actions.publish_version(version=version, by=moment.organiser, at=NOW)
    Message.objects.all().delete()
    return moment


def in_force(moment: Evening) -> dict[tuple[int, int], tuple[int, str]]:
    version = TimetableVersion.objects.in_force().get(evening=moment.evening)
    return {
        (one.student_id, one.company_id): (one.round, one.table)
        for one in Appointment.objects.filter(version=version)
    }


def test_no_show_leaves_every_other_talk_where_it_is(moment: Evening) -> None:
    before, gone = in_force(moment), moment.students[4]
    at = moment.evening.first_round_at - dt.timedelta(minutes=5)
    actions.say_presence(who=gone, state=DayPresence.ABSENT, by=moment.organiser, at=at)
    assert queries.board_of(moment.evening, at=at).waiting == 1

    done = actions.repair_timetable(evening=moment.evening, by=moment.organiser, at=at)

    after = in_force(moment)
    assert {pair: place for pair, place in before.items() if pair[0] != gone.pk}.items() <= after.items()
    assert not [pair for pair in after if pair[0] == gone.pk]
    assert "meetings fell away" in done.lines[0]
    assert queries.board_of(moment.evening, at=at).waiting == 0
    lost = {company for student, company in before if student == gone.pk}
    told = set(Message.objects.values_list("to_address", flat=True))
    assert {moment.recruiters[[one.pk for one in moment.companies].index(pk)].email for pk in lost} <= told


def test_company_that_withdraws_an_hour_before(moment: Evening) -> None:
    before, company = in_force(moment), moment.companies[0]
    at = moment.evening.first_round_at - dt.timedelta(hours=1)
    with in_scope(scope_of(moment.recruiters[0])):
        actions.withdraw_company(company=company, by=moment.recruiters[0], at=at)

    done = actions.repair_timetable(evening=moment.evening, by=moment.organiser, at=at)

    after = in_force(moment)
    assert {pair: place for pair, place in before.items() if pair[1] != company.pk}.items() <= after.items()
    assert not [pair for pair in after if pair[1] == company.pk]
    assert any("Bredal Pumper is no longer there" in line for line in done.lines)


def test_late_one_keeps_the_talks_that_are_left(moment: Evening) -> None:
    before, late = in_force(moment), moment.students[0]
    at = moment.during
    actions.say_presence(who=late, state=DayPresence.LATE, from_round=3, by=moment.organiser, at=at)
    actions.repair_timetable(evening=moment.evening, by=moment.organiser, at=at)
    after = in_force(moment)
    kept = {pair: place for pair, place in before.items() if pair[0] == late.pk and place[0] >= 3}
    assert kept.items() <= after.items()
    assert all(place[0] >= 3 for pair, place in after.items() if pair[0] == late.pk)


def test_walk_in_gets_a_talk_in_the_rounds_that_are_left(moment: Evening) -> None:
    candidate = CandidateFactory()
    moment.evening.event.programme.candidates.add(candidate)
    student = actions.place_student(
        evening=moment.evening, candidate=candidate, is_walk_in=True, by=moment.organiser, at=moment.during
    )
    assert [one.who for one in queries.board_of(moment.evening, at=moment.during).queue] == [student]
    DatingWishFactory(student=student, company=moment.companies[1], side=WishSide.STUDENT)

    before = in_force(moment)
    actions.repair_timetable(evening=moment.evening, by=moment.organiser, at=moment.during)

    after = in_force(moment)
    assert before.items() <= after.items()
    round_, _table = after[student.pk, moment.companies[1].pk]
    assert round_ > 1
    assert not queries.board_of(moment.evening, at=moment.during).queue


def test_walk_in_without_a_wish_gets_free_tables_by_suggestion(moment: Evening) -> None:
    candidate = CandidateFactory()
    moment.evening.event.programme.candidates.add(candidate)
    student = actions.place_student(
        evening=moment.evening, candidate=candidate, is_walk_in=True, by=moment.organiser, at=moment.during
    )
    barred, free, _other = moment.companies
    actions.set_rule(student=student, company=barred, kind=RuleKind.NEVER, by=None, at=NOW)
    scores = [PairScore(student.pk, barred.pk, 90), PairScore(student.pk, free.pk, 80)]
    before = in_force(moment)

    done = actions.repair_timetable(
        evening=moment.evening, scores=lambda: scores, by=moment.organiser, at=moment.during
    )

    after = in_force(moment)
    assert before.items() <= after.items()
    assert set(after) - set(before) == {(student.pk, free.pk)}
    assert after[student.pk, free.pk][0] > 1
    wish = DatingWish.objects.get(student=student)
    assert (wish.side, wish.origin, wish.strength) == (WishSide.STUDENT, WishOrigin.SUGGESTED, 3)
    assert any(f"{candidate.alias} lost talks or had too few" in line for line in done.lines)
    with in_scope(scope_of(moment.recruiters[1])):
        assert not DatingWish.objects.filter(student=student).exists()
    talk = Appointment.objects.get(student=student, version=done.version)
    assert not talk.is_mutual


def test_students_of_a_company_that_withdraws_get_free_tables_by_suggestion(moment: Evening) -> None:
    """The second student wishes for that company alone."""
    student, gone = moment.students[1], moment.companies[0]
    at = moment.evening.first_round_at - dt.timedelta(hours=1)
    scores = [
        PairScore(one.pk, other.pk, 70 + place)
        for one in moment.students
        for place, other in enumerate(moment.companies)
    ]
    before = in_force(moment)
    actions.withdraw_company(company=gone, by=moment.recruiters[0], at=at)

    actions.repair_timetable(evening=moment.evening, scores=lambda: scores, by=moment.organiser, at=at)

    after = in_force(moment)
    kept = {pair: place for pair, place in before.items() if pair[1] != gone.pk}
    assert kept.items() <= after.items()
    assert {one.pk for one in moment.students} == {pair[0] for pair in after}
    assert any(pair[0] == student.pk and pair[1] != gone.pk for pair in after)
    again = actions.repair_timetable(
        evening=moment.evening, scores=lambda: scores, by=moment.organiser, at=at
    )
    assert in_force(moment) == after
    assert "0 new ones" in again.lines[0]


def test_who_stays_without_a_talk_is_named_with_the_reason(moment: Evening) -> None:
    student = DatingStudentFactory(evening=moment.evening)
    taken_away = DatingWishFactory(
        student=student, company=moment.companies[0], side=WishSide.STUDENT, origin=WishOrigin.DISMISSED
    )
    scores = [PairScore(student.pk, taken_away.company_id, 90)]

    done = actions.repair_timetable(
        evening=moment.evening, scores=lambda: scores, by=moment.organiser, at=moment.during
    )

    assert not [pair for pair in in_force(moment) if pair[0] == student.pk]
    assert done.lines[-1] == (
        f"Still fewer talks than 1: {student.candidate.alias}. No further company is here that they may meet."
    )


def test_repair_keeps_to_the_minimum_of_the_version_before(moment: Evening) -> None:
    version = TimetableVersion.objects.in_force().get()
    version.parameters["minimum"] = 2
    version.save()
    asked: list[int] = []

    def scores() -> list[PairScore]:
        asked.append(1)
        return []

    done = actions.repair_timetable(evening=moment.evening, scores=scores, by=None, at=moment.during)
    assert (asked, done.version.parameters["least"]) == ([1], 2)
    done = actions.repair_timetable(evening=moment.evening, scores=scores, by=None, at=moment.during)
    assert (asked, done.version.parameters["least"]) == ([1, 1], 2)


def test_who_joins_when_the_timetable_is_out_is_a_walk_in(moment: Evening) -> None:
    user = UserFactory(role="candidate")
    candidate = CandidateFactory(user=user)
    with in_scope(scope_of(user)):
        student = actions.place_student(evening=moment.evening, candidate=candidate, by=user, at=NOW)
        actions.say_student_wishes(
            student=student, wishes={moment.companies[0].pk: 2}, by=user, at=moment.during
        )
    assert student.is_walk_in


def test_round_that_is_over_is_not_planned_anew(moment: Evening) -> None:
    before = in_force(moment)
    at = moment.evening.round_times()[1][0] + dt.timedelta(minutes=1)
    actions.say_presence(who=moment.companies[2], state=DayPresence.LEFT, from_round=3, by=None, at=at)
    actions.repair_timetable(evening=moment.evening, by=moment.organiser, at=at)
    after = in_force(moment)
    over = {pair: place for pair, place in before.items() if place[0] <= 2}
    assert over == {pair: place for pair, place in after.items() if place[0] <= 2}


def test_late_without_a_round_is_asked_for_one(moment: Evening) -> None:
    with pytest.raises(WrongEvening, match="from which round, 1 to 4"):
        actions.say_presence(who=moment.students[0], state=DayPresence.LATE, by=moment.organiser, at=NOW)


def test_without_a_published_timetable_there_is_nothing_to_repair() -> None:
    moment = dating_evening()
    with pytest.raises(CannotPlan, match="no published timetable"):
        actions.repair_timetable(evening=moment.evening, by=moment.organiser, at=NOW)


def test_fifteen_no_shows_of_sixty_move_nobody_who_is_here() -> None:
    evening = DatingEveningFactory(rounds=8, tables=15)
    companies = [DatingCompanyFactory(evening=evening) for _ in range(12)]
    students = [DatingStudentFactory(evening=evening) for _ in range(60)]
    for number, student in enumerate(students):
        for step in range(4):
            DatingWishFactory(
                student=student, company=companies[(number * 7 + step * 5) % 12], strength=1 + step % 3
            )
    version = actions.make_version(evening=evening, by=None, at=NOW)
    actions.publish_version(version=version, by=None, at=NOW)
    at = evening.first_round_at - dt.timedelta(minutes=1)
    gone = {student.pk for student in students[:15]}
    for student in students[:15]:
        actions.say_presence(who=student, state=DayPresence.ABSENT, by=None, at=at)

    def talks() -> set[tuple[int, int, int, str]]:
        held = Appointment.objects.filter(version=TimetableVersion.objects.in_force().get(evening=evening))
        return set(held.values_list("student_id", "company_id", "round", "table"))

    before = talks()
    actions.repair_timetable(evening=evening, by=None, at=at)

    assert {talk for talk in before if talk[0] not in gone} <= talks()
    assert not {talk for talk in talks() if talk[0] in gone}
