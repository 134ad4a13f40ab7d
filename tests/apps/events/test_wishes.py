"""Wishes are blind: whoever says one sees it, and nobody else, whatever the role."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User, in_scope
from brobygger.apps.base.queries import held_of, person
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import NotTaking, PairScore, WrongWish
from brobygger.apps.events.enums import WishOrigin, WishSide
from brobygger.apps.events.models import DatingWish
from brobygger.apps.programmes.queries import scope_of
from tests.factories import OpportunityFactory, UserFactory
from tests.factories.moments import NOW
from tests.scenarios.dating_evening import Evening, dating_evening

pytestmark = pytest.mark.django_db
BLIND = [role for role in Role if role not in (Role.MANAGER, Role.SECRETARIAT)]


@pytest.fixture
def moment() -> Evening:
    return dating_evening()


def seen_by(user: User) -> set[tuple[str, int, int]]:
    with in_scope(scope_of(user)):
        return {(one.side, one.student_id, one.company_id) for one in DatingWish.objects.all()}


def test_candidate_sees_the_own_wishes_alone(moment: Evening) -> None:
    own = {(WishSide.STUDENT, moment.students[0].pk, moment.companies[place].pk) for place in (0, 1)}
    assert seen_by(moment.users[0]) == own


def test_company_sees_its_own_wishes_alone(moment: Evening) -> None:
    own = {(WishSide.COMPANY, moment.students[place].pk, moment.companies[0].pk) for place in (0, 2)}
    assert seen_by(moment.recruiters[0]) == own


def test_lead_of_the_programme_sees_no_wish(moment: Evening) -> None:
    assert seen_by(moment.organiser) == set()


@pytest.mark.parametrize("role", BLIND)
def test_no_other_role_sees_a_wish(moment: Evening, role: Role) -> None:
    assert seen_by(UserFactory(role=role)) == set()


def test_trail_says_how_many_and_not_whom(moment: Evening) -> None:
    wishes = {moment.companies[2].pk: 3}
    actions.say_student_wishes(student=moment.students[0], wishes=wishes, by=moment.users[0], at=NOW)

    entry = AuditEntry.objects.get(action="events.say_wishes")
    assert entry.changes == {"wishes": 1}


def test_file_that_a_candidate_takes_along_holds_the_own_wishes_alone(moment: Evening) -> None:
    of_company = DatingWish.objects.filter(side=WishSide.COMPANY, student=moment.students[0])
    assert of_company.exists()
    held = held_of(person(candidate_id=moment.students[0].candidate_id))
    sides = [row.side for part in held if part.model is DatingWish for row in part.rows]  # type: ignore[attr-defined]
    assert sides == [WishSide.STUDENT, WishSide.STUDENT]


def test_list_that_is_said_replaces_the_one_before(moment: Evening) -> None:
    student, (first, _second, third) = moment.students[0], moment.companies
    with in_scope(scope_of(moment.users[0])):
        actions.say_student_wishes(
            student=student, wishes={first.pk: 1, third.pk: 2}, by=moment.users[0], at=NOW
        )
        own = queries.own_wishes(of=student)

    assert {pk: one.strength for pk, one in own.items()} == {first.pk: 1, third.pk: 2}


def test_company_chooses_among_those_who_show_themselves(moment: Evening) -> None:
    hidden = moment.students[1]
    hidden.candidate.visible_to_companies_at = None
    hidden.candidate.save()
    with in_scope(scope_of(moment.recruiters[0])), pytest.raises(WrongWish, match="take part any more"):
        actions.say_company_wishes(
            company=moment.companies[0], wishes={hidden.pk: 1}, by=moment.recruiters[0], at=NOW
        )


@pytest.mark.parametrize("strength", [0, 4])
def test_wish_counts_one_to_three(moment: Evening, strength: int) -> None:
    with pytest.raises(WrongWish, match="1, 2 or 3"):
        actions.say_student_wishes(
            student=moment.students[0], wishes={moment.companies[0].pk: strength}, by=moment.users[0], at=NOW
        )


def test_wish_for_oneself_is_refused(moment: Evening) -> None:
    moment.companies[0].organisation.contacts.add(moment.users[0])
    with pytest.raises(WrongWish, match="wish for oneself"):
        actions.say_student_wishes(
            student=moment.students[0], wishes={moment.companies[0].pk: 1}, by=moment.users[0], at=NOW
        )
    with pytest.raises(WrongWish, match="wish for oneself"):
        actions.say_company_wishes(
            company=moment.companies[0], wishes={moment.students[0].pk: 1}, by=moment.recruiters[0], at=NOW
        )


def test_nobody_says_wishes_for_another(moment: Evening) -> None:
    for by in (moment.users[1], moment.organiser, UserFactory(role=Role.MANAGER), moment.recruiters[1]):
        with pytest.raises(PermissionDenied):
            actions.say_student_wishes(student=moment.students[0], wishes={}, by=by, at=NOW)
        with pytest.raises(PermissionDenied):
            actions.say_company_wishes(company=moment.companies[0], wishes={}, by=by, at=NOW)


def test_wishes_close(moment: Evening) -> None:
    late = moment.evening.wishes_until + dt.timedelta(seconds=1)
    with pytest.raises(NotTaking, match="closed"):
        actions.say_student_wishes(student=moment.students[0], wishes={}, by=moment.users[0], at=late)


def test_suggestions_fill_thin_lists_alone(moment: Evening) -> None:
    thin, company = moment.students[3], moment.companies[0]
    scores = [PairScore(one.pk, other.pk, 60) for one in moment.students for other in moment.companies]
    before = DatingWish.objects.filter(origin=WishOrigin.SAID).count()

    added = actions.suggest_wishes(evening=moment.evening, scores=scores, by=moment.organiser, at=NOW)

    assert added == DatingWish.objects.filter(origin=WishOrigin.SUGGESTED).count() > 0
    assert DatingWish.objects.filter(origin=WishOrigin.SAID).count() == before
    assert DatingWish.objects.filter(student=thin, side=WishSide.STUDENT).count() == actions.THIN
    assert DatingWish.objects.filter(company=company, side=WishSide.COMPANY).count() == actions.THIN
    assert actions.suggest_wishes(evening=moment.evening, scores=scores, by=moment.organiser, at=NOW) == 0


def test_suggestion_that_was_taken_away_is_not_made_again(moment: Evening) -> None:
    student, company = moment.students[3], moment.companies[0]
    scores = [PairScore(student.pk, company.pk, 90)]
    actions.suggest_wishes(evening=moment.evening, scores=scores, by=None, at=NOW)
    wish = DatingWish.objects.get(student=student, company=company, side=WishSide.STUDENT)
    assert (wish.origin, wish.strength) == (WishOrigin.SUGGESTED, 3)

    actions.say_student_wishes(student=student, wishes={}, by=moment.users[3], at=NOW)
    actions.suggest_wishes(evening=moment.evening, scores=scores, by=None, at=NOW)

    wish.refresh_from_db()
    assert wish.origin == WishOrigin.DISMISSED


def test_sums_say_how_many_each_has_said(moment: Evening) -> None:
    sums = queries.wish_sums(moment.evening)
    assert sums.of_students == {
        moment.students[place].pk: count for place, count in enumerate((2, 1, 2, 1, 2))
    }
    assert (sums.said, sums.suggested) == (13, 0)


def test_company_brings_its_own_opportunities(moment: Evening) -> None:
    company = moment.companies[0]
    with pytest.raises(WrongWish, match="its own"):
        actions.bring_opportunities(
            company=company, opportunities=[OpportunityFactory()], by=moment.recruiters[0], at=NOW
        )
    actions.bring_opportunities(company=company, opportunities=[], by=moment.recruiters[0], at=NOW)
    assert not company.opportunities.exists()
