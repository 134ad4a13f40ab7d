"""Tables of phrases in four languages, as patterns."""

from __future__ import annotations

import re

ENDING = "*"
SPECIAL = {ENDING: r"\w*", " ": r"\s+", "(": "(?:", ")": ")?", "_": r"[\w-]+"}


def any_of(**languages: str) -> str:
    """
    A pattern for whole words in lower case, from phrases with commas between, by language (for who reads the table).

    In a phrase `*` stands for any ending, `_` for any word, and what is in brackets may be left out: "frist(en)".
    """
    phrases = {phrase.strip() for said in languages.values() for phrase in said.split(",")} - {""}
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))  # the longest reading first
    return rf"(?<!\w)(?:{'|'.join(map(_pattern, ordered))})(?!\w)"


def _pattern(phrase: str) -> str:
    return "".join(SPECIAL.get(one) or re.escape(one) for one in phrase)
