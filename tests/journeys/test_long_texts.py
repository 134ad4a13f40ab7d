"""A long text in a browser: how long it may be is shown, and what is too long is not cut silently."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from brobygger.apps.base.enums import Role
from brobygger.apps.opportunities.models import Report
from tests.factories import CandidateFactory, OpportunityFactory, UserFactory
from tests.journeys.conftest import picture
from tests.journeys.test_company import become

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def test_text_that_is_too_long_is_said_and_not_cut(visit: Callable[..., Page]) -> None:
    page = visit("/register/", locale="da-DK")
    field = page.locator("textarea[name=looks_for]")
    note = page.locator("textarea[name=looks_for] + .letters")
    expect(note).to_have_count(0)

    field.focus()
    expect(note).to_have_text("0 af højst 500 tegn")
    field.fill("Fortæl om pumper. " * 30)

    expect(note).to_have_text("Teksten er på 540 tegn; der er plads til 500. Gør den kortere.")
    assert len(field.input_value()) == 540
    assert not field.evaluate("field => field.form.checkValidity()")
    field.fill("Pumper")
    expect(note).to_have_text("6 af højst 500 tegn")
    assert field.evaluate("field => field.checkValidity()")


def test_short_field_says_something_only_once_it_is_too_long(visit: Callable[..., Page]) -> None:
    page = visit("/register/", locale="da-DK")
    field = page.locator("input[name=contact_name]")
    field.focus()
    expect(page.locator(".letters")).to_have_count(0)

    field.fill("x" * 151)

    expect(page.locator(".letters")).to_have_text(
        "Teksten er på 151 tegn; der er plads til 150. Gør den kortere."
    )
    assert not field.evaluate("field => field.checkValidity()")
    field.fill("Bo Prøvesen")
    expect(page.locator(".letters")).to_have_text("")
    assert field.evaluate("field => field.checkValidity()")


def test_browser_without_scripts_cuts_nothing_and_the_server_says_it(
    browser: Browser, live_server: LiveServer
) -> None:
    candidate = CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    opportunity = OpportunityFactory()
    size = {"width": 390, "height": 844}
    context = browser.new_context(locale="da-DK", viewport=size, java_script_enabled=False)
    page = context.new_page()  # not by `visit`, to which an answer of 422 is a failure
    become(page, candidate.user, live_server.url)
    page.goto(f"{live_server.url}/opportunities/{opportunity.pk}/report/")
    page.locator("input[name=reason]").first.check()
    long = "Der spørges om penge. " * 100
    field = page.locator("textarea[name=text]")
    field.fill(long)
    assert field.input_value() == long, "the browser has not cut it"
    field.locator("xpath=ancestor::form").locator("button").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("En tekst er for lang")
    expect(
        page.get_by_text("Teksten er på 2199 tegn; der er plads til 2000. Gør den kortere.")
    ).to_be_visible()
    assert field.input_value() == long
    picture(page, "too-long")
    field.fill(long[:2000])
    page.get_by_role("button", name="Send igen").click()
    expect(page).to_have_url(f"{live_server.url}/opportunities/{opportunity.pk}/")
    assert Report.objects.get().text == long[:2000].strip()
    context.close()
