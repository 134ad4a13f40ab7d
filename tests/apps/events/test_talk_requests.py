"""Requests for talks: asked openly, answered in time or lapsed, and a yes is a talk that must be."""

from __future__ import annotations

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connections
from django.utils import timezone

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User, all_rows, in_scope
from brobygger.apps.base.queries import held_of, person
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import CannotPlan, RequestRefused, StudentPlace
from brobygger.apps.events.enums import EventState, RequestState, RuleKind, WishSide
from brobygger.apps.events.models import Appointment, DatingRule, DatingStudent, TalkRequest
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.actions import ask_for_erasure, merge_candidates
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.queries import scope_of
from tests.factories import DatingCompanyFactory, UserFactory
from tests.factories.moments import NOW
from tests.scenarios.dating_evening import Evening, dating_evening

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
STUDENT, COMPANY = WishSide.STUDENT, WishSide.COMPANY


@pytest.fixture
def moment() -> Evening:
    return open_evening()


def open_evening() -> Evening:
    moment = dating_evening()
    moment.evening.open_requests = True
    moment.evening.save()
    return moment


def ask(
    moment: Evening, student: int, company: int, side: WishSide, text: str = "", at: dt.datetime = NOW
) -> TalkRequest:
    by = moment.users[student] if side == STUDENT else moment.recruiters[company]
    with in_scope(scope_of(by)):
        return actions.ask_for_talk(
            student=moment.students[student],
            company=moment.companies[company],
            side=side,
            message=text,
            by=by,
            at=at,
        )


def accept(moment: Evening, request: TalkRequest, at: dt.datetime = NOW) -> TalkRequest:
    return actions.accept_talk(request=request, by=who_answers(moment, request), at=at)


def decline(moment: Evening, request: TalkRequest, at: dt.datetime = NOW) -> TalkRequest:
    return actions.decline_talk(request=request, by=who_answers(moment, request), at=at)


def who_answers(moment: Evening, request: TalkRequest) -> User:
    if request.side == COMPANY:
        return moment.users[moment.students.index(request.student)]
    return moment.recruiters[moment.companies.index(request.company)]


# --- asked ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [STUDENT, COMPANY])
def test_request_waits_for_as_many_days_as_the_organiser_says(moment: Evening, side: WishSide) -> None:
    request = ask(moment, 0, 1, side, "  Hello\r\nthere  ")

    assert (request.state, request.message, request.side) == (RequestState.ASKED, "Hello\nthere", side)
    assert request.expires_at == NOW + 3 * A_DAY
    entry = AuditEntry.objects.get(action="events.ask_for_talk")
    assert "Hello" not in str(entry.changes)


def test_request_never_waits_longer_than_wishes_are_taken(moment: Evening) -> None:
    at = moment.evening.wishes_until - dt.timedelta(hours=1)
    assert ask(moment, 0, 1, STUDENT, at=at).expires_at == moment.evening.wishes_until


def test_asking_twice_changes_nothing(moment: Evening) -> None:
    first = ask(moment, 0, 1, STUDENT, "First")
    again = ask(moment, 0, 1, STUDENT, "Second", at=NOW + A_DAY)

    assert again == first
    assert TalkRequest.objects.get().message == "First"
    assert AuditEntry.objects.filter(action="events.ask_for_talk").count() == 1


@pytest.mark.parametrize(("first", "second"), [(STUDENT, COMPANY), (COMPANY, STUDENT)])
def test_asking_who_has_asked_is_a_yes(moment: Evening, first: WishSide, second: WishSide) -> None:
    ask(moment, 0, 1, first)
    done = ask(moment, 0, 1, second, at=NOW + A_DAY)

    assert (done.side, done.state) == (first, RequestState.ACCEPTED)
    assert done.answered_by in (moment.users[0], moment.recruiters[1])
    assert DatingRule.objects.get().kind == RuleKind.MUST


def test_nobody_asks_for_another(moment: Evening) -> None:
    for by in (moment.users[1], moment.organiser, UserFactory(role=Role.MANAGER), moment.recruiters[1]):
        for side in (STUDENT, COMPANY):
            with pytest.raises(PermissionDenied):
                actions.ask_for_talk(
                    student=moment.students[0], company=moment.companies[0], side=side, by=by, at=NOW
                )


def test_nothing_is_asked_where_the_organiser_has_not_said_so(moment: Evening) -> None:
    moment.evening.open_requests = False
    moment.evening.save()
    with pytest.raises(RequestRefused, match="nobody asks for talks"):
        ask(moment, 0, 1, STUDENT)


def _published(moment: Evening) -> None:
    version = actions.make_version(evening=moment.evening, by=None, at=NOW)
    actions.publish_version(version=version, by=None, at=NOW)


def _wishes_over(moment: Evening) -> None:
    moment.evening.wishes_until = NOW
    moment.evening.save()


def _cancelled(moment: Evening) -> None:
    moment.evening.event.state = EventState.CANCELLED
    moment.evening.event.save()


@pytest.mark.parametrize("close", [_published, _wishes_over, _cancelled])
def test_closed_requests_are_neither_asked_nor_agreed(moment: Evening, close: Any) -> None:
    request = ask(moment, 0, 1, STUDENT, at=NOW - A_DAY)
    close(moment)
    with pytest.raises(RequestRefused, match="closed"):
        actions.ask_for_talk(
            student=moment.students[1],
            company=moment.companies[1],
            side=STUDENT,
            by=moment.users[1],
            at=NOW,
        )
    with pytest.raises(RequestRefused, match="closed"):
        accept(moment, request)


def test_company_asks_those_who_show_themselves(moment: Evening) -> None:
    hidden = moment.students[1]
    hidden.candidate.visible_to_companies_at = None
    hidden.candidate.save()
    with pytest.raises(RequestRefused, match="Candidate P1 cannot be asked for a talk"):
        ask(moment, 1, 0, COMPANY)


@pytest.mark.parametrize("side", [STUDENT, COMPANY])
def test_who_must_never_meet_cannot_be_asked_and_no_reason_is_said(moment: Evening, side: WishSide) -> None:
    actions.set_rule(
        student=moment.students[0], company=moment.companies[0], kind=RuleKind.NEVER, by=None, at=NOW
    )
    name = "Bredal Pumper" if side == STUDENT else "Candidate P0"
    with pytest.raises(RequestRefused) as refused:
        ask(moment, 0, 0, side)
    assert str(refused.value) == f"{name} cannot be asked for a talk."


def test_rule_that_comes_later_stops_the_yes(moment: Evening) -> None:
    request = ask(moment, 0, 0, STUDENT)
    actions.set_rule(student=request.student, company=request.company, kind=RuleKind.NEVER, by=None, at=NOW)
    with pytest.raises(RequestRefused, match=r"^A talk with Candidate P0 cannot be agreed on\.$"):
        accept(moment, request)


@pytest.mark.parametrize("side", [STUDENT, COMPANY])
def test_nobody_asks_oneself(moment: Evening, side: WishSide) -> None:
    moment.companies[0].organisation.contacts.add(moment.users[0])
    with pytest.raises(RequestRefused, match="with oneself"):
        ask(moment, 0, 0, side)


def test_who_withdrew_neither_asks_nor_is_asked(moment: Evening) -> None:
    actions.withdraw_company(company=moment.companies[0], by=None, at=NOW)
    actions.withdraw_student(student=moment.students[0], by=None, at=NOW)
    with pytest.raises(RequestRefused, match="Bredal Pumper does not take part any more"):
        ask(moment, 1, 0, STUDENT)
    with pytest.raises(RequestRefused, match="Candidate P0 does not take part any more"):
        actions.ask_for_talk(
            student=moment.students[0], company=moment.companies[1], side=COMPANY, by=None, at=NOW
        )
    for own, other, side in ((0, 1, STUDENT), (1, 0, COMPANY)):
        with pytest.raises(RequestRefused, match="You do not take part"):
            actions.ask_for_talk(
                student=moment.students[own], company=moment.companies[other], side=side, by=None, at=NOW
            )


def test_who_withdraws_after_being_asked_cannot_be_met(moment: Evening) -> None:
    request = ask(moment, 0, 0, COMPANY)
    actions.withdraw_company(company=moment.companies[0], by=None, at=NOW)
    with pytest.raises(RequestRefused, match="Bredal Pumper does not take part any more"):
        accept(moment, request)


def test_company_that_is_suspended_neither_asks_nor_is_asked(moment: Evening) -> None:
    said = {"vetted_by_name": "Ida Prøvesen", "vetted_at": NOW, "vetting_reason": "Prøve"}
    Organisation.objects.filter(pk=moment.companies[0].organisation_id).update(
        state=OrganisationState.SUSPENDED, **said
    )
    with pytest.raises(RequestRefused, match="Bredal Pumper cannot be asked"):
        ask(moment, 0, 0, STUDENT)
    with pytest.raises(RequestRefused, match="Bredal Pumper is suspended"):
        actions.ask_for_talk(
            student=moment.students[0], company=moment.companies[0], side=COMPANY, by=None, at=NOW
        )


def test_two_of_different_evenings_do_not_meet(moment: Evening) -> None:
    other = DatingCompanyFactory(evening__open_requests=True)
    with pytest.raises(RequestRefused, match="same evening"):
        actions.ask_for_talk(
            student=moment.students[0], company=other, side=STUDENT, by=moment.users[0], at=NOW
        )


def test_message_that_is_too_long_is_refused_with_its_length(moment: Evening) -> None:
    assert ask(moment, 0, 1, STUDENT, "x" * 499 + "\r\n" + "   ").message == "x" * 499
    assert len(ask(moment, 0, 2, STUDENT, "a\r\n" * 166 + "bb").message) == 334
    with pytest.raises(RequestRefused, match="501 letters long; 500 are possible"):
        ask(moment, 1, 1, STUDENT, "x" * 501)


def test_candidate_asks_as_many_as_there_are_rounds(moment: Evening) -> None:
    moment.evening.rounds = 2
    moment.evening.save()
    first = ask(moment, 0, 0, STUDENT)
    ask(moment, 0, 1, STUDENT)
    with pytest.raises(RequestRefused, match="2 requests of yours wait for an answer"):
        ask(moment, 0, 2, STUDENT)
    actions.withdraw_request(request=first, by=moment.users[0], at=NOW)
    assert ask(moment, 0, 2, STUDENT).state == RequestState.ASKED


def test_company_asks_as_many_as_its_recruiters_have_rounds(moment: Evening) -> None:
    moment.evening.rounds = 1
    moment.evening.save()
    moment.companies[0].recruiters = 2
    moment.companies[0].save()
    ask(moment, 0, 0, COMPANY)
    ask(moment, 1, 0, COMPANY)
    ask(moment, 2, 0, STUDENT)  # one that it is asked does not count
    with pytest.raises(RequestRefused, match="2 requests of yours"):
        ask(moment, 3, 0, COMPANY)
    assert ask(moment, 3, 0, COMPANY, at=NOW + 3 * A_DAY).state == RequestState.ASKED, "lapsed ones make room"


def test_who_was_told_no_does_not_ask_again_and_the_other_can(moment: Evening) -> None:
    decline(moment, ask(moment, 0, 0, STUDENT))
    with pytest.raises(RequestRefused, match="Bredal Pumper has answered already"):
        ask(moment, 0, 0, STUDENT)
    assert ask(moment, 0, 0, COMPANY).state == RequestState.ASKED


def test_nobody_asks_a_third_time(moment: Evening) -> None:
    for number in range(2):
        request = ask(moment, 0, 0, STUDENT, at=NOW + number * A_DAY)
        actions.withdraw_request(request=request, by=moment.users[0], at=NOW + number * A_DAY)
    with pytest.raises(RequestRefused, match="asked Bredal Pumper twice"):
        ask(moment, 0, 0, STUDENT, at=NOW + 2 * A_DAY)


def test_agreed_talk_is_not_asked_for_again(moment: Evening) -> None:
    accept(moment, ask(moment, 0, 0, STUDENT))
    for side in (STUDENT, COMPANY):
        with pytest.raises(RequestRefused, match="agreed on a talk already"):
            ask(moment, 0, 0, side)


# --- answered -------------------------------------------------------------------------------------


@pytest.mark.parametrize("side", [STUDENT, COMPANY])
def test_yes_is_a_talk_that_must_be(moment: Evening, side: WishSide) -> None:
    request = ask(moment, 3, 2, side)  # neither wished for the other
    done = accept(moment, request)

    assert (done.state, done.answered_at, done.answered_by) == (
        RequestState.ACCEPTED,
        NOW,
        who_answers(moment, request),
    )
    rule = DatingRule.objects.get()
    assert (rule.student, rule.company, rule.kind) == (request.student, request.company, RuleKind.MUST)
    assert rule.made_by == who_answers(moment, request)
    version = actions.make_version(evening=moment.evening, by=moment.organiser, at=NOW)
    assert Appointment.objects.filter(
        version=version, student=request.student, company=request.company
    ).exists()


def test_yes_twice_changes_nothing(moment: Evening) -> None:
    request = accept(moment, ask(moment, 0, 0, STUDENT))
    accept(moment, request, at=NOW + A_DAY)

    request.refresh_from_db()
    assert request.answered_at == NOW
    assert AuditEntry.objects.filter(action="events.accept_talk").count() == 1


def test_no_needs_no_reason_and_a_person_says_it(moment: Evening) -> None:
    request = ask(moment, 0, 0, STUDENT)
    with pytest.raises(PermissionDenied):
        actions.decline_talk(request=request, by=None, at=NOW)  # type: ignore[arg-type]
    decline(moment, request)
    decline(moment, request, at=NOW + A_DAY)

    request.refresh_from_db()
    assert (request.state, request.answered_at, request.answered_by) == (
        RequestState.DECLINED,
        NOW,
        moment.recruiters[0],
    )
    assert AuditEntry.objects.filter(action="events.decline_talk").count() == 1
    assert not DatingRule.objects.exists()
    with pytest.raises(RequestRefused, match="answered already"):
        accept(moment, request)


def test_who_asked_does_not_answer_and_who_was_asked_takes_nothing_back(moment: Evening) -> None:
    request = ask(moment, 0, 0, STUDENT)
    for by in (moment.users[0], moment.users[1], moment.recruiters[1], moment.organiser):
        with pytest.raises(PermissionDenied):
            actions.accept_talk(request=request, by=by, at=NOW)
        with pytest.raises(PermissionDenied):
            actions.decline_talk(request=request, by=by, at=NOW)
    for by in (moment.recruiters[0], moment.users[1], moment.organiser):
        with pytest.raises(PermissionDenied):
            actions.withdraw_request(request=request, by=by, at=NOW)


def test_request_that_is_taken_back_is_not_answered(moment: Evening) -> None:
    request = ask(moment, 0, 0, STUDENT)
    actions.withdraw_request(request=request, by=moment.users[0], at=NOW)
    actions.withdraw_request(request=request, by=moment.users[0], at=NOW)

    assert AuditEntry.objects.filter(action="events.withdraw_request").count() == 1
    for answer in (accept, decline):
        with pytest.raises(RequestRefused, match="taken back"):
            answer(moment, request)
    agreed = accept(moment, ask(moment, 0, 1, STUDENT))
    with pytest.raises(RequestRefused, match="answered already"):
        actions.withdraw_request(request=agreed, by=moment.users[0], at=NOW)


def test_answer_after_its_time_is_refused_noted_or_not(moment: Evening) -> None:
    request = ask(moment, 0, 0, STUDENT)
    late = request.expires_at
    for _noted in range(2):
        for answer in (accept, decline):
            with pytest.raises(RequestRefused, match="not answered in time: it could be answered until"):
                answer(moment, request, at=late)
        with pytest.raises(RequestRefused, match="not answered in time"):
            actions.withdraw_request(request=request, by=moment.users[0], at=late)
        actions.lapse_requests(by=None, at=late)
    assert accept(moment, ask(moment, 0, 1, STUDENT), at=late - dt.timedelta(seconds=1)).state == (
        RequestState.ACCEPTED
    )


def test_lapse_is_noted_once_and_asking_again_is_possible(moment: Evening) -> None:
    request, other = ask(moment, 0, 0, STUDENT), ask(moment, 1, 1, COMPANY)
    assert actions.lapse_requests(by=None, at=NOW + 2 * A_DAY) == 0
    assert actions.lapse_requests(by=None, at=NOW + 3 * A_DAY) == 2
    assert actions.lapse_requests(by=None, at=NOW + 4 * A_DAY) == 0

    request.refresh_from_db()
    assert (request.state, request.answered_at, request.answered_by) == (RequestState.LAPSED, None, None)
    assert AuditEntry.objects.filter(action="events.lapse_request").count() == 2
    assert ask(moment, 0, 0, STUDENT, at=NOW + 4 * A_DAY).pk != request.pk
    other.refresh_from_db()
    assert other.state == RequestState.LAPSED


def test_lapse_that_nobody_noted_makes_room_for_a_new_request(moment: Evening) -> None:
    first = ask(moment, 0, 0, STUDENT)
    again = ask(moment, 0, 0, COMPANY, at=first.expires_at)

    first.refresh_from_db()
    assert (first.state, again.state, again.side) == (RequestState.LAPSED, RequestState.ASKED, COMPANY)


# --- what there is time for -----------------------------------------------------------------------


def test_candidate_agrees_on_no_more_talks_than_there_is_time_for(moment: Evening) -> None:
    student = moment.students[0]
    actions.place_student(
        evening=moment.evening,
        candidate=student.candidate,
        place=StudentPlace(first_round=3, rests=True),
        by=None,
        at=NOW,
    )
    accept(moment, ask(moment, 0, 0, COMPANY))
    with pytest.raises(RequestRefused, match="You have agreed on 1 talk already"):
        accept(moment, ask(moment, 0, 1, COMPANY))
    with pytest.raises(RequestRefused, match="Candidate P0 has agreed on as many talks already"):
        accept(moment, ask(moment, 0, 2, STUDENT))


def test_own_maximum_counts_and_the_organisers_rules_do_too(moment: Evening) -> None:
    moment.companies[0].most = 1
    moment.companies[0].save()
    actions.set_rule(
        student=moment.students[4], company=moment.companies[0], kind=RuleKind.MUST, by=None, at=NOW
    )
    with pytest.raises(RequestRefused, match="You have agreed on 1 talk already"):
        accept(moment, ask(moment, 0, 0, STUDENT))
    actions.withdraw_student(student=moment.students[4], by=None, at=NOW)
    assert accept(moment, ask(moment, 0, 0, STUDENT)).state == RequestState.ACCEPTED


def test_two_who_share_no_round_cannot_agree(moment: Evening) -> None:
    moment.companies[0].last_round = 2
    moment.companies[0].save()
    actions.place_student(
        evening=moment.evening,
        candidate=moment.students[0].candidate,
        place=StudentPlace(first_round=3),
        by=None,
        at=NOW,
    )
    with pytest.raises(RequestRefused, match="not free in the same round"):
        accept(moment, ask(moment, 0, 0, STUDENT))


def test_contradiction_of_agreed_talks_is_named(moment: Evening) -> None:
    """Each was possible; then the company says that it leaves after the first round."""
    for number in range(2):
        accept(moment, ask(moment, number, 1, STUDENT))
    moment.companies[1].last_round = 1
    moment.companies[1].save()
    with pytest.raises(CannotPlan, match="Nordlys Data must meet Candidate P0 and Candidate P1"):
        actions.make_version(evening=moment.evening, by=moment.organiser, at=NOW)


def test_organiser_sees_what_was_agreed_and_can_take_it_out(moment: Evening) -> None:
    request = accept(moment, ask(moment, 0, 0, STUDENT))
    other = moment.students[1]
    actions.set_rule(student=other, company=moment.companies[0], kind=RuleKind.MUST, by=None, at=NOW)
    with in_scope(scope_of(moment.organiser)):
        agreed, own = queries.rules_of(moment.evening)
        assert (agreed.is_agreed, own.is_agreed) == (True, False)  # type: ignore[attr-defined]
        actions.remove_rule(rule=agreed, by=moment.organiser, at=NOW)
    with in_scope(scope_of(moment.users[0])):
        (seen,) = queries.requests_of(of=moment.students[0], at=NOW).agreed
    assert (seen.request, seen.stands) == (request, False)


# --- who sees what --------------------------------------------------------------------------------


def seen_by(user: User) -> set[int]:
    with in_scope(scope_of(user)):
        return set(TalkRequest.objects.values_list("pk", flat=True))


def test_both_sides_and_the_organiser_see_a_request(moment: Evening) -> None:
    request = ask(moment, 0, 0, STUDENT)
    for user in (moment.users[0], moment.recruiters[0], moment.organiser, UserFactory(role=Role.MANAGER)):
        assert seen_by(user) == {request.pk}, user
    for user in (moment.users[1], moment.recruiters[1]):
        assert seen_by(user) == set(), user


@pytest.mark.parametrize("role", [one for one in Role if one not in (Role.MANAGER, Role.SECRETARIAT)])
def test_no_other_role_sees_a_request(moment: Evening, role: Role) -> None:
    ask(moment, 0, 0, STUDENT)
    assert seen_by(UserFactory(role=role)) == set()


def test_file_that_a_candidate_takes_along_holds_both_sides_messages(moment: Evening) -> None:
    ask(moment, 0, 0, STUDENT, "From me")
    ask(moment, 0, 1, COMPANY, "From them")
    ask(moment, 1, 0, STUDENT, "Another one")
    held = held_of(person(candidate_id=moment.students[0].candidate_id))
    told = [row.message for part in held if part.model is TalkRequest for row in part.rows]  # type: ignore[attr-defined]
    assert told == ["From me", "From them"]


def sees(moment: Evening, company: int, student: int) -> bool:
    with in_scope(scope_of(moment.recruiters[company])):
        return DatingStudent.objects.filter(pk=moment.students[student].pk).exists()


@pytest.fixture
def hidden() -> Evening:
    """As of the clock, by which a scope is asked for; the first candidate shows nothing to companies."""
    moment = open_evening()
    moment.evening.wishes_until = timezone.now() + 30 * A_DAY
    moment.evening.save()
    candidate = moment.students[0].candidate
    candidate.visible_to_companies_at = None
    candidate.save()
    return moment


def test_candidate_who_asks_is_shown_to_that_company_until_nothing_comes_of_it(hidden: Evening) -> None:
    at = timezone.now()
    assert not sees(hidden, 0, 0)
    request = ask(hidden, 0, 0, STUDENT, at=at)
    assert sees(hidden, 0, 0)
    assert not sees(hidden, 1, 0), "another company is not asked"

    actions.withdraw_request(request=request, by=hidden.users[0], at=at)
    assert not sees(hidden, 0, 0)
    request = ask(hidden, 0, 0, STUDENT, at=at)
    assert sees(hidden, 0, 0)
    decline(hidden, request, at=at)
    assert not sees(hidden, 0, 0)
    lapsed = ask(hidden, 0, 1, STUDENT, at=at - 3 * A_DAY)
    assert lapsed.state == RequestState.ASKED
    assert not sees(hidden, 1, 0), "its time is up, though nobody has noted it"


def test_whom_a_company_agreed_with_it_sees(hidden: Evening) -> None:
    accept(hidden, ask(hidden, 0, 0, STUDENT, at=timezone.now()), at=timezone.now())
    assert sees(hidden, 0, 0)
    actions.withdraw_student(student=hidden.students[0], by=None, at=timezone.now())
    assert not sees(hidden, 0, 0)


def test_company_that_is_not_accepted_is_shown_nobody_who_asks(hidden: Evening) -> None:
    ask(hidden, 0, 0, STUDENT, at=timezone.now())
    Organisation.objects.filter(pk=hidden.companies[0].organisation_id).update(
        state=OrganisationState.SUSPENDED, vetted_by_name="Prøve", vetted_at=NOW, vetting_reason="Prøve"
    )
    assert not sees(hidden, 0, 0)


def test_request_shows_no_more_candidates_to_the_company(hidden: Evening) -> None:
    """The profile of this evening, and not the pool."""
    ask(hidden, 0, 0, STUDENT, at=timezone.now())
    with in_scope(scope_of(hidden.recruiters[0])):
        assert not Candidate.objects.filter(pk=hidden.students[0].candidate_id).exists()


def test_requests_follow_a_candidate_who_is_joined_with_another(moment: Evening) -> None:
    """Both take part and both were asked by one company: one request is left, with its company and message."""
    kept, other = moment.students[0], moment.students[1]
    ask(moment, 0, 0, COMPANY, "Stays")
    ask(moment, 1, 0, COMPANY, "Goes")
    moved = accept(moment, ask(moment, 1, 1, STUDENT))

    merge_candidates(kept=kept.candidate, other=other.candidate, by=UserFactory(role=Role.MANAGER), at=NOW)

    rows = TalkRequest.objects.filter(student=kept)
    assert sorted(rows.values_list("message", "state")) == [
        ("", RequestState.ACCEPTED),
        ("Stays", RequestState.ASKED),
    ]
    assert TalkRequest.objects.count() == 2
    assert DatingRule.objects.get().student_id == kept.pk
    assert rows.filter(pk=moved.pk).exists()


def test_list_tells_of_several_requests_between_two_the_one_that_matters(moment: Evening) -> None:
    def between(side: WishSide) -> queries.OwnRequest:
        of = moment.students[0] if side == STUDENT else moment.companies[0]
        with in_scope(scope_of(moment.users[0] if side == STUDENT else moment.recruiters[0])):
            found = queries.requests_of(of=of, at=NOW).by_other
        return found[moment.companies[0].pk if side == STUDENT else moment.students[0].pk]

    decline(moment, ask(moment, 0, 0, STUDENT))
    assert (between(STUDENT).can_ask, between(COMPANY).can_ask) == (False, True)
    request = ask(moment, 0, 0, COMPANY)
    assert (between(STUDENT).waits, between(COMPANY).waits) == (True, True)
    assert (between(STUDENT).can_ask, between(COMPANY).can_ask) == (False, False)
    actions.withdraw_request(request=request, by=moment.recruiters[0], at=NOW)
    assert (between(STUDENT).can_ask, between(COMPANY).can_ask) == (False, True)
    accept(moment, ask(moment, 0, 0, COMPANY))
    assert between(STUDENT).state == between(COMPANY).state == RequestState.ACCEPTED


def test_requests_go_with_a_candidate_who_is_erased(moment: Evening) -> None:
    """Those that somebody made and got, what was agreed, and the name in what was written to others."""
    ask(moment, 0, 0, STUDENT, "From me")
    accept(moment, ask(moment, 0, 1, COMPANY, "To you"))
    other = ask(moment, 1, 0, COMPANY, "As Ida Prøvesen 0 said to us")

    ask_for_erasure(candidate=moment.students[0].candidate, by=UserFactory(role=Role.MANAGER), at=NOW)

    assert list(TalkRequest.objects.values_list("pk", "message")) == [(other.pk, "…")]
    assert not DatingRule.objects.exists()


# --- numbers, and two at once ---------------------------------------------------------------------


def test_sums_tell_a_lapse_by_its_date(moment: Evening) -> None:
    ask(moment, 0, 0, STUDENT)
    accept(moment, ask(moment, 0, 1, STUDENT))
    decline(moment, ask(moment, 1, 1, STUDENT))
    with in_scope(scope_of(moment.organiser)):
        now = queries.request_sums(moment.evening, at=NOW)
        later = queries.request_sums(moment.evening, at=NOW + 3 * A_DAY)
    assert (now[RequestState.ASKED], now[RequestState.LAPSED]) == (1, 0)
    assert (later[RequestState.ASKED], later[RequestState.LAPSED]) == (0, 1)
    assert (now[RequestState.ACCEPTED], now[RequestState.DECLINED]) == (1, 1)


def at_once(*works: Any) -> list[str]:
    """What each of them came to, all begun together: a state, or the refusal's words."""
    together = threading.Barrier(len(works))

    def run(work: Any) -> str:
        try:
            together.wait(timeout=20)
            with all_rows():  # a thread begins outside of every scope
                return str(work().state)
        except RequestRefused as refused:
            return str(refused)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(run, works))


@pytest.mark.django_db(transaction=True)
def test_two_who_ask_each_other_at_once_agree() -> None:
    moment = open_evening()
    student, company = moment.students[0], moment.companies[0]

    def asks(side: WishSide, by: User) -> Any:
        return lambda: actions.ask_for_talk(student=student, company=company, side=side, by=by, at=NOW)

    told = at_once(asks(STUDENT, moment.users[0]), asks(COMPANY, moment.recruiters[0]))

    assert sorted(told) == [RequestState.ACCEPTED, RequestState.ASKED]
    assert TalkRequest.objects.get().state == RequestState.ACCEPTED
    assert DatingRule.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_of_yes_no_and_taken_back_at_once_one_wins() -> None:
    moment = open_evening()
    request = ask(moment, 0, 0, STUDENT)
    by = moment.recruiters[0]

    told = at_once(
        lambda: actions.accept_talk(request=request, by=by, at=NOW),
        lambda: actions.decline_talk(request=request, by=by, at=NOW),
        lambda: actions.withdraw_request(request=request, by=moment.users[0], at=NOW),
    )

    request.refresh_from_db()
    won = [one for one in told if one in RequestState.values]
    assert won == [request.state]
    assert DatingRule.objects.exists() == (request.state == RequestState.ACCEPTED)


@pytest.mark.django_db(transaction=True)
def test_last_free_round_is_agreed_on_once() -> None:
    moment = open_evening()
    moment.students[0].most = 1
    moment.students[0].save()
    asked = [ask(moment, 0, number, COMPANY) for number in range(3)]

    told = at_once(
        *(
            lambda one=one: actions.accept_talk(request=one, by=moment.users[0], at=NOW)  # type: ignore[misc]
            for one in asked
        )
    )

    assert sum(one == RequestState.ACCEPTED for one in told) == 1
    assert DatingRule.objects.count() == 1
