"""The secretariat imports a table and joins two records, on a phone."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.organisations.models import Organisation
from tests.factories import OrganisationFactory, UserFactory

if TYPE_CHECKING:
    from playwright.sync_api import Page
    from pytest_django.live_server_helper import LiveServer

PHONE = {"width": 390, "height": 844}
TABLE = "Firma;CVR;Land;By\nNordlys Robotics;12345674;;Horsens\nUden land;;;\n"


@pytest.mark.journey
@pytest.mark.django_db(transaction=True)
def test_import_and_join(
    visit: Callable[..., Page],
    live_server: LiveServer,
    client: Client,
    assert_fit_for_all: Callable[[Page], None],
) -> None:
    client.force_login(UserFactory(role=Role.SECRETARIAT))
    OrganisationFactory(name="Nordlys Robotik", place_name="Horsens")
    page = visit("/", viewport=PHONE)
    page.context.add_cookies(
        [{"name": "sessionid", "value": client.cookies["sessionid"].value, "url": live_server.url}]
    )

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
