"""What was written, or noted at the door, when the session changes meanwhile: it is there still, and is sent."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from brobygger.apps.base.enums import Role
from brobygger.apps.events.models import CheckIn
from brobygger.apps.opportunities.models import Opportunity
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.factories import EventFactory, OrganisationFactory, RegistrationFactory, UserFactory
from tests.journeys.test_company import become

if TYPE_CHECKING:
    from playwright.sync_api import Browser
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
AD = "Welder wanted\n\nYou know welding and come at seven."


@pytest.mark.usefixtures("vocabulary")
def test_what_was_written_outlives_the_session(
    browser: Browser, live_server: LiveServer, assert_fit_for_all: Callable[[Page], None]
) -> None:
    organisation = OrganisationFactory()
    user = UserFactory(role=Role.MANAGER, email="kim@example.org")
    context = browser.new_context(locale="en", viewport={"width": 390, "height": 900})
    page = context.new_page()
    become(page, user, live_server.url)
    page.goto(f"{live_server.url}/opportunities/new/")
    page.locator("select[name=organisation]").select_option(str(organisation.pk))
    page.locator("textarea[name=text]").fill(AD)
    context.clear_cookies(name="sessionid")

    page.locator("main form button").last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("You were logged out meanwhile")
    expect(page.locator("main")).to_contain_text("You know welding and come at seven.")
    assert_fit_for_all(page)

    become(page, user, live_server.url)  # in another tab
    page.evaluate("dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_role("status")).to_have_text("You are logged in as kim@example.org.")
    page.get_by_role("button", name="Send again").click()

    expect(page.locator("textarea[name=text]")).to_have_value(AD)
    assert Opportunity.objects.get().organisation == organisation
    context.close()


def test_door_that_was_opened_before_logging_in_anew_goes_on(
    browser: Browser, live_server: LiveServer
) -> None:
    starts = timezone.now() - dt.timedelta(minutes=10)
    event = EventFactory(starts_at=starts, ends_at=starts + dt.timedelta(hours=2))
    row, user = RegistrationFactory(event=event, name="Ida Prøvesen"), UserFactory()
    context = browser.new_context(locale="en", viewport={"width": 390, "height": 900})
    page = context.new_page()
    become(page, user, live_server.url)
    page.goto(f"{live_server.url}/events/{event.pk}/door/")
    expect(page.get_by_text("Everything is saved.")).to_be_visible(timeout=20_000)

    become(page, user, live_server.url)
    page.get_by_label("Name or code").fill(row.code)
    page.get_by_role("button", name="Let in").first.click()

    expect(page.get_by_text("Ida Prøvesen is in.")).to_be_visible()
    expect(page.get_by_text("Everything is saved.")).to_be_visible(timeout=20_000)
    assert CheckIn.objects.get().registration == row
    context.close()
