"""A company's whole walk in a browser and in Danish: register, be accepted, write, say what languages are for, invite."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Page, expect

from brobygger.apps.base.models import Message, User
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.organisations.models import Organisation
from tests.journeys.conftest import picture
from tests.journeys.test_main_job import AD, both_widths, da, enter, number_in  # noqa: F401 - fixtures are found by name

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def become(page: Page, user: User, address: str) -> None:
    """Log in as somebody without a password: by a session made here."""
    client = Client()
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": address}])


@both_widths
def test_company_registers_writes_opens_and_invites(
    enter: Callable[..., Page],  # noqa: F811
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    width: int,
) -> None:
    cache.clear()

    def look(name: str) -> None:
        assert_fit_for_all(page)
        picture(page, f"company-{name}")

    page = enter("secretary", "/companies/waiting/", width)
    look("none-waits")
    page.context.clear_cookies()
    page.goto(f"{live_server.url}/register/")
    look("register")
    for name, value in {
        "name": "Prøveværk A/S",
        "registered_number": "10101018",
        "place_name": "Aalborg",
        "contact_name": "Ida Prøvesen",
        "contact_email": "ida@prove.example",
    }.items():
        page.locator(f"[name={name}]").fill(value)
    page.locator("[name=terms]").check()
    page.get_by_role("button", name=da("Register"), exact=True).click()
    expect(page).to_have_url(re.compile("thank-you"))
    look("register-thanks")

    link = re.findall(r"/t/[^/\s]+/(?=\s)", Message.objects.get(to_address="ida@prove.example").text)[0]
    page.goto(f"{live_server.url}{link}")
    page.get_by_role("button", name=da("Do it")).click()
    organisation = Organisation.objects.get(name="Prøveværk A/S")
    assert organisation.confirmed_at

    page.goto(f"{live_server.url}/log-in/")
    page.locator("button[name=user][value=secretary]").click()
    page.goto(f"{live_server.url}/companies/waiting/")
    look("waiting")
    page.get_by_role("link", name="Prøveværk A/S").click()
    look("vet")
    page.get_by_role("button", name=da("Accept"), exact=True).click()
    expect(page.get_by_role("status").first).to_contain_text("Prøveværk A/S")

    become(page, User.objects.get(email="ida@prove.example"), live_server.url)
    page.goto(f"{live_server.url}/my-company/")
    look("page")
    page.goto(f"{live_server.url}/companies/{organisation.pk}/edit/")
    look("page-edit")
    page.goto(f"{live_server.url}/companies/{organisation.pk}/contacts/")
    page.locator("[name=email]").fill("per@prove.example")
    page.get_by_role("button", name=da("Send the invitation")).click()
    expect(page.get_by_text("per@prove.example").last).to_be_visible()
    look("contacts")

    page.goto(f"{live_server.url}/opportunities/new/?organisation={organisation.pk}")
    look("new")
    page.locator("textarea[name=text]").fill(AD)
    page.get_by_role("button", name=da("Read it and go on")).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Maskiningeniør til pumper og ventiler")
    assert page.locator("[name=hours]").input_value() == "37"
    look("form")

    xray = page.locator("#xray")
    before = number_in(xray.get_by_role("status"))
    page.locator('[name="task:da:safety"]').select_option("B1")
    steps = xray.locator("li", has=page.locator('[name="task:da:safety"]')).locator(".step-row span")
    expect(steps).to_have_count(3)
    now = number_in(xray.get_by_role("status"))
    assert now >= before
    gain = number_in(steps.last.locator("b"))
    look("x-ray")
    with page.expect_response(re.compile("x-ray")):  # the figure may stay as it is
        page.locator('[name="task:da:safety"]').select_option("no")
    expect(page.locator('[name="task:da:safety"]')).to_have_value("no")
    expect(steps).to_have_count(0)
    expect(xray.get_by_role("status")).to_contain_text(str(now + gain))
    page.locator('[name="task:da:coffee"]').select_option("A2")
    page.get_by_role("button", name=da("Save and open it to candidates")).click()

    expect(page.locator("#reach")).to_be_visible()
    draft = Opportunity.objects.get(title="Maskiningeniør til pumper og ventiler")
    assert draft.state == "open"
    assert {(one.task, one.level) for one in draft.language_needs.all()} == {("safety", ""), ("coffee", "A2")}
    look("opportunity")
    invite = page.locator("form.invite button").first
    invite.click()
    expect(page).to_have_url(re.compile(r"/applications/\d+/"))
    assert draft.applications.get().state == "invited"
