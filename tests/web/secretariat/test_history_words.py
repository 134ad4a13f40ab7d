"""Whatever the history of a thing can name has a word in every language: each column, and each key that an action notes."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import pytest
from django.apps import apps
from django.utils import translation

import brobygger
from brobygger.web.secretariat.history.phrases import field_label

SAME: Final = {
    "da": {"Alias", "E-mail", "Link", "Mail", "Mails", "Note", "Organisation", "Version"},
    "nb": {"Alias"},
    "sv": {"Alias", "Material", "Organisation", "Text", "Version"},
}
"""Words that are the same as in English."""
CODE: Final = Path(brobygger.__file__).parent


def columns() -> Iterator[tuple[str, str]]:
    """(model, column) of all that we keep; the number of a row is nothing that changes."""
    for model in apps.get_models():
        if model.__module__.startswith("brobygger."):
            yield from (
                (model._meta.label, one.name) for one in model._meta.concrete_fields if not one.primary_key
            )


def noted_keys() -> set[str]:
    """The keys of `changes` that the code writes down beside whole columns: of the call itself, or of what it is given."""
    found: set[str] = set()
    for path in CODE.rglob("*.py"):
        text = path.read_text()
        for node in ast.walk(ast.parse(text)) if "record(" in text else ():
            found |= set(_keys(node))
    return found


def _keys(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] == "record":
        for given in node.keywords:
            if given.arg == "changes":
                yield from _of_dicts(given.value)
    elif isinstance(node, ast.Assign | ast.AugAssign | ast.AnnAssign) and node.value is not None:
        for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
            name = ast.unparse(target)
            if name == "changes":
                yield from _of_dicts(node.value)
            elif isinstance(target, ast.Subscript) and name.startswith("changes["):
                yield from _constants([target.slice])


def _of_dicts(value: ast.AST) -> Iterator[str]:
    for one in ast.walk(value):
        if isinstance(one, ast.Dict):
            yield from _constants(one.keys)


def _constants(keys: list[ast.expr | None] | list[ast.expr]) -> Iterator[str]:
    for key in keys:
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            yield key.value


def label(language: str, name: str, subject_type: str = "") -> str:
    with translation.override(language):
        return field_label(name, subject_type)


@pytest.mark.parametrize("language", SAME)
def test_every_column_has_a_name_in_the_language_of_the_reader(language: str) -> None:
    english = {one: label("en", one[1], one[0]) for one in columns()}
    unsaid = [
        one
        for one, word in english.items()
        if label(language, one[1], one[0]) == word and word not in SAME[language]
    ]
    assert len(english) > 500
    assert unsaid == [], "give the column a verbose name, or a word in field_words.py"


@pytest.mark.parametrize("language", SAME)
def test_every_key_that_an_action_notes_has_a_name_in_the_language_of_the_reader(language: str) -> None:
    keys = noted_keys()
    unsaid = sorted(
        one
        for one in keys
        if label(language, one) == label("en", one) and label("en", one) not in SAME[language]
    )
    assert len(keys) > 150
    assert unsaid == [], "give the key a word in field_words.py"


def test_words_that_count_as_the_same_are_the_same() -> None:
    used = {label("en", name, model) for model, name in columns()} | {
        label("en", one) for one in noted_keys()
    }
    assert set().union(*SAME.values()) <= used


def test_column_is_named_as_its_model_names_it() -> None:
    assert label("da", "due_date", "events.DatingLead") == "Svar lovet senest"
    assert label("da", "due_date") == "Frist"
    assert label("da", "no_such_thing", "events.DatingLead") == "No such thing"
