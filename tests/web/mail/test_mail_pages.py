"""The mailbox, and the page on which somebody chooses what to get mails about."""

from __future__ import annotations

import datetime as dt

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brobygger.apps.base import queries
from brobygger.apps.base.actions import choose_topic
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import Message
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import has_consent
from tests.factories import CandidateFactory, MessageFactory, UserFactory
from tests.factories.moments import LATER, NOW

pytestmark = pytest.mark.django_db
TOKEN = "t" * 43


def words(response):
    return response.content.decode()


@pytest.fixture
def student():
    return UserFactory(role=Role.CANDIDATE, email="student@mail.example")


def test_secretariat_sees_every_mail_and_a_candidate_the_own(visitor, student):
    MessageFactory(to_user=student, subject="To the student")
    MessageFactory(subject="To somebody else")

    everything = words(visitor(Role.SECRETARIAT).get("/mailbox/"))
    own = words(visitor(student).get("/mailbox/"))

    assert "To the student" in everything and "To somebody else" in everything
    assert "To the student" in own and "To somebody else" not in own
    assert "2 mails" in everything and "1 mail<" in own


@pytest.mark.parametrize("role", [Role.CANDIDATE, Role.COMPANY, Role.PARTNER, Role.FUNDER])
def test_mail_of_somebody_else_is_not_found(visitor, role):
    message = MessageFactory(to_user=UserFactory(email="other@mail.example"))

    assert visitor(role).get(f"/mailbox/{message.pk}/").status_code == 404


def test_visitor_is_asked_to_log_in(client):
    assert client.get("/mailbox/").status_code == client.get("/account/mail/").status_code == 302


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("topic=news", {"News"}),
        ("state=sent", {"Sent"}),
        ("state=failed", {"Failed"}),
        ("state=kept", {"Kept"}),
        ("state=waiting", {"News"}),
        ("text=ann@", {"Kept"}),
        ("text=fail&topic=applications", {"Failed"}),
        ("topic=nonsense", set()),
        ("state=nonsense", {"News", "Sent", "Failed", "Kept"}),
    ],
)
def test_mails_are_found_by_topic_state_and_receiver(visitor, query, found):
    MessageFactory(subject="News", topic=MailTopic.NEWS)
    MessageFactory(subject="Sent", sent_at=LATER)
    MessageFactory(subject="Failed", failed_at=LATER, failure="refused")
    MessageFactory(subject="Kept", is_kept=True, to_address="ann@mail.example")

    response = visitor(Role.MANAGER).get(f"/mailbox/?{query}")

    assert {one.subject for one in response.context["rows"]} == found


def test_list_asks_the_same_number_of_questions_however_long_it_is(visitor):
    client = visitor(Role.SECRETARIAT)
    MessageFactory()
    with CaptureQueriesContext(connection) as one:
        client.get("/mailbox/")
    for _ in range(2):
        MessageFactory()
    with CaptureQueriesContext(connection) as three:
        client.get("/mailbox/")

    assert len(one) == len(three)


def test_list_is_paged_latest_first(visitor):
    for day in range(31):
        MessageFactory(subject=f"Mail {day}", created_at=NOW + dt.timedelta(days=day))

    client = visitor(Role.SECRETARIAT)

    assert client.get("/mailbox/").context["rows"][0].subject == "Mail 30"
    assert [one.subject for one in client.get("/mailbox/?page=2").context["rows"]] == ["Mail 0"]


@pytest.mark.parametrize(
    ("is_kept", "is_demo", "said"),
    [
        (True, True, "This is a demo: nothing is sent."),
        (True, False, "has no mail server"),
        (False, True, ""),
    ],
)
def test_list_says_where_nothing_is_sent(visitor, settings, is_kept, is_demo, said):
    settings.MAIL_IS_KEPT, settings.DEMO = is_kept, is_demo

    page = words(visitor(Role.CANDIDATE).get("/mailbox/"))

    assert said in page
    assert ("would have been" in page) == bool(said)


def test_mail_is_shown_with_links_of_ours_that_can_be_clicked(visitor, student, settings):
    settings.DEMO, settings.BROBYGGER_URL = False, "https://brobygger.example"
    ours, foreign = f"https://brobygger.example/t/{TOKEN}/", "https://brobygger.example.evil.example/x"
    message = MessageFactory(to_user=student, text=f"Hello <b>\n\nYes: {ours}\nNo: {foreign}\n")

    page = words(visitor(student).get(f"/mailbox/{message.pk}/"))

    assert f'<a class="ds-link" href="/t/{TOKEN}/">{ours}</a>' in page
    assert f'href="{foreign}' not in page and foreign in page
    assert "Hello &lt;b&gt;" in page


def test_others_see_no_link_that_acts_as_the_receiver(visitor, student, settings):
    settings.DEMO = False
    message = MessageFactory(to_user=student, text=f"Yes: {settings.BROBYGGER_URL}/t/{TOKEN}/\n")

    page = words(visitor(Role.MANAGER).get(f"/mailbox/{message.pk}/"))

    assert TOKEN not in page
    assert "/t/…/" in page and "Links that act as the receiver are left out." in page


def test_others_see_no_code_to_log_in_with(visitor, student, settings):
    settings.DEMO = False
    message = MessageFactory(to_user=student, topic=MailTopic.ACCOUNT, subject="Your code", text="ABC-DEF")

    assert "ABC-DEF" not in words(visitor(Role.MANAGER).get(f"/mailbox/{message.pk}/"))
    assert "ABC-DEF" in words(visitor(student).get(f"/mailbox/{message.pk}/"))


def test_demo_shows_everything(visitor, student):
    message = MessageFactory(to_user=student, topic=MailTopic.ACCOUNT, text=f"ABC-DEF /t/{TOKEN}/")

    page = words(visitor(Role.MANAGER).get(f"/mailbox/{message.pk}/"))

    assert "ABC-DEF" in page and TOKEN in page


def test_topics_are_chosen(visitor, student):
    client = visitor(student)
    assert (
        words(client.get("/account/mail/")).count(" checked") == 9
    )  # of topics 5, of ways to be reached all 4

    response = client.post("/account/mail/save/", {"topic": ["news", "nonsense"]}, follow=True)

    assert "Saved." in words(response)
    assert queries.wanted_topics(student) == {MailTopic.ACCOUNT, MailTopic.NEWS}
    assert words(response).count(" checked") == 6


def test_page_says_that_there_is_no_address(visitor):
    assert "You have given no address" in words(visitor(UserFactory(email="")).get("/account/mail/"))
    assert not Message.objects.exists()


def test_candidate_agrees_to_mails_about_opportunities_with_the_tick(visitor, student):
    candidate = CandidateFactory(user=student)
    client = visitor(student)
    assert "at most once a week" in words(client.get("/account/mail/"))

    client.post("/account/mail/save/", {"topic": ["opportunities", "applications"]})

    assert has_consent(candidate, ConsentPurpose.OPPORTUNITY_MAILS)
    assert MailTopic.OPPORTUNITIES in queries.wanted_topics(student)
    client.post("/account/mail/save/", {"topic": ["applications"]})
    assert not has_consent(candidate, ConsentPurpose.OPPORTUNITY_MAILS)
    assert MailTopic.OPPORTUNITIES not in queries.wanted_topics(student)


def test_topic_without_the_consent_is_not_shown_as_wanted(visitor, student):
    CandidateFactory(user=student)
    choose_topic(user=student, topic=MailTopic.OPPORTUNITIES, is_on=True, by=student, at=NOW)
    assert 'value="opportunities" checked' not in words(visitor(student).get("/account/mail/"))
