"""What surrounds every page: menu by role, languages, colours, log-in, error pages, safety headers."""

from __future__ import annotations

from pathlib import Path

import pytest
import rules
from django.conf import settings
from django.test import Client
from django.urls import get_resolver

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry
from brobygger.web.shell import NAVIGATION, OWN_NAMES, SCHEMES, SHORT_NAMES
from tests.factories import UserFactory

pytestmark = pytest.mark.django_db
STYLES = Path(__file__).resolve().parents[2] / "src/brobygger/web/static/brobygger"


@pytest.fixture
def english():
    return Client(headers={"accept-language": "en"})


@pytest.fixture
def as_role(english):
    def log_in(role):
        english.force_login(UserFactory(role=role))
        return english

    return log_in


def test_every_entry_of_the_menu_asks_for_a_permission_that_exists():
    unknown = [
        entry.may for entry in NAVIGATION if entry.may is not None and not rules.perm_exists(entry.may)
    ]

    assert unknown == []


def test_every_language_has_its_own_name():
    assert list(OWN_NAMES) == list(SHORT_NAMES) == [code for code, _ in settings.LANGUAGES]


def test_front_page_offers_a_role_in_one_click(english):
    user = UserFactory(username="someone", role=Role.SECRETARIAT, email="someone@demo.example")
    user.set_password("demo")
    user.save()

    assert "Secretariat" in english.get("/").content.decode()
    response = english.post("/log-in/demo/", {"user": "someone"}, follow=True)

    assert response.wsgi_request.user == user


def test_one_click_is_refused_where_the_password_is_another(english):
    UserFactory(username="someone", role=Role.SECRETARIAT, email="someone@demo.example")

    assert english.post("/log-in/demo/", {"user": "someone"}).status_code == 404


def test_one_click_is_offered_in_a_demo_only(english, settings):
    settings.DEMO = False
    user = UserFactory(username="someone", role=Role.SECRETARIAT, email="someone@demo.example")
    user.set_password("demo")
    user.save()

    assert "Secretariat" not in english.get("/").content.decode()
    assert english.post("/log-in/demo/", {"user": "someone"}).status_code == 404


def test_log_in_goes_on_to_the_page_that_was_asked_for(english):
    user = UserFactory(username="someone")
    user.set_password("a long password")
    user.save()

    response = english.post(
        "/log-in/", {"login": "someone", "password": "a long password", "next": "/components/"}
    )

    assert response["Location"] == "/components/"


@pytest.mark.parametrize("elsewhere", ["https://example.org/", "//example.org/", "javascript:alert(1)"])
def test_log_in_does_not_lead_elsewhere(english, elsewhere):
    user = UserFactory(username="someone")
    user.set_password("a long password")
    user.save()

    response = english.post(
        "/log-in/", {"login": "someone", "password": "a long password", "next": elsewhere}
    )

    assert response["Location"] == "/"


def test_wrong_password_is_said_and_what_was_typed_kept(english):
    response = english.post("/log-in/", {"login": "someone", "password": "wrong"})

    assert 'value="someone"' in response.content.decode()
    assert "username and/or password you specified are not correct" in response.content.decode()


def test_log_out_ends_the_session(as_role):
    client = as_role(Role.COUNCIL)

    response = client.post("/log-out/", follow=True)

    assert not response.wsgi_request.user.is_authenticated


@pytest.mark.parametrize("role", Role)
def test_every_role_has_a_first_page(as_role, role):
    response = as_role(role).get("/")

    assert response.status_code in {200, 302}


def test_visitor_reads_the_language_of_the_browser(client):
    page = client.get("/components/", headers={"accept-language": "nb-NO,nb;q=0.9"}).content.decode()

    assert '<html lang="nb"' in page


@pytest.mark.parametrize("language", [code for code, _ in settings.LANGUAGES])
def test_language_is_switched_and_kept(english, language):
    response = english.post(
        "/settings/language/", {"language": language, "next": "/components/"}, follow=True
    )

    assert f'<html lang="{language}"' in response.content.decode()
    assert f'<html lang="{language}"' in english.get("/components/").content.decode()


def test_language_of_a_user_is_remembered_with_a_trace(as_role):
    client = as_role(Role.COMPANY)

    client.post("/settings/language/", {"language": "sv"})

    assert client.get("/components/").wsgi_request.user.language == "sv"
    assert AuditEntry.objects.get().changes == {"language": "sv"}


def test_unknown_language_does_not_exist(english):
    assert english.post("/settings/language/", {"language": "fi"}).status_code == 404


def test_colours_go_round_and_are_kept(english):
    seen = []
    for _ in SCHEMES:
        page = english.get("/components/")
        seen.append(page.context["shell"]["scheme"])
        english.post("/settings/scheme/", {"scheme": page.context["shell"]["next_scheme"]})

    assert seen == list(SCHEMES)
    assert english.get("/components/").context["shell"]["scheme"] == "auto"


def test_colours_that_nobody_offers_are_ignored(english):
    english.post("/settings/scheme/", {"scheme": '"><script>'})

    assert 'data-color-scheme="auto"' in english.get("/components/").content.decode()


def test_page_that_is_not_there_says_so_in_the_readers_language(client):
    response = client.get("/nowhere/", headers={"accept-language": "en"})

    assert response.status_code == 404
    assert "There is no such page" in response.content.decode()


def test_broken_page_is_told_without_database_or_session(rf, django_assert_num_queries):
    class BrokenUser:
        def __getattr__(self, name):
            raise RuntimeError("the database is gone")

    request = rf.get("/")
    request.user = BrokenUser()

    with django_assert_num_queries(0):
        response = get_resolver().resolve_error_handler(500)(request)

    assert response.status_code == 500
    assert b'href="/"' in response.content


def test_closed_page_says_whom_to_ask(rf):
    request = rf.get("/")
    request.user, request.htmx = UserFactory(), False

    response = get_resolver().resolve_error_handler(403)(request)

    assert response.status_code == 403
    assert b"<h1" in response.content


def test_pages_allow_nothing_from_elsewhere(english):
    policy = english.get("/components/")["Content-Security-Policy"]

    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_catalogue_takes_no_query(english, django_assert_num_queries):
    with django_assert_num_queries(0):
        page = english.get("/components/").content.decode()

    assert page.count("component-") >= 18


@pytest.mark.parametrize("sheet", sorted(STYLES.glob("*.css")), ids=lambda sheet: sheet.name)
def test_every_rule_of_a_style_sheet_is_closed(sheet: Path) -> None:
    """A layer that is left open swallows those after it, whose rules then lose against all others: nothing is said."""
    depth = 0
    for number, line in enumerate(sheet.read_text(encoding="utf-8").splitlines(), 1):
        assert not (line.startswith("@layer") and depth), f"{sheet.name}:{number} lies in another layer"
        depth += line.count("{") - line.count("}")
    assert depth == 0
