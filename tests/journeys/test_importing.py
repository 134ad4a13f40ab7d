"""The secretariat imports a table and joins two records, on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from brobygger.apps.base.enums import Role
from brobygger.apps.opportunities.models import AdFetch, AdSource
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach.models import RegisteredCompany
from tests.factories import AdSourceFactory, OrganisationFactory, UserFactory
from tests.factories.moments import NOW
from tests.journeys.conftest import picture
from tests.journeys.test_company import become

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

PHONE = {"width": 390, "height": 844}
WIDTHS = [pytest.param(390, id="390"), pytest.param(1280, id="1280")]
UNKNOWN = (
    "Betegnelse;Nr;Brancheinddeling i det udtræk som erhvervshuset laver;Hjem;Medarbejdertal\n"
    "Aadal Pumper A/S;12345674;28.13.00;Horsens;38\n"
    "Bratt Sveis AS;910000004;25.62.00;Sarpsborg;7\n"
    "Fjordsvets AB;559999-0008;25.62;Trollhättan;\n"
)
TABLE = "Firma;CVR;Land;By\nNordlys Robotics;12345674;;Horsens\nUden land;;;\n"


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_import_and_join(
    visit: Callable[..., Page],
    live_server: LiveServer,
    assert_fit_for_all: Callable[[Page], None],
) -> None:
    OrganisationFactory(name="Nordlys Robotik", place_name="Horsens")
    page = visit("/", viewport=PHONE)
    become(page, UserFactory(role=Role.SECRETARIAT), live_server.url)

    page.goto(f"{live_server.url}/import/organisations/")
    assert_fit_for_all(page)
    page.set_input_files(
        "#file-file", files=[{"name": "a.csv", "mimeType": "text/csv", "buffer": TABLE.encode("cp1252")}]
    )
    page.get_by_role("button", name="Show what would change").click()
    assert page.get_by_text("The country is missing").is_visible()
    assert_fit_for_all(page)
    page.get_by_role("button", name="Import 1 row").click()
    page.get_by_text("Imported: 1 new").wait_for()

    page.goto(f"{live_server.url}/duplicates/")
    page.get_by_role("link", name="Compare and join").click()
    assert_fit_for_all(page)
    page.get_by_role("button", name="Join", exact=True).click()
    page.get_by_role("button", name="Undo").wait_for()

    assert Organisation.objects.get().registered_number == "12345674"


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", WIDTHS)
def test_columns_of_an_unknown_extract_are_told_once(
    visit: Callable[..., Page],
    live_server: LiveServer,
    assert_fit_for_all: Callable[[Page], None],
    width: int,
) -> None:
    page = visit("/", viewport={"width": width, "height": 844}, locale="da")
    become(page, UserFactory(role=Role.SECRETARIAT), live_server.url)
    file = {"name": "erhvervshuset.csv", "mimeType": "text/csv", "buffer": UNKNOWN.encode()}

    page.goto(f"{live_server.url}/registers/")
    page.set_input_files("#file-file", files=[file])
    page.get_by_role("button", name="Vis, hvad der ville blive ændret").click()
    assert page.get_by_text("Der mangler kolonner").is_visible()
    assert page.get_by_label("Betegnelse").input_value() == "name"  # suggested by what stands in it
    assert page.get_by_label("Nr", exact=True).input_value() == "number"
    page.get_by_label("Medarbejdertal").select_option("employees")
    assert_fit_for_all(page)
    picture(page, "columns-of-an-unknown-extract")
    page.get_by_label("Husk det til den næste fil med disse kolonner").check()
    page.get_by_role("button", name="Læs filen igen").click()
    page.get_by_role("button", name="Importér 3 rækker").wait_for()
    assert_fit_for_all(page)

    page.goto(f"{live_server.url}/registers/")
    assert page.get_by_text("erhvervshuset.csv").first.is_visible()
    assert_fit_for_all(page)
    picture(page, "registers")
    page.set_input_files("#file-file", files=[file])
    page.get_by_role("button", name="Vis, hvad der ville blive ændret").click()
    page.get_by_role("button", name="Importér 3 rækker").click()
    page.wait_for_url("**/targets/")

    assert RegisteredCompany.objects.get(number="12345674").employees == 38


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", WIDTHS)
def test_source_of_open_ads_is_set_and_looked_at(
    visit: Callable[..., Page],
    live_server: LiveServer,
    assert_fit_for_all: Callable[[Page], None],
    width: int,
) -> None:
    source = AdSourceFactory(name="NAVs stillinger", service="nav", fetched_at=NOW)
    problem = {"key": "busy", "parameters": {"host": "pam-stilling-feed.nav.no"}}
    refused = [{"ad": "5b1c-7", "of": "fetching", "key": "no_employer", "parameters": {}}]
    counts = {"new": 41, "changed": 3, "gone": 2, "refused": 1}
    AdFetch.objects.create(source=source, begun_at=NOW, counts=counts, refusals=refused, problem=problem)
    page = visit("/", viewport={"width": width, "height": 844}, locale="da")
    become(page, UserFactory(role=Role.SECRETARIAT), live_server.url)

    page.goto(f"{live_server.url}/ad-sources/new/")
    assert_fit_for_all(page)
    picture(page, "ad-source")
    page.get_by_label("Navn", exact=True).fill("Platsbanken (JobTech)")
    page.get_by_label("Type").select_option("jobsearch")
    page.get_by_label("Adresse").fill("https://jobsearch.api.jobtechdev.se")
    page.get_by_label("Ord", exact=True).fill("svets, CNC, robot")
    page.get_by_label("Arbejdsgivernes land").select_option("SE")
    page.get_by_label("Licens eller vilkår").fill("CC0 1.0")
    page.get_by_role("button", name="Gem").click()
    page.get_by_role("button", name="Slå til").click()
    page.get_by_text("hentes fra nu af").wait_for()
    page.get_by_text("Afvist, og hvorfor").click()
    assert page.get_by_text("Annoncen nævner ingen arbejdsgiver.").is_visible()
    assert_fit_for_all(page)

    assert AdSource.objects.get(service="jobsearch").is_on
