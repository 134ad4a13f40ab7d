"""What pages say of facts: every value in words, in every language."""

from __future__ import annotations

import pytest
from django.utils import translation

from brobygger.core.reading import OpportunityKind, WorkRight
from brobygger.web import wording


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
@pytest.mark.parametrize("condition", list(WorkRight))
def test_condition_of_work_is_said_in_words(language: str, condition: WorkRight) -> None:
    with translation.override("en"):
        source = str(wording.WORK_RIGHTS[condition.value])
    with translation.override(language):
        said = wording.fact_value("work_right", {"condition": condition.value})

    assert said
    assert "_" not in said
    assert language == "en" or said != source


@pytest.mark.parametrize("kind", list(OpportunityKind))
def test_kind_is_said_in_words(kind: OpportunityKind) -> None:
    assert "_" not in wording.fact_value("opportunity_kind", {"kind": kind.value})


def test_every_kind_of_fact_has_a_name_and_a_colour() -> None:
    assert set(wording.FACT_NAMES) == set(wording.MARK_KINDS)
    assert set(wording.MARK_KINDS.values()) == {kind for kind, _name in wording.LEGEND}


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("language:da:B1", "Level B1"),
        ("language:da:coffee", "For the coffee table only"),
        ("language:nb|da:advantage", "As an advantage"),
    ],
)
def test_language_dial_is_named_under_its_language(key: str, label: str) -> None:
    with translation.override("en"):
        assert wording.language_dial_label(key) == label
