"""Whether an ad asks for a skill or only mentions it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from brobygger.core.reading import Document, DocumentKind, Reading
from brobygger.core.reading.data import Education, Fact, Modality, Skill
from brobygger.core.reading.importance import weighed
from tests.core.reading.reader import reader

MUST, PLUS = Modality.REQUIRED, Modality.PREFERRED


def read(text: str, kind: DocumentKind = DocumentKind.AD) -> Reading:
    return reader().read(Document("one", text, kind))


def needs(reading: Reading) -> dict[str, Modality]:
    """Of each skill the strongest."""
    found: dict[str, Modality] = {}
    for fact in reading.facts:
        if isinstance(fact.value, Skill):
            key = fact.value.uri.rpartition(":")[2]
            found[key] = MUST if MUST in (found.get(key), fact.value.modality) else fact.value.modality
    return found


@pytest.mark.parametrize(
    ("text", "skill", "need"),
    [
        ("Udvikler\n\nDu har erfaring med Python.\n", "python", MUST),
        ("Udvikler\n\nDu har erfaring med Java, og det er et plus, hvis du også kender Python.\n", "python", PLUS),
        ("Utvikler\n\nDin bakgrunn:\n- Du behersker Python\n- Erfaring fra SQL\n", "python", MUST),
        ("Utvikler\n\nOm oss\nVi er femten utviklere, og mye av koden vår er skrevet i Python.\n", "python", PLUS),
        ("Utvecklare\n\nKvalifikationer\n- Goda kunskaper i Python\n", "python", MUST),
        ("Utvecklare\n\nDu kommer att underhålla skript i Python tillsammans med teamet.\n", "python", PLUS),
        ("Developer\n\nYou must know Python well.\n", "python", MUST),
        ("Developer\n\nWhat you bring\n- Solid SQL\n- Some Python would be a bonus\n", "python", PLUS),
    ],
)  # fmt: skip
def test_asked_for_or_only_mentioned(text: str, skill: str, need: Modality) -> None:
    assert needs(read(text))[skill] is need


@pytest.mark.parametrize(
    ("text", "need"),
    [
        ("Tekniker\n\nDu er uddannet automationstekniker, gerne med speciale i robotter.\n", MUST),
        ("Tekniker\n\nDu har en bachelor i kemi.\n", MUST),
        ("Forsker\n\nKrav:\n- Mastergrad i kjemi\n- Doktorgrad i kjemi er et pluss\n", MUST),
        ("Rådgiver\n\nDet er meriterande om du har en masterexamen i kemi.\n", PLUS),
        ("Analyst\n\nA bachelor's degree in physics would be an advantage.\n", PLUS),
    ],
)  # fmt: skip
def test_education_asked_for_or_welcome(text: str, need: Modality) -> None:
    found = [fact.value.modality for fact in read(text).facts if isinstance(fact.value, Education)]
    assert found
    assert found[0] is need


def test_a_plus_under_a_heading_that_asks_stays_a_plus() -> None:
    text = "Developer\n\nRequirements:\n- Experience with SQL\n- Python is an advantage\n"
    assert needs(read(text)) | {"sql": MUST, "python": PLUS} == needs(read(text))


def test_cv_only_holds() -> None:
    text = "Kompetencer\nPython er et krav, jeg stiller til mig selv.\n"
    found = needs(read(text, DocumentKind.CV))
    assert found
    assert set(found.values()) == {Modality.HELD}


def test_needs_are_weighed_anew_whatever_they_were_and_nothing_else_is_touched() -> None:
    reading = read("Udvikler søges\n\nDu har erfaring med Python, og Java er et plus. Start 1. marts.\n")
    turned = [_with_need(fact, {MUST: PLUS, PLUS: MUST}) for fact in reading.facts]
    assert turned != list(reading.facts)
    assert list(weighed(reading.document, reading.passages, turned)) == list(reading.facts)


def test_what_is_not_needed_stays_so() -> None:
    reading = read("Udvikler søges\n\nDu har en bachelor i kemi og erfaring med Python.\n")
    waived = [
        _with_need(fact, {MUST: Modality.NOT_REQUIRED, PLUS: Modality.NOT_REQUIRED}) for fact in reading.facts
    ]
    assert {type(fact.value) for fact in waived} >= {Education, Skill}
    assert list(weighed(reading.document, reading.passages, waived)) == waived


def _with_need(fact: Fact, other: dict[Modality, Modality]) -> Fact:
    if not isinstance(fact.value, Skill | Education):
        return fact
    return replace(fact, value=replace(fact.value, modality=other[fact.value.modality]))
