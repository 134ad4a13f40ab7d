"""A link of a mail, as its receiver meets it: opened, tapped, tapped again, too late, cut off."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.utils.timezone import now

from brobygger.apps.base import actions, queries
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import AuditEntry, MailChoice, OneTapLink
from brobygger.web import one_tap
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
MUTE_REMINDERS = actions.OneTap("No more", "base.mute_topic", {"topic": "reminders"}, days=7)


@pytest.fixture
def reader():
    return UserFactory(email="reader@mail.example", language="en", role=Role.CANDIDATE)


@pytest.fixture
def path_of(reader, settings):
    """Makes a link for the reader; the answer is its path."""

    def make(tap=MUTE_REMINDERS, at=None, user=reader):
        address = actions.make_one_tap_link(user=user, tap=tap, by=None, at=at or now())
        return address.removeprefix(settings.BROBYGGER_URL)

    return make


def words(response):
    return response.content.decode()


def test_opening_a_link_says_what_it_does_and_changes_nothing(client, path_of):
    path = path_of()
    entries = AuditEntry.objects.count()

    for _ in range(2):
        response = client.get(path)
        assert response.status_code == 200
        assert "We write you no more mails about reminders. All other mails come as before." in words(
            response
        )
        assert "The link was sent to reader@mail.example." in words(response)
    assert client.head(path).status_code == 200

    assert OneTapLink.objects.get().used_at is None
    assert not MailChoice.objects.exists()
    assert AuditEntry.objects.count() == entries
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "same-origin"


def test_tap_does_it_as_the_reader_and_logs_nobody_in(client, path_of, reader):
    response = client.post(f"{path_of()}do/")

    assert "Done" in words(response)
    assert "We write you no more mails about reminders." in words(response)
    assert MailTopic.REMINDERS not in queries.wanted_topics(reader)
    assert "_auth_user_id" not in client.session
    link = OneTapLink.objects.get()
    done = AuditEntry.objects.get(action="base.choose_mails")
    assert (done.by_id, done.changes["by_link"]) == (reader.pk, link.pk)


def test_second_tap_is_told_that_it_is_done(client, path_of):
    path = path_of()
    client.post(f"{path}do/")

    for response in (client.post(f"{path}do/"), client.get(path)):
        assert response.status_code == 410
        assert "That is done already" in words(response)
    assert AuditEntry.objects.filter(action="base.choose_mails").count() == 1


def test_old_link_says_so_and_shows_the_way_on(client, path_of):
    path = path_of(at=now() - dt.timedelta(days=7))

    for response in (client.get(path), client.post(f"{path}do/")):
        assert response.status_code == 410
        assert "This link has expired" in words(response)
        assert 'href="/log-in/"' in words(response)
    assert not MailChoice.objects.exists()


def test_changed_link_is_not_known(client, path_of):
    path = path_of().rstrip("/")[:-1]

    for response in (client.get(f"{path}/"), client.post(f"{path}/do/"), client.post(f"{path}/unsubscribe/")):
        assert response.status_code in {400, 404}
    assert "We do not know this link" in words(client.get(f"{path}/", headers={"accept-language": "en"}))
    assert not MailChoice.objects.exists()


def test_link_to_something_that_the_product_does_no_more_is_not_known(client, path_of):
    path = path_of(actions.OneTap("Dance", "events.dance", {}, days=7))

    assert client.get(path).status_code == client.post(f"{path}do/").status_code == 404
    assert OneTapLink.objects.get().used_at is None


@pytest.mark.parametrize(("language", "lang"), [("da", 'lang="da"'), ("sv", 'lang="sv"')])
def test_pages_are_in_the_language_of_the_receiver(path_of, language, lang):
    client = Client(headers={"accept-language": "en"})
    path = path_of(user=UserFactory(email="one@mail.example", language=language))

    for response in (client.get(path), client.post(f"{path}do/"), client.get(path)):
        assert f"<html {lang}" in words(response)


def test_link_acts_as_its_own_user_whoever_is_logged_in(visitor, path_of, reader):
    other = UserFactory(email="other@mail.example")
    visitor(other).post(f"{path_of()}do/")

    assert MailTopic.REMINDERS not in queries.wanted_topics(reader)
    assert MailTopic.REMINDERS in queries.wanted_topics(other)


def test_tap_needs_the_form_token(path_of):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(f"{path_of()}do/").status_code == 403
    assert not MailChoice.objects.exists()


def test_what_cannot_be_done_any_more_leaves_the_link_unused(client, path_of, monkeypatch):
    def too_late(link, at):
        MailChoice.objects.create(user=link.user, topic="news", is_on=True, changed_at=at)
        raise one_tap.NotPossible("The place was given to somebody else.")

    monkeypatch.setitem(
        one_tap.ONE_TAP_ACTIONS, "events.come", one_tap.OneTapAction(lambda link: "Come", too_late)
    )
    path = path_of(actions.OneTap("Come", "events.come", {}, days=7))

    response = client.post(f"{path}do/")

    assert response.status_code == 409
    assert "The place was given to somebody else." in words(response)
    assert OneTapLink.objects.get().used_at is None
    assert not MailChoice.objects.exists()


# --- the button of mail programs (RFC 8058) -----------------------------------------------------------------------


def test_mail_program_unsubscribes_without_a_form_token(path_of, reader):
    program, path = Client(enforce_csrf_checks=True), path_of()

    for _ in range(2):  # some post twice
        response = program.post(f"{path}unsubscribe/", {"List-Unsubscribe": "One-Click"})
        assert response.status_code == 204

    assert MailTopic.REMINDERS not in queries.wanted_topics(reader)
    assert AuditEntry.objects.filter(action="base.choose_mails").count() == 1


def test_person_who_opens_that_address_is_asked(client, path_of, reader):
    assert "We write you no more mails about reminders" in words(client.get(f"{path_of()}unsubscribe/"))
    assert MailTopic.REMINDERS in queries.wanted_topics(reader)


def test_post_to_it_that_is_no_mail_programs_is_refused(client, path_of):
    assert client.post(f"{path_of()}unsubscribe/").status_code == 400
    assert not MailChoice.objects.exists()


def test_nothing_else_is_done_without_a_form_token(client, path_of, monkeypatch):
    monkeypatch.setitem(
        one_tap.ONE_TAP_ACTIONS,
        "events.come",
        one_tap.OneTapAction(lambda link: "Come", lambda link, at: pytest.fail("it was done")),
    )
    path = path_of(actions.OneTap("Come", "events.come", {}, days=7))

    assert client.post(f"{path}unsubscribe/", {"List-Unsubscribe": "One-Click"}).status_code == 404
    assert OneTapLink.objects.get().used_at is None
