"""Logging in: by password, by code, by user name, with a second factor; what is limited and what is said."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core import mail
from django.test import Client
from django.utils import translation

from brobygger.apps.base import actions
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.people.actions import start_profile
from brobygger.web.templatetags.account_fields import browser_name
from tests.factories import UserFactory
from tests.factories.moments import NOW
from tests.web.account.conftest import PASSWORD, is_logged_in, somebody

pytestmark = pytest.mark.django_db


def totp_code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, int(time.time()) // 30))


@pytest.fixture
def at_home(english, member):
    """Logged in with the password, which was given again a moment ago."""
    english.post("/log-in/", {"login": member.email, "password": PASSWORD})
    english.post("/account/confirm/?next=/account/", {"password": PASSWORD})
    return english


def test_page_offers_every_way_in(english):
    html = english.get("/log-in/?next=/vocabulary/").content.decode()

    for way in ("Send me a code by mail", "Use a passkey", "Create a profile", 'name="password"'):
        assert way in html
    assert "/log-in/code/?next=%2Fvocabulary%2F" in html
    assert "/log-in/with/" not in html, "no provider is set up"


def test_email_and_password_let_in_and_lead_on(english, member):
    response = english.post(
        "/log-in/", {"login": "KIM@example.org", "password": PASSWORD, "next": "/vocabulary/"}
    )

    assert response["Location"] == "/vocabulary/"
    assert is_logged_in(english)


def test_somebody_added_by_hand_logs_in_with_a_user_name(english):
    when = dt.datetime(2026, 11, 1, 12, tzinfo=dt.UTC)
    actions.save_user(username="agency", password=PASSWORD, role=Role.AGENCY, by=None, at=when)

    english.post("/log-in/", {"login": "agency", "password": PASSWORD})

    assert is_logged_in(english)


def test_unverified_address_gets_a_code_instead_of_a_refusal(english, last_code):
    somebody("late@example.org", password=PASSWORD, verified=False)

    response = english.post("/log-in/", {"login": "late@example.org", "password": PASSWORD}, follow=True)

    assert "We've sent a code to" in response.content.decode()
    assert not is_logged_in(english)
    english.post("/account/email/code/", {"code": last_code()})
    assert is_logged_in(english)


def test_code_by_mail_lets_in_without_a_password(english, last_code):
    somebody("no-password@example.org")

    english.post("/log-in/code/", {"email": "no-password@example.org", "next": "/vocabulary/"})
    response = english.post("/log-in/code/enter/", {"code": last_code(), "next": "/vocabulary/"})

    assert response["Location"] == "/vocabulary/"
    assert is_logged_in(english)


def test_log_in_goes_on_in_the_language_of_the_person(english, last_code):
    somebody("svea@example.org", language="sv")

    english.post("/log-in/code/", {"email": "svea@example.org"})
    assert "kod" in str(mail.outbox[-1].body)
    english.post("/log-in/code/enter/", {"code": last_code()})

    assert '<html lang="sv"' in english.get("/account/").content.decode()


def test_unknown_address_looks_like_a_known_one(english):
    response = english.post("/log-in/code/", {"email": "nobody@example.org"}, follow=True)

    assert "We've sent a code to" in response.content.decode()
    assert mail.outbox[-1].to == ["nobody@example.org"]
    assert "do not have any record of such an account" in str(mail.outbox[-1].body)


def test_wrong_and_late_codes_let_nobody_in(english, member, last_code, monkeypatch):
    english.post("/log-in/code/", {"email": member.email})
    response = english.post("/log-in/code/enter/", {"code": "AAAA-AAAA"})
    assert "Incorrect code" in response.content.decode()

    later = time.time() + 16 * 60
    monkeypatch.setattr("allauth.account.internal.flows.code_verification.time.time", lambda: later)
    response = english.post("/log-in/code/enter/", {"code": last_code()})

    assert response["Location"] == "/log-in/code/"
    assert not is_logged_in(english)


def test_sixth_wrong_password_has_to_wait_even_if_the_next_is_right(english, member):
    for _ in range(5):
        english.post("/log-in/", {"login": member.email, "password": "wrong"})

    response = english.post("/log-in/", {"login": member.email, "password": PASSWORD})

    assert "Too many failed login attempts" in response.content.decode()
    assert not is_logged_in(english)


def test_fourth_code_for_an_address_in_a_minute_has_to_wait(english, member):
    for _ in range(4):
        response = Client(headers={"accept-language": "en"}).post("/log-in/code/", {"email": member.email})

    assert "Too many failed login attempts" in response.content.decode()
    assert len(mail.outbox) == 3


def test_limits_behind_a_proxy_count_its_visitors(english, member, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for number in range(21):
        answer = english.post(
            "/sign-up/", {"email": f"n{number}@example.org"}, headers={"x-forwarded-for": f"192.0.2.{number}"}
        )

    assert answer.status_code == 302


def test_forgotten_password_is_set_anew_with_a_code(english, member, last_code):
    english.post("/log-in/password/", {"email": member.email})
    english.post("/log-in/password/code/", {"code": last_code()})
    response = english.post(
        "/log-in/password/new/", {"password1": "another long password", "password2": "another long password"}
    )

    assert response.status_code == 302
    member.refresh_from_db()
    assert member.check_password("another long password")
    assert AuditEntry.objects.filter(action="base.password_reset", subject_id=str(member.pk)).exists()


def test_closed_account_is_told_so(english, member):
    member.is_active = False
    member.save()

    response = english.post("/log-in/", {"login": member.email, "password": PASSWORD}, follow=True)

    assert not is_logged_in(english)
    assert "inactive" in response.content.decode().lower()


def test_password_is_asked_again_before_the_second_factor_is_changed(english, member):
    english.post("/log-in/", {"login": member.email, "password": PASSWORD})

    response = english.get("/account/second-factor/app/")

    assert response["Location"] == "/account/confirm/?next=%2Faccount%2Fsecond-factor%2Fapp%2F"


@pytest.mark.django_db(transaction=True)
def test_authenticator_app_is_joined_and_then_asked_for(at_home, member):
    secret = at_home.get("/account/second-factor/app/").context["form"].secret

    response = at_home.post("/account/second-factor/app/", {"code": totp_code(secret)})
    assert response["Location"] == "/account/recovery-codes/"
    codes = at_home.get(response["Location"]).context["unused_codes"]
    assert len(codes) == 10
    assert AuditEntry.objects.filter(action="base.second_factor_added").exists()
    assert mail.outbox[-1].to == [member.email], "the owner hears of it"

    other = Client(headers={"accept-language": "en"})
    response = other.post("/log-in/", {"login": member.email, "password": PASSWORD, "next": "/vocabulary/"})
    assert response["Location"] == "/log-in/second-factor/"
    assert not is_logged_in(other)
    assert "Incorrect code" in other.post("/log-in/second-factor/", {"code": "000000"}).content.decode()

    response = other.post("/log-in/second-factor/", {"code": codes[0]})
    assert response["Location"] == "/vocabulary/"
    assert is_logged_in(other)


def test_authenticator_code_lets_in_and_a_recovery_code_works_once(english, member):
    secret = generate_totp_secret()
    TOTP.activate(member, secret)
    recovery = RecoveryCodes.activate(member).get_unused_codes()[0]

    def second_factor(code: str) -> bool:
        client = Client(headers={"accept-language": "en"})
        client.post("/log-in/", {"login": member.email, "password": PASSWORD})
        client.post("/log-in/second-factor/", {"code": code})
        return is_logged_in(client)

    assert second_factor(totp_code(secret))
    assert second_factor(recovery)
    assert not second_factor(recovery)


def test_admin_is_no_way_around_the_second_factor(english, member):
    TOTP.activate(member, generate_totp_secret())
    User.objects.filter(pk=member.pk).update(is_staff=True)

    response = english.post("/admin/login/", {"username": member.get_username(), "password": PASSWORD})

    assert response["Location"].startswith("/log-in/?next=")
    assert not is_logged_in(english)


def test_colleague_added_in_the_admin_enters_with_a_code(english, last_code, admin_client):
    form = {"username": "col", "email": "col@example.org", "role": "secretariat", "usable_password": "false"}
    assert admin_client.post("/admin/base/user/add/", form).status_code == 302

    english.post("/log-in/code/", {"email": "col@example.org"})
    english.post("/log-in/code/enter/", {"code": last_code()})

    user = User.objects.get(username="col")
    assert (user.role, user.has_usable_password()) == (Role.SECRETARIAT, False)
    assert english.session["_auth_user_id"] == str(user.pk)
    assert EmailAddress.objects.get(user=user).verified


def test_code_by_mail_is_no_way_around_the_second_factor(english, member, last_code):
    TOTP.activate(member, generate_totp_secret())

    english.post("/log-in/code/", {"email": member.email})
    response = english.post("/log-in/code/enter/", {"code": last_code()})

    assert response["Location"] == "/log-in/second-factor/"
    assert not is_logged_in(english)


def test_password_and_address_are_changed(at_home, member, last_code):
    at_home.post(
        "/account/password/",
        {"oldpassword": PASSWORD, "password1": "another long password", "password2": "another long password"},
    )
    member.refresh_from_db()
    assert member.check_password("another long password")

    candidate = start_profile(user=member, by=member, at=NOW)
    response = at_home.post("/account/email/", {"email": "kim@example.net", "action_add": ""})
    assert response["Location"] == "/account/email/code/"
    assert mail.outbox[-1].to == ["kim@example.net"]
    at_home.post("/account/email/code/", {"code": last_code()})

    member.refresh_from_db()
    assert member.email == "kim@example.net"
    candidate.identity.refresh_from_db()
    assert candidate.identity.email == "kim@example.net"
    assert set(AuditEntry.objects.values_list("action", flat=True)) >= {
        "base.password_changed",
        "base.email_changed",
    }


def test_first_password_is_set_after_a_code(english, last_code):
    user = somebody("no-password@example.org")
    english.post("/log-in/code/", {"email": user.email})
    english.post("/log-in/code/enter/", {"code": last_code()})

    response = english.get("/account/password/set/", follow=True)
    assert response.request["PATH_INFO"].startswith("/account/")
    english.post("/account/confirm/code/?next=/account/password/set/", {"recipient": user.email})
    english.post("/account/confirm/code/enter/?next=/account/password/set/", {"code": last_code()})
    english.post("/account/password/set/", {"password1": PASSWORD, "password2": PASSWORD})

    user.refresh_from_db()
    assert user.check_password(PASSWORD)


def test_other_sessions_are_seen_and_ended(at_home, member):
    other = Client(headers={"accept-language": "en"})
    other.post("/log-in/", {"login": member.email, "password": PASSWORD})

    assert at_home.get("/account/sessions/").context["session_count"] == 2
    at_home.post("/account/sessions/")

    assert other.get("/account/").status_code == 302
    assert at_home.get("/account/").status_code == 200


def test_nobody_changes_the_passkey_of_somebody_else(at_home):
    theirs = Authenticator.objects.create(
        user=UserFactory(), type=Authenticator.Type.WEBAUTHN, data={"name": "x", "credential": {}}
    )

    assert at_home.get(f"/account/passkeys/{theirs.pk}/remove/").status_code == 404
    assert at_home.post(f"/account/passkeys/{theirs.pk}/remove/").status_code == 404
    assert Authenticator.objects.filter(pk=theirs.pk).exists()


def test_who_signed_up_in_a_demo_is_not_offered_as_one_of_its_users(english, member):
    assert member.get_username() not in english.get("/").content.decode()
    assert User.objects.filter(pk=member.pk).exists()


def test_user_of_a_demo_sees_an_account_without_an_address(english):
    user = UserFactory(username="someone", role=Role.SECRETARIAT, email="someone@demo.example")
    user.set_password("demo")
    user.save()
    english.post("/log-in/demo/", {"user": "someone"})
    User.objects.filter(pk=user.pk).update(email="")  # as whoever was added with a user name alone

    assert "you log in with your user name" in english.get("/account/").content.decode()
    for address in ("/account/second-factor/", "/account/passkeys/", "/account/sessions/"):
        assert english.get(address).status_code == 200
    english.post("/account/confirm/?next=/account/email/", {"password": "demo"})
    assert "You have no address here yet" in english.get("/account/email/").content.decode()


@pytest.mark.parametrize(
    ("says", "name"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0",
            "Firefox on Windows",
        ),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1",
            "Safari on iPhone",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/126.0 Safari/537.36 Edg/126.0", "Edge on Linux"),
        ("curl/8.0", "Another program"),
    ],
)
def test_browser_is_called_by_the_name_that_people_know(says, name):
    with translation.override("en"):
        assert browser_name(says) == name
