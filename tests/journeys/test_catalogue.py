"""The catalogue in a browser: accessible in light and dark, wide and narrow, and nothing from elsewhere."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("width", [1280, 390])
def test_catalogue_is_accessible(visit, assert_fit_for_all, width):
    assert_fit_for_all(visit("/components/", viewport={"width": width, "height": 900}))


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
