"""Hours a week: hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import DocumentKind, Hours, Role
from brobygger.core.reading.facets.hours import find_hours
from tests.core.reading.facets.one_passage import facts_in, words_of
from tests.drawing import times


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("Arbejdstiden er 37 timer om ugen.", "da", 37, 37),
        ("Studiejob 15-20 timer/uge", "da", 15, 20),
        ("Stillingen er på fuld tid (37 timer).", "da", 37, 37),
        ("Vi søger en studerende ca. 10 timer ugentligt.", "da", 10, 10),
        ("Fuldtidsstilling i Aarhus", "da", 37, 37),
        ("Stillingen er fast, 37 timer, med mentor", "da", 37, 37),
        ("80 % stilling", "nb", 30, 30),
        ("Stillingsprosent: 100%", "nb", 37.5, 37.5),
        ("Arbeidstid: 37,5 timer per arbeidsuke", "nb", 37.5, 37.5),
        ("5-10 timer ukentlig", "nb", 5, 10),
        ("Tjänsten är på heltid.", "sv", 40, 40),
        ("Halvtidstjänst, 50 %", "sv", 20, 20),
        ("Vi söker en barnledare 75-100%", "sv", 30, 40),
        ("Extrajobb, minst 4 timmar i veckan", "sv", 4, 4),
        ("15 to 20 hours per week", "en", 15, 20),
        ("20h/week", "en", 20, 20),
        ("Full-time position in Denmark", "en", 37, 37),
        ("Full-time position", "en", 40, 40),
    ],
)
def test_hours_are_read_a_week(text, language, low, high):
    assert [fact.value for fact in facts_in(find_hours, text, language=language)] == [Hours(low, high)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Varje pass är alltid minst 3 timmar.", "sv"),
        ("Heltid eller deltid efter aftale", "da"),
        ("Vi vokser med 50 % om året.", "da"),
        ("Kollektiv pensjonskasse med 2 % medlemsinnskudd", "nb"),
        ("Åbent 24 timer i døgnet", "da"),
        ("39-timersuge? Nej, 37.", "da"),
        ("Et datasæt med 900 timers optagelser", "da"),
        ("Rejseaktivitet ca. 30 % af stillingen", "da"),
        ("We have 250 full-time employees.", "en"),
        ("Legitimerad sjuksköterska", "sv"),
    ],
)
def test_hours_are_not_seen_in_other_figures(text, language):
    assert facts_in(find_hours, text, language=language) == []


def test_hours_of_a_title_are_a_weeks():
    (fact,) = facts_in(
        find_hours, "Studentermedhjælper: Python (12-15 timer)", language="da", role=Role.TITLE
    )

    assert fact.value == Hours(12, 15)


def test_hours_of_past_jobs_are_left_alone():
    text = "Studentermedhjælper, 15 timer om ugen"

    assert facts_in(find_hours, text, language="da", role=Role.WORK, kind=DocumentKind.CV) == []


def test_hours_point_at_the_words():
    text = "Vi tilbyder 15-20 timer/uge ved siden af studiet."

    (fact,) = facts_in(find_hours, text, language="da")

    assert words_of(fact, text) == "15-20 timer/uge"


@times(60)
@given(st.text(max_size=200), st.sampled_from(["da", "nb", "sv", "en", "und"]))
def test_hours_survive_any_text(text, language):
    for fact in facts_in(find_hours, f"heltid {text} 37 timer", language=language):
        assert 0 < fact.value.minimum <= fact.value.maximum
