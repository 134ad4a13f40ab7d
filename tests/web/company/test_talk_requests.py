"""Requests for talks on the pages of both sides, on the organiser's, and in mails that answer with one tap."""

from __future__ import annotations

import datetime as dt
import html
import re
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import Message, all_rows
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.events import actions
from brobygger.apps.events.enums import RequestState, RuleKind, WishSide
from brobygger.apps.events.models import DatingEvening, DatingRule, TalkRequest
from brobygger.apps.organisations.enums import ContactRight
from tests.factories import (
    CandidateDocumentFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    ContactFactory,
    DatingCompanyFactory,
    DatingStudentFactory,
)
from tests.scenarios.dating_evening import Evening, dating_evening
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
A_DAY = dt.timedelta(days=1)
STUDENT, COMPANY = WishSide.STUDENT, WishSide.COMPANY


@pytest.fixture
def moment(vocabulary: Vocabulary) -> Evening:
    """As of the clock of the server: requests are open for some weeks."""
    moment = dating_evening()
    event, shift = moment.evening.event, timezone.now() + 30 * A_DAY - moment.evening.event.starts_at
    for row, names in (
        (event, ("starts_at", "ends_at")),
        (moment.evening, ("first_round_at", "wishes_until")),
    ):
        for name in names:
            setattr(row, name, getattr(row, name) + shift)
        row.save()
    DatingEvening.objects.update(open_requests=True)
    moment.evening.refresh_from_db()
    for user in (*moment.users, *moment.recruiters):
        user.language = "en"
        user.save()
    for one in (*moment.students, *moment.companies):
        one.evening.refresh_from_db()
    return moment


def ask(
    moment: Evening, student: int, company: int, side: WishSide, text: str = "", days_ago: int = 0
) -> Any:
    with all_rows():
        return actions.ask_for_talk(
            student=moment.students[student],
            company=moment.companies[company],
            side=side,
            message=text,
            by=moment.users[student] if side == STUDENT else moment.recruiters[company],
            at=timezone.now() - days_ago * A_DAY,
        )


def page_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return html.unescape(answer.content.decode())


def of_student(moment: Evening, place: int) -> str:
    return f"/dating/students/{moment.students[place].pk}/"


def of_company(moment: Evening, place: int) -> str:
    return f"/dating/companies/{moment.companies[place].pk}/"


# --- to ask ---------------------------------------------------------------------------------------


def test_candidate_asks_a_company_which_says_yes(moment: Evening, visitor: Visitor) -> None:
    student, company = visitor(moment.users[0]), visitor(moment.recruiters[2])
    asking = page_of(student, f"{of_student(moment, 0)}ask/")
    assert "sees your anonymous profile, as Candidate P0, until" in asking
    assert "maxlength" not in asking
    assert "4 requests of yours can wait for an answer at a time" in asking
    assert "Each can be answered for 3 days" in asking

    answer = student.post(
        f"{of_student(moment, 0)}ask/send/",
        {"company": moment.companies[2].pk, "message": "I know wind."},
        follow=True,
    )

    said = html.unescape(answer.content.decode())
    assert "Østerå Vind is asked, and can answer until" in said
    assert "You have asked" in said
    request = TalkRequest.objects.get()
    page = page_of(company, of_company(moment, 2))
    assert page.index("You are asked for a talk") < page.index("Before the evening")
    assert "I know wind." in page
    assert "Ida Prøvesen" not in page

    answer = company.post(
        f"{of_company(moment, 2)}ask/answer/", {"request": request.pk, "answer": "accept"}, follow=True
    )

    assert "Agreed: you and Candidate P0 meet at the evening" in answer.content.decode()
    assert DatingRule.objects.get().kind == RuleKind.MUST
    assert "you meet" in page_of(student, of_student(moment, 0))


def test_company_asks_a_candidate_who_reads_danish(moment: Evening, visitor: Visitor) -> None:
    company, student = visitor(moment.recruiters[0], "da"), visitor(moment.users[3], "da")
    assert "Bed om en samtale" in page_of(company, f"{of_company(moment, 0)}ask/")
    answer = company.post(
        f"{of_company(moment, 0)}ask/send/", {"student": moment.students[3].pk, "message": ""}, follow=True
    )
    assert "Candidate P3 er spurgt og kan svare indtil" in answer.content.decode()
    page = page_of(student, of_student(moment, 3))
    assert "Nogen vil gerne tale med dig" in page
    assert "Bredal Pumper" in page

    answer = student.post(
        f"{of_student(moment, 3)}ask/answer/",
        {"request": TalkRequest.objects.get().pk, "answer": "decline"},
        follow=True,
    )

    assert "Bredal Pumper får at vide, at der ikke blev aftalt en samtale" in answer.content.decode()
    assert "ikke aftalt" in page_of(company, of_company(moment, 0))


def test_what_is_refused_says_why_with_what_was_typed(moment: Evening, visitor: Visitor) -> None:
    actions.set_rule(
        student=moment.students[0],
        company=moment.companies[0],
        kind=RuleKind.NEVER,
        by=None,
        at=timezone.now(),
    )
    for who, base, name, pk, said in (
        (moment.users[0], of_student(moment, 0), "company", moment.companies[0].pk, "Bredal Pumper"),
        (moment.recruiters[0], of_company(moment, 0), "student", moment.students[0].pk, "Candidate P0"),
    ):
        answer = visitor(who).post(f"{base}ask/send/", {name: pk, "message": "Take me <b>"})
        assert answer.status_code == 422
        text = answer.content.decode()
        assert f"{said} cannot be asked for a talk." in text
        assert "Take me &lt;b&gt;</textarea>" in text
        assert "never" not in text.lower()


def test_message_that_is_too_long_is_not_lost(moment: Evening, visitor: Visitor) -> None:
    text = "x" * 501
    for who, base, name, pk in (
        (moment.users[0], of_student(moment, 0), "company", moment.companies[0].pk),
        (moment.recruiters[0], of_company(moment, 0), "student", moment.students[0].pk),
    ):
        answer = visitor(who).post(f"{base}ask/send/", {name: pk, "message": text})
        assert answer.status_code == 422
        assert "This is 501 letters long; 500 are possible." in answer.content.decode()
        assert text in answer.content.decode()
    assert not TalkRequest.objects.exists()


def test_whom_a_company_is_not_shown_it_does_not_ask(moment: Evening, visitor: Visitor) -> None:
    hidden = DatingStudentFactory(evening=moment.evening)
    elsewhere = DatingStudentFactory(candidate=CandidateFactory(visible_to_companies_at=timezone.now()))
    client = visitor(moment.recruiters[0])
    for asked in (str(hidden.pk), str(elsewhere.pk), "", "x", "9" * 30):
        answer = client.post(f"{of_company(moment, 0)}ask/send/", {"student": asked})
        assert answer.status_code == 422, asked
        assert "does not take part any more" in answer.content.decode()
    assert not TalkRequest.objects.exists()


def test_list_offers_no_form_where_there_is_nothing_to_ask(moment: Evening, visitor: Visitor) -> None:
    ask(moment, 0, 0, STUDENT)
    ask(moment, 0, 1, COMPANY)
    page = page_of(visitor(moment.users[0]), f"{of_student(moment, 0)}ask/")
    assert re.findall(r'name="company" value="(\d+)"', page) == [str(moment.companies[2].pk)]
    assert "waits for an answer" in page
    assert "asks you" in page


def test_request_is_taken_back(moment: Evening, visitor: Visitor) -> None:
    request, client = ask(moment, 0, 0, STUDENT), visitor(moment.users[0])
    client.post(f"{of_student(moment, 0)}ask/answer/", {"request": request.pk, "answer": "withdraw"})
    request.refresh_from_db()
    assert request.state == RequestState.WITHDRAWN
    assert "You are asked" not in page_of(visitor(moment.recruiters[0]), of_company(moment, 0))


def test_nobody_answers_for_others(moment: Evening, visitor: Visitor) -> None:
    request = ask(moment, 0, 0, STUDENT)
    reader = ContactFactory(organisation=moment.companies[0].organisation, right=ContactRight.READ)
    sent = {"request": request.pk, "answer": "accept"}
    client = visitor(moment.recruiters[1])
    assert client.post(f"{of_company(moment, 0)}ask/answer/", sent).status_code in (403, 404)
    said = client.post(f"{of_company(moment, 1)}ask/answer/", sent, follow=True).content.decode()
    assert "This request is not there any more" in said
    assert visitor(moment.users[0]).post(f"{of_student(moment, 0)}ask/answer/", sent).status_code == 403
    assert visitor(reader.user).post(f"{of_company(moment, 0)}ask/answer/", sent).status_code == 403
    assert 'value="accept"' not in page_of(visitor(reader.user), of_company(moment, 0))
    request.refresh_from_db()
    assert request.state == RequestState.ASKED


def test_nothing_is_offered_where_the_organiser_has_not_said_so(moment: Evening, visitor: Visitor) -> None:
    request = ask(moment, 0, 0, STUDENT)
    DatingEvening.objects.update(open_requests=False)
    company = visitor(moment.recruiters[0])
    for page in (
        page_of(company, of_company(moment, 0)),
        page_of(visitor(moment.users[1]), of_student(moment, 1)),
    ):
        assert "Ask for a talk" not in page
        assert "You are asked" not in page
    said = company.post(
        f"{of_company(moment, 0)}ask/answer/", {"request": request.pk, "answer": "accept"}, follow=True
    )
    assert "nobody asks for talks" in said.content.decode()
    asking = page_of(company, f"{of_company(moment, 0)}ask/")
    assert "Requests for talks at this evening are closed" in asking
    assert "<textarea" not in asking
    student = visitor(moment.users[0])
    assert "Take back" in page_of(student, of_student(moment, 0)), "what shows a profile can be ended"
    student.post(f"{of_student(moment, 0)}ask/answer/", {"request": request.pk, "answer": "withdraw"})
    request.refresh_from_db()
    assert request.state == RequestState.WITHDRAWN


# --- who is seen ----------------------------------------------------------------------------------


def test_company_sees_the_profile_of_who_asks_for_this_evening_alone(
    moment: Evening, visitor: Visitor
) -> None:
    candidate = CandidateFactory(alias="Candidate Hidden")
    CandidateIdentityFactory(candidate=candidate, name="Ida Prøvesen Skjult")
    CandidateDocumentFactory(candidate=candidate)
    hidden = DatingStudentFactory(evening=moment.evening, candidate=candidate)
    client, base = visitor(moment.recruiters[0]), of_company(moment, 0)
    assert "Candidate Hidden" not in page_of(client, f"{base}wishes/")
    with all_rows():
        request = actions.ask_for_talk(
            student=hidden,
            company=moment.companies[0],
            side=STUDENT,
            message="Hello",
            by=None,
            at=timezone.now(),
        )

    assert f"{base}who-asks/?request={request.pk}" in page_of(client, base)
    page = page_of(client, f"{base}who-asks/?request={request.pk}")
    assert "Hello" in page
    assert 'value="accept"' in page
    assert "The CV, and what was understood of it" in page
    assert "Ida Prøvesen" not in page
    wishes = page_of(client, f"{base}wishes/")
    assert "Candidate Hidden" in wishes
    assert f"/candidates/{candidate.pk}/" not in wishes, "a page that is not shown is not linked"
    assert client.get(f"/candidates/{candidate.pk}/").status_code in (403, 404)
    other = visitor(moment.recruiters[1])
    asked = f"who-asks/?request={request.pk}"
    assert other.get(f"{of_company(moment, 1)}{asked}")["Location"] == of_company(moment, 1)

    actions.withdraw_request(request=request, by=None, at=timezone.now())

    assert client.get(f"{base}{asked}")["Location"] == base
    assert "Candidate Hidden" not in page_of(client, f"{base}wishes/")


def test_organiser_sees_numbers_and_no_message(moment: Evening, visitor: Visitor) -> None:
    ask(moment, 0, 0, STUDENT, "Between us", days_ago=4)
    ask(moment, 0, 1, STUDENT, "Between us")
    agreed = ask(moment, 1, 1, COMPANY, "Between us")
    actions.accept_talk(request=agreed, by=moment.users[1], at=timezone.now())
    for who in (moment.organiser, Role.SECRETARIAT):
        client = visitor(who, "da")
        answer = client.get(f"/evenings/{moment.evening.pk}/")
        sums = answer.context["requests"]
        assert (sums["asked"], sums["accepted"], sums["declined"], sums["lapsed"]) == (1, 1, 0, 1)
        text = answer.content.decode()
        assert "Samtaler, som deltagerne selv aftaler" in text
        assert "aftalt af begge" in text
        assert "Between us" not in text


@pytest.mark.parametrize("name", ["", "ask/"])
@pytest.mark.parametrize("side", [STUDENT, COMPANY])
def test_pages_take_as_many_queries_for_more_requests(
    moment: Evening, visitor: Visitor, side: WishSide, name: str
) -> None:
    client = visitor(moment.users[0] if side == STUDENT else moment.recruiters[0])
    address = (of_student(moment, 0) if side == STUDENT else of_company(moment, 0)) + name
    ask(moment, 0, 0, STUDENT)
    counts = []
    for _more in range(2):
        client.get(address)
        with CaptureQueriesContext(connection) as found:
            client.get(address)
        counts.append(len(found))
        for number in range(4):
            candidate = CandidateFactory(visible_to_companies_at=timezone.now())
            pair = (
                {"student": moment.students[0], "company": DatingCompanyFactory(evening=moment.evening)}
                if side == STUDENT
                else {
                    "student": DatingStudentFactory(evening=moment.evening, candidate=candidate),
                    "company": moment.companies[0],
                }
            )
            state = list(RequestState)[number]
            answered = state in (RequestState.ACCEPTED, RequestState.DECLINED)
            TalkRequest.objects.create(
                **pair,
                side=list(WishSide)[number % 2],
                made_at=timezone.now(),
                expires_at=timezone.now() + A_DAY,
                state=state,
                answered_at=timezone.now() if answered else None,
            )
    assert counts[0] == counts[1]


# --- mails ----------------------------------------------------------------------------------------


def mail_to(address: str) -> Message:
    return Message.objects.filter(to_address=address).latest("pk")


def test_who_is_asked_reads_it_in_their_language_and_answers_with_one_tap(
    moment: Evening, visitor: Visitor
) -> None:
    moment.recruiters[0].language = "da"
    moment.recruiters[0].save()
    ask(moment, 0, 0, STUDENT, "Jeg kender jeres pumper.")

    mail = mail_to(moment.recruiters[0].email)
    assert mail.subject == "Candidate P0 beder om en samtale med dig: Company Dating Prøve"
    assert "Jeg kender jeres pumper." in mail.text
    assert mail.topic == MailTopic.EVENTS
    assert "Ida Prøvesen" not in mail.text
    yes, no = re.findall(r"/t/\S+", mail.text)[:2]
    stranger = Client()
    asks = html.unescape(stranger.get(yes).content.decode())
    assert "Du siger ja: Du og Candidate P0 mødes på" in asks
    assert TalkRequest.objects.get().state == RequestState.ASKED, "opening a link changes nothing"
    assert "Du siger nej til en samtale med Candidate P0" in html.unescape(stranger.get(no).content.decode())

    done = stranger.post(f"{yes}do/")

    assert "Aftalt: Du og Candidate P0 mødes" in html.unescape(done.content.decode())
    request = TalkRequest.objects.get()
    assert (request.state, request.answered_by) == (RequestState.ACCEPTED, moment.recruiters[0])
    assert stranger.post(f"{yes}do/").status_code == 410, "a link works once"
    assert stranger.post(f"{no}do/").status_code == 409
    assert stranger.get(no).status_code == 409
    assert mail_to(moment.users[0].email).subject.startswith("Bredal Pumper says yes to a talk")


def test_candidate_says_no_with_one_tap_and_the_company_reads_no_reason(moment: Evening) -> None:
    ask(moment, 1, 2, COMPANY, "Come to us")
    mail = mail_to(moment.users[1].email)
    assert mail.subject == "Østerå Vind asks you for a talk: Company Dating Prøve"
    no = re.findall(r"/t/\S+", mail.text)[1]

    assert Client().post(f"{no}do/").status_code == 200

    told = mail_to(moment.recruiters[2].email)
    assert told.subject == "No talk with Candidate P1: Company Dating Prøve"
    assert "no talk was agreed" in told.text
    assert TalkRequest.objects.get().answered_by == moment.users[1]


def test_link_ends_with_the_request(moment: Evening) -> None:
    ask(moment, 0, 0, STUDENT)
    yes, no = re.findall(r"/t/\S+", mail_to(moment.recruiters[0].email).text)[:2]
    TalkRequest.objects.update(expires_at=timezone.now() - dt.timedelta(minutes=1))
    for link in (yes, no):
        for answer in (Client().get(link), Client().post(f"{link}do/")):
            assert answer.status_code == 409
            assert "was not answered in time" in answer.content.decode()
    DatingEvening.objects.update(open_requests=False)
    TalkRequest.objects.update(expires_at=timezone.now() + A_DAY)
    assert Client().get(yes).status_code == 409
    assert Client().post(f"{yes}do/").status_code == 409


def test_contact_who_only_reads_gets_the_mail_without_the_links(moment: Evening) -> None:
    reader = ContactFactory(
        organisation=moment.companies[0].organisation,
        right=ContactRight.READ,
        user__language="en",
        user__email="reader@prove.example",
    )
    ask(moment, 0, 0, STUDENT, "Hello")
    mail = mail_to(reader.user.email)
    assert "Hello" in mail.text
    assert "Yes, we meet" not in mail.text
    assert "Yes, we meet" in mail_to(moment.recruiters[0].email).text


def test_candidate_without_a_log_in_gets_the_mail_without_the_links(moment: Evening) -> None:
    candidate = CandidateFactory(visible_to_companies_at=timezone.now())
    CandidateIdentityFactory(candidate=candidate, email="ida@prove.example")
    student = DatingStudentFactory(evening=moment.evening, candidate=candidate)
    with all_rows():
        actions.ask_for_talk(
            student=student, company=moment.companies[0], side=COMPANY, by=None, at=timezone.now()
        )
    mail = mail_to("ida@prove.example")
    assert mail.subject.startswith("Bredal Pumper beder om en samtale")  # the installation's language
    assert "Ja, lad os mødes" not in mail.text


def test_daily_command_tells_of_a_lapse_once_and_not_as_a_no(
    moment: Evening, capsys: pytest.CaptureFixture[str]
) -> None:
    ask(moment, 0, 0, STUDENT, days_ago=4)
    ask(moment, 1, 1, STUDENT, days_ago=4)
    actions.withdraw_student(student=moment.students[1], by=None, at=timezone.now())
    before = Message.objects.count()
    for told in (2, 0):
        call_command("keep_promises")
        assert f"{told} requests for talks not answered in time" in capsys.readouterr().out
    assert Message.objects.count() == before + 1, "somebody who withdrew is not written to"
    mail = mail_to(moment.users[0].email)
    assert mail.subject == "Bredal Pumper did not answer in time: Company Dating Prøve"
    assert "That is no no" in mail.text
