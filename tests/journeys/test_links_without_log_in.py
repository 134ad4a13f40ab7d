"""Pages behind a link of one's own, for people without a log-in: a browser's answers to them have to arrive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from brobygger.apps.events.enums import RegistrationState
from brobygger.apps.events.models import EventFeedback
from brobygger.apps.surveys.models import AnswerSheet
from tests.factories import (
    CheckInFactory,
    EventFactory,
    RegistrationFactory,
    SurveyQuestionFactory,
    SurveyWaveFactory,
)
from tests.journeys.test_main_job import both_widths

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@both_widths
def test_guest_gives_the_seat_back(
    visit: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], width: int
) -> None:
    begins = timezone.now() + dt.timedelta(days=3)
    event = EventFactory(starts_at=begins, ends_at=begins + dt.timedelta(hours=2))
    own = RegistrationFactory(event=event)
    page = visit(f"/events/t/{own.key}/", viewport={"width": width, "height": 900})
    assert_fit_for_all(page)

    page.get_by_text("I cannot come").click()
    page.get_by_role("button", name="Cancel my registration").click()

    expect(page.get_by_text("cancelled", exact=False).first).to_be_visible()
    own.refresh_from_db()
    assert own.state == RegistrationState.CANCELLED


@both_widths
def test_guest_says_how_it_was(
    visit: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], width: int
) -> None:
    began = timezone.now() - dt.timedelta(hours=3)
    event = EventFactory(starts_at=began, ends_at=began + dt.timedelta(hours=2))
    own = CheckInFactory(registration__event=event).registration
    page = visit(f"/events/t/{own.key}/feedback/", viewport={"width": width, "height": 900})
    assert_fit_for_all(page)

    for marks in page.locator("fieldset.marks").all():
        marks.locator("input").nth(3).check()
    page.get_by_role("button", name="Send").click()

    expect(page.locator("main")).to_contain_text("Thank you")
    assert EventFeedback.objects.count() == 1


@both_widths
def test_survey_is_answered_by_its_link(
    visit: Callable[..., Page], assert_fit_for_all: Callable[[Page], None], width: int
) -> None:
    question = SurveyQuestionFactory()
    today = timezone.localdate()
    wave = SurveyWaveFactory(
        survey=question.survey, opens_on=today - dt.timedelta(days=1), closes_on=today + dt.timedelta(days=1)
    )
    page = visit(f"/s/{wave.key}/", viewport={"width": width, "height": 900})
    assert_fit_for_all(page)

    page.locator("main form input[type=radio]").last.check()
    page.get_by_role("button", name="Send").click()

    expect(page.locator("main")).to_contain_text("Thank you")
    assert AnswerSheet.objects.count() == 1
