import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading.roles import CUES
from brobygger.core.reading.signs import Signs, automaton_of, pieces_of, standing_in

PIECES = ("løn", "kr", "pay", "ä", "timer")
OTHERS = ("pay", "tim")
LETTERS = st.text(alphabet="lønkrpaytimeä ", max_size=30)


@given(LETTERS)
def test_signs_stand_in_a_text_when_one_of_them_does(text):
    assert Signs(PIECES).stand_in(text) == any(piece in text for piece in PIECES)


@given(LETTERS)
def test_one_pass_tells_of_all_signs_which_stand_in_a_text(text):
    groups = (Signs(PIECES), Signs(OTHERS), Signs(()))
    standing = standing_in(text)

    assert [bool(standing & signs.bit) for signs in groups] == [
        any(piece in text for piece in signs.pieces) for signs in groups
    ]


def test_signs_that_come_later_are_found_too():
    text = "en kvarnsten"
    assert not Signs(("mølle",)).stand_in(text)

    assert Signs(("kvarn",)).stand_in(text)


@given(LETTERS)
def test_automaton_finds_every_piece(text):
    found = {piece for _, piece in automaton_of({piece: piece for piece in PIECES}).iter(text)}

    assert found == {piece for piece in PIECES if piece in text}


@pytest.mark.parametrize(
    ("pattern", "pieces"),
    [
        (r"\bdu (?:har|er)\b", {"du "}),
        (r"løn(?:ning)?|pay\b", {"løn", "pay"}),
        (r"(?:years? )?of experience", {"of experience"}),
        (r"(?:en|et)+ fordel", {" fordel"}),
        (r"\d{2} timer", {" timer"}),
    ],
)
def test_pieces_of_a_pattern(pattern, pieces):
    assert pieces_of(pattern) == pieces


@pytest.mark.parametrize("pattern", ["a?", r"\d+", "timer|x", "[ab]c*"])
def test_pattern_without_a_piece_is_an_error(pattern):
    with pytest.raises(ValueError, match="no piece"):
        pieces_of(pattern)


@pytest.mark.parametrize(
    "pattern", [pattern for _, pattern, _ in CUES], ids=[role.value for role, _, _ in CUES]
)
@given(data=st.data())
def test_one_of_the_pieces_stands_in_every_match(pattern, data):
    text = data.draw(st.from_regex(pattern))

    assert re.search(pattern, text)
    assert Signs.of(pattern).stand_in(text)
