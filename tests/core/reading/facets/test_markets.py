"""Markets that a person says they know, or that the work is about: never a nationality. Hand-made before tuning."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import DocumentKind, Fact, Market, Role
from brobygger.core.reading.facets.markets import find_markets
from tests.core.reading.facets.one_passage import facts_in, words_of


def described(facts: list[Fact]) -> set[str]:
    return {f"{one.value.country} {one.value.modality}" for one in facts if isinstance(one.value, Market)}


CV = [
    # Danish
    ("Indgående kendskab til det tyske marked", "DE"),
    ("Ansvarlig for kunder i Sverige, Norge og Finland", "SE NO FI"),
    ("Salg og eksport til Brasilien gennem tre år", "BR"),
    ("Dansk statsborger, født i Polen", ""),
    ("Har arbejdet med polske og tjekkiske leverandører", "PL CZ"),
    ("Kender brasiliansk forretningskultur", "BR"),
    ("Ansat hos Eksempel i Tyskland", ""),
    ("Interesse for det danske arbejdsmarked", ""),
    # Bokmål
    ("God kjennskap til det danske markedet", "DK"),
    ("Fulgte opp kunder i Japan og Sør-Korea", "JP KR"),
    ("Norsk statsborger", ""),
    ("Oppvokst i Brasil", ""),
    ("Erfaring med salg til Storbritannia", "GB"),
    ("Erfaring fra det nordiske markedet", "DK NO SE FI IS"),
    ("Kultur og næringsliv i Kina", "CN"),
    ("Markedsføring i sosiale medier", ""),
    # Swedish
    ("Kunskap om den norska marknaden", "NO"),
    ("Försäljning till kunder i Nederländerna", "NL"),
    ("Svensk medborgare", ""),
    ("Arbetat med brasilianska kunder i två år", "BR"),
    ("Ansvarade för export till Indien", "IN"),
    ("Studerade i Spanien", ""),
    ("Den svenska bostadsmarknaden", ""),
    ("God kännedom om tysk affärskultur", "DE"),
    # English
    ("Worked two years with customers in Brazil", "BR"),
    ("Knowledge of the Brazilian and Chilean markets", "BR CL"),
    ("Exported machines to the United States", "US"),
    ("Born in Mexico, Mexican citizen", ""),
    ("Studied at a university in Portugal", ""),
    ("Key account manager for the DACH market", "DE AT CH"),
    ("Familiar with Indian business culture", "IN"),
    ("No knowledge of the German market", ""),
    ("Project engineer, Danish supplier of evaporators", ""),
    ("Follow-up of Danish suppliers of evaporators", "DK"),
]

AD = [
    (Role.REQUIREMENT, "Kendskab til det norske marked er en fordel", "NO preferred"),
    (Role.REQUIREMENT, "Du har erfaring med kunder i Tyskland.", "DE required"),
    (Role.TASK, "Du skal betjene kunder i Brasilien og Chile.", "BR required; CL required"),
    (Role.ADVANTAGE, "Experience from the Japanese market", "JP preferred"),
    (Role.COMPANY, "Vi sælger til kunder i Tyskland og på det norske marked.", ""),
    (Role.OFFER, "You will join the market leader in Sweden.", ""),
    (Role.REQUIREMENT, "You are a Brazilian citizen.", ""),
    (Role.REQUIREMENT, "Knowledge of the Danish market is not required", ""),
]


@pytest.mark.parametrize(("text", "expected"), CV, ids=[text[:40] for text, _ in CV])
def test_markets_known_are_read_from_cvs(text: str, expected: str) -> None:
    found = facts_in(find_markets, text, kind=DocumentKind.CV, role=Role.WORK)
    assert described(found) == {f"{country} held" for country in expected.split()}


@pytest.mark.parametrize(("role", "text", "expected"), AD, ids=[text[:40] for _, text, _ in AD])
def test_markets_of_the_work_are_read_from_ads(role: Role, text: str, expected: str) -> None:
    assert described(facts_in(find_markets, text, role=role)) == {one for one in expected.split("; ") if one}


def test_span_covers_market_and_country() -> None:
    text = "Indgående kendskab til det tyske marked og mere"
    (fact,) = facts_in(find_markets, text, kind=DocumentKind.CV, role=Role.SKILLS)
    assert words_of(fact, text) == "tyske marked"


@pytest.mark.parametrize("country", ["Brazil", "Poland", "Norway", "India", "Denmark"])
@pytest.mark.parametrize(
    "line",
    [
        "Nationality: {}",
        "Born in {}",
        "Citizen of {}",
        "Place of birth: {}",
        "I come from {}",
        "University in {}",
    ],
)
def test_origin_and_nationality_are_never_a_market(line: str, country: str) -> None:
    for role in (Role.PERSONAL, Role.OTHER, Role.EDUCATION, Role.WORK):
        assert facts_in(find_markets, line.format(country), kind=DocumentKind.CV, role=role) == []


@given(st.text(max_size=300), st.sampled_from(Role), st.sampled_from(DocumentKind))
def test_any_text_is_read_without_error(text: str, role: Role, kind: DocumentKind) -> None:
    if text:
        facts_in(find_markets, text, role=role, kind=kind)


@pytest.mark.parametrize("piece", ["marked ", "kunder i ", "Brazil, ", "tyske og ", "the "])
def test_repeated_words_do_not_hang(piece: str) -> None:
    text = "kunder i " + piece * (600 // len(piece)) + "marked"
    begin = time.process_time()
    facts_in(find_markets, text, kind=DocumentKind.CV, role=Role.WORK)
    assert time.process_time() - begin < 0.5
