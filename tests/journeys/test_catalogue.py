"""The catalogue in a browser: accessible in light and dark, wide and narrow, and nothing from elsewhere."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}


@pytest.fixture
def visit(live_server, browser):
    """Opens pages of the server; afterwards nothing may have failed or come from another host."""
    contexts, wrong = [], []

    def open_page(path, **context):
        contexts.append(browser.new_context(locale="en", **context))
        page = contexts[-1].new_page()
        page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on(
            "request",
            lambda request: None if request.url.startswith(live_server.url) else wrong.append(request.url),
        )
        page.goto(f"{live_server.url}{path}")
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_catalogue_is_accessible(visit, scheme, width):
    page = visit("/components/", viewport={"width": width, "height": 900}, color_scheme=scheme)

    found = Axe().run(page, options=RULES)

    assert found.violations_count == 0, found.generate_report()
    assert page.locator("html").evaluate("page => page.scrollWidth") <= width


def test_phone_menu_opens_and_closes(visit):
    page = visit("/components/", viewport={"width": 390, "height": 800})
    button = page.get_by_role("button", name="Menu")

    button.click()
    expect(page.get_by_role("link", name="Log in")).to_be_visible()
    button.click()
    expect(page.get_by_role("link", name="Log in")).to_be_hidden()


def test_dark_colours_are_chosen_and_stay(visit):
    page = visit("/components/", color_scheme="light")
    background = "() => getComputedStyle(document.querySelector('.top')).backgroundColor"
    light = page.evaluate(background)

    page.get_by_role("button", name="Colours: like the device").click()
    page.get_by_role("button", name="Colours: light").click()
    expect(page.get_by_role("button", name="Colours: dark")).to_be_visible()

    assert page.evaluate(background) != light


def test_slider_shows_its_value(visit):
    page = visit("/components/")

    page.get_by_label("Commute").fill("90")

    expect(page.locator("[data-slider] output")).to_have_text("90 min")
