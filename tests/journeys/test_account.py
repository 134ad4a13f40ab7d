"""Accounts in a browser under our content security policy: sign up, passkey, second factor, a provider; fit for all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from allauth.mfa.models import Authenticator
from django.core import mail
from playwright.sync_api import Page, expect

from brobygger.apps.base.models import User
from tests.web.account.conftest import PASSWORD, somebody
from tests.web.account.provider import provider

if TYPE_CHECKING:
    from playwright.sync_api import Browser, BrowserContext
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
both_widths = pytest.mark.parametrize("width", [1280, 390])
A_KEY_IN_THE_DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.fixture
def at_localhost(live_server: LiveServer, browser: Browser) -> Iterator[Callable[..., tuple[Page, str]]]:
    """Pages by host name, without which there are no passkeys; afterwards the console must have stayed silent."""
    contexts: list[BrowserContext] = []
    wrong: list[str] = []

    def open_page(**context: Any) -> tuple[Page, str]:
        contexts.append(browser.new_context(**{"locale": "en-GB", **context}))
        page = contexts[-1].new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        return page, live_server.url.replace("127.0.0.1", "localhost")

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


def last_code() -> str:
    found = re.search(r"^[A-Z]{4}-[A-Z]{4}$", str(mail.outbox[-1].body), re.M)
    assert found, mail.outbox[-1].body
    return found.group()


def log_in(page: Page, base: str, user: User) -> None:
    page.goto(f"{base}/log-in/")
    page.get_by_label("E-mail").fill(user.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("start with your CV"))


def confirm(page: Page) -> None:
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()


@both_widths
def test_visitor_creates_a_profile_without_a_password(
    visit: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], width: int
) -> None:
    page = visit("/", viewport={"width": width, "height": 900})
    page.get_by_role("link", name="Create a profile").click()
    assert_fit_for_all(page)

    page.get_by_label("E-mail").fill("new@example.org")
    page.get_by_role("button", name="Create a profile").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("Code"))
    assert_fit_for_all(page)
    page.get_by_label("Code").fill("AAAA-AAAA")
    page.get_by_role("button", name="Confirm").click()
    expect(page.get_by_text("Incorrect code.")).to_be_visible()
    assert_fit_for_all(page)
    page.get_by_label("Code").fill(last_code())
    page.get_by_role("button", name="Confirm").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("start with your CV"))
    expect(page.get_by_text("Upload your CV, or fill in your profile yourself.")).to_be_in_viewport()
    assert_fit_for_all(page)


def test_passkey_is_registered_and_lets_in_alone(at_localhost: Callable[..., tuple[Page, str]]) -> None:
    user = somebody("kim@example.org", password=PASSWORD)
    page, base = at_localhost()
    devices = page.context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": A_KEY_IN_THE_DEVICE})
    log_in(page, base, user)
    page.goto(f"{base}/account/")
    page.get_by_role("link", name="Add a passkey").click()
    confirm(page)
    expect(page.get_by_label("Let it stand in for the password")).to_be_checked()
    page.locator("#mfa_webauthn_add").click()
    page.wait_for_url("**/account/recovery-codes/")
    assert Authenticator.objects.filter(user=user, type="webauthn").count() == 1

    page.context.clear_cookies()
    page.goto(f"{base}/log-in/?next=/vocabulary/")
    page.get_by_role("button", name="Use a passkey").click()

    page.wait_for_url(f"{base}/vocabulary/")
    expect(page.get_by_role("button", name="Log out")).to_be_visible()

    page.context.clear_cookies()
    page.goto(f"{base}/log-in/")
    page.get_by_label("E-mail").fill(user.email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Log in", exact=True).click()
    page.wait_for_url("**/log-in/second-factor/")
    page.locator("#mfa_webauthn_authenticate").click()
    page.wait_for_url(f"{base}/my-page/cv/")


def test_provider_is_reached_from_the_form_and_leads_back(
    at_localhost: Callable[..., tuple[Page, str]], settings: Any
) -> None:
    with provider() as university:
        university.claims = {"sub": "abc", "email": "anna@uni.example", "email_verified": True}
        app = {**settings.OIDC_APP, "name": "University", "client_id": "bb", "secret": "s"}
        app["settings"] = {"server_url": university.address}
        settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
        page, base = at_localhost()
        page.goto(f"{base}/log-in/?next=/vocabulary/")

        page.get_by_role("button", name="Log in with University").click()

        page.wait_for_url(f"{base}/vocabulary/")
        expect(page.get_by_role("button", name="Log out")).to_be_visible()


@both_widths
def test_pages_of_the_account_are_fit_for_all(
    live_server: LiveServer,
    visit: Callable[..., Page],
    assert_fit_for_all: Callable[[Page], None],
    width: int,
) -> None:
    user = somebody("kim@example.org", password=PASSWORD)
    page = visit("/log-in/", viewport={"width": width, "height": 900})
    assert_fit_for_all(page)
    for path in ("/log-in/code/", "/log-in/password/", "/log-in/closed/", "/log-in/cancelled/"):
        page.goto(f"{live_server.url}{path}")
        assert_fit_for_all(page)
    log_in(page, live_server.url, user)
    page.goto(f"{live_server.url}/account/second-factor/app/")
    assert_fit_for_all(page)
    confirm(page)
    for path in (
        "/account/",
        "/account/second-factor/",
        "/account/second-factor/app/",
        "/account/passkeys/",
        "/account/passkeys/add/",
        "/account/email/",
        "/account/password/",
        "/account/sessions/",
        "/account/providers/",
    ):
        page.goto(f"{live_server.url}{path}")
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        assert_fit_for_all(page)
