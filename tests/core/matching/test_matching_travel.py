"""Commutes: known journeys, water in between, and distances against the haversine formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.matching.crossings import CROSSINGS
from brobygger.core.matching.travel import UNREACHABLE, Homes, great_circle_km, minutes_between
from brobygger.core.reading import Place
from tests.core.matching.examples import (
    AARHUS,
    COPENHAGEN,
    FLENSBURG,
    GRENAA,
    HELSINGBORG,
    HELSINGOR,
    ISLET,
    KOLDING,
    MALMO,
    ODENSE,
    RONNE,
    SARPSBORG,
    STROMSTAD,
    VARBERG,
)
from tests.drawing import times


@pytest.mark.parametrize(
    ("start", "end", "least", "most"),
    [
        (COPENHAGEN, MALMO, 35, 60),  # train and car take 35 to 50 minutes
        (SARPSBORG, STROMSTAD, 35, 60),  # 45 minutes by car
        (KOLDING, FLENSBURG, 55, 90),  # 75 minutes by car
        (HELSINGOR, HELSINGBORG, 30, 50),  # ferry
        (KOLDING, ODENSE, 40, 70),  # 55 minutes by car
        (AARHUS, COPENHAGEN, 150, 240),  # three hours by train or car, though 157 km as the crow flies
        (GRENAA, VARBERG, 240, 700),  # 110 km of open sea
        (RONNE, MALMO, 140, 220),  # ferry to Ystad
    ],
)
def test_minutes_between_known_places_are_as_people_know_them(
    start: Place, end: Place, least: int, most: int
) -> None:
    assert least <= minutes_between(start, end) <= most
    assert abs(minutes_between(start, end) - minutes_between(end, start)) <= 1


def test_minutes_between_lands_without_a_crossing_are_unreachable() -> None:
    atlantis = Place("Atlantis", "DK", 56.0, 11.0, land="atlantis")
    assert minutes_between(atlantis, AARHUS) == UNREACHABLE


def test_minutes_between_uses_the_great_circle_where_the_land_is_unknown() -> None:
    assert minutes_between(ISLET, AARHUS) < 150


def test_homes_give_what_minutes_between_gives() -> None:
    places = [AARHUS, MALMO, RONNE, ISLET, SARPSBORG]
    found = Homes.of(places).minutes_to(COPENHAGEN)
    assert found.tolist() == [minutes_between(one, COPENHAGEN) for one in places]


def test_homes_may_be_none() -> None:
    assert Homes.of([]).minutes_to(AARHUS).shape == (0,)


@times(60)
@given(*[st.floats(54, 70)] * 2, *[st.floats(5, 25)] * 2)
def test_minutes_between_grow_with_the_haversine_distance(a: float, b: float, c: float, d: float) -> None:
    start, end = Place("a", "DK", a, c), Place("b", "DK", b, d)
    km = great_circle_km(start, end) * 1.3
    expected, left = 0.0, km
    for length, speed in ((5, 30), (15, 50), (40, 80), (10**9, 100)):
        leg = min(left, length)
        expected, left = expected + leg / speed * 60, left - leg
    assert minutes_between(start, end) == pytest.approx(expected, abs=1)


def test_crossings_join_two_lands_and_land_on_the_nordic_map() -> None:
    assert len({one.name for one in CROSSINGS}) == len(CROSSINGS)
    for one in CROSSINGS:
        assert one.lands[0] != one.lands[1]
        assert one.minutes > 0
        assert one.basis
        for latitude, longitude in one.ends:
            assert 53 < latitude < 72
            assert 7 < longitude < 32
