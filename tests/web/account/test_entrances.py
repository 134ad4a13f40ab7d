"""The pages of the account: who may enter, that all of them render in four languages, and that none was forgotten."""

from __future__ import annotations

import re

import pytest
from allauth import urls as allauth_urls
from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.core.exceptions import ImproperlyConfigured
from django.test import Client
from django.urls import get_resolver, resolve, reverse

from brobygger.web.account import entrances
from brobygger.web.account.entrances import ENTRANCES, LOGGED_IN, Entrance, addresses
from brobygger.web.page import ANYONE
from tests.web.account.conftest import PASSWORD, passkey_of, somebody

pytestmark = pytest.mark.django_db
LANGUAGES = ("da", "nb", "sv", "en")
LEFT_OUT = {
    "account_signup_by_passkey": "a passkey is added once the address is verified",
    "mfa_signup_webauthn": "the same",
    "mfa_trust": "it would keep a cookie of its own",
}


def address_of(entrance: Entrance, passkey: Authenticator) -> str:
    given = {"pk": passkey.pk} if "<int:pk>" in entrance.at else {}
    given |= {"provider_id": "provider"} if "provider_id" in entrance.at else {}
    return reverse(entrance.name, kwargs=given)


@pytest.fixture
def with_everything(member):
    """Somebody who has an app, recovery codes and a passkey, logged in and asked again a moment ago."""
    TOTP.activate(member, generate_totp_secret())
    codes = RecoveryCodes.activate(member).get_unused_codes()
    passkey = passkey_of(member)
    client = Client(headers={"accept-language": "en"})
    client.post("/log-in/", {"login": member.email, "password": PASSWORD})
    client.post("/log-in/second-factor/", {"code": codes[0]})
    client.post("/account/confirm/?next=/account/", {"password": PASSWORD})
    return client, passkey


def test_every_page_of_allauth_is_in_the_table_or_left_out_for_a_reason():
    theirs = {name for name, _view in entrances._views(allauth_urls.urlpatterns)}

    assert theirs - {one.name for one in ENTRANCES} <= set(LEFT_OUT)


def test_page_that_allauth_does_not_have_stops_the_start(monkeypatch):
    monkeypatch.setattr(entrances, "ENTRANCES", (Entrance("no_such_page", "x/", ANYONE, "nothing"),))

    with pytest.raises(ImproperlyConfigured, match="no_such_page"):
        addresses()


@pytest.mark.parametrize("entrance", ENTRANCES, ids=lambda one: one.name)
def test_entrance_says_who_may_enter_and_keeps_to_it(entrance, english):
    address = reverse(
        entrance.name,
        kwargs={
            key: value for key, value in {"pk": 1, "provider_id": "provider"}.items() if key in entrance.at
        },
    )

    assert resolve(address).func.may == entrance.may
    response = english.get(address)
    if entrance.may is not ANYONE:
        assert (response.status_code, response["Location"].split("?")[0]) == (302, "/log-in/")
        assert english.post(address).status_code == 403
    assert english.put(address).status_code in (302, 405)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_of_ones_own_account_renders(with_everything, language):
    client, passkey = with_everything
    client.post("/settings/language/", {"language": language})
    seen = 0
    for entrance in (one for one in ENTRANCES if one.may == LOGGED_IN):
        response = client.get(address_of(entrance, passkey), follow=True)

        assert response.status_code == 200, entrance.name
        if "attachment" not in response.get("Content-Disposition", ""):
            html = response.content.decode()
            assert f'<html lang="{language}"' in html, entrance.name
            assert len(re.findall(r"<h1\b", html)) == 1, entrance.name
            assert "style=" not in html, entrance.name
            seen += 1
    assert seen > 15
    assert client.get("/account/").status_code == 200


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_on_the_way_in_renders(db, language):
    client = Client(headers={"accept-language": language})
    member = somebody("kim@example.org", password=PASSWORD)
    TOTP.activate(member, generate_totp_secret())

    def look(address: str) -> str:
        response = client.get(address)
        assert response.status_code == (401 if address == "/log-in/failed/" else 200), address
        html = response.content.decode()
        assert f'<html lang="{language}"' in html
        assert len(re.findall(r"<h1\b", html)) == 1, address
        assert "style=" not in html
        return html

    for address in ("/log-in/", "/sign-up/", "/log-in/code/", "/log-in/password/", "/log-in/closed/"):
        look(address)
    for address in ("/log-in/cancelled/", "/log-in/failed/", "/log-in/password/done/"):
        look(address)
    client.post("/log-in/code/", {"email": "nobody@example.org"})
    look("/log-in/code/enter/")
    client.post("/log-out/")
    client.post("/sign-up/", {"email": "new@example.org"})
    look("/account/email/code/")
    client.post("/log-out/")
    client.post("/log-in/password/", {"email": member.email})
    look("/log-in/password/code/")
    client.post("/log-out/")
    client.post("/log-in/", {"login": member.email, "password": PASSWORD})
    look("/log-in/second-factor/")


def test_names_of_addresses_are_not_taken_twice():
    names = [one for entrance in ENTRANCES for one in (entrance.name, entrance.also) if one]

    assert len(names) == len(set(names))
    assert all(name in get_resolver().reverse_dict for name in names)
