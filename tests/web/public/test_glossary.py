"""The glossary as a page: the reader's word first, the others beside it."""

from __future__ import annotations

import pytest
from django.test import Client


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("language", "word"), [("en", "Host"), ("da", "Vært"), ("nb", "Vert"), ("sv", "Värd")]
)
def test_word_of_the_readers_language_comes_first(language: str, word: str) -> None:
    html = Client(headers={"accept-language": language}).get("/glossary/").content.decode()

    assert f"<strong>{word}</strong>" in html


@pytest.mark.django_db
def test_search_looks_in_every_language() -> None:
    client = Client(headers={"accept-language": "en"})

    found = client.get("/glossary/", {"text": "studiejob"}).content.decode()
    assert "<strong>Student job</strong>" in found
    assert "<strong>Host</strong>" not in found
    assert "No word has that" in client.get("/glossary/", {"text": "zzz"}).content.decode()
