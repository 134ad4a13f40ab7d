"""The secretariat corrects what was read, in a browser and in Danish: two clicks, and one to take it back."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from brobygger.apps.classifications.models import Correction
from tests.journeys.test_main_job import both_widths, da, enter  # noqa: F401 - fixtures are found by name

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@both_widths
def test_secretariat_corrects_in_two_clicks_and_takes_it_back(
    enter: Callable[..., Page],  # noqa: F811
    assert_fit_for_all: Callable[[Page], None],
    width: int,
) -> None:
    page = enter("secretary", "/reading/?kind=skill", width)
    assert_fit_for_all(page)
    of_a_skill = re.compile(f"{da('Something else')}.*{da('Skill')}", re.DOTALL)
    first = page.locator(".sentence").filter(has=page.get_by_role("link", name=of_a_skill)).first
    sentence = page.locator(f"[id='{first.get_attribute('id')}']")  # its link goes while it is put right

    sentence.get_by_role("link", name=of_a_skill).first.click()
    box = sentence.get_by_role("searchbox")
    expect(box).to_be_focused()
    box.fill("svejs")
    hit = sentence.locator(".hit", has_text="Svejsning").first
    expect(hit).to_be_visible()
    assert_fit_for_all(page)
    hit.click()

    expect(sentence.get_by_role("status")).to_have_text(
        da("Noted, for this record and for the next evaluation.")
    )
    expect(sentence.locator(".is-rejected")).to_have_count(1)
    expect(sentence.locator(".chip-info")).to_have_text(da("Put right"))
    assert Correction.objects.get().said == "other"
    assert_fit_for_all(page)

    sentence.get_by_role("button", name=da("Undo")).first.click()

    expect(sentence.get_by_role("status")).to_have_text(da("Undone."))
    expect(sentence.locator(".is-rejected")).to_have_count(0)
    assert not Correction.objects.standing().exists()


def test_wrong_is_one_click_without_scripts(enter: Callable[..., Page], live_server: object) -> None:  # noqa: F811
    page = enter("secretary", "/reading/?source=cvs", 1280)
    browser, cookies = page.context.browser, page.context.cookies()
    assert browser is not None
    plain = browser.new_context(java_script_enabled=False, locale="da-DK")
    plain.add_cookies(cookies)
    still = plain.new_page()
    still.goto(page.url)

    still.get_by_role("button", name=da("Wrong")).first.click()

    expect(still.get_by_role("status").first).to_have_text(
        da("Noted, for this record and for the next evaluation.")
    )
    assert still.url == page.url
    plain.close()
