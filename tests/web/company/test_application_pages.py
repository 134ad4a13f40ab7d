"""A candidate and a company in the browser: apply, invite, answer, take back."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message, User
from brobygger.apps.matching.models import RankingShown
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.opportunities.models import Application
from brobygger.apps.people.actions import give_consent, hide_from_companies
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import CandidateIdentity
from tests.factories import ApplicationFactory, CandidateFactory, CandidateIdentityFactory, UserFactory
from tests.factories.moments import NOW
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor


@pytest.fixture
def student(moment: FirstMatch) -> User:
    user = UserFactory(role=Role.CANDIDATE, email="ida@example.org")
    moment.developer.user = user
    moment.developer.save()
    return user


@pytest.fixture
def of_software(moment: FirstMatch) -> User:
    user = UserFactory(role=Role.COMPANY, email="hr@example.com")
    moment.software.contacts.add(user)
    return user


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def test_candidate_applies_and_company_answers(
    moment: FirstMatch, student: User, of_software: User, visitor: Visitor
) -> None:
    candidate, company = visitor(student), visitor(of_software)
    ad = f"/opportunities/{moment.developer_ad.pk}/"
    assert f"{ad}apply/" in page(candidate, ad)
    assert "within 10 days" in page(candidate, f"{ad}apply/")

    sent = candidate.post(f"{ad}apply/send/", {"message": "I write Python.", "share": "yes"})

    application = Application.objects.get()
    assert sent.headers["Location"] == f"/applications/{application.pk}/"
    assert "I write Python." in page(candidate, sent.headers["Location"])
    assert moment.developer.identity.name in page(company, f"{ad}applications/")
    assert moment.developer.identity.name in page(company, "/applications/")
    assert "No, thank you" in page(company, sent.headers["Location"])
    company.post(f"/applications/{application.pk}/answer/", {"state": "talking", "answer": "Monday?"})
    assert "Monday?" in page(candidate, f"/applications/{application.pk}/")
    assert "in talks" in page(candidate, "/my-page/applications/")


def test_a_no_says_why_at_once_or_after_the_tap_in_the_mail(
    moment: FirstMatch, student: User, of_software: User, visitor: Visitor
) -> None:
    application = ApplicationFactory(
        opportunity=moment.developer_ad, candidate=moment.developer, is_shared=True
    )
    at, company = f"/applications/{application.pk}/", visitor(of_software)

    without = company.post(f"{at}answer/", {"state": "rejected", "answer": "Thank you."})
    assert without.status_code == 422
    assert "Choose why it is a no" in without.content.decode()
    company.post(f"{at}answer/", {"state": "rejected", "reason": "somebody_else"})
    assert "Somebody else was chosen" in page(visitor(student), at).replace("somebody", "Somebody")

    Application.objects.update(end_reason="")
    assert "Why it is a no" in page(company, at)
    company.post(f"{at}reason/", {"reason": "pay"})
    assert Application.objects.get().end_reason == "pay"
    assert "Why it is a no" not in page(company, at)


def test_refused_form_keeps_what_was_typed(
    moment: FirstMatch, student: User, of_software: User, visitor: Visitor
) -> None:
    application = ApplicationFactory(opportunity=moment.developer_ad, candidate=moment.developer)

    refused = visitor(of_software).post(
        f"/applications/{application.pk}/answer/", {"state": "", "answer": "A long answer."}
    )
    assert refused.status_code == 422
    assert "A long answer." in refused.content.decode()
    too_long = visitor(student).post(
        f"/opportunities/{moment.developer_ad.pk}/apply/send/", {"message": "x" * 5001}
    )
    assert too_long.status_code in (302, 422)


def test_company_invites_from_the_list_and_the_candidate_says_yes(
    moment: FirstMatch, student: User, of_software: User, visitor: Visitor
) -> None:
    company, ad = visitor(of_software), f"/opportunities/{moment.developer_ad.pk}/"
    assert "Invite" in page(company, ad)

    invited = company.post(f"{ad}invite/", {"candidate": moment.developer.pk})

    kept = RankingShown.objects.get()
    assert (kept.opportunity, kept.viewer) == (moment.developer_ad, of_software)
    assert moment.developer.pk in [number for number, _rank, _points in kept.rows]
    html = page(company, invited.headers["Location"])
    assert moment.developer.identity.name not in html
    assert moment.developer.alias in html
    visitor(student).post(
        f"{invited.headers['Location']}answer-invitation/", {"accept": "yes", "message": "Gladly."}
    )
    html = page(company, invited.headers["Location"])
    assert moment.developer.identity.name in html
    assert "Gladly." in html


def test_one_tap_in_the_mail_answers_once(
    moment: FirstMatch, student: User, of_software: User, visitor: Visitor
) -> None:
    User.objects.filter(pk=of_software.pk).update(language="en")
    visitor(student).post(f"/opportunities/{moment.developer_ad.pk}/apply/send/", {"share": "yes"})
    mail = Message.objects.get(to_address="hr@example.com")
    yes, no = re.findall(r"(/t/[^/\s]+/)(?=\s)", mail.text)[:2]
    stranger = Client(headers={"accept-language": "en"})

    assert stranger.get(yes).status_code == 200
    assert Application.objects.get().state == ApplicationState.APPLIED  # opening it does nothing
    assert stranger.post(f"{yes}do/").status_code == 200
    application = Application.objects.get()
    assert (application.state, application.answered_by) == (ApplicationState.TALKING, of_software)
    assert stranger.post(f"{yes}do/").status_code in (409, 410)
    for late in (stranger.get(no), stranger.post(f"{no}do/", {"reason": "skills"})):
        assert late.status_code == 409
        said = late.content.decode()
        assert "This is answered already: yes, on " in said
        assert f'href="/applications/{application.pk}/"' in said
    assert Application.objects.get().state == ApplicationState.TALKING


def test_no_by_one_tap_says_why_before_it_is_sent(
    moment: FirstMatch, student: User, of_software: User, visitor: Visitor
) -> None:
    User.objects.filter(pk=of_software.pk).update(language="en")
    visitor(student).post(f"/opportunities/{moment.developer_ad.pk}/apply/send/", {"share": "yes"})
    mail = Message.objects.get(to_address="hr@example.com")
    yes, no = re.findall(r"(/t/[^/\s]+/)(?=\s)", mail.text)[:2]
    stranger = Client(headers={"accept-language": "en"})
    assert '<select class="ds-input" id="reason" name="reason" required' in stranger.get(no).content.decode()
    assert 'name="reason"' not in stranger.get(yes).content.decode()

    for fields in ({}, {"reason": ""}, {"reason": "no_such"}, {"reason": "withdrawn"}):
        without = stranger.post(f"{no}do/", fields)
        assert without.status_code == 422
        assert "Choose why it is a no: the candidate reads it." in without.content.decode()
        assert Application.objects.get().state == ApplicationState.APPLIED
    assert stranger.post(f"{no}do/", {"reason": "skills"}).status_code == 200

    application = Application.objects.get()
    assert (application.state, application.end_reason) == (ApplicationState.REJECTED, "skills")
    late = stranger.post(f"{yes}do/")
    assert late.status_code == 409
    assert "This is answered already: no, on " in late.content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_lists_take_the_same_number_of_queries(
    moment: FirstMatch,
    of_software: User,
    visitor: Visitor,
    django_assert_num_queries: DjangoAssertNumQueries,
    count: int,
) -> None:
    for number in range(count):
        candidate = CandidateFactory()
        CandidateIdentityFactory(candidate=candidate, name=f"Ida Prøvesen {number}")
        ApplicationFactory(opportunity=moment.developer_ad, candidate=candidate)
    company = visitor(of_software)
    company.get("/applications/")

    with django_assert_num_queries(7):
        page(company, "/applications/")
    with django_assert_num_queries(9):
        page(company, f"/opportunities/{moment.developer_ad.pk}/applications/")


def test_opportunity_is_opened_and_closed(moment: FirstMatch, of_software: User, visitor: Visitor) -> None:
    company, ad = visitor(of_software), f"/opportunities/{moment.developer_ad.pk}/"

    company.post(f"{ad}close/")
    assert "Open it to candidates" in page(company, ad)
    company.post(f"{ad}open/")
    moment.developer_ad.refresh_from_db()
    assert moment.developer_ad.state == "open"


def test_form_shows_exactly_what_the_company_gets_and_asks_for_it(
    moment: FirstMatch, student: User, of_software: User, visitor: Visitor
) -> None:
    CandidateIdentity.objects.filter(candidate=moment.developer).update(email="ida@example.org", phone="")
    candidate, company = visitor(student), visitor(of_software)
    ad = f"/opportunities/{moment.developer_ad.pk}/"

    html = page(candidate, f"{ad}apply/")
    for part in (moment.developer.identity.name, "ida@example.org", "you have not said it", "yes, all of it"):
        assert part in html
    assert 'name="share" value="yes" required' in html

    refused = candidate.post(f"{ad}apply/send/", {"message": "A letter."})
    assert refused.status_code == 422
    assert "A letter." in refused.content.decode()
    assert "gets your name, contact details and CV" in refused.content.decode()

    sent = candidate.post(f"{ad}apply/send/", {"message": "A letter.", "share": "yes"}).headers["Location"]
    profile = f"/candidates/{moment.developer.pk}/"
    for html in (page(company, sent), page(company, profile)):
        assert moment.developer.identity.name in html
        assert "ida@example.org" in html
    assert "for one opportunity alone" in page(candidate, "/my-page/privacy/")


def test_form_does_not_ask_again_who_agreed_for_all(
    moment: FirstMatch, student: User, visitor: Visitor
) -> None:
    purpose = ConsentPurpose.SHARE_ON_APPLICATION
    give_consent(candidate=moment.developer, purpose=purpose, by=student, at=NOW)
    html = page(visitor(student), f"/opportunities/{moment.developer_ad.pk}/apply/")
    assert 'name="share"' not in html
    assert "You have agreed to this" in html


def test_withdrawn_consent_shows_on_both_sides(
    moment: FirstMatch, student: User, of_software: User, visitor: Visitor
) -> None:
    hide_from_companies(candidate=moment.developer, by=student, at=NOW)
    candidate, company = visitor(student), visitor(of_software)
    name, ad = moment.developer.identity.name, f"/opportunities/{moment.developer_ad.pk}/"
    letter = {"message": f"I am {name}.", "share": "yes"}
    address = candidate.post(f"{ad}apply/send/", letter).headers["Location"]
    assert "sees your name, contact details and CV" in page(candidate, address)

    candidate.post(f"{address}sharing/", {"said": "no"})

    html = page(company, address)
    assert name not in html and "no longer shares name, contact details and CV" in html
    profile = f"/candidates/{moment.developer.pk}/"
    assert profile not in html and company.get(profile).status_code in (403, 404)
    assert name not in page(company, f"{ad}applications/")
    assert "you have withdrawn that" in page(candidate, address)
    candidate.post(f"{address}sharing/", {"said": "yes"})
    assert name in page(company, address)
