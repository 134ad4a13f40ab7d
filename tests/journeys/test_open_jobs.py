"""A visitor finds an open job, and somebody makes a token for a program: in a real browser, fit for all."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.scenarios.small_demo import committed_demo

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
DESK, PHONE = {"width": 1280, "height": 900}, {"width": 390, "height": 844}


@pytest.mark.parametrize("screen", [DESK, PHONE], ids=["desk", "phone"])
def test_pages_for_visitors_and_programs_are_fit_for_all(
    visit: Callable[..., Page],
    assert_fit_for_all: Callable[[Page], None],
    monkeypatch: pytest.MonkeyPatch,
    screen: dict[str, int],
) -> None:
    committed_demo(monkeypatch)
    page = visit("/jobs/", viewport=screen, locale="da")
    assert_fit_for_all(page)
    page.locator("#found h3 a").first.click()
    expect(page.locator("#ad-heading")).to_be_visible()
    assert_fit_for_all(page)

    page = visit("/api/", viewport=screen, locale="da")
    assert_fit_for_all(page)

    page = visit("/log-in/?next=/account/tokens/", viewport=screen, locale="da")
    page.locator("button[value=student]").click()
    page.locator("input[name=name]").fill("HR")
    page.locator("main form.panel button").click()
    expect(page.locator(".secret-text")).to_contain_text("brobygger_")
    assert_fit_for_all(page)

    page = visit("/log-in/?next=/my-page/calendar/", viewport=screen, locale="da")
    page.locator("button[value=student]").click()
    page.locator("form.panel button").click()
    expect(page.locator(".secret-text")).to_contain_text("/my-page/deadlines.ics?key=")
    assert_fit_for_all(page)


def test_list_stands_near_the_top_on_a_phone_and_what_narrows_it_is_shown(
    visit: Callable[..., Page],
    assert_fit_for_all: Callable[[Page], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    committed_demo(monkeypatch)
    page = visit("/jobs/", viewport=PHONE, locale="da")
    words, country = page.locator("input[name=text]"), page.locator("select[name=country]")
    more = page.locator(".fold-more")
    expect(words).to_be_visible()
    expect(country).to_be_hidden()
    expect(page.locator("#found h3 a").first).to_be_in_viewport()
    more.click()
    assert more.get_attribute("aria-expanded") == "true"
    country.select_option("DK")
    page.wait_for_url("**country=DK**")
    assert_fit_for_all(page)

    page.reload()
    expect(country).to_be_visible()
    expect(country).to_have_value("DK")
    page.set_viewport_size(DESK)
    expect(more).to_be_hidden()

    page = visit("/jobs/", viewport=DESK, locale="da")
    expect(page.locator("select[name=country]")).to_be_visible()
