"""A text that is too long is not cut, by the browser or by us: the page says which it is, how long it is and may be."""

from __future__ import annotations

from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from brobygger.apps.base.enums import Role
from brobygger.apps.opportunities.models import Report
from brobygger.web import lengths
from brobygger.web.lengths import MOST
from tests.factories import CandidateFactory, ContactFactory, OpportunityFactory, UserFactory
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db
PAGES = Path(lengths.__file__).parent
SAID = {"reason": "money", "text": "Der spørges om penge."}
TOO_MUCH = "Der spørges om penge. " * 100  # 2,199 letters without the last space


@pytest.fixture
def reporting(visitor: Visitor) -> tuple[Client, str]:
    """A candidate's browser in Danish, and where it reports an opportunity."""
    user = UserFactory(role=Role.CANDIDATE)
    CandidateFactory(user=user)
    return visitor(user, language="da"), f"/opportunities/{OpportunityFactory().pk}/report/send/"


def test_no_page_lets_the_browser_cut(visitor: Visitor) -> None:
    written = [one for one in PAGES.rglob("*.html") if "maxlength" in one.read_text()]
    assert written == []
    company = visitor(ContactFactory().user)
    for client, path, most in (
        (company, "/opportunities/new/", 100_000),
        (company, "/paste-an-ad/", 100_000),
        (Client(), "/register/", 500),
        (Client(), "/log-in/", None),
    ):
        html = client.get(path).content.decode()
        assert "maxlength" not in html, path
        assert most is None or f'data-most="{most}"' in html, path


def test_every_field_that_says_how_much_it_holds_is_asked_again_by_the_server() -> None:
    forms = {name: view for name, view in _pages(get_resolver().url_patterns) if name in MOST}
    assert sorted(MOST) == sorted(forms)
    assert all(view.writes for view in forms.values())


def _pages(patterns: list[Any]) -> Iterator[tuple[str, Any]]:
    for one in patterns:
        if isinstance(one, URLResolver):
            yield from _pages(one.url_patterns)
        elif isinstance(one, URLPattern) and one.name:
            yield one.name, one.callback


def test_what_is_too_long_is_named_and_nothing_is_lost(reporting: tuple[Client, str]) -> None:
    client, address = reporting

    response = client.post(address, {**SAID, "text": TOO_MUCH, "next": "x"})

    html = unescape(response.content.decode())
    assert response.status_code == 422
    assert "Hvad der skete, med dine ord" in html
    assert "Teksten er på 2199 tegn; der er plads til 2000. Gør den kortere." in html
    assert f">\n{TOO_MUCH}</textarea>" in html, "all of it comes back"
    assert '<input type="hidden" name="reason" value="money">' in html
    assert f'action="{address}"' in html
    assert not Report.objects.exists()
    assert client.post(address, {"reason": "money", "text": TOO_MUCH[:2000]}).status_code == 302
    assert len(Report.objects.get().text) == len(TOO_MUCH[:2000].strip())


def test_line_break_is_one_letter(reporting: tuple[Client, str]) -> None:
    client, address = reporting
    text = "a\r\n" * 999 + "aa"  # 2,000 letters as the page counts them, 2,999 as they are sent

    assert client.post(address, {**SAID, "text": text}).status_code == 302
    assert len(Report.objects.get().text) == 2000


def test_form_says_how_long_a_text_is_and_may_be(client: Client) -> None:
    given = {"name": "Fjordværk", "country": "DK", "contact_name": "Bo", "contact_email": "bo@prove.example"}
    for text, is_too_long in (("x" * 501, True), ("x\r\n" * 250, False)):
        response = client.post(
            "/register/send/", {**given, "looks_for": text}, headers={"accept-language": "da"}
        )
        html = unescape(response.content.decode())
        said = "Teksten er på 501 tegn; der er plads til 500. Gør den kortere."
        assert (said in html) == is_too_long
        assert response.status_code == 422, "the terms are not accepted"
