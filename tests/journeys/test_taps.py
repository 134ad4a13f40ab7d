"""Answers after talks on a phone: with a network, without one, and with one again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from brobygger.apps.base.models import AuditEntry
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.events import actions
from brobygger.apps.events.enums import TalkAnswer, WishSide
from brobygger.apps.events.models import Appointment, DatingLead, TalkFeedback
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.factories.moments import NOW
from tests.journeys.conftest import Network, picture
from tests.journeys.test_company import become
from tests.journeys.test_dating_evening import move
from tests.journeys.test_door import SYNC_MS
from tests.journeys.test_main_job import both_widths
from tests.scenarios.dating_evening import dating_evening

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SAVED = "Saved. The other side learns of it only if both say yes."
KEPT = "kept on this phone, will be sent"


@both_widths
def test_answers_after_talks_go_on_without_a_network(
    visit: Callable[..., Page],
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    network: Network,
    vocabulary: Vocabulary,  # noqa: F811
    width: int,
) -> None:
    moment = dating_evening()
    version = actions.make_version(evening=moment.evening, by=None, at=NOW)
    actions.publish_version(version=version, by=None, at=NOW)
    own = moment.students[0]
    first, second = Appointment.objects.filter(student=own).order_by("round")
    move(moment, to_round=first.round)
    page = visit("/jobs/", viewport={"width": width, "height": 900})
    become(page, moment.users[0], live_server.url)
    page.goto(f"{live_server.url}/dating/students/{own.pk}/")
    expect(page.locator("html[data-stays]")).to_have_count(1)  # the page is kept on the phone

    def asked(talk: Appointment) -> str:
        return f"[data-ask='{talk.company_id}']"

    def tap(place: str, button: str) -> None:
        page.locator(place).get_by_role("button", name=button).click()

    # with a network: at once on the server; of the talk that has not begun nothing is asked
    expect(page.locator(asked(second))).to_be_hidden()
    tap(asked(first), "No, thank you")
    expect(page.get_by_text(SAVED)).to_be_visible(timeout=SYNC_MS)
    assert TalkFeedback.objects.get().answer == "no"
    expect(page.locator(asked(first))).to_have_count(0)

    # without one: the mind is changed, twice, and the page comes back when it is closed
    network.gone(page)
    row = f"[data-talk='{first.company_id}']"
    for button in ("Yes, we should go on", "No, thank you", "Yes, we should go on"):
        page.locator(row).get_by_text("Change the answer").click()
        tap(row, button)
    expect(page.locator(row).get_by_text(f"You said yes: {KEPT}")).to_be_visible()
    expect(page.locator("[data-network]")).to_have_text(
        "1 kept on this phone, to be sent when there is a network."
    )
    assert_fit_for_all(page)
    picture(page, "evening-kept-taps")
    page.reload()
    expect(page.locator(row).get_by_text(f"You said yes: {KEPT}")).to_be_visible()
    assert TalkFeedback.objects.get().answer == "no"

    # the second talk begins: the page that was opened before it asks, without a word from the server
    times = moment.evening.round_times()
    later = timezone.now() + (times[second.round - 1][0] - times[first.round - 1][0])
    page.clock.set_system_time(later)
    expect(page.locator(asked(second))).to_be_visible(timeout=SYNC_MS)
    tap(asked(second), "Yes, we should go on")
    expect(page.get_by_text(KEPT)).to_have_count(2)
    move(moment, to_round=second.round)

    # meanwhile the company says yes to the first talk
    actions.say_after_talk(
        talk=first, side=WishSide.COMPANY, answer=TalkAnswer.YES, by=moment.recruiters[0], at=timezone.now()
    )
    entries = AuditEntry.objects.filter(action="events.say_after_talk").count()
    network.back(page)
    expect(page.get_by_text("Both of you said yes. Here is how it goes on.")).to_be_visible(timeout=SYNC_MS)
    expect(page.get_by_text(KEPT)).to_have_count(0)
    expect(page.locator(row).get_by_role("link", name="The application")).to_be_visible()
    assert {(one.company_id, one.answer) for one in TalkFeedback.objects.filter(side="student")} == {
        (first.company_id, "yes"),
        (second.company_id, "yes"),
    }
    assert DatingLead.objects.get().company_id == first.company_id
    assert AuditEntry.objects.filter(action="events.say_after_talk").count() == entries + 2
    assert_fit_for_all(page)
