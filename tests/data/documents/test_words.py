"""The catalogue of messages: whole in four languages, and used."""

from __future__ import annotations

import re
import string
from pathlib import Path

import pytest

import brobygger.data.documents as package
from brobygger.core.reading import FACT_KINDS
from brobygger.data.documents import Problem, Where
from brobygger.data.documents.labels import LABELS
from brobygger.data.documents.records.entry import ALSO_CALLED, FIELDS
from brobygger.data.documents.words import MESSAGES, UNITS

LANGUAGES = ("en", "da", "nb", "sv")
FOLDER = Path(package.__file__).parent
READING = FOLDER.parent.parent / "core" / "reading"  # says its warnings with a colon: "keyword_list:240"
SOURCE = "\n".join(
    path.read_text(encoding="utf-8")
    for folder in (FOLDER, READING)
    for path in folder.rglob("*.py")
    if path.name not in ("words.py",)
)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("key", MESSAGES)
def test_message_names_the_same_things_in_every_language(key):
    message = MESSAGES[key]
    wanted = placeholders(message.en)
    for language in LANGUAGES:
        text = message.text(language)
        assert placeholders(text) == wanted
        problem = Problem("cv.pdf", Where("page", 2), key, dict.fromkeys(wanted, "X"))
        assert problem.message(language).startswith(f"cv.pdf, {UNITS['page'].text(language)} 2: ")


@pytest.mark.parametrize("key", MESSAGES)
def test_message_is_used(key):
    assert f'"{key}"' in SOURCE or f'"{key}:' in SOURCE


def test_every_raised_key_has_a_message():
    used = re.findall(r'(?:UnreadableError|\.problem|\.warn)\(\s*"(\w+)"', SOURCE)
    assert used
    assert set(used) <= MESSAGES.keys()


@pytest.mark.parametrize("key", LABELS)
def test_label_is_used_and_written_in_every_language(key):
    assert all(LABELS[key])
    assert f'"{key}"' in SOURCE or f'"{key}:' in SOURCE


def test_unknown_language_gets_english():
    assert Problem("a", None, "empty_file").message("fi") == "a: the file is empty"
    assert Problem("a", None, "empty_file").message("nn") == "a: filen er tom"


def test_reference_page_names_every_fact_and_field():
    page = (Path(__file__).parents[3] / "docs" / "reference" / "formats.md").read_text(encoding="utf-8")
    missing = [name for name in (*FACT_KINDS.values(), *FIELDS, *ALSO_CALLED) if f"`{name}`" not in page]
    assert not missing
    values = page.partition("The keys of `value`")[2]
    for one, kind in FACT_KINDS.items():
        row = next(
            line
            for line in values.split("\n")
            if line.startswith("| `") and f"`{kind}`" in line.split("|")[1]
        )
        assert all(f"`{name}`" in row for name in one.__dataclass_fields__)
