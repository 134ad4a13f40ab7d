"""Number of people wanted: hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import DocumentKind, Role
from brobygger.core.reading.facets.place_count import find_place_count
from tests.core.reading.facets.one_passage import facts_in
from tests.drawing import times


def counts(text, **how):
    return [fact.value.count for fact in facts_in(find_place_count, text, **how)]


@pytest.mark.parametrize(
    ("text", "language", "count"),
    [
        ("Vi søger 3 ingeniører til vores afdeling i Vejle.", "da", 3),
        ("Vi tilbyder to praktikpladser i foråret.", "da", 2),
        ("Antal stillinger: 2", "da", 2),
        ("Vi søger derfor 2-3 dygtige svejsere.", "da", 2),
        ("Vi erbjuder nu 2 exjobb för civilingenjörsstudenter.", "sv", 2),
        ("Vi har plads til to ingeniørpraktikanter.", "da", 2),
        ("Antall stillinger: 20", "nb", 20),
        ("To plasser. Frist 8. desember.", "nb", 2),
        ("Fyra platser, start 1 februari", "sv", 4),
        ("Vi søker to elektrikere med fagbrev.", "nb", 2),
        ("Forsvaret har 3 ledige stillinger", "nb", 3),
        ("Antal lediga tjänster: 1", "sv", 1),
        ("Vi söker nu tre engagerade och drivna kollegor.", "sv", 3),
        ("Vi erbjuder tre tillsvidareanställningar på heltid.", "sv", 3),
        ("We are looking for two mechanical engineers.", "en", 2),
        ("Number of positions: 4", "en", 4),
        ("We are hiring up to five PhD students.", "en", 5),
    ],
)
def test_place_count_is_the_number_wanted(text, language, count):
    assert counts(text, language=language) == [count]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Vi søger en ingeniør.", "da"),
        ("Vi söker flera medarbetare.", "sv"),
        ("Vi tilbyder 5 ugers ferie.", "da"),
        ("Vi søger dig med 3 års erfaring.", "da"),
        ("Vi tilbyr 37,5 timers arbeidsuke.", "nb"),
        ("Antal barn: 2", "sv"),
        ("Vi erbjuder 30 dagars semester.", "sv"),
        ("We offer one of the best teams.", "en"),
        ("Vi søker etter lege i 36 % stilling", "nb"),
        ("Vi er 25 medarbejdere og søger en kollega.", "da"),
    ],
)
def test_place_count_is_not_seen_in_other_figures(text, language):
    assert counts(text, language=language) == []


def test_place_count_of_titles_may_stand_first():
    assert counts("2 ingeniører søges", language="da", role=Role.TITLE) == [2]


def test_place_count_is_no_matter_of_cvs():
    assert counts("Vi søger 3 ingeniører", language="da", kind=DocumentKind.CV) == []


@times(60)
@given(st.text(max_size=200), st.sampled_from(Role))
def test_place_count_survives_any_text(text, role):
    assert all(count >= 1 for count in counts(f"vi søger 3 {text} stillinger", role=role))
