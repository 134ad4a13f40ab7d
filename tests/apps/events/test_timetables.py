"""Versions: made, checked, compared, published; who is told; what cannot be planned is said in words."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied
from django.utils import translation

from brobygger.apps.base.actions import mute_topic
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import Message, User, in_scope
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import (
    CannotPlan,
    CompanyPlace,
    EveningDetails,
    Outdated,
    Told,
    WrongEvening,
)
from brobygger.apps.events.enums import RuleKind, WishSide
from brobygger.apps.events.models import Appointment, TimetableVersion
from brobygger.apps.organisations.models import Contact
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    AppointmentFactory,
    DatingStudentFactory,
    DatingWishFactory,
    TimetableVersionFactory,
    UserFactory,
)
from tests.factories.dating import EVENING
from tests.factories.moments import LATER, NOW
from tests.scenarios.dating_evening import Evening, dating_evening

pytestmark = pytest.mark.django_db


@pytest.fixture
def moment() -> Evening:
    return dating_evening()


def make(moment: Evening, **more: int) -> TimetableVersion:
    return actions.make_version(evening=moment.evening, by=moment.organiser, at=NOW, **more)


def addresses() -> set[str]:
    return set(Message.objects.values_list("to_address", flat=True))


def test_version_holds_everybody_who_can_meet(moment: Evening) -> None:
    version = make(moment)

    talks = queries.talks_of(version)
    assert (version.number, version.certificate["proven"]) == (1, True)
    assert version.certificate["students_without_meeting"] == 0
    assert {one.student_id for one in talks} == {one.pk for one in moment.students}
    assert {one.table for one in talks} == {"1", "2", "3"}
    assert all(1 <= one.round <= 4 for one in talks)


def test_talk_of_both_wishes_is_mutual(moment: Evening) -> None:
    make(moment)
    pair = Appointment.objects.get(student=moment.students[0], company=moment.companies[0])
    one_sided = Appointment.objects.get(student=moment.students[1], company=moment.companies[0])
    assert (pair.is_mutual, one_sided.is_mutual) == (True, False)


def test_certificate_is_said_in_words_and_names_nobody_in_its_keys(moment: Evening) -> None:
    version = make(moment)
    lines = queries.certificate_lines(version, 8, "en", queries.names_of(moment.evening))
    assert "No timetable that keeps these rules is worth more: proven." in lines
    assert "Candidate" not in str(version.certificate)


def test_dial_prices_each_setting(moment: Evening) -> None:
    moment.evening.rounds = 1
    moment.evening.save()
    steps = actions.turn_dial(evening=moment.evening, by=moment.organiser)
    assert [one.floor for one in steps] == [0, 1, 2, 3]
    assert steps[0].price == 0
    assert steps[0].timetable.certificate.without >= steps[1].timetable.certificate.without
    assert all(one.least == 0 for one in steps), "five people, three tables, one round"
    assert not TimetableVersion.objects.exists()


def test_first_publication_tells_everybody(moment: Evening) -> None:
    told = actions.publish_version(version=make(moment), by=moment.organiser, at=NOW)

    assert told == Told(count=8)
    assert addresses() == {user.email for user in (*moment.users, *moment.recruiters)}
    mail = Message.objects.get(to_address="student1@prove.example")
    assert "Bredal Pumper" in mail.text
    assert f"/dating/students/{moment.students[1].pk}/" in mail.text


def test_who_got_no_mail_is_not_counted_as_told(moment: Evening) -> None:
    User.objects.filter(pk=moment.users[0].pk).update(email="")
    mute_topic(user=moment.users[1], topic=MailTopic.EVENTS, by=None, at=NOW)
    Contact.objects.filter(user=moment.recruiters[0]).delete()

    told = actions.publish_version(version=make(moment), by=moment.organiser, at=NOW)

    assert told == Told(count=5, missed=3)
    assert Message.objects.count() == 5


def test_timetable_is_owed_to_who_wants_no_reminders(moment: Evening) -> None:
    mute_topic(user=moment.users[0], topic=MailTopic.REMINDERS, by=None, at=NOW)
    assert actions.publish_version(version=make(moment), by=moment.organiser, at=NOW) == Told(count=8)


def test_second_publication_tells_those_whose_talks_differ(moment: Evening) -> None:
    actions.publish_version(version=make(moment), by=moment.organiser, at=NOW)
    Message.objects.all().delete()
    before = {(one.student_id, one.company_id, one.round, one.table) for one in Appointment.objects.all()}
    DatingWishFactory(student=moment.students[3], company=moment.companies[2], side=WishSide.STUDENT)

    version = make(moment)
    actions.publish_version(version=version, by=moment.organiser, at=LATER)

    after = {
        (one.student_id, one.company_id, one.round, one.table)
        for one in Appointment.objects.filter(version=version)
    }
    changed = before ^ after
    students = {one for one, *_ in changed}
    companies = {one for _, one, *_ in changed}
    assert 0 < len(students) < 5
    expected = {
        user.email for row, user in zip(moment.students, moment.users, strict=True) if row.pk in students
    } | {
        user.email
        for row, user in zip(moment.companies, moment.recruiters, strict=True)
        if row.pk in companies
    }
    assert addresses() == expected


def test_publishing_the_same_again_tells_nobody(moment: Evening) -> None:
    version = make(moment)
    actions.publish_version(version=version, by=moment.organiser, at=NOW)
    Message.objects.all().delete()
    version.refresh_from_db()

    assert actions.publish_version(version=version, by=moment.organiser, at=LATER) == Told()
    second = make(moment)
    assert actions.publish_version(version=second, by=moment.organiser, at=LATER) == Told()
    assert not Message.objects.exists()
    assert TimetableVersion.objects.in_force().get() == second


def test_version_that_no_longer_fits_is_not_published(moment: Evening) -> None:
    version = make(moment)
    actions.set_rule(
        student=moment.students[0],
        company=moment.companies[0],
        kind=RuleKind.NEVER,
        by=moment.organiser,
        at=NOW,
    )
    with pytest.raises(Outdated, match="Version 1 does not fit"):
        actions.publish_version(version=version, by=moment.organiser, at=NOW)
    assert not TimetableVersion.objects.in_force().exists()


def test_earlier_version_can_hold_again(moment: Evening) -> None:
    first, second = make(moment), make(moment, floor=0)
    for version in (first, second, first):
        actions.publish_version(version=version, by=moment.organiser, at=NOW)
    assert TimetableVersion.objects.in_force().get() == first


def test_locked_talk_stays(moment: Evening) -> None:
    actions.publish_version(version=make(moment), by=moment.organiser, at=NOW)
    talk = Appointment.objects.select_related("version__evening").order_by("pk").last()
    assert talk is not None
    actions.lock_talk(talk=talk, is_locked=True, by=moment.organiser, at=NOW)
    DatingWishFactory(student=moment.students[3], company=moment.companies[2], strength=3)

    version = make(moment)

    kept = Appointment.objects.get(version=version, student=talk.student, company=talk.company)
    assert (kept.round, kept.table, kept.locked) == (talk.round, talk.table, True)
    actions.publish_version(version=version, by=moment.organiser, at=LATER)


def test_versions_are_compared(moment: Evening) -> None:
    first = make(moment)
    actions.set_rule(
        student=moment.students[0], company=moment.companies[0], kind=RuleKind.NEVER, by=None, at=NOW
    )
    found = queries.compare_versions(first, make(moment))
    assert found.gone >= 1
    assert "Candidate P0" in {one.name for one in found.students}
    assert "Bredal Pumper" in {one.name for one in found.companies}


def test_rules_that_contradict_each_other_are_named(moment: Evening) -> None:
    for kind in RuleKind:
        actions.set_rule(student=moment.students[0], company=moment.companies[0], kind=kind, by=None, at=NOW)
    with pytest.raises(CannotPlan) as refused:
        make(moment)
    assert refused.value.reasons == (
        "Candidate P0 and Bredal Pumper must meet and must never meet. Take one of the two rules away.",
    )


def test_reasons_come_in_the_readers_language(moment: Evening) -> None:
    for kind in RuleKind:
        actions.set_rule(student=moment.students[0], company=moment.companies[0], kind=kind, by=None, at=NOW)
    with (
        translation.override("da"),
        pytest.raises(CannotPlan, match="Candidate P0 og Bredal Pumper skal mødes"),
    ):
        make(moment)


def test_more_musts_than_rounds_are_named(moment: Evening) -> None:
    moment.evening.rounds = 2
    moment.evening.save()
    for student in moment.students[:3]:
        actions.set_rule(student=student, company=moment.companies[1], kind=RuleKind.MUST, by=None, at=NOW)
    with pytest.raises(
        CannotPlan, match="Nordlys Data must meet Candidate P0, Candidate P1 and Candidate P2"
    ):
        make(moment)


def test_minimum_that_the_evening_cannot_hold_names_the_largest_that_it_can(moment: Evening) -> None:
    with pytest.raises(CannotPlan, match="largest minimum that everybody can have is 1"):
        make(moment, minimum=2)
    assert make(moment, minimum=1).certificate["below_minimum"] == []


def test_minimum_holds_for_those_who_have_somebody_to_meet(moment: Evening) -> None:
    alone = DatingStudentFactory(evening=moment.evening)
    version = make(moment, minimum=1)

    assert version.certificate["students_with_nobody_to_meet"] == [f"student-{alone.pk}"]
    assert version.certificate["below_minimum"] == []
    steps = actions.turn_dial(evening=moment.evening, minimum=1, by=moment.organiser)
    assert {one.least for one in steps} == {0}
    names = queries.names_of(moment.evening)
    said = " ".join(queries.certificate_lines(version, 8, "en", names))
    assert f"No wish and no suggestion: {alone.candidate.alias}. Fill short lists, or add a wish." in said
    assert actions.publish_version(version=version, by=moment.organiser, at=NOW)


def test_two_recruiters_with_one_table_are_refused(moment: Evening) -> None:
    company = moment.companies[0]
    with pytest.raises(WrongEvening, match="Name a table for each of the 2 recruiters"):
        actions.place_company(
            evening=moment.evening,
            organisation=company.organisation,
            place=CompanyPlace(recruiters=2, tables="A1"),
            by=moment.organiser,
            at=NOW,
        )
    company.recruiters, company.tables = 2, "A1"  # as it may have been saved before
    company.save()
    with pytest.raises(CannotPlan, match=r"recruiters \(2\) and of tables \(1\) of Bredal Pumper differ"):
        make(moment)


def test_table_of_two_companies_is_refused(moment: Evening) -> None:
    first, second = moment.companies[:2]
    first.tables = "A1"
    first.save()
    with pytest.raises(WrongEvening, match="Table A1 is taken by Bredal Pumper"):
        actions.place_company(
            evening=moment.evening,
            organisation=second.organisation,
            place=CompanyPlace(tables="A1"),
            by=moment.organiser,
            at=NOW,
        )
    second.tables = "A1"  # as it may have been saved before
    second.save()
    with pytest.raises(CannotPlan, match="Table “A1” is given to Bredal Pumper and to Nordlys Data"):
        make(moment)


def test_more_recruiters_than_tables_are_refused(moment: Evening) -> None:
    moment.evening.tables = 2
    moment.evening.save()
    with pytest.raises(CannotPlan, match="3 recruiters need a table each, but there are 2 tables"):
        make(moment)


def test_interpreter_is_at_one_table_at_a_time(moment: Evening) -> None:
    moment.evening.interpreters = 1
    moment.evening.save()
    for student in moment.students:
        student.needs_interpreter = True
        student.save()
    talks = queries.talks_of(make(moment))
    assert len({one.round for one in talks}) == len(talks) == 4


def test_company_and_candidate_see_the_published_version_of_their_own(moment: Evening) -> None:
    draft = make(moment)
    for user in (moment.users[0], moment.recruiters[0]):
        with in_scope(scope_of(user)):
            assert not Appointment.objects.filter(version=draft).exists()
    actions.publish_version(version=draft, by=moment.organiser, at=NOW)
    with in_scope(scope_of(moment.users[0])):
        assert {one.student_id for one in Appointment.objects.all()} == {moment.students[0].pk}
    with in_scope(scope_of(moment.recruiters[0])):
        assert {one.company_id for one in Appointment.objects.all()} == {moment.companies[0].pk}


@pytest.mark.parametrize("role", [role for role in Role if role not in (Role.MANAGER, Role.SECRETARIAT)])
def test_only_who_plans_the_evening_makes_and_publishes(moment: Evening, role: Role) -> None:
    user, version = UserFactory(role=role), make(moment)
    with pytest.raises(PermissionDenied):
        actions.make_version(evening=moment.evening, by=user, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.publish_version(version=version, by=user, at=NOW)


def test_rounds_must_fit_into_the_event(moment: Evening) -> None:
    details = EveningDetails(first_round_at=EVENING, wishes_until=NOW, rounds=20)
    with pytest.raises(WrongEvening, match="117 minutes after the event"):
        actions.save_evening(event=moment.evening.event, details=details, by=moment.organiser, at=NOW)


def test_long_break_moves_the_rounds_after_it(moment: Evening) -> None:
    details = EveningDetails(first_round_at=EVENING, wishes_until=NOW, rounds=3, breaks=((1, 20),))
    evening = actions.save_evening(event=moment.evening.event, details=details, by=moment.organiser, at=NOW)
    minutes = [int((start - EVENING) / dt.timedelta(minutes=1)) for start, _end in evening.round_times()]
    assert minutes == [0, 32, 47]


def test_tables_stand_in_the_order_in_which_people_count(moment: Evening) -> None:
    names = ("1", "2", "10", "A2", "A10")
    version = TimetableVersionFactory(evening=moment.evening, published_at=NOW)
    for student, table in zip(moment.students, reversed(names), strict=True):
        AppointmentFactory(version=version, company=moment.companies[0], student=student, table=table)
    assert tuple(one.table for one in queries.talks_of(version)) == names
    own = queries.own_talks(of=moment.companies[0], at=NOW)
    assert tuple(one.talk.table for one in own) == names
