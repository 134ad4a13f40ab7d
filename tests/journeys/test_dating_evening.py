"""A Company Dating evening in a browser, on a phone: wishes, timetable, no-show, a yes of both."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from brobygger.apps.base.models import User
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.events.models import Appointment, DatingLead, DatingWish, TimetableVersion
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.journeys.conftest import picture
from tests.journeys.test_company import become
from tests.journeys.test_main_job import both_widths
from tests.scenarios.dating_evening import Evening, dating_evening

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def move(moment: Evening, *, to_round: int, days: int = 0) -> None:
    """Let a round of the evening begin now, or so many days from now."""
    event, evening = moment.evening.event, moment.evening
    shift = timezone.now() + dt.timedelta(days=days) - evening.round_times()[to_round - 1][0]
    for row, names in ((event, ("starts_at", "ends_at")), (evening, ("first_round_at", "wishes_until"))):
        row.refresh_from_db()
        for name in names:
            setattr(row, name, getattr(row, name) + shift)
        row.save()


@both_widths
def test_evening_from_wishes_to_a_lead(
    visit: Callable[..., Page],
    assert_fit_for_all: Callable[[Page], None],
    live_server: LiveServer,
    vocabulary: Vocabulary,  # noqa: F811
    width: int,
) -> None:
    moment = dating_evening()
    move(moment, to_round=1, days=9)
    moment.evening.open_requests = True
    moment.evening.save()
    page = visit("/jobs/", viewport={"width": width, "height": 900})
    base = f"/evenings/{moment.evening.pk}/"

    def go(user: User, path: str, name: str) -> None:
        page.context.clear_cookies()
        become(page, user, live_server.url)
        page.goto(f"{live_server.url}{path}")
        look(name)

    def look(name: str) -> None:
        assert_fit_for_all(page)
        picture(page, f"evening-{name}")

    # a candidate and a company say whom they would like to meet
    go(moment.users[3], "/dating/", "list")
    page.get_by_role("link", name=re.compile("My evening")).click()
    look("candidate-before")
    page.get_by_role("link", name="Choose whom to meet").click()
    look("candidate-wishes")
    page.locator(f"[name=wish-{moment.companies[2].pk}][value='3']").check(force=True)
    page.get_by_role("button", name="Save the wishes").click()
    expect(page.get_by_role("status").first).to_contain_text("Nobody but you sees them")
    assert DatingWish.objects.filter(student=moment.students[3], side="student").count() == 2
    go(moment.recruiters[0], f"/dating/companies/{moment.companies[0].pk}/", "company-before")
    page.get_by_role("link", name="Choose whom to meet").click()
    look("company-wishes")
    page.get_by_role("button", name="Save the wishes").click()
    expect(page.get_by_role("status").first).to_contain_text("Saved: 2 wishes")

    # beside the wishes a candidate asks a company openly, and it says yes
    go(moment.users[3], f"/dating/students/{moment.students[3].pk}/", "candidate-requests")
    page.get_by_role("link", name="Ask for a talk").click()
    page.locator("summary", has_text="Østerå Vind").click()
    look("candidate-asks")
    page.get_by_label("A few words, if you like").last.fill("I have built a small turbine.")
    page.get_by_role("button", name="Ask Østerå Vind").click()
    expect(page.get_by_role("status").first).to_contain_text("Østerå Vind is asked, and can answer until")
    go(moment.recruiters[2], f"/dating/companies/{moment.companies[2].pk}/", "company-is-asked")
    page.get_by_role("link", name="Candidate P3").click()
    look("company-who-asks")
    page.get_by_role("button", name=re.compile("Yes, we meet")).click()
    expect(page.get_by_role("status").first).to_contain_text("you and Candidate P3 meet")
    look("company-agreed")

    # the organiser turns the dial and publishes
    go(moment.organiser, "/evenings/", "organiser-list")
    page.get_by_role("link", name="Company Dating Prøve").click()
    look("organiser")
    page.get_by_role("link", name="Timetable").click()
    look("organiser-dial")
    page.get_by_role("button", name=re.compile("Make this version.*1 talk")).click()
    look("organiser-version")
    page.get_by_role("button", name="Publish, and tell those it changes").click()
    expect(page.get_by_role("status").first).to_contain_text("8 participants are told")

    # on the evening somebody is missing
    move(moment, to_round=1)
    go(moment.organiser, f"{base}board/", "board")
    page.get_by_role("button", name=re.compile("Not here.*Candidate P4")).click()
    page.get_by_role("link", name="Repair the timetable").click()
    look("board-repair")
    page.get_by_role("button", name="Let it hold, and tell those it changes").click()
    expect(page.get_by_role("status").first).to_contain_text("meetings fell away")
    look("board-repaired")
    assert TimetableVersion.objects.in_force().get().is_repair
    page.goto(f"{live_server.url}{base}clock/")
    expect(page.locator("[data-left]")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    look("clock")
    page.goto(f"{live_server.url}{base}print/tables/")
    look("print-tables")

    # both say yes
    talk = Appointment.objects.get(
        version=TimetableVersion.objects.in_force().get(),
        student=moment.students[0],
        company=moment.companies[0],
    )
    move(moment, to_round=talk.round)
    go(moment.users[0], f"/dating/students/{moment.students[0].pk}/", "candidate-now")
    page.get_by_role("button", name=re.compile("Yes, we should go on.*Bredal Pumper")).first.click()
    expect(page.get_by_role("status").first).to_contain_text("only if both say yes")
    go(moment.recruiters[0], f"/dating/companies/{moment.companies[0].pk}/", "company-now")
    answer = page.locator("details.answer", has_text="Candidate P0")
    if answer.get_attribute("open") is None:
        answer.locator("summary").click()
    page.get_by_role("button", name=re.compile("Yes, we should go on.*Candidate P0")).click()
    expect(page.get_by_role("status").first).to_contain_text("Both of you said yes")
    look("company-lead")
    lead = DatingLead.objects.get()
    page.get_by_role("link", name="The application").click()
    expect(page).to_have_url(re.compile(rf"/applications/{lead.application_id}/"))
