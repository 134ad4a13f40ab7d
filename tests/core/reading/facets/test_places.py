"""Workplaces and homes: hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, Passage, Place, Role, Span
from brobygger.core.reading.facets.places import find_places, settled
from brobygger.core.reading.gazetteer import Entry, Gazetteer
from tests.core.reading.facets.one_passage import facts_in, words_of
from tests.drawing import times

TOWNS = [
    ("Aarhus", "DK", 285_000, False),
    ("Vejle", "DK", 62_000, False),
    ("København", "DK", 1_150_000, False),
    ("Oslo", "NO", 1_080_000, False),
    ("Sandnes", "NO", 81_000, False),
    ("Göteborg", "SE", 608_000, False),
    ("Stockholm", "SE", 1_515_000, False),
    ("Lund", "SE", 87_000, True),
    ("Viby", "DK", 30_000, False),
    ("Viby", "SE", 2_000, False),
]
GAZETTEER = Gazetteer(
    tuple(
        (name, Entry(Place(name, country, 56.0, 10.0), people, is_word))
        for name, country, people, is_word in TOWNS
    )
    + (("Copenhagen", Entry(Place("København", "DK", 55.7, 12.6), 1_150_000, False)),)
)
FIND = find_places(GAZETTEER)


def found(text, **how):
    return [(fact.value.name, fact.confidence) for fact in facts_in(FIND, text, **how)]


@pytest.mark.parametrize(
    ("text", "language", "role", "expected"),
    [
        ("Arbejdssted: Aarhus", "da", Role.OTHER, [("Aarhus", 0.95)]),
        ("Arbejdssted: Aarhus eller København", "da", Role.OTHER, [("Aarhus", 0.95), ("København", 0.95)]),
        ("Vi søger en ingeniør til vores afdeling i Vejle.", "da", Role.OTHER, [("Vejle", 0.85)]),
        ("Maskiningeniør, Aarhus", "da", Role.TITLE, [("Aarhus", 0.85)]),
        ("Vores kontor i København har 40 medarbejdere.", "da", Role.COMPANY, [("København", 0.6)]),
        ("Arbeidssted/Arbetsort: Oslo", "nb", Role.REQUIREMENT, [("Oslo", 0.95)]),
        ("Sted: SANDNES", "nb", Role.OTHER, [("Sandnes", 0.95)]),
        ("Moseveien 3, 4313 Sandnes", "nb", Role.OTHER, [("Sandnes", 0.8)]),
        ("Stillingen er plassert på vårt kontor i Oslo.", "nb", Role.OFFER, [("Oslo", 0.85)]),
        ("Placering: Göteborg", "sv", Role.OFFER, [("Göteborg", 0.95)]),
        ("Du utgår från vårt kontor i Göteborg.", "sv", Role.TASK, [("Göteborg", 0.85)]),
        ("Arbetet är förlagt till Lund.", "sv", Role.TASK, [("Lund", 0.5)]),
        ("Vi söker en kemist i Lund.", "sv", Role.OTHER, [("Lund", 0.85)]),
        ("The position is based in Copenhagen.", "en", Role.OTHER, [("København", 0.85)]),
        ("Location: Aarhus, Denmark", "en", Role.OTHER, [("Aarhus", 0.95)]),
        ("The place of employment is Aarhus.", "en", Role.OTHER, [("Aarhus", 0.9)]),
        ("Testverft AS, Sandnes. Ni ansatte.", "nb", Role.OTHER, [("Sandnes", 0.9)]),
        ("Arbetsort Lund", "sv", Role.OTHER, [("Lund", 0.9)]),
        ("Sandnes kommune ønsker å gjenspeile befolkningen.", "nb", Role.OTHER, [("Sandnes", 0.5)]),
        ("Vi søker montører til prosjekter i og rundt Oslo.", "nb", Role.REQUIREMENT, [("Oslo", 0.85)]),
        (
            "Resten av veckan sitter du i Stockholm, i Göteborg eller hemma.",
            "sv",
            Role.TASK,
            [("Stockholm", 0.85), ("Göteborg", 0.85)],
        ),
        ("Kunden har kontor nära torget i Stockholm.", "sv", Role.OTHER, [("Stockholm", 0.85)]),
        ("Fabrikken ligger i Vejle.", "da", Role.TASK, [("Vejle", 0.85)]),
        ("Prøvemejeri // Vejle // fast stilling", "da", Role.OTHER, [("Vejle", 0.9)]),
        ("Vi sidder i Aarhus-området.", "da", Role.TASK, [("Aarhus", 0.85)]),
        ("Lunds universitet, Fysiska institutionen", "sv", Role.OTHER, [("Lund", 0.5)]),
        ("You will join our team in Aarhus.", "en", Role.TASK, [("Aarhus", 0.85)]),
        ("You will work at our Aarhus site.", "en", Role.TASK, [("Aarhus", 0.85)]),
        ("| Arbejdssted | Vejle |", "da", Role.OTHER, [("Vejle", 0.95)]),
        ("Hvor: Sandnes", "nb", Role.OTHER, [("Sandnes", 0.95)]),
        ("Testkontoret, avdeling Sandnes", "nb", Role.OTHER, [("Sandnes", 0.9)]),
        ("Stockholm | heltid | tillsvidare", "sv", Role.OTHER, [("Stockholm", 0.9)]),
        ("Vi bygger huse lige syd for Vejle.", "da", Role.OTHER, [("Vejle", 0.55)]),
        ("Vi är fjorton personer i Göteborg.", "sv", Role.COMPANY, [("Göteborg", 0.6)]),
        ("Vores kunde i Vejle søger en smed.", "da", Role.OTHER, [("Vejle", 0.85)]),
        ("Kontorer på Vejlevej 12 i Vejle", "da", Role.OTHER, [("Vejle", 0.8)]),
        ("Ett Stockholmsbolag med tolv anställda", "sv", Role.TITLE, [("Stockholm", 0.85)]),
    ],
)
def test_places_of_work_have_a_sign(text, language, role, expected):
    assert found(text, language=language, role=role) == expected


@pytest.mark.parametrize(
    ("text", "language", "role"),
    [
        ("Vi har kunder i Stockholm og Oslo.", "da", Role.OTHER),
        ("Toget kører 25 minutter fra København.", "da", Role.TASK),
        ("Firmahytte i Oslo og sesongkort", "nb", Role.OFFER),
        ("Vårt systerbolag i Oslo gör likadant.", "sv", Role.COMPANY),
        ("Our supplier sits in Stockholm.", "en", Role.COMPANY),
        ("The project is run together with a lab in Oslo.", "en", Role.TASK),
        ("Du skal rejse til København en gang om måneden.", "da", Role.TASK),
        ("Aarhus Maskinfabrik leverer til hele verden.", "da", Role.OTHER),
        ("Vi kan hjelpe med bolig i Oslo.", "nb", Role.OFFER),
        ("Bolaget är noterat på börsen i Stockholm.", "sv", Role.OTHER),
        ("Uanset om du bor i Aarhus", "da", Role.DIVERSITY),
        ("Lund och sand", "sv", Role.OTHER),
        ("Skoleophold foregår i Vejle.", "da", Role.OTHER),
        ("Arbetsort: annanstans i Stockholms län", "sv", Role.OTHER),
        ("Du bor gärna nära, men måste inte bo i Göteborg eller Lund.", "sv", Role.OTHER),
    ],
)
def test_places_of_customers_travel_and_names_are_left_alone(text, language, role):
    assert found(text, language=language, role=role) == []


@pytest.mark.parametrize(
    ("text", "role", "expected"),
    [
        ("Ingeniør, Aarhus, Denmark", Role.TITLE, [("Aarhus", 0.75)]),
        ("Bor i Vejle", Role.PERSONAL, [("Vejle", 0.9)]),
        ("Address: Testvej 1, 8000 Aarhus", Role.PERSONAL, [("Aarhus", 0.9)]),
        ("Born in Stockholm", Role.PERSONAL, []),
        ("Født i Oslo, bosatt i Sandnes", Role.PERSONAL, [("Sandnes", 0.9)]),
        ("Alt mellem Vejle og Aarhus", Role.PERSONAL, []),
        ("Jeg voksede op i Vejle.", Role.PERSONAL, []),
        ("Engineer from Stockholm", Role.PERSONAL, []),
        ("Engineer, Göteborg", Role.WORK, []),
        ("BSc, Aarhus University", Role.EDUCATION, []),
        ("Willing to relocate to Oslo", Role.PERSONAL, []),
        ("jeg er 19 år fra vejle og søger læreplads", Role.PERSONAL, [("Vejle", 0.9)]),
        ("Jeg arbejder på et værksted i Vejle", Role.PERSONAL, []),
        ("På väg hem till Stockholm", Role.PERSONAL, []),
        ("Navn: Testa Sandnes", Role.PERSONAL, []),
        ("Testa Sandnes · ingeniør", Role.OTHER, []),
        ("Svejser · 41 år · Vejle", Role.OTHER, [("Vejle", 0.75)]),
        ("Chemist | Lund, Sweden | testa@mail.example", Role.OTHER, [("Lund", 0.75)]),
        ("LUND – testa@mail.example", Role.OTHER, [("Lund", 0.75)]),
        ("odense ø · aarhus n", Role.OTHER, [("Aarhus", 0.75)]),
        ("| By | Aarhus N |", Role.OTHER, [("Aarhus", 0.9)]),
        ("2019–2022 Svejser, Vejle", Role.OTHER, []),
        ("Pendler gerne til Aarhus/Vejle", Role.OTHER, []),
        ("Åpen for jobb i Oslo", Role.PERSONAL, []),
        ("På Testskolen i Vejle, hvor jeg også bor", Role.OTHER, [("Vejle", 0.9)]),
        ("Først i Oslo og så i Sandnes, der jeg bor", Role.OTHER, [("Sandnes", 0.9)]),
        ("Aarhus, marts 2026", Role.OTHER, []),
        ("Oslo, Norge", Role.SKILLS, [("Oslo", 0.75)]),
    ],
)
def test_places_of_a_cv_are_the_home(text, role, expected):
    assert found(text, role=role, kind=DocumentKind.CV) == expected


@pytest.mark.parametrize(
    ("text", "language", "country"),
    [
        ("Arbejdssted: Viby", "da", "DK"),
        ("Placering: Viby", "sv", "SE"),
        ("Location: Viby, Sweden", "en", "SE"),
    ],
)
def test_places_of_one_name_are_told_apart_by_country_and_language(text, language, country):
    assert [fact.value.country for fact in facts_in(FIND, text, language=language)] == [country]


def read(text, kind):
    document = Document("one", text, kind)
    spans, start = [], 0
    for line in text.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    facts = [
        fact
        for span in spans
        for fact in FIND(text[span.start : span.end], Passage(span, "da", 1.0, Role.OTHER), document)
    ]
    return [fact.value.name for fact in settled(facts, kind)]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("Arbejdssted: Vejle\nVi er 40 konsulenter i Oslo og Aarhus.", DocumentKind.AD, ["Vejle"]),
        ("Smed · Vejle\nVores afdeling i Oslo er ny.", DocumentKind.AD, ["Vejle"]),
        ("Sted: Vejle\nSted: Aarhus", DocumentKind.AD, ["Vejle", "Aarhus"]),
        ("Vi er 40 konsulenter i Oslo og Aarhus.", DocumentKind.AD, ["Oslo", "Aarhus"]),
        ("Smed\nAarhus\nJeg bor i Vejle.", DocumentKind.CV, ["Vejle"]),
        ("Smed\nAarhus\nOslo", DocumentKind.CV, ["Aarhus"]),
    ],
)
def test_places_that_are_mere_mentions_give_way_to_the_one_that_is_said(text, kind, expected):
    assert read(text, kind) == expected


def test_places_are_the_town_of_a_district_and_not_the_island_around_a_town():
    places = [("Testøya", 0), ("Leirvik", 14_000), ("Rosengård", 0), ("Malmö", 362_000)]
    gazetteer = Gazetteer(
        tuple((name, Entry(Place(name, "NO", 59.8, 5.5), people, False)) for name, people in places)
    )
    find = find_places(gazetteer)

    def names(text):
        return [fact.value.name for fact in facts_in(find, text)]

    assert names("Arbeidssted: Leirvik på Testøya") == ["Leirvik"]
    assert names("Sted: Rosengård, Malmö") == ["Malmö"]
    assert names("Vi er et firma på Testøya.") == ["Testøya"]


def test_places_stand_in_the_lines_below_their_heading():
    text = "Elektriker\nArbeidssted\n\nMoseveien 3\n4313 SANDNES"
    start = text.index("4313")
    document = Document("ad", text, DocumentKind.AD)

    (fact,) = FIND(text[start:], Passage(Span(start, len(text)), "nb", 1.0, Role.OTHER), document)

    assert (fact.value.name, fact.confidence, text[fact.span.start : fact.span.end]) == (
        "Sandnes",
        0.95,
        "SANDNES",
    )


def test_places_point_at_the_name_as_written():
    text = "Location: Copenhagen"

    (fact,) = facts_in(FIND, text)

    assert words_of(fact, text) == "Copenhagen"


@times(60)
@given(st.text(max_size=200), st.sampled_from(Role), st.sampled_from(DocumentKind))
def test_places_survive_any_text(text, role, kind):
    found(f"Sted: {text} AARHUS i Lund", role=role, kind=kind)
