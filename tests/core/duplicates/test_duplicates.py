"""Records that may be the same: what speaks for it and against it, and none is missed for the sake of speed."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.duplicates import (
    SAME,
    SHOWN,
    DuplicateIndex,
    Entry,
    Sign,
    likely_pairs,
    likeness,
    same_name,
)

NAMES = [
    "Nordlys A/S",
    "Nordlys",
    "Nordlys Robotics",
    "Nordlys Robotic",
    "Fjord",
    "Ida Prøvesen",
    "Ida Marie Prøvesen",
    "Åse",
    "",
]
ENTRIES = st.builds(
    Entry,
    id=st.just(0),
    name=st.sampled_from(NAMES),
    place=st.sampled_from(["", "Horsens", "Halden"]),
    country=st.sampled_from(["", "DK", "NO"]),
    number=st.sampled_from(["", "DK12345674", "DK87654321"]),
    email=st.sampled_from(["", "a@example.com", "B@example.com", "b@example.com"]),
    phone=st.sampled_from(["", "+45 11 22 33 44", "11223344"]),
)


def score(one: Entry, other: Entry) -> float:
    return likeness(one, other).score


@given(ENTRIES, ENTRIES)
def test_likeness_does_not_depend_on_the_order(one, other):
    assert likeness(one, other) == likeness(other, one)
    assert 0 <= score(one, other) <= 1


@given(st.lists(ENTRIES, max_size=8))
def test_index_misses_no_pair_that_shares_a_word_or_number(entries):
    numbered = [
        Entry(**{**{name: getattr(one, name) for name in one.__slots__}, "id": number})
        for number, one in enumerate(entries)
    ]
    found = {(pair.first, pair.second) for pair in likely_pairs(numbered)}
    assert found == {
        (one.id, other.id) for one, other in combinations(numbered, 2) if score(one, other) >= SHOWN
    }


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nordlys A/S", "NORDLYS"),
        ("Fjord & Sønner ApS", "Fjord & Sonner"),
        ("Prøvesen, Ida", "Ida Prøvesen"),
        ("Aarhus Motor", "Århus Motor"),
    ],
)
def test_names_that_are_the_same(one, other):
    assert same_name(one, other)


def test_same_number_is_the_same_whatever_the_name():
    assert score(Entry(1, "A", number="DK1"), Entry(2, "B", number="DK1")) >= SAME


def test_same_address_with_another_name_is_shown_only():
    assert (
        SHOWN <= score(Entry(1, "Ida Prøvesen", email="a@x.dk"), Entry(2, "Per Påhit", email="a@x.dk")) < SAME
    )


def test_same_name_with_other_addresses_is_not_the_same():
    one, other = Entry(1, "Anna Prøvesen", email="a@x.dk"), Entry(2, "Anna Prøvesen", email="b@x.dk")
    assert score(one, other) < SAME
    assert Sign.OTHER_EMAIL in likeness(one, other).signs


def test_likeliest_comes_first():
    index = DuplicateIndex([Entry(1, "Nordlys Robotic", "Horsens"), Entry(2, "Nordlys Robotics", "Horsens")])
    assert [other.id for other, _ in index.like(Entry(-1, "Nordlys Robotics", "Horsens"))] == [2, 1]
