"""What pages say of facts: every value in words, in every language."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from django.utils import translation

from brobygger.core.matching import Conditions, MonthlyPay, dials_for
from brobygger.core.reading import Level, OpportunityKind, WorkRight
from brobygger.web import wording
from tests.core.matching.examples import COPENHAGEN, DAY, need, offer


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


@pytest.mark.parametrize("language", ["en", "da", "nb", "sv"])
@pytest.mark.parametrize("turned", [False, True])
def test_every_dial_is_said_in_words(language: str, turned: bool) -> None:
    asked = offer(
        languages=(need("nb|da", Level.B2),),
        start=DAY,
        place=COPENHAGEN,
        pay=MonthlyPay(30_000, "DKK"),
        eqf=6,
    )
    keys = {
        one.key
        for one in dials_for(asked, Conditions(commute_over_border=not turned, neighbour_languages=turned))
    }
    assert {key.partition(":")[0] for key in keys} == {
        "language", "neighbours", "start", "border", "remote", "pay", "education", "permit",
    }  # fmt: skip
    with translation.override(language):
        labels = {key: wording.dial_label(key) for key in keys}

    assert not [key for key, label in labels.items() if not label or ":" in label]
    assert len(set(labels.values())) == len(keys)


@dataclass(frozen=True, slots=True)
class Need:
    codes: str
    task: str
    level: str
    modality: str = "required"

    @property
    def setting(self) -> str:
        return "informal" if self.task == "coffee" else "formal"


def read(
    code: str, level: str | None = None, modality: str = "required", **more: object
) -> dict[str, object]:
    return {"code": code, "level": level, "modality": modality, **more}


READ = [
    read("da"),
    read("en"),
    read("de"),
    read("da", "B2"),
    read("en", "C1", "working_language"),
    read("sv", "A2", "preferred"),
]


def test_each_language_is_said_once_and_what_the_company_says_first() -> None:
    needs = [Need("de", "customers", "B1"), Need("de", "coffee", "A2")]

    with translation.override("en"):
        lines = wording.language_lines(READ, needs)

    assert lines == [
        "German B1 for customers",
        "German A2 for the coffee table",
        "Danish B2",
        "English C1",
        "Swedish A2 (an advantage)",
    ]


def test_tasks_of_a_language_stand_with_their_own_levels() -> None:
    needs = [
        Need("da", "meetings", "B1", "preferred"),
        Need("da", "safety", "B2"),
        Need("en", "other", "", "not_required"),
    ]

    with translation.override("da"):
        lines = wording.language_lines(READ[:2], needs)

    assert lines == ["dansk B2 til sikkerhedsinstrukser, B1 til møder (en fordel)", "engelsk (ikke et krav)"]


def test_alternatives_are_one_need_at_the_lower_level() -> None:
    alternatives = [
        read("nb", "C1", alternative=1),
        read("da", "B2", alternative=1),
        read("da", "A1", setting="informal"),
    ]

    with translation.override("en"):
        assert wording.language_lines(alternatives) == [
            "Danish or Norwegian B2",
            "Danish A1 for the coffee table",
        ]
        assert (
            wording.language_lines(alternatives, [Need("da|nb", "other", "B1")])[0]
            == "Danish or Norwegian B1"
        )


def test_languages_of_a_candidate_stand_at_their_highest_level() -> None:
    held = [
        read("da", modality="held"),
        read("da", "B1", "held"),
        read("da", "A2", "held"),
        read("en", "C2", "held"),
    ]

    with translation.override("en"):
        assert wording.language_lines(held) == ["Danish B1", "English C2"]


@pytest.mark.parametrize(
    ("maximum", "said"), [(42_000, "38.000–42.000 DKK"), (None, "38.000 DKK"), (38_000, "38.000 DKK")]
)
def test_pay_shows_its_range(maximum: float | None, said: str) -> None:
    value = {"minimum": 38_000, "maximum": maximum, "currency": "DKK", "period": "month"}

    with translation.override("da"):
        assert wording.fact_value("pay", value) == f"{said} om måneden"


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (
            {"eqf": 6, "field": "0613", "modality": "required"},
            "bachelorniveau (EQF 6), Softwareudvikling (et krav)",
        ),
        ({"eqf": None, "field": "0613"}, "Softwareudvikling"),
        ({"eqf": 7, "field": None}, "kandidatniveau (EQF 7)"),
        ({"eqf": None, "field": "99"}, "99"),
    ],
)
def test_education_is_said_with_its_level_and_its_field(value: dict[str, object], said: str) -> None:
    with translation.override("da"):
        assert wording.fact_value("education", value) == said
