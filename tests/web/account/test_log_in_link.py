"""Logging in by the link in the mail: one tap, once, for a while, and never past a second factor."""

from __future__ import annotations

import re
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core import mail
from django.test import Client
from django.utils import timezone

from brobygger.apps.base import actions
from brobygger.apps.base.models import AuditEntry, OneTapLink, User
from tests.web.account.conftest import PASSWORD, is_logged_in, passkey_of, somebody

pytestmark = pytest.mark.django_db
EMAIL = "lin@example.org"


@pytest.fixture
def lin(db: None) -> User:
    return somebody(EMAIL)


def asked(going_to: str = "", client: Client | None = None) -> str:
    """The path of the link in the mail that somebody at another device asked for."""
    client = client or Client(headers={"accept-language": "en"})
    client.post("/log-in/code/", {"email": EMAIL, "next": going_to})
    return link_in(str(mail.outbox[-1].body))


def link_in(text: str) -> str:
    found = re.search(r"^https?://\S+/log-in/link/\S+$", text, re.M)
    assert found, text
    return urlsplit(found.group()).path


def test_opening_the_link_says_who_logs_in_and_changes_nothing(english, lin):
    path = asked()

    for _ in range(3):  # a program that looks through mail, and then the person
        html = english.get(path).content.decode()

    assert EMAIL in html
    assert "Log me in" in html
    assert not is_logged_in(english)
    assert OneTapLink.objects.get().used_at is None
    assert english.get(path)["Cache-Control"].count("no-store") == 1


def test_one_tap_logs_in_on_any_device_and_leads_on(english, lin):
    response = english.post(f"{asked('/vocabulary/')}enter/")

    assert response["Location"] == "/vocabulary/"
    assert is_logged_in(english)


def test_link_leads_to_pages_of_ours_alone(english, lin):
    response = english.post(f"{asked('https://evil.example/')}enter/")

    assert response["Location"] == "/"


def test_link_works_once(english, lin):
    path = asked()
    english.post(f"{path}enter/")
    other = Client(headers={"accept-language": "en"})

    response = other.post(f"{path}enter/")

    assert response.status_code == 410
    assert "This link was used" in response.content.decode()
    assert "Send me a new link" in response.content.decode()
    assert not is_logged_in(other)


def test_code_that_was_given_makes_the_link_worthless(english, lin, last_code):
    path = asked(client=english)
    english.post("/log-in/code/enter/", {"code": last_code()})
    assert is_logged_in(english)

    other = Client(headers={"accept-language": "en"})
    assert other.post(f"{path}enter/").status_code == 410
    assert not is_logged_in(other)
    assert AuditEntry.objects.filter(action="base.void_log_in_links").count() == 1


def test_link_expires_when_the_code_does(english, lin, monkeypatch):
    path = asked()
    late = timezone.now() + timedelta(minutes=15, seconds=1)
    monkeypatch.setattr("brobygger.web.account.link.now", lambda: late)

    for response in (english.get(path), english.post(f"{path}enter/")):
        assert response.status_code == 410
        assert "has expired" in response.content.decode()
        assert "/log-in/code/" in response.content.decode()
    assert not is_logged_in(english)


def test_changed_link_is_unknown(english, lin):
    path = asked()

    response = english.post(f"{path.rstrip('/')[:-1]}_/enter/")

    assert response.status_code == 404
    assert "Send me a new link" in response.content.decode()
    assert not is_logged_in(english)


def test_links_for_other_things_log_nobody_in_and_this_one_does_nothing_else(english, lin):
    tap = actions.OneTap("x", "base.mute_topic", {"topic": "news"}, days=7)
    other = (
        actions.make_one_tap_link(user=lin, tap=tap, by=None, at=timezone.now()).split("/t/")[1].strip("/")
    )
    token = asked().strip("/").split("/")[-1]

    assert english.get(f"/log-in/link/{other}/").status_code == 404
    assert english.post(f"/log-in/link/{other}/enter/").status_code == 404
    assert english.get(f"/t/{token}/").status_code == 404
    assert english.post(f"/t/{token}/do/").status_code == 404
    assert not is_logged_in(english)
    assert not OneTapLink.objects.exclude(used_at=None).exists(), "nothing is used up by the wrong address"


@pytest.mark.parametrize("kind", ["app", "passkey"])
def test_second_factor_is_asked_for_after_the_link(english, lin, kind):
    TOTP.activate(lin, generate_totp_secret()) if kind == "app" else passkey_of(lin)

    response = english.post(f"{asked()}enter/")

    assert response["Location"] == "/log-in/second-factor/"
    assert not is_logged_in(english)


def test_who_was_logged_in_here_is_logged_out_first(english, lin, member):
    english.post("/log-in/", {"login": member.email, "password": PASSWORD})
    TOTP.activate(lin, generate_totp_secret())

    response = english.post(f"{asked()}enter/")

    assert response["Location"] == "/log-in/second-factor/"
    assert not is_logged_in(english)


def test_closed_account_is_not_let_in(english, lin):
    path = asked()
    User.objects.filter(pk=lin.pk).update(is_active=False)

    assert english.get(path).status_code == 404
    assert english.post(f"{path}enter/").status_code == 404
    assert not is_logged_in(english)


def test_link_verifies_the_address_it_was_sent_to_and_no_other(english):
    user = somebody(EMAIL, verified=False)
    english.post(f"{asked()}enter/")
    assert is_logged_in(english)
    assert EmailAddress.objects.get(user=user).verified

    path, other = asked(), Client(headers={"accept-language": "en"})
    EmailAddress.objects.filter(user=user).delete()
    EmailAddress.objects.create(user=user, email="new@example.org", primary=True)
    assert other.post(f"{path}enter/").status_code == 404
    assert not EmailAddress.objects.get(user=user).verified


def test_stranger_and_who_gives_a_code_again_get_no_link(english, lin):
    english.post("/log-in/code/", {"email": "nobody@example.org"})
    assert "/log-in/link/" not in str(mail.outbox[-1].body)

    english.post(f"{asked()}enter/")
    english.post("/account/confirm/code/?next=/account/", {"recipient": EMAIL})
    assert mail.outbox[-1].to == [EMAIL]
    assert "/log-in/link/" not in str(mail.outbox[-1].body)


def test_many_tries_have_to_wait(english, lin):
    for _ in range(30):
        english.post("/log-in/link/unknown/enter/")

    assert english.post(f"{asked()}enter/").status_code == 429
    assert not is_logged_in(english)


def test_page_speaks_the_language_of_the_mail(lin):
    User.objects.filter(pk=lin.pk).update(language="sv")
    path = asked()

    html = Client(headers={"accept-language": "en"}).get(path).content.decode()

    assert '<html lang="sv"' in html


def test_trail_names_neither_the_address_nor_the_token(english, lin):
    path = asked()
    english.post(f"{path}enter/")

    trail = " ".join(str(one.changes) for one in AuditEntry.objects.all())
    assert EMAIL not in trail
    assert path.strip("/").split("/")[-1] not in trail
