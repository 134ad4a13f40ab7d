"""Whole ads and CVs: what must be found, what must never be, and that nothing breaks the reader."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import (
    Contact,
    Document,
    DocumentKind,
    Kind,
    Language,
    Modality,
    Occupation,
    Place,
    Skill,
    WorkRightCondition,
)
from brobygger.core.reading.checks import objections
from tests.core.reading.reader import read_ad, read_cv, reader
from tests.drawing import times

DANISH = """Softwareudvikler til robotstyring
Kodebro Robotics A/S er en virksomhed med 40 ansatte. Arbejdssted: Odense.

Opgaver
Du skal udvikle styring i C++ og Python og samarbejde med vores elektronikfolk om PLC-programmering.

Kvalifikationer
- erfaring med ROS og Linux
- kendskab til svejserobotter er en fordel
- du taler engelsk; dansk er ikke et krav

Vi tilbyder
pension, fredagsbar og hjemmearbejdsplads 2 dage om ugen. Kontakt leder@kodebro.example.
"""


def skills(reading, *modalities):
    return {
        value.uri.rsplit(":", 1)[1]
        for value in reading.values(Skill)
        if not modalities or value.modality in modalities
    }


def test_an_ad_gives_its_skills_occupation_and_modality():
    reading = read_ad(DANISH, employer="Kodebro Robotics A/S")

    assert {"c-plus-plus", "python", "plc-programming", "linux"} <= skills(reading)
    assert "linux" in skills(reading, Modality.REQUIRED)
    occupations = {value.uri.rsplit(":", 1)[1] for value in reading.values(Occupation)}
    assert "software-developer" in occupations
    assert any(isinstance(fact.value, Contact) for fact in reading.facts)
    assert reading.language == "da"
    assert objections(reading) == []


def test_every_fact_points_at_its_words():
    reading = read_ad(DANISH)
    python = next(
        fact for fact in reading.facts if isinstance(fact.value, Skill) and fact.value.uri.endswith(":python")
    )

    assert DANISH[python.span.start : python.span.end] == "Python"


@pytest.mark.parametrize(
    ("text", "never"),
    [
        ("Elektriker\nDu er en dyktig elektriker, og du trives i team.", Language),  # "du" is no Urdu
        ("Elektriker\nVi holder til i Kristiansand og Sandefjord.", Skill),  # no Christianity, no sanding
        ("Elektriker\nVi tilbyr gode pensjons- og forsikringsordninger.", Skill),  # a benefit
        ("Ingeniør\nSend ansøgning og CV senest den 1. maj.", Skill),  # no computer vision
        ("Ingeniør\nVi har flere typer af maskiner, men ikke i dag.", Occupation),  # "men" is no soldier
        ("Konsulent\nVi ansætter uanset alder, køn, religion eller etnisk baggrund.", Skill),
    ],
)
def test_nothing_absurd_is_read(text, never):
    found = [fact for fact in read_ad(text).facts if isinstance(fact.value, never) and fact.role != "title"]

    assert found == []


def test_a_language_that_is_not_required_is_no_need():
    needs = {value.code: value.modality for value in read_ad(DANISH).values(Language)}

    assert needs["da"] == Modality.NOT_REQUIRED
    assert needs["en"] != Modality.NOT_REQUIRED


def test_places_are_found_and_kept_from_being_skills():
    places = [value.name for value in read_ad(DANISH).values(Place)]

    assert "Odense" in places


def test_the_same_concepts_come_from_four_languages():
    texts = {
        "da": "Svejser\nDu har erfaring med TIG-svejsning og projektledelse.",
        "nb": "Sveiser\nDu har erfaring med TIG-sveising og prosjektledelse.",
        "sv": "Svetsare\nDu har erfarenhet av TIG-svetsning och projektledning.",
        "en": "Welder\nYou have experience with TIG welding and project management.",
    }

    found = {language: skills(read_ad(text)) for language, text in texts.items()}

    assert all({"tig-welding", "project-management"} <= values for values in found.values()), found


def test_a_cv_holds_what_an_ad_asks():
    reading = read_cv(
        "Ana\nEngineer\n\nSkills\nPython, SolidWorks, project management\n\nLanguages\nEnglish (C1), Danish: basic"
    )

    assert {"python", "solidworks", "project-management"} <= skills(reading, Modality.HELD)
    assert {value.code for value in reading.values(Language)} >= {"en", "da"}


def test_a_cv_that_lists_a_skill_by_its_name_has_it():
    listed = read_cv("Kim\nMaskiningeniør\n\nKompetencer\nsvejsning, projektledelse\n")
    told = read_cv(
        "Kim\nMaskiningeniør\n\nProfil\nVirksomheden lever af svejsning, og jeg stod for planer.\n"
    )

    assert {"welding", "project-management"} <= skills(listed, Modality.HELD)
    assert "welding" not in skills(told)


def test_an_unknown_language_is_said():
    reading = read_ad(
        "Inżynier\nPoszukujemy inżyniera do pracy przy produkcji pomp, oferujemy umowę o pracę oraz szkolenia z SolidWorks."
    )

    assert reading.warnings == ("language:pl",)
    assert "solidworks" in skills(reading)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Navn: Mette Sørensen", "Navn: Abdul Karim Al-Masri"),
        ("Nationalitet: dansk", "Nationalitet: brasiliansk"),
        ("Køn: kvinde, født 1. maj 1999", "Køn: mand, født 3. april 1961"),
        ("Hun har altid elsket maskiner.", "Han har altid elsket maskiner."),
    ],
)
def test_who_somebody_is_changes_no_skill(left, right):
    cv = "{}\n\nKompetencer\nPython, svejsning, projektledelse\n\nErhvervserfaring\n2019-2022 Konstruktør\n"

    assert skills(read_cv(cv.format(left))) == skills(read_cv(cv.format(right)))


@given(st.text(max_size=1_500), st.sampled_from(DocumentKind))
@times(60)
def test_no_text_breaks_the_reader(text, kind):
    reading = reader().read(Document("x", text, kind))

    assert objections(reading) == []


WORDS = st.sampled_from(
    "Du har erfaring med Python og svejsning, men ikke dansk C1 37 timer Aarhus 1. maj @ + - ( ) / : \n . kr. 40.000".split(
        " "
    )
)


@given(st.lists(WORDS, max_size=300))
@times(40)
def test_shuffled_ads_are_read_without_objection(words):
    assert objections(read_ad(" ".join(words))) == []


@pytest.mark.parametrize(
    "text",
    [
        "A" * 200_000,
        "svejsning " * 20_000,
        "(" * 50_000,
        "1.000 " * 30_000,
        "\n" * 100_000,
        "a\u0301" * 50_000,
    ],
)
def test_degenerate_texts_do_not_hang(text):
    started = time.process_time()

    read_ad("Titel\n" + text)

    assert time.process_time() - started < 60  # a hang, not a speed: see benchmarks/


def test_reading_twice_gives_the_same():
    assert read_ad(DANISH).facts == read_ad(DANISH).facts


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Programmering: R (godt), Python", {"r"}),
        ("Værktøjer: C, C#, MATLAB", {"c", "c-sharp"}),
        ("Embedded: Linux og C", {"c"}),
        ("Kørekort B, C, truck", set()),
        ("Malmö C ligger tio minuter bort", set()),
        ("Årsvikar, matematik B og C, gymnasium", set()),
        ("FMEA, FTA upp till ASIL C.", set()),
    ],
)
def test_a_single_letter_is_a_language_only_in_its_place(line, expected):
    found = skills(read_cv(f"Anna\n\nKompetencer\n{line}\n"))

    assert found & {"r", "c", "c-sharp"} == expected


def test_months_swedish_verbs_and_specialties_are_what_they_are():
    dates = read_cv("Anna\n\nErhvervserfaring\n08/2024 - 05/2026 Konstruktør, pumpefabrik")
    shown = read_cv(
        "Anna\n\nProfil\nJag arbetar gärna bakom kulisserna, inte så att det behöver visas för alla."
    )
    special = read_cv("Anna\n\nErhvervserfaring\nMekaniker med lastbiler som speciale")

    assert not any(isinstance(value, Contact) and value.kind == "phone" for value in dates.values(Contact))
    assert shown.values(WorkRightCondition) == []
    assert special.values(Kind) == []
