"""A form that is not taken, because one was logged out meanwhile: nothing typed is lost, and nobody sends it but oneself."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.opportunities.models import Opportunity
from tests.factories import OrganisationFactory, UserFactory

pytestmark = pytest.mark.django_db
READ = "/opportunities/new/read/"
OURS = {"origin": "http://testserver"}
AD = "Welder wanted\n\nYou know <b>welding</b> & come at seven."


@pytest.fixture
def english() -> Client:
    return Client(enforce_csrf_checks=True, headers={"accept-language": "en"})


def token_in(response: Any) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', response.content.decode())
    assert found
    return found.group(1)


def hidden_in(response: Any) -> dict[str, str]:
    form = response.content.decode().partition("data-still-here=")[2]
    return {
        name: unescape(value)
        for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
        if name != "csrfmiddlewaretoken"
    }


def post_logged_out(browser: Client, **more: Any) -> Any:
    """As after an hour: the form was opened by somebody logged in, the session is gone when it is sent."""
    browser.force_login(UserFactory(role=Role.MANAGER))
    token = token_in(browser.get("/opportunities/new/"))
    del browser.cookies["sessionid"]
    return browser.post(READ, {"csrfmiddlewaretoken": token, "text": AD, **more}, headers=OURS)


def test_what_was_typed_is_in_the_answer(english: Client) -> None:
    answer = post_logged_out(english)

    html = answer.content.decode()
    assert answer.status_code == 403
    assert "You were logged out meanwhile" in html
    assert "What you wrote is still here" in html
    assert "&lt;b&gt;welding&lt;/b&gt; &amp; come at seven." in html
    assert hidden_in(answer)["text"] == AD
    assert f'action="{READ}"' in html
    assert 'href="/log-in/"' in html


def test_after_logging_in_one_press_sends_it(vocabulary: Vocabulary, english: Client) -> None:
    organisation = OrganisationFactory()
    answer = post_logged_out(english, organisation=organisation.pk)
    english.force_login(UserFactory(role=Role.MANAGER))
    token = english.get("/log-in/form-token/").json()["token"]

    sent = english.post(READ, {**hidden_in(answer), "csrfmiddlewaretoken": token}, headers=OURS)

    assert sent.status_code == 302
    assert Opportunity.objects.get().organisation == organisation
    assert AD.splitlines()[0] in english.get(sent["Location"]).content.decode()


def test_token_is_told_to_nobody_who_is_not_logged_in(english: Client) -> None:
    assert english.get("/log-in/form-token/").json() == {"token": "", "who": ""}


def test_passwords_files_and_tokens_are_not_written_into_the_page(english: Client) -> None:
    file = SimpleUploadedFile("cv.txt", b"I know welding")

    answer = post_logged_out(english, new_password="correct horse battery", file=file)

    html = answer.content.decode()
    assert "correct horse" not in html
    assert "I know welding" not in html
    assert '<input class="ds-input" type="password" id="secret-1" name="new_password"' in html
    assert "Choose the file again: cv.txt" in html
    assert 'type="file" id="file-file" name="file"' in html
    assert set(hidden_in(answer)) == {"text"}


@pytest.mark.parametrize("headers", [{"origin": "https://elsewhere.example"}, {"origin": "null"}, {}])
def test_what_another_site_sends_is_not_shown(headers: dict[str, str]) -> None:
    browser = Client(headers={"accept-language": "en"})

    answer = browser.post(READ, {"text": "Buy this thing now"}, headers=headers)

    assert answer.status_code == 403
    assert "Buy this" not in answer.content.decode()
    assert "data-still-here" not in answer.content.decode()


def test_what_is_too_much_is_not_kept_and_said(english: Client) -> None:
    answer = post_logged_out(english, more="x " * 800_000)

    assert "too much to be kept here" in answer.content.decode()
    assert len(answer.content) < 50_000


def test_part_of_a_page_gives_way_to_the_whole(english: Client) -> None:
    answer = Client(headers={"accept-language": "en"}).post(
        READ, {"text": AD}, headers={**OURS, "hx-request": "true"}
    )

    assert (answer.status_code, answer["HX-Retarget"], answer["HX-Reswap"]) == (200, "body", "innerHTML")
    assert hidden_in(answer)["text"] == AD


@pytest.mark.parametrize(
    ("address", "above"),
    [
        (READ, "/opportunities/new/"),
        ("/opportunities/7/open/", "/opportunities/7/"),
        ("/settings/language/", "/"),
    ],
)
def test_address_that_takes_forms_leads_to_its_page_when_it_is_opened(
    english: Client, address: str, above: str
) -> None:
    answer = english.get(address)

    assert (answer.status_code, answer["Allow"]) == (405, "POST")
    assert "only takes what a form sends" in answer.content.decode()
    assert f'href="{above}">To the page it belongs to' in answer.content.decode()


def test_form_of_an_earlier_session_is_there_to_be_sent_once_more(english: Client) -> None:
    user, organisation = UserFactory(role=Role.MANAGER, email="kim@example.org"), OrganisationFactory()
    english.force_login(user)
    written = {
        "csrfmiddlewaretoken": token_in(english.get("/opportunities/new/")),
        "organisation": organisation.pk,
        "text": "",
    }
    english.logout()
    english.force_login(user)
    english.get("/opportunities/new/")

    answer = english.post(READ, written, headers=OURS)

    html = answer.content.decode()
    assert answer.status_code == 403
    assert "Please send it once more" in html
    assert "You are logged in as kim@example.org." in html
    assert "CSRF" not in html.replace("X-CSRFToken", "")
    sent = english.post(READ, {**hidden_in(answer), "csrfmiddlewaretoken": token_in(answer)}, headers=OURS)
    assert sent.status_code == 422  # it arrives: there is no text in it


@pytest.mark.parametrize(
    ("language", "words"),
    [("da", "Send det igen"), ("nb", "Send det på nytt"), ("sv", "Skicka det en gång till")],
)
def test_refused_token_is_told_in_the_language_of_the_reader(language: str, words: str) -> None:
    browser = Client(enforce_csrf_checks=True, headers={"accept-language": language})

    html = browser.post(
        "/settings/scheme/", {"scheme": "dark"}, headers={"origin": "https://elsewhere.example"}
    )

    assert f'<html lang="{language}"' in html.content.decode()
    assert words in html.content.decode()
    assert "dark" not in html.content.decode().partition("<main")[2]
