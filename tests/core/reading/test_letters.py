"""C and R are languages where something says so."""

import pytest

from brobygger.core.reading.letters import names_a_language


@pytest.mark.parametrize(
    "text", ["Java ***   R ****", "R 80 %", "litt R", "jag har använt R", "enough R to plot"]
)
def test_a_letter_that_is_rated_or_used_is_a_language(text):
    assert names_a_language(text, text.index("R"))


@pytest.mark.parametrize(
    "text", ["Kørekort B, C", "matematik på niveau C", "Tower C faces the harbour", "FELASA A, C"]
)
def test_a_class_is_none(text):
    assert not names_a_language(text, text.index("C"))
