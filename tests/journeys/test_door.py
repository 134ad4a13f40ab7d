"""The door of an event on a phone: with a network, without one, and with one again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import Page, Route, expect

from brobygger.apps.events.enums import RegistrationState
from brobygger.apps.events.models import CheckIn, Event, Registration
from tests.factories import EventFactory, RegistrationFactory, UserFactory
from tests.journeys.conftest import Network
from tests.journeys.test_company import become
from tests.journeys.test_main_job import both_widths

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
SAVED = "Everything is saved."
SYNC_MS = 20_000  # on a busy machine


def begun() -> Event:
    starts = timezone.now() - dt.timedelta(minutes=10)
    return EventFactory(title="Forårsmesse", starts_at=starts, ends_at=starts + dt.timedelta(hours=2))


@both_widths
def test_door_goes_on_without_a_network_and_loses_and_doubles_nobody(
    visit: Callable[..., Page],
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    network: Network,
    width: int,
) -> None:
    event = begun()
    names = ("Ida Prøvesen", "Bo Påhitt", "Eli Mønster", "Kaja Skabelon")
    rows = {name: RegistrationFactory(event=event, name=name) for name in names}
    RegistrationFactory(event=event, name="Åse Tænkt", state=RegistrationState.WAITING)
    page = visit("/events/", viewport={"width": width, "height": 900})
    become(page, UserFactory(), live_server.url)

    def let_in(typed: str) -> None:
        page.get_by_label("Name or code").fill(typed)
        page.get_by_role("button", name="Let in").first.click()

    page.goto(f"{live_server.url}/events/{event.pk}/door/")
    expect(page.locator("html[data-stays]")).to_have_count(1)  # the page is kept on the phone
    expect(page.locator("#door-count")).to_have_text("0 / 4")  # seats that are given; one person waits
    assert_fit_for_all(page)

    # with a network: the code of a ticket, at once on the server
    let_in(rows["Ida Prøvesen"].code.lower())
    expect(page.get_by_text("Ida Prøvesen is in.")).to_be_visible()
    expect(page.get_by_text(SAVED)).to_be_visible(timeout=SYNC_MS)
    assert CheckIn.objects.get().registration == rows["Ida Prøvesen"]

    # without one: two by name, one of them twice, one who has not registered; the page comes back when it is closed
    network.gone(page)
    let_in("bo")
    let_in("eli")
    let_in("eli")
    expect(page.get_by_text("Eli Mønster is in already")).to_be_visible()
    page.get_by_text("Somebody who has not registered").click()
    walk_in = page.locator("#door-walk-in")
    walk_in.get_by_label("Name").fill("Per Opfundet")
    walk_in.get_by_label("E-mail").fill("per@example.org")
    walk_in.get_by_role("button").click()
    expect(page.get_by_text("3 kept on this phone")).to_be_visible()
    page.reload()
    expect(page.get_by_text("3 kept on this phone")).to_be_visible()
    expect(page.locator("#door-count")).to_have_text("4 / 5")
    assert CheckIn.objects.count() == 1

    # meanwhile another phone, with a network, lets in one of them too
    other = visit("/events/", viewport={"width": width, "height": 900})
    become(other, UserFactory(), live_server.url)
    other.goto(f"{live_server.url}/events/{event.pk}/door/")
    other.get_by_role("button", name="Bo Påhitt").click()
    expect(other.get_by_text(SAVED)).to_be_visible(timeout=SYNC_MS)

    network.back(page)
    expect(page.get_by_text(SAVED)).to_be_visible(timeout=SYNC_MS)
    came = CheckIn.objects.filter(registration__event=event).values_list("registration__name", flat=True)
    assert sorted(came) == ["Bo Påhitt", "Eli Mønster", "Ida Prøvesen", "Per Opfundet"]
    assert Registration.objects.filter(event=event).count() == 6
    expect(page.locator("#door-count")).to_have_text("4 / 5")
    expect(page.locator("li.is-in")).to_have_count(4)


def test_who_is_let_in_while_the_page_asks_for_news_is_sent_next(
    visit: Callable[..., Page], live_server: LiveServer
) -> None:
    event = begun()
    RegistrationFactory(event=event, name="Bo Påhitt")
    page = visit("/events/", viewport={"width": 390, "height": 900})
    become(page, UserFactory(), live_server.url)
    page.add_init_script("globalThis.setInterval = () => 0")  # what comes by itself later hides nothing
    held: list[Route] = []
    page.route("**/door/sync/", lambda route: route.continue_() if held else held.append(route))
    with page.expect_request("**/door/sync/"):  # what is new on the server; the answer is awaited
        page.goto(f"{live_server.url}/events/{event.pk}/door/")

    page.get_by_role("button", name="Bo Påhitt").click()
    expect(page.get_by_text("1 kept on this phone")).to_be_visible()
    held[0].continue_()

    expect(page.get_by_text(SAVED)).to_be_visible(timeout=SYNC_MS)
    assert CheckIn.objects.get().registration.name == "Bo Påhitt"


def test_door_stays_where_the_server_only_says_that_it_cannot(
    visit: Callable[..., Page], live_server: LiveServer, network: Network
) -> None:
    event = begun()
    RegistrationFactory(event=event, name="Bo Påhitt")
    page = visit("/events/", viewport={"width": 390, "height": 900})
    become(page, UserFactory(), live_server.url)
    page.goto(f"{live_server.url}/events/{event.pk}/door/")
    expect(page.locator("html[data-stays]")).to_have_count(1)

    network.fails(page)
    page.reload()
    page.get_by_role("button", name="Bo Påhitt").click()
    expect(page.get_by_text("1 kept on this phone")).to_be_visible()
    assert not CheckIn.objects.exists()

    network.back(page)
    expect(page.get_by_text(SAVED)).to_be_visible(timeout=SYNC_MS)
    assert CheckIn.objects.get().registration.name == "Bo Påhitt"
