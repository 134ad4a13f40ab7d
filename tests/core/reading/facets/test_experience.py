"""Years of experience asked for, and summed over the positions of a CV. Hand-made before tuning."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, Experience, Fact, Role
from brobygger.core.reading.facets.experience import find_experience
from brobygger.core.reading.passages import find_passages
from tests.core.reading.facets.one_passage import facts_in, words_of


def described(facts: list[Fact]) -> set[str]:
    return {f"{one.value.years:g} {one.value.modality}" for one in facts if isinstance(one.value, Experience)}


AD = [
    # Danish
    ("Du har mindst 3 års erfaring med PLC-programmering.", "3 required"),
    ("Et par års erfaring fra en lignende stilling", "2 required"),
    ("Du er nyuddannet eller har et par års erfaring.", "0 required; 2 preferred"),
    ("Gerne 5 års erfaring", "5 preferred"),
    ("Vi har 30 års erfaring med vindmøller.", ""),
    ("Virksomheden har mere end 20 års erfaring i branchen.", ""),
    ("Ansættelsen løber i 2 år.", ""),
    ("Erfaring er ikke et krav.", "0 required"),
    # Bokmål
    ("Minimum 2 års arbeidserfaring", "2 required"),
    ("2-5 års erfaring fra næringsmiddelproduksjon", "2 required"),
    ("Arbeidserfaring: 8-10 år", "8 required"),
    ("Både erfarne og nyutdannede oppfordres til å søke.", "0 required"),
    ("Du er fylt 18 år og har førerkort.", ""),
    ("Kommunen tilbyr gratis barnehage for barnets første år.", ""),
    ("Minst tre års relevant praksis", "3 required"),
    ("Erfaring fra bransjen er en fordel.", ""),
    # Swedish
    ("* Minst 3 års erfarenhet av biståndshandläggning inom LSS (senaste 10 åren).", "3 required"),
    ("Minst 1 års erfarenhet inom försäljning", "1 required"),
    ("Minst 6-12 månaders erfarenhet av telemarketing", "0.5 required"),
    ("Nyexaminerad ingenjör välkomnas", "0 required"),
    ("Du har minst fem års erfarenhet, vilket är meriterande", "5 preferred"),
    ("Ingen tidigare erfarenhet krävs", "0 required"),
    ("Vi sparar ansökningar i två år.", ""),
    ("De närmaste tio åren anställer vi tusen medarbetare.", ""),
    # English
    ("3+ years of experience in embedded software", "3 required"),
    ("At least 5 years' professional experience", "5 required"),
    ("3-5 years experience is an advantage", "3 preferred"),
    ("Recent graduates are welcome", "0 required"),
    ("No previous experience required", "0 required"),
    ("Experience: minimum 2 years", "2 required"),
    ("A 2-year graduate programme", ""),
    ("Our 25 years of experience make us proud.", ""),
]  # fmt: skip

CV = [
    ("Maskiningeniør, Eksempel A/S, 2019–2022", 3.0),
    ("Developer, Example Ltd, Aug 2020 - present", 6.1),
    ("08/2020 – 06/2022 Test engineer", 1.9),
    ("Ingenjör, Exempelbolaget AB, sedan 2024", 2.2),
    ("1. august 2021 - 31. juli 2022: Montør", 1.0),
    ("2018-2019 Lærling\n2019-2021 Elektriker\n2020-2022 Elektriker, deltid", 4.0),
    ("januar 2015 til desember 2015 Vikar", 1.0),
    ("2023–2023 Praktikant", 0.5),
    ("2019 – nå Utvikler", 7.2),
]


@pytest.mark.parametrize(("text", "expected"), AD, ids=[text[:40] for text, _ in AD])
def test_years_asked_for_are_read_from_ads(text: str, expected: str) -> None:
    assert described(facts_in(find_experience, text)) == {one for one in expected.split("; ") if one}


@pytest.mark.parametrize("role", [Role.COMPANY, Role.OFFER, Role.DIVERSITY, Role.CONTACT])
def test_years_of_the_company_are_no_need(role: Role) -> None:
    assert facts_in(find_experience, "10 års erfaring", role=role) == []


def test_span_covers_number_and_noun() -> None:
    text = "Du har mindst 3 års relevant erfaring med svejsning."
    (fact,) = facts_in(find_experience, text)
    assert words_of(fact, text) == "mindst 3 års relevant erfaring"


def whole_cv(text: str, published: dt.date | None = dt.date(2026, 9, 1)) -> list[Fact]:
    document = Document("cv", text, DocumentKind.CV, published=published)
    return [
        fact
        for passage in find_passages(document)
        for fact in find_experience(text[passage.span.start : passage.span.end], passage, document)
    ]


@pytest.mark.parametrize(("positions", "years"), CV, ids=[text[:30] for text, _ in CV])
def test_positions_of_a_cv_are_summed(positions: str, years: float) -> None:
    facts = whole_cv(
        f"Prøve Testesen\n\nErhvervserfaring\n{positions}\n\nUddannelse\n2010–2015 Bachelor i kemi\n"
    )
    assert [fact.value for fact in facts] == [Experience(years, facts[0].value.modality)]
    assert facts[0].role is Role.WORK


def test_positions_at_the_same_time_count_once() -> None:
    (fact,) = whole_cv("Work experience\n2015–2020 A\n2016–2018 B\n2018–2022 C\n")
    assert isinstance(fact.value, Experience)
    assert fact.value.years == 7.0


def test_position_held_now_counts_to_the_day_of_reading() -> None:
    text = "Work experience\nJan 2020 – present: Engineer\n"
    one, two = whole_cv(text, dt.date(2021, 12, 31)), whole_cv(text, dt.date(2025, 12, 31))
    assert [fact.value.years for fact in (*one, *two) if isinstance(fact.value, Experience)] == [2.0, 6.0]


def test_position_held_now_counts_nothing_when_the_day_is_unknown() -> None:
    assert whole_cv("Work experience\n2020 – present: Engineer\n", None) == []


def test_positions_without_a_heading_count_unless_they_speak_of_study() -> None:
    text = (
        "Testa Prøvesen\n\n2015–2018 Elektriker, Eksempel A/S\n\n2018–2023 Universitet, bachelor i fysik\n\n"
        "Undersköterska på timmar 2019–2020\n\nBoet i Oslo siden 2005\n"
    )
    (fact,) = whole_cv(text)
    assert isinstance(fact.value, Experience)
    assert fact.value.years == 4.0


def test_a_degree_under_a_heading_of_work_is_no_position() -> None:
    (fact,) = whole_cv("Work experience\n2015–2018 Engineer\n2018–2023 BSc in physics\n")
    assert isinstance(fact.value, Experience)
    assert fact.value.years == 3.0


def test_education_is_not_experience() -> None:
    assert whole_cv("Uddannelse\n2015–2020 Civilingeniør\n") == []


@given(st.lists(st.tuples(st.integers(1990, 2024), st.integers(0, 10)), min_size=1, max_size=6))
def test_sum_lies_between_longest_position_and_whole_range(positions: list[tuple[int, int]]) -> None:
    lines = "\n".join(f"{start}–{start + length} Engineer" for start, length in positions)
    (fact,) = whole_cv(f"Work experience\n{lines}\n")
    assert isinstance(fact.value, Experience)
    longest = max(length for _, length in positions)
    whole = max(start + length for start, length in positions) - min(start for start, _ in positions)
    assert longest <= fact.value.years <= whole + 0.5


@given(st.text(max_size=300), st.sampled_from(Role), st.sampled_from(DocumentKind))
def test_any_text_is_read_without_error(text: str, role: Role, kind: DocumentKind) -> None:
    if text:
        facts_in(find_experience, text, role=role, kind=kind)


@pytest.mark.parametrize("piece", ["3 års ", "erfaring ", "2019 - ", "mindst ", "jan 2020 ", "3-5 "])
def test_repeated_words_do_not_hang(piece: str) -> None:
    text = piece * (600 // len(piece))
    begin = time.process_time()
    facts_in(find_experience, text)
    facts_in(find_experience, text, role=Role.WORK, kind=DocumentKind.CV)
    assert time.process_time() - begin < 5  # a hang, not a speed: see benchmarks/
