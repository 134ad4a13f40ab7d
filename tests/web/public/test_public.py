"""What everybody may read: the vocabulary and how a match is made."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.core.matching import Part, Weights
from tests.web.conftest import Visitor

pytestmark = pytest.mark.usefixtures("vocabulary")


@pytest.fixture
def read() -> Callable[..., str]:
    def get(address: str, language: str = "en", **fields: str) -> str:
        response = Client(headers={"accept-language": language}).get(address, fields)
        assert response.status_code == 200
        return response.content.decode()

    return get


def test_vocabulary_counts_its_words(read: Callable[..., str]) -> None:
    html = read("/vocabulary/")

    assert re.findall(r'<b class="tabular">(\d+)</b>', html)[:2] == ["6", "3"]


@pytest.mark.parametrize(("text", "language"), [("svejs", "en"), ("weld", "da"), ("svetsning", "nb")])
def test_vocabulary_is_searched_in_any_language(read: Callable[..., str], text: str, language: str) -> None:
    html = read("/vocabulary/", language, text=text)

    own = {"en": "welding", "da": "svejsning", "nb": "sveising"}[language]
    assert f"<strong>{own}</strong>" in html


def test_vocabulary_search_is_narrowed_to_a_kind(read: Callable[..., str]) -> None:
    html = read("/vocabulary/", text="weld", kind="occupation")

    assert "<strong>welder</strong>" in html
    assert "<strong>welding</strong>" not in html


@pytest.mark.parametrize("text", ["qqqqqqqq", "%", "'", "\\", "<b>", "x" * 3_000])
def test_vocabulary_survives_any_word(read: Callable[..., str], text: str) -> None:
    assert "<b>" + "</b>" not in read("/vocabulary/", text=text)


def test_concept_shows_all_its_labels_and_relations(read: Callable[..., str]) -> None:
    html = read("/vocabulary/concept/", uri="occupation:welder")

    assert "svejser" in html
    assert "svetsare" in html
    assert 'href="/vocabulary/concept/?uri=skill%3Awelding"' in html


@pytest.mark.parametrize("uri", ["", "skill:nothing", "javascript:alert(1)"])
def test_unknown_concept_does_not_exist(client: Client, uri: str) -> None:
    assert client.get("/vocabulary/concept/", {"uri": uri}).status_code == 404


def test_how_a_match_is_made_shows_the_weights_in_use(read: Callable[..., str]) -> None:
    html = read("/how-a-match-is-made/")

    shown = [int(value) for value in re.findall(r'<td class="tabular end">(\d+)</td>', html)]
    assert shown == [Weights().of(part) for part in Part]


def test_how_a_match_is_made_speaks_four_languages(read: Callable[..., str]) -> None:
    titles = {
        re.search(r"<h1[^>]*>([^<]+)", read("/how-a-match-is-made/", language)).group(1)  # type: ignore[union-attr]
        for language in ("en", "da", "nb", "sv")
    }

    assert len(titles) == 4


@pytest.mark.parametrize("address", ["/vocabulary/", "/vocabulary/concept/", "/how-a-match-is-made/"])
def test_public_pages_are_read_only(client: Client, address: str) -> None:
    assert client.post(address).status_code == 405


def test_permissions_are_told_for_the_own_role_and_for_any(visitor: Visitor) -> None:
    funder = visitor(Role.FUNDER)

    own = funder.get("/permissions/").content.decode()
    assert "Funder: may …" in own
    assert "erase a candidate" in own  # in the table of all roles
    other = funder.get("/permissions/", {"role": "candidate"}).content.decode()
    assert "Candidate: may …" in other
    assert (
        "Visitor: may …"
        in Client(headers={"accept-language": "en"})
        .get("/permissions/", {"role": "nonsense"})
        .content.decode()
    )
