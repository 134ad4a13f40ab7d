"""A booking agency on a phone, in Danish: it calls, notes, books a visit, and gets no further than its own batch."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from brobygger.apps.outreach.enums import CallState
from brobygger.apps.outreach.models import Call, CallBatch, Visit
from tests.factories import CallFactory
from tests.journeys.conftest import picture
from tests.journeys.test_main_job import both_widths, enter  # noqa: F401 - fixtures are found by name

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
REFUSED = (
    "/today/",
    "/companies/",
    "/opportunities/",
    "/candidates/",
    "/pool/",
    "/visits/",
    "/targets/",
    "/no-calls/",
)
OFFICE = (
    "visits/",
    "visits/needs/",
    "slots/",
    "targets/",
    "no-calls/",
    "ladder/",
    "stories/",
    "doors/",
    "grants/",
    "hosts/",
    "first-tasks/",
    "registers/",
    "visits/import/",
)


@both_widths
def test_agency_calls_its_batch_and_books_a_visit(
    enter: Callable[..., Page],  # noqa: F811
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    width: int,
) -> None:
    page = enter("agency", "/", width)
    expect(page).to_have_url(f"{live_server.url}/calls/")
    assert_fit_for_all(page)
    picture(page, "outreach-calls")
    batch = CallBatch.objects.get()
    first, second = batch.calls.filter(state=CallState.TO_CALL).order_by("position")[:2]

    # nobody answers; the company goes behind those that were not called
    page.goto(f"{live_server.url}/calls/{first.pk}/")
    assert_fit_for_all(page)
    picture(page, "outreach-call")
    page.locator("input[name=outcome][value=no_answer]").check()
    page.locator("form[action$='/note/'] input[name=note]").fill("Telefonsvarer")
    page.locator("form[action$='/note/'] button").click()
    expect(page.get_by_role("status").first).to_contain_text(first.company.name)

    # the next one says yes: a time, and whom the visitor meets
    page.goto(f"{live_server.url}/calls/{second.pk}/")
    page.locator("input[name=slot]").first.check()
    page.locator("form[action$='/book/'] input[name=name]").fill("Ida Prøvesen")
    page.locator("form[action$='/book/'] button").click()
    expect(page.locator("a[href$='visit.ics']")).to_be_visible()
    assert_fit_for_all(page)
    picture(page, "outreach-call-booked")
    second.refresh_from_db()
    assert second.state == CallState.BOOKED
    assert Visit.objects.filter(slot__call=second, contact__name="Ida Prøvesen").exists()

    # and it never calls again whoever said so
    third = batch.calls.filter(state=CallState.TO_CALL).order_by("position")[0]
    page.goto(f"{live_server.url}/calls/{third.pk}/")
    page.locator("input[name=outcome][value=no_call]").check()
    page.locator("form[action$='/note/'] button").click()
    page.goto(f"{live_server.url}/calls/{third.pk}/")
    expect(page.locator("form[action$='/book/']")).to_have_count(0)

    theirs = CallFactory()
    unwatched = page.context.new_page()  # a refusal is an error in the console
    for path in (*REFUSED, f"/calls/{theirs.pk}/"):
        answer = unwatched.goto(f"{live_server.url}{path}")
        assert answer is not None
        assert answer.status in (403, 404), path
    assert Call.objects.get(pk=theirs.pk).state == CallState.TO_CALL


@both_widths
def test_visitor_writes_down_a_visit_and_what_it_showed(
    enter: Callable[..., Page],  # noqa: F811
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    width: int,
) -> None:
    page = enter("secretary", "/today/", width)
    for path in OFFICE:
        page.goto(f"{live_server.url}/{path}")
        assert_fit_for_all(page)
        picture(page, path.strip("/").replace("/", "-"))
    visit = Visit.objects.filter(state="done").order_by("pk")[0]
    batch = CallBatch.objects.get()
    assert batch.target_list is not None
    for path in (
        f"targets/{batch.target_list.pk}/",
        f"targets/{batch.target_list.pk}/?show=left-out",
        f"batches/{batch.pk}/",
        f"programmes/{batch.programme_id}/targets/new/",
        f"programmes/{batch.programme_id}/visits/new/?text=a",
        f"programmes/{batch.programme_id}/ladder/",
        f"programmes/{batch.programme_id}/grants/new/",
        f"programmes/{visit.programme_id}/companies/{visit.organisation_id}/",
        f"companies/{visit.organisation_id}/stories/",
    ):
        page.goto(f"{live_server.url}/{path}")
        assert_fit_for_all(page)
        picture(page, "-".join(part for part in path.split("/") if part and part.isalpha()))

    page.goto(f"{live_server.url}/visits/{visit.pk}/")
    assert_fit_for_all(page)
    picture(page, "outreach-visit")
    page.locator("select[name=stated-safety]").select_option("C1")
    page.locator("select[name=real-safety]").select_option("A2")
    page.locator("input[name=worry][value=paperwork]").check()
    page.locator("form[action$='/write/'] button").click()
    expect(page.get_by_role("status").first).to_be_visible()
    need = visit.languages.get(task="safety")
    assert (need.stated_level, need.real_level) == ("C1", "A2")
