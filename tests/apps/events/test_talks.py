"""After a talk: each side says yes or no in two taps; a yes of both becomes an application, or a lead with a day."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.models import Message, in_scope
from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import NotChosen, Settled, TooEarly
from brobygger.apps.events.enums import LeadState, TalkAnswer, WishSide
from brobygger.apps.events.models import Appointment, DatingLead, DatingStudent, TalkFeedback
from brobygger.apps.opportunities.models import Application
from brobygger.apps.people.actions import say_who
from brobygger.apps.people.models import CandidateIdentity
from brobygger.apps.people.queries import agrees_to_share
from brobygger.apps.programmes.queries import scope_of
from tests.factories import OpportunityFactory
from tests.factories.moments import NOW
from tests.scenarios.dating_evening import Evening, dating_evening

pytestmark = pytest.mark.django_db


def published(*, brings: bool = True) -> tuple[Evening, Appointment]:
    moment = dating_evening(brings=brings)
    version = actions.make_version(evening=moment.evening, by=moment.organiser, at=NOW)
    actions.publish_version(version=version, by=moment.organiser, at=NOW)
    Message.objects.all().delete()
    return moment, Appointment.objects.get(student=moment.students[0], company=moment.companies[0])


def say(moment: Evening, talk: Appointment, side: WishSide, answer: TalkAnswer) -> DatingLead | None:
    """As the page of either side does, in its scope."""
    user = moment.users[0] if side == WishSide.STUDENT else moment.recruiters[0]
    of = talk.student if side == WishSide.STUDENT else talk.company
    with in_scope(scope_of(user)):
        own = queries.talk_with(of=of, other=talk.company_id if side == WishSide.STUDENT else talk.student_id)
        assert own is not None
        return actions.say_after_talk(talk=own, side=side, answer=answer, by=user, at=moment.after)


def test_yes_of_both_is_an_application_with_the_reply_duty() -> None:
    moment, talk = published()
    assert say(moment, talk, WishSide.STUDENT, TalkAnswer.YES) is None

    lead = say(moment, talk, WishSide.COMPANY, TalkAnswer.YES)

    assert lead is not None
    application = Application.objects.get()
    assert lead.application == application
    assert (application.state, application.is_shared) == ("applied", True)
    assert application.opportunity in moment.companies[0].opportunities.all()
    assert lead.due_date == application.answer_due_date == (moment.after + dt.timedelta(days=10)).date()
    assert agrees_to_share(talk.student.candidate, application.opportunity_id)
    assert {one.to_address for one in Message.objects.all()} == {
        moment.users[0].email,
        moment.recruiters[0].email,
    }


@pytest.mark.parametrize("last", WishSide)
def test_yes_of_both_waits_for_the_name_and_is_not_lost(last: WishSide) -> None:
    moment, talk = published()
    CandidateIdentity.objects.filter(candidate=talk.student.candidate).update(name="")
    first = WishSide.COMPANY if last == WishSide.STUDENT else WishSide.STUDENT
    say(moment, talk, first, TalkAnswer.YES)

    assert say(moment, talk, last, TalkAnswer.YES) is None

    student = DatingStudent.objects.get(pk=talk.student_id)
    with in_scope(scope_of(moment.users[0])):
        assert [one.pk for one in queries.waiting_for_name(student)] == [talk.company_id]
        assert (
            actions.make_waiting_leads(candidate=student.candidate, by=moment.users[0], at=moment.after) == []
        )
    assert not Application.objects.exists()
    assert not DatingLead.objects.exists(), "the company is told nothing yet, and owes nothing"
    written = [(one.to_address, one.subject) for one in Message.objects.all()]
    asked = (moment.users[0].email, f"{talk.company.organisation} sagde også ja: fortæl, hvem du er")
    assert written == ([asked] if last == WishSide.COMPANY else [])

    later = moment.after + dt.timedelta(days=3)
    with in_scope(scope_of(moment.users[0])):
        say_who(candidate=student.candidate, name="Ida Prøvesen", phone="", by=moment.users[0], at=later)
        student = DatingStudent.objects.get(pk=student.pk)
        given = {"candidate": student.candidate, "by": moment.users[0], "at": later}
        (lead,) = actions.make_waiting_leads(**given)
        assert actions.make_waiting_leads(**given) == [], "repeating it changes nothing"
        assert queries.waiting_for_name(student) == []
    application = Application.objects.get()
    assert (lead.application, application.is_shared) == (application, True)
    assert application.answer_due_date == (later + dt.timedelta(days=10)).date(), (
        "the days count from the name"
    )


def test_nobody_else_makes_an_application_of_a_yes_that_waits() -> None:
    moment, talk = published()
    for user in (moment.recruiters[0], moment.users[1]):
        with in_scope(scope_of(user)), pytest.raises(PermissionDenied):
            actions.make_waiting_leads(candidate=talk.student.candidate, by=user, at=moment.after)


def test_company_that_brings_nothing_needs_no_name_to_write() -> None:
    moment, talk = published(brings=False)
    CandidateIdentity.objects.filter(candidate=talk.student.candidate).update(name="")
    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)

    assert say(moment, talk, WishSide.COMPANY, TalkAnswer.YES) is not None


def test_yes_of_one_is_seen_by_nobody_else() -> None:
    moment, talk = published()
    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    for user in (moment.recruiters[0], moment.organiser, moment.users[1]):
        with in_scope(scope_of(user)):
            assert not TalkFeedback.objects.exists()
    assert not Application.objects.exists()
    assert not Message.objects.exists()


@pytest.mark.parametrize(
    ("first", "second"), [(TalkAnswer.YES, TalkAnswer.NO), (TalkAnswer.NO, TalkAnswer.YES)]
)
def test_no_of_one_makes_no_lead(first: TalkAnswer, second: TalkAnswer) -> None:
    moment, talk = published()
    say(moment, talk, WishSide.STUDENT, first)
    say(moment, talk, WishSide.COMPANY, second)
    assert not DatingLead.objects.exists()


def test_mind_can_be_changed_until_both_said_yes() -> None:
    moment, talk = published()
    say(moment, talk, WishSide.STUDENT, TalkAnswer.NO)
    say(moment, talk, WishSide.COMPANY, TalkAnswer.YES)
    assert say(moment, talk, WishSide.STUDENT, TalkAnswer.YES) is not None
    with pytest.raises(Settled):
        say(moment, talk, WishSide.STUDENT, TalkAnswer.NO)
    say(moment, talk, WishSide.COMPANY, TalkAnswer.YES)
    assert DatingLead.objects.count() == 1


def test_without_an_opportunity_it_is_a_lead_with_a_day() -> None:
    moment, talk = published(brings=False)
    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    lead = say(moment, talk, WishSide.COMPANY, TalkAnswer.YES)

    assert lead is not None
    assert (lead.application, lead.state) == (None, LeadState.OPEN)
    assert lead.due_date == (moment.after + dt.timedelta(days=10)).date()
    assert lead.is_overdue(lead.due_date + dt.timedelta(days=1))
    assert {one.to_address for one in Message.objects.all()} == {
        moment.users[0].email,
        moment.recruiters[0].email,
    }
    actions.answer_lead(lead=lead, by=moment.recruiters[0], at=moment.after)
    assert not DatingLead.objects.owed().exists()


def test_company_says_for_which_opportunity() -> None:
    moment, talk = published()
    other = OpportunityFactory(organisation=moment.companies[0].organisation, title="Zimmermester")
    moment.companies[0].opportunities.add(other)
    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    actions.say_after_talk(
        talk=talk,
        side=WishSide.COMPANY,
        answer=TalkAnswer.YES,
        opportunity=other,
        by=moment.recruiters[0],
        at=moment.after,
    )
    assert Application.objects.get().opportunity == other


def test_company_that_brings_several_has_to_choose() -> None:
    moment, talk = published()
    other = OpportunityFactory(organisation=moment.companies[0].organisation, title="Aaaa")
    moment.companies[0].opportunities.add(other)
    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    with pytest.raises(NotChosen, match="for which opportunity"):
        say(moment, talk, WishSide.COMPANY, TalkAnswer.YES)
    assert not DatingLead.objects.exists()
    assert say(moment, talk, WishSide.COMPANY, TalkAnswer.NO) is None

    other.state = "closed"
    other.save()
    say(moment, talk, WishSide.COMPANY, TalkAnswer.YES)
    assert Application.objects.get().opportunity != other, "the only one that is open needs no choice"


def test_choice_that_was_closed_meanwhile_becomes_no_other_application() -> None:
    moment, talk = published()
    other = OpportunityFactory(organisation=moment.companies[0].organisation, title="Zimmermester")
    moment.companies[0].opportunities.add(other)
    chosen = {"answer": TalkAnswer.YES, "opportunity": other, "by": moment.recruiters[0], "at": moment.after}
    actions.say_after_talk(talk=talk, side=WishSide.COMPANY, **chosen)
    other.state = "closed"
    other.save()
    lead = say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    assert lead is not None
    assert lead.application is None


def test_opportunity_that_was_closed_meanwhile_leaves_a_lead() -> None:
    moment, talk = published()
    moment.companies[0].opportunities.update(state="closed")
    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    lead = say(moment, talk, WishSide.COMPANY, TalkAnswer.YES)
    assert lead is not None
    assert lead.application is None


def test_before_the_talk_nothing_is_asked() -> None:
    moment, talk = published()
    early = moment.evening.round_times()[talk.round - 1][0] - dt.timedelta(seconds=1)
    with pytest.raises(TooEarly):
        actions.say_after_talk(
            talk=talk, side=WishSide.STUDENT, answer=TalkAnswer.YES, by=moment.users[0], at=early
        )


def test_nobody_answers_for_another() -> None:
    moment, talk = published()
    for by in (moment.users[1], moment.organiser, moment.recruiters[0]):
        with pytest.raises(PermissionDenied):
            actions.say_after_talk(
                talk=talk, side=WishSide.STUDENT, answer=TalkAnswer.YES, by=by, at=moment.after
            )
