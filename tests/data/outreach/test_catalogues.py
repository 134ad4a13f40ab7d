"""The catalogues for visits: whole in four languages, and a programme's own ladder is looked at before it is kept."""

from __future__ import annotations

import pytest

from brobygger.data.outreach import (
    LANGUAGES,
    CatalogueError,
    first_tasks,
    in_language,
    levels_from,
    usual_levels,
    worries,
)


def test_every_text_is_there_in_four_languages() -> None:
    texts = [
        *(one.label for one in worries()),
        *(one.answer for one in worries()),
        *(words for one in usual_levels() for words in (one.label, one.evidence, one.parts)),
        *(words for one in first_tasks() for words in (one.field, one.title, one.text)),
    ]

    assert len(texts) > 40
    assert all(set(words) == set(LANGUAGES) for words in texts)


def test_informal_talk_comes_first_among_the_worries() -> None:
    assert worries()[0].code == "informal-talk"
    assert [one.code for one in worries() if one.is_about_talk] == ["informal-talk"]


def test_ladder_climbs_in_effort() -> None:
    hours = [one.hours for one in usual_levels()]

    assert hours == sorted(hours)


@pytest.mark.parametrize(
    ("stored", "said"),
    [
        ([{"label": {"en": "A"}}], "no code"),
        ([{"code": "a", "label": {"da": "A"}}], "a: label"),
        ([{"code": "a", "label": {"en": "A"}, "evidence": {"en": "B"}}], "a: parts"),
    ],
)
def test_ladder_of_a_programme_is_refused_with_the_entry_that_is_wrong(
    stored: list[dict[str, object]], said: str
) -> None:
    with pytest.raises(CatalogueError, match=said):
        levels_from(stored)


def test_other_language_falls_back_to_english() -> None:
    assert in_language({"en": "Known", "nb": "Kjent"}, "no") == "Kjent"
    assert in_language({"en": "Known"}, "fr") == "Known"
