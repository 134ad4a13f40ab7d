"""What proves that rules are kept, in a browser: receipts, acknowledged figures, a survey in two languages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.utils import translation
from django.utils.timezone import localdate
from playwright.sync_api import Page, expect

from brobygger.apps.base.actions.retention import keep_receipt
from brobygger.apps.base.enums import Retention, Role
from brobygger.apps.base.models import RetentionReceipt
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.matching.actions import run_matching
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.factories import SurveyFactory, SurveyQuestionFactory, SurveyWaveFactory, UserFactory
from tests.factories.moments import LATER, NOW
from tests.journeys.test_privacy import logged_in
from tests.scenarios.first_match import first_match

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
Enter = Callable[[str], Page]


def da(text: str) -> str:
    """What a page in Danish says for a text of the source."""
    with translation.override("da"):
        return translation.gettext(text)


@pytest.fixture(params=[1280, 390])
def enter(
    request: pytest.FixtureRequest,
    visit: Callable[..., Page],
    live_server: LiveServer,
    vocabulary: Vocabulary,  # noqa: F811
) -> Enter:
    """A page as the manager sees it, in Danish."""

    def go(path: str) -> Page:
        page = visit("/privacy/", viewport={"width": request.param, "height": 900}, locale="da")
        logged_in(page, live_server, UserFactory(role=Role.MANAGER, username="kim", language="da"))
        page.goto(f"{live_server.url}{path}")
        return page

    return go


def test_manager_reads_receipts(enter: Enter, assert_fit_for_all: Callable[[Page], None]) -> None:
    for days in (1, 2):
        keep_receipt(counts=[("base.Message", Retention.MAIL, days)], by=None, at=NOW)
    RetentionReceipt.objects.filter(pk=RetentionReceipt.objects.latest("pk").pk).update(counts=[])
    page = enter("/receipts/")
    expect(page.get_by_text(da("signature broken"))).to_have_count(1)
    expect(page.get_by_text(da("signature good"))).to_have_count(1)
    page.get_by_text(da("Key and signature")).first.click()
    assert_fit_for_all(page)


def test_manager_acknowledges_the_figures_of_a_run(
    enter: Enter, assert_fit_for_all: Callable[[Page], None]
) -> None:
    first_match()
    run_matching(by=None, at=LATER)
    page = enter("/match-runs/")
    assert_fit_for_all(page)
    page.get_by_label(da("I have read the figures by sex, origin and language.")).check()
    page.get_by_role("button", name=da("Acknowledge"), exact=True).click()
    expect(page.locator("#acknowledged")).to_contain_text("kim")
    assert_fit_for_all(page)


def test_author_translates_and_a_reader_gets_it(
    enter: Enter, assert_fit_for_all: Callable[[Page], None], live_server: LiveServer
) -> None:
    survey, today = SurveyFactory(title="On Denmark"), localdate()
    SurveyQuestionFactory(survey=survey, position=1, text="Known?", kind="choice", options=["Work", "Towns"])
    wave = SurveyWaveFactory(survey=survey, opens_on=today, closes_on=today)
    page = enter(f"/partnership/surveys/{survey.pk}/")
    assert_fit_for_all(page)
    page.get_by_role("link", name="Dansk", exact=True).click()
    for name, text in (("title", "Om Danmark"), ("q1", "Kendt?"), ("q1.1", "Arbejde")):
        page.locator(f"[name='{name}']").fill(text)
    page.get_by_role("button", name=da("Save"), exact=True).click()
    expect(page.locator("[name='q1.1']")).to_have_value("Arbejde")
    assert_fit_for_all(page)
    page.locator("[name='q1.2']").fill("Byer")
    page.get_by_role("button", name=da("Save"), exact=True).click()
    expect(page.get_by_text(da("complete"), exact=True)).to_be_visible()
    assert_fit_for_all(page)

    page.goto(f"{live_server.url}/s/{wave.key}/")
    expect(page.get_by_role("heading", name="Om Danmark")).to_be_visible()
    expect(page.get_by_label("Byer")).to_have_count(1)
    assert_fit_for_all(page)
