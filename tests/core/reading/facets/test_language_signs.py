"""What is seen of the clauses and sentences beside a language, before anything is weighed."""

import pytest

from brobygger.core.reading.facets.languages.needs import Candidate, signs
from brobygger.core.reading.tags import tag_of


def _candidate(text: str, name: str, behind: str = "") -> Candidate:
    start = text.index(name)
    return Candidate(
        text, start, start + len(name), ((start, start + len(name)),), "en", "name", "none", False, False,
        "other", "", "", behind, "en",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "behind", "expected"),
    [
        ("Reports are in English, so you must read them.", "", "clause right says: needed to you"),
        ("Reports are in English.", " You must read them.", "sentence behind says: needed to you"),
        ("Reports are in English.", " You need not read them.", "sentence behind says: not needed to you"),
        ("Reports are in English.", " Nobody reads them.", "sentence behind to nobody"),
    ],
)
def test_clauses_beside_ask_of_the_person(text: str, behind: str, expected: str) -> None:
    assert expected in set(signs(_candidate(text, "English", behind)))


@pytest.mark.parametrize("word", ["lovgivning", "föreskrifter", "regelverk", "regulations"])
def test_law_is_told_alike(word: str) -> None:
    assert tag_of(word) == "matter"
