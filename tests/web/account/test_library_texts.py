"""What the account pages say in words of a library: ours go before its own."""

from __future__ import annotations

import re
from pathlib import Path

import allauth
import pytest
from babel.messages.pofile import read_po
from django.test import Client
from django.utils import translation

from brobygger.web.account.library_texts import LIBRARY_TEXTS
from tests.web.account.conftest import PASSWORD, somebody

pytestmark = pytest.mark.django_db
LIBRARY = Path(allauth.__file__).parent / "locale"
WORDS_OF_NOBODY = re.compile(
    r"success|genautent|hemmelighed|to-faktor|tofaktor|tvåfaktor|venligst|password\b", re.IGNORECASE
)


def test_every_text_is_one_of_the_library() -> None:
    """One that the library has changed would silently be its own again."""
    with (LIBRARY / "da" / "LC_MESSAGES" / "django.po").open("rb") as file:
        known = read_po(file, locale="da")

    assert [text for text in LIBRARY_TEXTS if known.get(text) is None] == []


@pytest.mark.parametrize("language", ["da", "nb", "sv"])
def test_texts_are_in_our_words(language: str) -> None:
    with translation.override(language):
        said = [translation.gettext(text) for text in LIBRARY_TEXTS]

    assert [text for text in said if WORDS_OF_NOBODY.search(text)] == []
    assert [text for text in said if text in LIBRARY_TEXTS] == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("da", "Sæt en autentificeringsapp op"),
        ("nb", "Sett opp en autentiseringsapp"),
        ("sv", "Ställ in en autentiseringsapp"),
    ],
)
def test_page_of_the_library_says_it(language: str, words: str) -> None:
    browser, member = (
        Client(headers={"accept-language": language}),
        somebody("kim@example.org", password=PASSWORD),
    )
    browser.post("/log-in/", {"login": member.email, "password": PASSWORD})
    browser.post("/account/confirm/", {"password": PASSWORD})

    assert words in browser.get("/account/second-factor/app/").content.decode()


@pytest.mark.parametrize("password", [PASSWORD, None])
def test_known_password_is_a_danger_only_where_there_is_one(password: str | None) -> None:
    browser = Client(headers={"accept-language": "en"})
    browser.force_login(
        somebody("kim@example.org", password=password),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )

    own, second = (browser.get(one).content.decode() for one in ("/account/", "/account/second-factor/"))

    assert ("who knows your password can enter" in own) == bool(password)
    assert ("who reads your mail can enter" in own) == (not password)
    assert ("who gets hold of your password" in second) == bool(password)
