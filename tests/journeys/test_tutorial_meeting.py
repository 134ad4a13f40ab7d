"""
The tutorial “A candidate and a company meet”, walked as it is written.

In its numbered parts what is **bold** is pressed or opened, what is in *italics* has to be seen, and a line after “>” is
typed, in the order of the page. So whatever the page says of the product is true of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.scenarios.small_demo import small_demo

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
PAGE = Path(__file__).resolve().parents[2] / "docs/tutorial/a-candidate-and-a-company-meet.md"
STEP = re.compile(r"\*\*(?P<press>[^*\n]+)\*\*|\*(?P<see>[^*\n]+)\*|^> (?P<type>.+)$", re.MULTILINE)
# what is pressed and has another name on each day
PLACES = {
    "the third opportunity": "li.candidate:nth-child(3) h3 a",
    "the first of the list": "main ul.rows a",
}


def steps() -> Iterator[tuple[str, str]]:
    """(press, see or type; what) in the order of the page; its pictures are no steps."""
    text = PAGE.read_text(encoding="utf-8")
    parts = re.sub(r"!?\[[^\]]*\]\([^)]*\)", "", text.split("\n## 1.", 1)[1])
    for found in STEP.finditer(parts):
        yield next((kind, what) for kind, what in found.groupdict().items() if what)


def pressed(page: Page, name: str) -> Locator:
    """The link, button or summary of this name; the whole name where several begin with it."""
    if name in PLACES:
        return page.locator(PLACES[name]).first
    exact = re.compile(rf"^\s*{re.escape(name)}\s*$")
    for found in (
        page.locator("a, button, summary").filter(has_text=exact),
        page.locator("button.role").filter(has=page.locator("strong").filter(has_text=exact)),
        page.locator("form.invite button").filter(has_text=name),
        page.locator("label.choice").filter(has_text=name),
    ):
        if found.count():
            return found.last
    raise AssertionError(f"Nothing on {page.url} is called “{name}”.")


def test_tutorial_has_its_three_people_and_both_texts() -> None:
    said = list(steps())
    assert {"Candidate", "Company contact", "Secretariat"} <= {what for kind, what in said if kind == "press"}
    assert sum(kind == "type" for kind, _ in said) == 2


def test_tutorial_happens_as_it_is_written(
    visit: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    small_demo(monkeypatch, companies=10, people=80)
    page = visit("/", locale="en-GB", viewport={"width": 1280, "height": 900})
    for kind, what in steps():
        if kind == "press":
            pressed(page, what).click()
            page.wait_for_load_state("networkidle")
        elif kind == "type":
            page.locator("main textarea:visible").fill(what)
        else:
            seen = page.locator("main").get_by_text(what).locator("visible=true").first
            expect(seen, f"“{what}” on {page.url}").to_be_visible()
