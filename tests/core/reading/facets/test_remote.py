"""Remote share: hand-made sentences in four languages, written before the rules were tuned."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Remote, Role
from brobygger.core.reading.facets.remote import find_remote
from tests.core.reading.facets.one_passage import facts_in, words_of
from tests.drawing import times


@pytest.mark.parametrize(
    ("text", "language", "share"),
    [
        ("Du kan arbejde hjemmefra to dage om ugen.", "da", 0.4),
        ("Mulighed for hjemmearbejde", "da", 0.4),
        ("37 timer med flekstid og en ugentlig hjemmedag", "da", 0.2),
        ("tre kontordage, to hjemmedage", "da", 0.4),
        ("Du kan arbejde hjemme en af dagene.", "da", 0.2),
        ("Inntil 60 % fjernarbeid innen Norden", "nb", 0.6),
        ("Flextid, två dagar distans", "sv", 0.4),
        ("Vi forventer fysisk fremmøde på kontoret tre dage om ugen.", "da", 0.4),
        ("Stillingen kan bestrides helt på distance.", "da", 1.0),
        ("Der er ikke mulighed for hjemmearbejde i denne stilling.", "da", 0.0),
        ("Hjemmekontor 2 dager i uken", "nb", 0.4),
        ("Vi tilbyr fleksibel arbeidstid og mulighet for hjemmekontor.", "nb", 0.4),
        ("Stillingen krever oppmøte på kontoret hver dag.", "nb", 0.0),
        ("Möjlighet att arbeta på distans: Nej", "sv", 0.0),
        ("Det finns möjlighet att jobba hemifrån någon dag per vecka.", "sv", 0.2),
        ("Du kan arbeta på distans upp till 50 % av tiden.", "sv", 0.5),
        ("Arbetet sker på plats varje dag.", "sv", 0.0),
        ("Fully remote position within the EU", "en", 1.0),
        ("We work hybrid: 3 days a week in the office.", "en", 0.4),
        ("You can work from home up to two days per week.", "en", 0.4),
        ("This is a hybrid role.", "en", 0.4),
        ("The position is on-site only.", "en", 0.0),
    ],
)
def test_remote_is_the_share_of_the_week(text, language, share):
    assert [fact.value for fact in facts_in(find_remote, text, language=language, role=Role.OFFER)] == [
        Remote(share)
    ]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Rollen är en hybridroll mellan utveckling och kvalitet.", "sv"),
        ("Experience with remote sensing and hybrid vehicles", "en"),
        ("Første samtale foregår på distance.", "da"),
        ("Du skal føle dig hjemme hos os.", "da"),
        ("Du kommer til at arbejde med fjernvarme.", "da"),
        ("Utdanningen kan tas på distanse, distanseutdanning er også mulig.", "nb"),
        ("All information får du på plats.", "sv"),
    ],
)
def test_remote_is_not_seen_where_work_is_not_meant(text, language):
    assert facts_in(find_remote, text, language=language) == []


def test_remote_points_at_days_and_place():
    text = "Vi tilbyder frokost og hjemmearbejde to dage om ugen."

    (fact,) = facts_in(find_remote, text, language="da", role=Role.OFFER)

    assert words_of(fact, text) == "hjemmearbejde to dage"


@times(60)
@given(st.text(max_size=200), st.sampled_from(Role))
def test_remote_survives_any_text(text, role):
    for fact in facts_in(find_remote, f"hjemmekontor {text} 2 dage", role=role):
        assert 0 <= fact.value.share <= 1
