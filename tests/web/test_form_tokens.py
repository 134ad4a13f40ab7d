"""Forms without a cookie of their own: a visitor's browser says where they stand, who is logged in sends a token, too."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from django.utils.timezone import localdate

from brobygger.apps.base.enums import Role
from tests.factories import SurveyQuestionFactory, SurveyWaveFactory, UserFactory

pytestmark = pytest.mark.django_db
SCHEME = "/settings/scheme/"
DARK = {"scheme": "dark"}
OURS = {"origin": "http://testserver"}
THEIRS = {"origin": "https://elsewhere.example"}


@pytest.fixture
def english() -> Client:
    return Client(enforce_csrf_checks=True, headers={"accept-language": "en"})


def token_in(response: Any) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.content.decode())
    assert found
    return found.group(1)


def is_dark(browser: Client) -> bool:
    return 'data-color-scheme="dark"' in browser.get("/components/").content.decode()


def test_visitor_chooses_colours_from_a_page_of_ours_and_gets_a_session(english: Client) -> None:
    assert not english.get("/components/").cookies

    assert english.post(SCHEME, DARK, headers=OURS).status_code == 302

    assert set(english.cookies) == {"sessionid"}
    assert is_dark(english)


def test_visitors_browser_that_names_the_page_alone_is_believed(english: Client) -> None:
    assert english.post(SCHEME, DARK, headers={"referer": "http://testserver/"}).status_code == 302


@pytest.mark.parametrize("headers", [THEIRS, {"origin": "null"}, {"referer": "https://elsewhere.example/"}])
def test_other_sites_send_nothing_for_a_visitor(english: Client, headers: dict[str, str]) -> None:
    assert english.post(SCHEME, DARK, headers=headers).status_code == 403
    assert not is_dark(english)


def test_browser_that_says_nothing_is_let_in_by_a_token_the_second_time(english: Client) -> None:
    refusal = english.post(SCHEME, DARK)

    assert refusal.status_code == 403
    assert english.post(SCHEME, DARK).status_code == 403
    token = token_in(english.get("/components/"))
    assert english.post(SCHEME, {**DARK, "csrfmiddlewaretoken": token}).status_code == 302
    assert is_dark(english)


def test_who_is_logged_in_sends_the_token_of_the_session(english: Client) -> None:
    english.force_login(UserFactory(role=Role.MANAGER))
    token = token_in(english.get("/components/"))

    assert english.post(SCHEME, DARK, headers=OURS).status_code == 403
    assert english.post(SCHEME, {**DARK, "csrfmiddlewaretoken": "x" * 64}, headers=OURS).status_code == 403
    assert english.post(SCHEME, {**DARK, "csrfmiddlewaretoken": token}, headers=THEIRS).status_code == 403
    assert not is_dark(english)
    assert english.post(SCHEME, {**DARK, "csrfmiddlewaretoken": token}, headers=OURS).status_code == 302


def test_language_and_colours_outlive_the_log_out(english: Client) -> None:
    english.force_login(UserFactory(role=Role.MANAGER))
    token = {"csrfmiddlewaretoken": token_in(english.get("/components/"))}
    english.post(SCHEME, {**DARK, **token}, headers=OURS)
    english.post("/settings/language/", {"language": "sv", **token}, headers=OURS)

    english.post("/log-out/", token, headers=OURS)

    assert "_auth_user_id" not in english.session
    assert is_dark(english)
    assert '<html lang="sv"' in english.get("/components/").content.decode()


def test_answered_survey_is_noted_of_a_visitor_and_of_nobody_with_a_name() -> None:
    question = SurveyQuestionFactory()
    wave = SurveyWaveFactory(survey=question.survey, opens_on=localdate(), closes_on=localdate())
    visitor, known = Client(), Client()
    known.force_login(UserFactory(role=Role.CANDIDATE))

    for browser in (visitor, known):
        browser.post(f"/s/{wave.key}/send/", {question.name: "1"})

    assert visitor.session["surveys answered"] == [wave.pk]
    assert "surveys answered" not in known.session
