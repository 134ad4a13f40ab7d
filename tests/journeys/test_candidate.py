"""A candidate's walk in a browser: a CV, what it says, wishes, the notice, what fits and why, who may see it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from brobygger.apps.base.actions import save_user
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.people.models import Candidate
from tests.factories.moments import NOW
from tests.journeys.conftest import picture
from tests.scenarios.small_demo import committed_demo

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
NARROW = 480  # pixels up to which names stand above their values
CV = """Ida Prøvesen
Profil
Jeg er maskiningeniør og har arbejdet med pumper i fire år.

Kompetencer
SolidWorks, mekanisk konstruktion, finite element-beregning, Python, projektledelse

Sprog
Dansk (C1), engelsk (B2)

Uddannelse
2017-2020 Bachelor i maskinteknik

Erfaring
2020-2024 Maskiningeniør, konstruktion af pumper
"""


@pytest.fixture
def enter(
    live_server: LiveServer, visit: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Page]:
    """A new user in the role of a candidate, at the first page."""
    committed_demo(monkeypatch)
    save_user(username="ida", password="a long enough pass phrase", role=Role.CANDIDATE, by=None, at=NOW)

    def log_in(width: int) -> Page:
        page = visit("/log-in/", locale="da-DK", viewport={"width": width, "height": 900})
        page.locator("input[name=login]").fill("ida")
        page.locator("input[name=password]").fill("a long enough pass phrase")
        page.locator("form[action*='log-in'] button.ds-button").first.click()
        page.goto(f"{live_server.url}/my-page/")
        return page

    return log_in


@pytest.mark.parametrize("width", [390, 1280])
def test_candidate_walks_from_cv_to_reasons(
    enter: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], width: int, tmp_path: Path
) -> None:
    page = enter(width)
    assert page.url.endswith("/my-page/cv/")
    assert_fit_for_all(page)
    picture(page, "candidate-1-cv")

    (tmp_path / "cv.txt").write_text(CV, encoding="utf-8")
    page.locator("input[name=cv]").set_input_files(tmp_path / "cv.txt")
    page.locator(".cv-form button").click()

    # nobody has said a name yet
    assert_fit_for_all(page)
    page.locator("input[name=name]").fill("Ida Prøvesen")
    page.locator("form[action*='who'] button").click()

    # what was read: one thing removed and brought back, one added
    expect(page.locator("#skill .known").first).to_be_visible()
    assert_fit_for_all(page)
    picture(page, "candidate-3-profile")
    skill = page.locator("#skill .known").first
    named = skill.get_attribute("id")
    skill.locator("summary").click()
    expect(skill.locator(".quote")).to_be_visible()
    picture(page, "candidate-4-profile-open")
    skill.locator("button[value=wrong]").click()
    expect(page.locator(f"#{named}.is-rejected")).to_be_visible()
    assert_fit_for_all(page)
    page.locator(f"#{named} button").click()
    expect(page.locator(f"#{named} summary")).to_be_visible()
    adding = page.locator("#skill .adding")
    adding.locator("summary").click()
    adding.locator("input[type=search]").press_sequentially("svejs")
    expect(adding.locator(".hit").first).to_be_visible()
    picture(page, "candidate-5-adding")
    assert_fit_for_all(page)
    adding.locator(".hit").first.click()
    expect(page.locator(".messages")).to_be_visible()
    while page.locator("#questions button[value=right]").count():
        left = page.locator("#questions .asked").inner_text()
        page.locator("#questions button[value=right]").click()
        expect(page.locator("#questions")).not_to_contain_text(left.splitlines()[-1])
    page.locator("#language .adding summary").click()
    assert_fit_for_all(page)
    picture(page, "candidate-6-language")
    page.locator(".next-step .ds-button").click()

    # wishes, one step at a time
    picture(page, "candidate-7-languages")
    page.locator("section .row .ds-button").last.click()
    page.locator("input[value=job]").check()
    page.locator("input[name=text]").press_sequentially("maskin")
    expect(page.locator("#occupation-hits label").first).to_be_visible()
    assert_fit_for_all(page)
    picture(page, "candidate-8-work")
    page.locator(".wish-form button.ds-button").last.click()
    page.locator("input[name=available_from]").fill("2027-01-01")
    assert_fit_for_all(page)
    picture(page, "candidate-9-time")
    page.locator(".wish-form button.ds-button").last.click()
    page.locator("input[name=home]").press_sequentially("aarh")
    expect(page.locator("datalist option").first).to_be_attached()
    page.locator("input[name=home]").fill(page.locator("datalist option").first.get_attribute("value") or "")
    page.locator("input[name=commute_minutes]").fill("45")
    assert_fit_for_all(page)
    picture(page, "candidate-10-place")
    page.locator(".wish-form button.ds-button").last.click()
    page.locator("input[value=EU]").check()
    picture(page, "candidate-11-permit")
    page.locator(".wish-form button.ds-button").last.click()
    picture(page, "candidate-12-pay")
    page.locator(".wish-form a.ds-link").click()  # skipped

    # the notice, then what fits
    assert page.url.endswith("/my-page/ranking/")
    assert_fit_for_all(page)
    picture(page, "candidate-13-notice")
    page.locator("button[value=yes]").click()
    expect(page.locator("li.candidate").first).to_be_visible()
    assert_fit_for_all(page)
    picture(page, "candidate-14-home")
    page.locator("li.candidate a").first.click()
    expect(page.locator(".verdict")).to_be_visible()
    assert_fit_for_all(page)
    picture(page, "candidate-15-why")

    # who may see me
    page.goto(page.url.split("/my-page/")[0] + "/my-page/privacy/")
    page.locator("main details summary").first.click()
    name, value = (page.locator(f"#seen-in-reasons {tag}").first.bounding_box() for tag in ("dt", "dd"))
    assert name and value
    assert (value["y"] >= name["y"] + name["height"]) is (width < NARROW)  # else its words are broken
    assert_fit_for_all(page)
    picture(page, "candidate-16-privacy")
    page.locator("input[name=showing][value=all]").check()
    page.locator("form[action$='/showing/'] button").click()
    expect(page.get_by_role("status").first).to_be_visible()
    candidate = Candidate.objects.get(user=User.objects.get(username="ida"))
    assert candidate.is_visible_to_companies
    page.locator("main details summary").last.click()
    picture(page, "candidate-17-history")
