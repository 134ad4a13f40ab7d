import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading.roles import CUES
from brobygger.core.reading.signs import Screen, Signs, pieces_of

PIECES = ("løn", "kr", "pay", "ä", "timer")
OTHERS = ("pay", "tim")
LETTERS = st.text(alphabet="lønkrpaytimeä ", max_size=30)


@given(LETTERS)
def test_signs_stand_in_a_text_when_one_of_them_does(text):
    assert Signs(PIECES).stand_in(text) == any(piece in text for piece in PIECES)


@given(LETTERS)
def test_signs_are_found_once_each(text):
    assert sorted(Signs(PIECES).found_in(text)) == sorted(piece for piece in PIECES if piece in text)


@given(LETTERS)
def test_screen_tells_which_groups_stand_in_a_text(text):
    groups = (Signs(PIECES), Signs(OTHERS), Signs(()))

    assert Screen(groups).standing_in(text) == [
        number for number, signs in enumerate(groups) if signs.stand_in(text)
    ]


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


@pytest.mark.parametrize("pattern", [pattern for _, pattern in CUES], ids=[role.value for role, _ in CUES])
@given(data=st.data())
def test_one_of_the_pieces_stands_in_every_match(pattern, data):
    text = data.draw(st.from_regex(pattern))

    assert re.search(pattern, text)
    assert Signs.of(pattern).stand_in(text)
