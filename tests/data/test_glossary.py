"""The glossary is whole in four languages, and is read as it is written."""

from __future__ import annotations

import pytest

from brobygger.data.glossary import LANGUAGES, parsed, read_glossary

TEXT = """# Glossary

Words.

## People

| English | Dansk | Norsk (bokmål) | Svenska | Means |
|---|---|---|---|---|
| host | vært | vert | värd | Somebody's place. |
"""


def test_every_term_has_a_word_in_every_language():
    terms = [term for section in read_glossary() for term in section.terms]

    assert len(terms) > 30
    assert [term for term in terms if not all(term.words[code] for code in LANGUAGES) or not term.means] == []


def test_table_is_read():
    (section,) = parsed(TEXT)

    assert section.title == "People"
    assert section.terms[0].words == {"en": "host", "da": "vært", "nb": "vert", "sv": "värd"}
    assert section.terms[0].means == "Somebody's place."


def test_row_with_a_cell_too_few_is_named():
    with pytest.raises(ValueError, match="2 cells: | host | vært |"):
        parsed(TEXT.replace("| host | vært | vert | värd | Somebody's place. |", "| host | vært |"))
