"""The page of one's own evening, on either side: what an answer is about, and where to go now."""

from __future__ import annotations

import datetime as dt
import re

import pytest
from django.utils.timezone import now

from brobygger.apps.events import actions
from brobygger.apps.events.enums import TalkAnswer, WishSide
from brobygger.apps.events.models import Event
from brobygger.apps.opportunities.models import Application
from brobygger.apps.people.models import CandidateIdentity
from tests.apps.events.test_talks import published, say
from tests.factories import AppointmentFactory, OpportunityFactory, TimetableVersionFactory
from tests.factories.moments import NOW
from tests.scenarios.dating_evening import dating_evening
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
HOUR = dt.timedelta(hours=1)


@pytest.mark.parametrize("several", [False, True])
def test_both_pages_say_for_which_opportunity(visitor: Visitor, several: bool) -> None:
    moment, talk = published()
    first = moment.companies[0].opportunities.get()
    titles = [first.title]
    if several:
        other = OpportunityFactory(organisation=moment.companies[0].organisation, title="Zimmermester")
        moment.companies[0].opportunities.add(other)
        titles.append(other.title)

    student = visitor(moment.users[0]).get(f"/dating/students/{talk.student_id}/").content.decode()
    company = visitor(moment.recruiters[0]).get(f"/dating/companies/{talk.company_id}/").content.decode()

    assert all(title in student for title in titles)
    assert ("the company says for which" in student) == several
    assert ('<select class="ds-input" name="opportunity" required><option value="">' in company) == several
    assert " selected" not in company


def test_choice_stands_when_the_answer_is_changed_and_the_lead_says_it(visitor: Visitor) -> None:
    moment, talk = published()
    other = OpportunityFactory(organisation=moment.companies[0].organisation, title="Zimmermester")
    moment.companies[0].opportunities.add(other)
    actions.say_after_talk(
        talk=talk,
        side=WishSide.COMPANY,
        answer=TalkAnswer.YES,
        opportunity=other,
        by=moment.recruiters[0],
        at=moment.after,
    )
    company = visitor(moment.recruiters[0]).get(f"/dating/companies/{talk.company_id}/").content.decode()
    assert f'<option value="{other.pk}" selected ' in company

    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    assert Application.objects.get().opportunity == other
    student = visitor(moment.users[0]).get(f"/dating/students/{talk.student_id}/").content.decode()
    assert 'The application: <span lang="en">Zimmermester' in student


def test_company_with_two_recruiters_sees_both_tables(visitor: Visitor) -> None:
    moment = dating_evening()
    company = moment.companies[0]
    actions.place_company(
        evening=moment.evening,
        organisation=company.organisation,
        place=actions.CompanyPlace(recruiters=2, tables="A1, A2"),
        by=None,
        at=NOW,
    )
    version = TimetableVersionFactory(evening=moment.evening, published_at=NOW)
    for student, table, number in ((0, "A1", 1), (1, "A2", 1), (2, "A1", 2)):
        AppointmentFactory(
            version=version, company=company, student=moment.students[student], round=number, table=table
        )
    Event.objects.update(starts_at=now() - HOUR, ends_at=now() + HOUR)
    moment.evening.first_round_at = now()
    moment.evening.save()

    text = visitor(moment.recruiters[0]).get(f"/dating/companies/{company.pk}/").content.decode()

    cards = re.findall(r"<section [^>]*data-next[^>]*>.*?</section>", text, re.DOTALL)
    shown = [one for one in cards if " hidden" not in one.partition(">")[0]]
    assert [re.search(r"<b>(\w+)</b>", one)[1] for one in shown] == ["A1", "A2"]
    assert len(cards) == 3


def test_name_is_asked_for_where_both_said_yes_and_the_application_follows(visitor: Visitor) -> None:
    moment, talk = published()
    CandidateIdentity.objects.filter(candidate=talk.student.candidate).update(name="")
    student, page = visitor(moment.users[0]), f"/dating/students/{talk.student_id}/"
    asks = '<a class="ds-button" href="/my-page/who/?next=evening">Give my name</a>'
    say(moment, talk, WishSide.STUDENT, TalkAnswer.YES)
    assert asks not in student.get(page).content.decode(), (
        "the company's answer is told only if both said yes"
    )
    say(moment, talk, WishSide.COMPANY, TalkAnswer.YES)

    assert asks in student.get(page).content.decode()
    company = visitor(moment.recruiters[0]).get(f"/dating/companies/{talk.company_id}/").content.decode()
    assert "Give my name" not in company
    assert "both said yes" not in company
    assert 'value="evening"' in student.get("/my-page/who/?next=evening").content.decode()

    answer = student.post("/my-page/who/save/", {"name": "Ida Prøvesen", "phone": "", "next": "evening"})

    assert answer["Location"] == "/dating/"
    application = Application.objects.get()
    assert asks not in student.get(page).content.decode()
    html = visitor(moment.recruiters[0]).get(f"/applications/{application.pk}/").content.decode()
    assert "Ida Prøvesen" in html
