"""A person reads what is kept, and is erased; fit for all at both widths."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client
from playwright.sync_api import Page, expect

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.people.actions import Identity, Preferences, save_candidate_from_text
from brobygger.apps.people.models import Candidate, ErasureRequest
from tests.apps.conftest import vocabulary, vocabulary_file  # noqa: F401 - fixtures are found by name
from tests.factories import ApplicationFactory, MessageFactory, UserFactory
from tests.factories.moments import DAY, NOW
from tests.journeys.conftest import picture
from tests.scenarios.first_match import AARHUS

if TYPE_CHECKING:
    from pytest_django.live_server_helper import LiveServer

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
both_widths = pytest.mark.parametrize("width", [1280, 390])


def person() -> User:
    user = UserFactory(role=Role.CANDIDATE, email="ida@example.org")
    user.set_unusable_password()
    user.save()
    candidate = save_candidate_from_text(
        alias="Talent 001",
        text="Ida Prøvesen\nida@example.org\n\nSkills\nWelding, Python, project management\n\nLanguages\nDanish (C1)\nEnglish (C1)\nPolish\n",
        published_date=DAY,
        identity=Identity("Ida Prøvesen", "ida@example.org", "+45 12 34 56 78"),
        preferences=Preferences(home=AARHUS, commute_minutes=45, work_right=("DK", "EU"), remote=True),
        user=user,
        by=None,
        at=NOW,
    )
    ApplicationFactory(
        candidate=candidate,
        message="I would like to weld with you.",
        opportunity__organisation__name="Fjordsvejs",
    )
    MessageFactory(to_user=user)
    return user


def logged_in(page: Page, server: LiveServer, user: User) -> None:
    client = Client()
    client.force_login(user)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": server.url}]
    )


@both_widths
def test_person_reads_what_is_kept_and_is_erased(
    visit: Callable[..., Page],
    live_server: LiveServer,
    assert_fit_for_all: Callable[[Page], None],
    vocabulary: Vocabulary,  # noqa: F811
    width: int,
) -> None:
    user = person()
    page = visit("/privacy/", viewport={"width": width, "height": 900}, locale="da")

    def look(name: str) -> None:
        assert_fit_for_all(page)
        picture(page, f"privacy-{name}")

    look("notice")
    page.goto(f"{live_server.url}/record-of-processing/")
    look("record")
    logged_in(page, live_server, user)
    page.goto(f"{live_server.url}/my-page/export/")
    look("offer")
    with page.expect_download() as download:
        page.locator("button[value=file]").click()
    assert download.value.suggested_filename == "brobygger-my-data.json"
    page.locator("button[value=page]").click()
    expect(page.get_by_text("+45 12 34 56 78")).to_be_visible()
    look("export")
    page.goto(f"{live_server.url}/my-page/erase/")
    look("erase")
    word = page.locator("label[for=id_proof]").inner_text().split()[-1]  # in the language of the page
    page.locator("input[name=proof]").fill(word)
    page.locator("button[data-color=danger]").click()
    look("erased")
    assert not Candidate.objects.exists() and not User.objects.filter(pk=user.pk).exists()


@both_widths
def test_secretariat_says_that_the_archive_has_it(
    visit: Callable[..., Page],
    live_server: LiveServer,
    assert_fit_for_all: Callable[[Page], None],
    vocabulary: Vocabulary,  # noqa: F811
    width: int,
) -> None:
    candidate = person().candidate  # type: ignore[attr-defined]
    ErasureRequest.objects.create(candidate=candidate, asked_at=NOW)
    page = visit("/", viewport={"width": width, "height": 900}, locale="da")
    logged_in(page, live_server, UserFactory(role=Role.SECRETARIAT))
    page.goto(f"{live_server.url}/erasures/")
    assert_fit_for_all(page)
    picture(page, "privacy-erasures")
    page.locator("input[name=is_archived]").check()
    page.locator("main button[data-color=danger]").click()
    expect(page.get_by_role("status")).to_contain_text("Talent 001")
    assert not Candidate.objects.exists()
