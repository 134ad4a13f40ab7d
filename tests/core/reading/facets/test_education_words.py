"""The tables of words for levels, titles and fields of education, and how their words are found."""

from __future__ import annotations

import re

import pytest

from brobygger.core.reading.facets.education.fields import fields_in
from brobygger.core.reading.facets.education.level_words import LEVELS
from brobygger.core.reading.facets.education.lexicon import Lexicon
from brobygger.core.reading.facets.education.subject_words import SUBJECTS
from brobygger.core.reading.facets.education.title_words import DEGREES, LOCAL_TITLES, TITLES

LEXICON = Lexicon(
    {
        "chemistry": "kemi",
        "biology": "biolog*, *biologi",
        "trade": "*smed",
        "it": "IT",
        "process": "kemi og proces",
    }
)
FIELDS = {*SUBJECTS, *(field for table in (TITLES, DEGREES, *LOCAL_TITLES.values()) for _, field in table)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("kemi", [("chemistry", "kemi")]),
        (
            "Kemien, kemifaget og KEMI",
            [("chemistry", "Kemien"), ("chemistry", "kemifaget"), ("chemistry", "KEMI")],
        ),
        ("kemikalier", []),
        ("alkemi", []),
        ("biologisk og plantebiologi", [("biology", "biologisk"), ("biology", "plantebiologi")]),
        ("klejnsmed", [("trade", "klejnsmed")]),
        ("klejnsmedie", []),
        ("it and IT", [("it", "IT")]),
        ("kemi og proces", [("process", "kemi og proces")]),
    ],
)
def test_words_are_found_as_the_table_writes_them(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(word.value, text[word.start : word.end]) for word in LEXICON.find(text)] == expected


@pytest.mark.parametrize("code", sorted(FIELDS))
def test_fields_are_codes_of_isced(code: str) -> None:
    assert re.fullmatch(r"(?:0[1-9]|10)\d{0,2}", code)


@pytest.mark.parametrize("eqf", [*LEVELS, *(eqf for eqf, _ in TITLES), *(eqf for eqf, _ in DEGREES)])
def test_levels_are_those_of_the_framework(eqf: int) -> None:
    assert 1 <= eqf <= 8


@pytest.mark.parametrize(("code", "words"), SUBJECTS.items(), ids=SUBJECTS)
def test_every_subject_stands_in_one_field_only(code: str, words: str) -> None:
    own = {word.strip() for word in words.split(",")} - {""}
    others = {word.strip() for other, text in SUBJECTS.items() if other != code for word in text.split(",")}
    assert not own & others


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Technical University of Exampleby", []),
        ("Kemi, Prøve Universitet", ["0531"]),
        ("mechanical engineering", ["0715"]),
        ("marine biology", ["0511"]),
        ("bæredygtig energiteknik", ["0713"]),
        ("fysik og matematik", ["0533", "0541"]),
    ],
)
def test_fields_of_a_text(text: str, codes: list[str]) -> None:
    assert [one.code for one in fields_in(text)] == codes
