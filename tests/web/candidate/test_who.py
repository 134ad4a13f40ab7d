"""“Who I am”: asked after the CV, on the page to apply and with a yes to an invitation; true mails afterwards."""

from __future__ import annotations

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Message, OneTapLink, User
from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.opportunities.models import Application
from brobygger.apps.people.actions import give_consent, say_who
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate, CandidateIdentity
from tests.factories import UserFactory
from tests.factories.moments import NOW
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

CV = "Skills\nWelding, Python\n\nLanguages\nDanish (B2), English (C1)\n"


@pytest.fixture
def stranger(db: None) -> User:
    return UserFactory(role=Role.CANDIDATE, email="ida@example.org")


@pytest.fixture
def client_of(moment: FirstMatch, stranger: User, visitor: Visitor) -> Client:
    return visitor(stranger)


@pytest.fixture
def nameless(moment: FirstMatch, stranger: User) -> Candidate:
    """Whoever is to apply, with a CV and no name."""
    CandidateIdentity.objects.update_or_create(
        candidate=moment.developer, defaults={"name": "", "email": stranger.email, "phone": ""}
    )
    moment.developer.user = stranger
    moment.developer.save()
    return Candidate.objects.get(pk=moment.developer.pk)


@pytest.fixture
def contact(moment: FirstMatch) -> User:
    user = UserFactory(role=Role.COMPANY, email="hr@example.com", language="en")
    moment.software.contacts.add(user)
    return user


def invited(moment: FirstMatch, nameless: Candidate, contact: User, visitor: Visitor) -> Application:
    ad = moment.developer_ad.pk
    visitor(contact).post(f"/opportunities/{ad}/invite/", {"candidate": nameless.pk, "invitation": "Hello"})
    return Application.objects.get()


@pytest.mark.parametrize("begin", [("cv/read/", {"text": CV}), ("cv/none/", {})])
def test_name_is_asked_at_the_beginning_and_can_wait(client_of: Client, begin: tuple[str, dict]) -> None:
    response = client_of.post(f"/my-page/{begin[0]}", begin[1])
    assert response.headers["Location"] == "/my-page/who/?next=profile"

    html = client_of.get(response.headers["Location"]).content.decode()
    assert "ida@example.org" in html
    assert "only when you apply or accept an invitation" in html
    assert 'href="/my-page/profile/"' in html

    saved = client_of.post("/my-page/who/save/", {"name": "Ida Prøvesen", "phone": "", "next": "profile"})
    assert saved.headers["Location"] == "/my-page/profile/"
    # a second CV does not ask again
    assert client_of.post("/my-page/cv/read/", {"text": CV + "x"}).headers["Location"] == "/my-page/profile/"


def test_name_and_phone_are_changed_on_a_page_of_their_own(
    client_of: Client, nameless: Candidate, stranger: User
) -> None:
    say_who(candidate=nameless, name="Ida Prøvesen", by=stranger, at=NOW)
    matching = {"candidate": nameless, "purpose": ConsentPurpose.MATCHING, "language": "en"}
    give_consent(**matching, by=stranger, at=NOW)
    assert 'href="/my-page/who/"' in client_of.get("/my-page/").content.decode()
    assert 'value="Ida Prøvesen"' in client_of.get("/my-page/who/").content.decode()

    for said, wrong in (
        ({"name": ""}, "Write your name"),
        ({"name": "Ida", "phone": "x"}, "with its digits"),
    ):
        refused = client_of.post("/my-page/who/save/", said)
        assert refused.status_code == 422
        assert wrong in refused.content.decode()
    saved = client_of.post("/my-page/who/save/", {"name": "Ida P.", "phone": "12 34 56 78"})
    assert saved.headers["Location"] == "/my-page/"
    assert (CandidateIdentity.objects.get(candidate=nameless).name) == "Ida P."


def test_application_needs_a_name_and_asks_for_it(
    client_of: Client, nameless: Candidate, moment: FirstMatch, contact: User, visitor: Visitor
) -> None:
    ad = f"/opportunities/{moment.developer_ad.pk}/apply/"
    assert 'name="name"' in client_of.get(ad).content.decode()

    without = client_of.post(f"{ad}send/", {"message": "I write Python.", "share": "yes"})
    assert without.status_code == 422
    html = without.content.decode()
    assert "Write your name" in html
    assert "I write Python." in html
    assert not Application.objects.exists()

    sent = client_of.post(f"{ad}send/", {"share": "yes", "name": "Ida Prøvesen", "phone": "12 34 56 78"})
    html = visitor(contact).get(sent.headers["Location"]).content.decode()
    for part in ("Ida Prøvesen", "ida@example.org", "12 34 56 78"):
        assert part in html
    assert "Ida Prøvesen" in Message.objects.get(to_user=contact).subject
    assert "Write your name" not in client_of.get(ad).content.decode()


def test_page_to_apply_promises_no_cv_where_none_was_given(
    client_of: Client, nameless: Candidate, moment: FirstMatch
) -> None:
    ad = f"/opportunities/{moment.developer_ad.pk}/apply/"
    assert "yes, all of it" in client_of.get(ad).content.decode()
    type(nameless.document).objects.filter(candidate=nameless).update(text="")
    assert "none: you have not given one" in client_of.get(ad).content.decode()


@pytest.mark.parametrize("has_cv", [True, False])
def test_yes_to_an_invitation_needs_a_name_and_the_mail_says_what_is_seen(
    client_of: Client,
    nameless: Candidate,
    moment: FirstMatch,
    contact: User,
    visitor: Visitor,
    has_cv: bool,
) -> None:
    if not has_cv:
        type(nameless.document).objects.filter(candidate=nameless).update(text="")
    at = f"/applications/{invited(moment, nameless, contact, visitor).pk}/"
    assert 'name="name"' in client_of.get(at).content.decode()
    assert client_of.post(f"{at}answer-invitation/", {"accept": "yes"}).status_code == 422
    assert Application.objects.get().state == ApplicationState.INVITED

    client_of.post(f"{at}answer-invitation/", {"accept": "yes", "name": "Ida Prøvesen"})

    mail = Message.objects.filter(to_user=contact).order_by("-pk")[0]
    assert mail.subject.startswith("Ida Prøvesen")
    assert ("name, contact details and CV" in mail.text) == has_cv
    assert ("There is no CV" in mail.text) != has_cv


def test_no_to_an_invitation_needs_no_name(
    client_of: Client, nameless: Candidate, moment: FirstMatch, contact: User, visitor: Visitor
) -> None:
    at = f"/applications/{invited(moment, nameless, contact, visitor).pk}/"
    client_of.post(f"{at}answer-invitation/", {"accept": "no", "name": ""})
    assert Application.objects.get().state == ApplicationState.INVITATION_DECLINED


def test_tap_in_the_mail_says_that_the_name_is_missing(
    client_of: Client, nameless: Candidate, moment: FirstMatch, contact: User, visitor: Visitor
) -> None:
    from brobygger.web.one_tap import ONE_TAP_ACTIONS, NotPossible

    invited(moment, nameless, contact, visitor)
    link = next(
        one
        for one in OneTapLink.objects.filter(action="opportunities.answer_invitation")
        if one.arguments["accept"] == "yes"
    )
    action = ONE_TAP_ACTIONS[link.action]
    with pytest.raises(NotPossible, match="give your name there"):
        action.describe(link)
    with pytest.raises(NotPossible, match="name"):
        action.perform(link, NOW)
    assert Application.objects.get().state == ApplicationState.INVITED
