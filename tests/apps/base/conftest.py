"""A mail to try with, made of words that are translated already."""

from __future__ import annotations

import copy

import pytest

LETTER = """{% load i18n %}{% translate "Log in" %}: {{ name }}

{% translate "Companies" %} & {{ name }}
"""


@pytest.fixture
def letter(tmp_path, settings):
    """The name of a template of mails."""
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "tried.txt").write_text(LETTER, encoding="utf-8")
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"].append(tmp_path)
    settings.TEMPLATES = templates
    settings.BROBYGGER_URL = "https://brobygger.example"
    return "tried"
