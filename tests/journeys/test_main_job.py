"""The main job in a browser, in Danish: paste an ad, ask what one change would do, find the step that opens most."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.utils import translation
from playwright.sync_api import Locator, Page, expect

from brobygger.apps.opportunities.models import Opportunity
from tests.scenarios.small_demo import committed_demo

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
both_widths = pytest.mark.parametrize("width", [1280, 390])
PAGES = (
    "/opportunities/",
    "/candidates/",
    "/companies/",
    "/pool/",
    "/pool/markets/?text=Python",
    "/programmes/",
    "/match-runs/",
    "/vocabulary/",
    "/vocabulary/?text=svejs",
    "/how-a-match-is-made/",
)
AD = """Maskiningeniør til pumper og ventiler

Nissum Pumper i Aarhus søger en kollega til konstruktionsafdelingen.

Vi forventer, at du
- kan mekanisk konstruktion og SolidWorks
- har prøvet finite element-beregning
- taler og skriver dansk på højt niveau

Det er en fordel, hvis du kender Python. Stillingen er på 37 timer om ugen.
"""


def da(text: str) -> str:
    """What a page in Danish says for a text of the source."""
    with translation.override("da"):
        return translation.gettext(text)


def number_in(place: Locator) -> int:
    found = re.search(r"-?\d+", place.inner_text())
    assert found, place.inner_text()
    return int(found.group())


@pytest.fixture
def enter(
    live_server: LiveServer, visit: Callable[..., Page], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., Page]:
    """Into the demo as one of its roles, then to a page."""
    committed_demo(monkeypatch)

    def log_in(role: str, path: str, width: int) -> Page:
        page = visit("/log-in/", locale="da-DK", viewport={"width": width, "height": 900})
        page.locator(f"button[name=user][value={role}]").click()
        expect(page.locator("html")).to_have_attribute("lang", "da")
        page.goto(f"{live_server.url}{path}")
        return page

    return log_in


@both_widths
def test_company_pastes_an_ad_and_saves_the_draft(
    enter: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], width: int
) -> None:
    page = enter("company", "/paste-an-ad/", width)
    assert_fit_for_all(page)
    before = Opportunity.objects.count()

    page.locator("textarea[name=text]").last.fill(AD)
    page.get_by_role("button", name=da("Read it"), exact=True).click()

    expect(page.get_by_role("heading", name=da("What we understood"))).to_be_visible()
    marks = page.locator(".marked-text mark.mark-skill")
    assert {"mekanisk konstruktion", "SolidWorks", "Python"} <= set(marks.all_inner_texts())
    expect(page.locator(".marked-text mark.mark-language")).to_contain_text(["dansk"])
    reach = page.get_by_role("region", name=da("Whom you would reach"))
    expect(reach.locator("ol.rows > li").first).to_contain_text("Talent 0")
    assert number_in(page.locator(".tiles .stat b").first) == reach.locator("ol.rows > li").count()
    assert_fit_for_all(page)
    assert Opportunity.objects.count() == before, "nothing is stored before the visitor says so"

    page.get_by_role("button", name=da("Save the draft")).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Maskiningeniør til pumper og ventiler")
    expect(page.get_by_role("status").first).to_have_text(
        da("Saved as a draft. Candidates see it when it is opened.")
    )
    saved = Opportunity.objects.get(title="Maskiningeniør til pumper og ventiler")
    assert (saved.text, saved.state) == (AD.strip(), "draft")


@both_widths
def test_dial_of_the_xray_changes_the_number_and_the_list(
    enter: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], width: int
) -> None:
    page = enter("manager", f"/opportunities/{Opportunity.objects.get(code='sv-01').pk}/", width)
    reach, number = page.locator("#reach"), page.locator("#reach h2")
    before, listed = number_in(number), reach.locator("h3").all_inner_texts()
    assert before > 0

    best = reach.locator("li.candidate").first
    best.get_by_text(da("Why"), exact=True).click()
    expect(best.locator(".reasons li").first).to_be_visible()
    expect(best.locator("table.parts")).to_be_visible()
    assert_fit_for_all(page)

    if width < 960:  # there they are folded, so that the list stands near the top
        expect(page.locator("fieldset.xray").first).to_be_hidden()
        page.locator(".dials .fold-more").click()
    dials = page.locator("fieldset.xray label:has(input[type=radio]):has(.gain.more)")
    gains = [number_in(gain) for gain in dials.locator(".gain").all()]
    gain = max(gains)
    assert gain > 0
    dials.nth(gains.index(gain)).click()

    expect(number).to_contain_text(re.compile(rf"^{before + gain}\b"))
    assert reach.locator("h3").all_inner_texts() != listed
    expect(reach.locator("li.gained")).to_have_count(gain)
    assert_fit_for_all(page)


@both_widths
def test_candidate_sees_the_step_that_opens_most(
    enter: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], width: int
) -> None:
    page = enter("student", "/my-page/", width)
    page.locator("button[name=said][value=yes]").click()  # the notice comes before the first ranking

    steps = page.get_by_role("region", name=da("The step that opens most")).locator("ol.rows > li")
    opened = [number_in(one) for one in steps.locator("b.more").all()]
    assert opened
    assert opened == sorted(opened, reverse=True)
    assert opened[-1] >= 1
    best = page.locator("li.candidate").first
    best.get_by_text(da("Why"), exact=True).click()
    expect(best.locator(".reasons li").first).to_be_visible()
    assert_fit_for_all(page)

    title = best.get_by_role("link").inner_text()
    best.get_by_role("link").click()

    expect(page.get_by_role("heading", level=1)).to_have_text(title)
    expect(page.locator("#reach")).to_have_count(0)  # nobody's ranking but the company's and the programme's


def test_pages_of_the_secretariat_fit_a_phone(
    enter: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], live_server: LiveServer
) -> None:
    page = enter("secretary", PAGES[0], 390)
    assert_fit_for_all(page)
    for path in PAGES[1:]:
        page.goto(f"{live_server.url}{path}")
        assert_fit_for_all(page)


def test_company_says_what_a_language_is_used_for(
    enter: Callable[..., Page], assert_fit_for_all: Callable[[Page], None]
) -> None:
    ad = Opportunity.objects.get(code="sv-01")
    page = enter("secretary", f"/opportunities/{ad.pk}/", 1280)
    before = number_in(page.locator("#reach h2"))

    page.get_by_text(da("What is the language used for?")).click()
    form = page.locator("form.use:has(input[name=codes][value=sv]):has(input[name=setting][value=formal])")
    assert_fit_for_all(page)
    form.locator("select[name=modality]").select_option("not_required")
    form.get_by_role("button").click()

    expect(page.get_by_role("status").first).to_be_visible()
    assert number_in(page.locator("#reach h2")) > before
    assert ad.language_needs.get().modality == "not_required"
