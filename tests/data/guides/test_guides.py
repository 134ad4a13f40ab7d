"""Guides in four languages, and files that other programs open."""

from __future__ import annotations

import io

import pytest
from docx import Document as WordDocument

from brobygger.data.documents.apart import read_apart
from brobygger.data.guides import COUNTRIES, KINDS, LANGUAGES, guide_for, skeleton, to_docx, to_odt, to_text


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_word_of_a_guide_stands_in_four_languages(country: str) -> None:
    guide = guide_for(country)
    words = [*guide.points, *guide.common, *(one for part in guide.parts["cv"] for one in part)]
    words += [one for part in guide.parts["application"] for one in part]

    assert guide.language in LANGUAGES
    assert len(guide.points) >= 5
    assert all(set(one) == set(LANGUAGES) and all(one.values()) for one in words)


def test_unknown_country_is_an_error() -> None:
    with pytest.raises(KeyError):
        guide_for("XX")


@pytest.mark.parametrize("kind", KINDS)
def test_files_hold_what_the_skeleton_says_and_are_the_same_every_time(kind: str) -> None:
    text = skeleton("DK", kind, "da")

    opened = WordDocument(io.BytesIO(to_docx(text)))

    assert [one.text for one in opened.paragraphs if one.style.name == "Heading 1"] == [
        part.heading for part in text.parts
    ]
    assert to_docx(text) == to_docx(text)
    for data, name in ((to_docx(text), "cv.docx"), (to_odt(text), "cv.odt")):
        read = read_apart(data, name=name).documents[0].text
        assert [part.heading for part in text.parts if part.heading not in read] == []
        assert text.parts[0].hint in read
    assert text.parts[-1].heading.upper() in to_text(text)
