import re

from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading.folding import fold, folded


@given(st.text(max_size=60))
def test_fold_keeps_every_character_in_its_place(text):
    lower = fold(text)

    assert len(lower) == len(text)
    assert all(a == b or a.lower() == b or len(a.lower()) > 1 for a, b in zip(text, lower, strict=True))


def test_folded_pattern_finds_what_ignorecase_finds():
    source = r"(?P<DK>[A-ZÆØÅ]\w+)\W(?P<n>\d+)(?P=DK)?\b"
    text = "Se ÅRHUS 12, og Moss-3!"

    assert [m.span() for m in folded(source).finditer(fold(text))] == [
        m.span() for m in re.finditer(source, text, re.IGNORECASE)
    ]
