from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading.signs import Signs

PIECES = ("løn", "kr", "pay", "ä", "timer")


@given(st.text(alphabet="lønkrpaytimeä ", max_size=30))
def test_signs_stand_in_a_text_when_one_of_them_does(text):
    assert Signs(PIECES).stand_in(text) == any(piece in text for piece in PIECES)
