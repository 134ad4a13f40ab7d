"""Logging in with a university's or a public OpenID Connect log-in."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from html import unescape

import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from django.core import mail
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from tests.web.account.conftest import PASSWORD, is_logged_in, somebody
from tests.web.account.provider import Provider, provider

pytestmark = pytest.mark.django_db
ANNA = {"sub": "abc", "email": "anna@uni.example", "name": "Anna Ø", "preferred_username": "anna"}


@pytest.fixture
def university(settings) -> Iterator[Provider]:
    with provider() as one:
        settings.OIDC_SERVER = one.address
        app = {**settings.OIDC_APP, "name": "University", "client_id": "bb", "secret": "s"}
        app["settings"] = {"server_url": one.address}
        settings.SOCIALACCOUNT_PROVIDERS = {
            "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]},
        }
        yield one


def go_and_come_back(client: Client, target: str = ""):
    """Press the button, follow the page between, log in there, come back."""
    between = client.post(f"/log-in/with/provider/?process=login&next={target}")
    address = unescape(re.search(r'content="0; url=([^"]+)"', between.content.decode()).group(1))
    back = requests.get(address, allow_redirects=False, timeout=10).headers["Location"]
    return client.get(back.replace("http://testserver", ""))


def test_button_is_shown_with_the_name_of_the_provider(english, university):
    assert "Log in with University" in english.get("/log-in/").content.decode()
    assert "Log in with University" in english.get("/sign-up/").content.decode()


def test_first_visit_makes_a_candidate_and_the_second_enters(english, university):
    university.claims = {**ANNA, "email_verified": True}

    response = go_and_come_back(english, "/vocabulary/")

    assert response["Location"] == "/vocabulary/"
    user = User.objects.get(email="anna@uni.example")
    assert (user.role, user.language, user.has_usable_password()) == (Role.CANDIDATE, "en", False)
    assert user.username.startswith("person-")
    assert AuditEntry.objects.filter(action="base.sign_up", subject_id=str(user.pk)).count() == 1

    other = Client(headers={"accept-language": "en"})
    go_and_come_back(other)
    assert other.session["_auth_user_id"] == str(user.pk)


def test_verified_address_joins_the_account_that_has_it(english, university, member):
    university.claims = {**ANNA, "email": member.email, "email_verified": True}

    go_and_come_back(english)

    assert english.session["_auth_user_id"] == str(member.pk)
    assert SocialAccount.objects.get().user == member
    member.refresh_from_db()
    assert member.role == Role.CANDIDATE


def test_address_that_the_provider_has_not_verified_joins_nothing(english, university, member):
    university.claims = {**ANNA, "email": member.email, "email_verified": False}

    response = go_and_come_back(english)

    assert not is_logged_in(english)
    assert response["Location"] == "/account/email/code/"
    assert SocialAccount.objects.count() == 0
    assert "There is one already" in str(mail.outbox[-1].body)


def test_new_address_that_the_provider_has_not_verified_needs_a_code(english, university, last_code):
    university.claims = {**ANNA, "email_verified": False}

    go_and_come_back(english)
    assert not is_logged_in(english)
    english.post("/account/email/code/", {"code": last_code()})

    assert is_logged_in(english)


def test_password_of_an_unverified_account_is_dropped_when_its_owner_comes(english, university, last_code):
    squatted = somebody("anna@uni.example", password=PASSWORD, verified=False)
    university.claims = {**ANNA, "email_verified": True}

    go_and_come_back(english)

    squatted.refresh_from_db()
    assert not squatted.has_usable_password()
    english.post("/account/email/code/", {"code": last_code()})
    assert english.session["_auth_user_id"] == str(squatted.pk)


def test_provider_without_an_address_is_asked_for_one(english, university, last_code):
    university.claims = {"sub": "abc", "name": "Anna Ø"}

    response = go_and_come_back(english)
    assert response["Location"] == "/sign-up/finish/"
    assert english.get("/sign-up/finish/").status_code == 200
    english.post("/sign-up/finish/", {"email": "anna@uni.example"})
    english.post("/account/email/code/", {"code": last_code()})

    assert is_logged_in(english)
    user = User.objects.get(email="anna@uni.example")
    assert user.role == Role.CANDIDATE
    assert AuditEntry.objects.filter(action="base.sign_up", subject_id=str(user.pk)).count() == 1


def test_answer_that_nobody_asked_for_is_refused_in_words(english, university):
    html = english.get("/log-in/with/provider/back/?code=c1&state=made-up").content.decode()

    assert not is_logged_in(english)
    assert "An error occurred while attempting to login" in html


def test_provider_that_gave_up_is_told(english, university):
    between = english.post("/log-in/with/provider/?process=login").content.decode()
    state = re.search(r"state=(\w+)", between).group(1)

    response = english.get(f"/log-in/with/provider/back/?error=access_denied&state={state}", follow=True)

    assert "You decided to cancel" in response.content.decode()


def test_no_other_provider_exists(english, university):
    assert english.post("/log-in/with/elsewhere/").status_code == 404


def test_provider_is_set_up_by_the_environment_alone(tmp_path):
    import os

    (tmp_path / "secret").write_text("hush\n", encoding="utf-8")
    code = (
        "from brobygger.config import settings as s\n"
        "app, = s.SOCIALACCOUNT_PROVIDERS['openid_connect']['APPS']\n"
        "print(app['name'], app['client_id'], app['secret'], app['settings']['server_url'])\n"
        "print(s.EMAIL_BACKEND, s.EMAIL_HOST, s.EMAIL_PORT, s.EMAIL_USE_TLS, s.EMAIL_USE_SSL, s.DEFAULT_FROM_EMAIL)"
    )
    given = {
        "BROBYGGER_DATA": str(tmp_path),
        "BROBYGGER_DEMO": "on",
        "BROBYGGER_OIDC_NAME": "Feide",
        "BROBYGGER_OIDC_SERVER": "https://id.example",
        "BROBYGGER_OIDC_CLIENT_ID": "bb",
        "BROBYGGER_OIDC_CLIENT_SECRET_FILE": str(tmp_path / "secret"),
        "BROBYGGER_MAIL_HOST": "mail.example",
        "BROBYGGER_URL": "https://programme.example",
        "BROBYGGER_MAIL_PORT": "465",
        "BROBYGGER_MAIL_TLS": "tls",
        "BROBYGGER_MAIL_FROM": "Programme <post@programme.example>",
    }

    done = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | given, capture_output=True, text=True, check=True
    )

    assert done.stdout.splitlines() == [
        "Feide bb hush https://id.example",
        "django.core.mail.backends.smtp.EmailBackend mail.example 465 False True Programme <post@programme.example>",
    ]
