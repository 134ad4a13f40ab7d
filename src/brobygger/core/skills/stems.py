"""Word stems, remembered: the labels of a taxonomy and the words of a text meet in them."""

from __future__ import annotations

from collections.abc import Callable

import Stemmer

ALGORITHMS = {
    "da": "danish",
    "nb": "norwegian",
    "sv": "swedish",
    "en": "english",
    "de": "german",
    "pt": "portuguese",
    "es": "spanish",
    "fr": "french",
    "nl": "dutch",
    "fi": "finnish",
}
REMEMBERED = 100_000
VERSION = Stemmer.version()  # kept with stems that are stored
SHORTEST = 4  # shorter words are their own stem: they are abbreviations or too easily confused

_stemmers: dict[str, Callable[[str], str]] = {}
_stems: dict[tuple[str, str], str] = {}


def stem(word: str, language: str) -> str:
    """Stem of a lower-case word (Snowball); the word itself where the language has no algorithm."""
    key = (word, language)
    found = _stems.get(key)
    if found is None:
        found = _stemmer(language)(word) if len(word) >= SHORTEST else word
        if language == "nb" and len(found) > SHORTEST:
            # Snowball's Norwegian takes one ending: "elektrikere" → "elektriker", "elektriker" → "elektrik"
            found = _stemmer(language)(found)
        if len(_stems) < REMEMBERED:
            _stems[key] = found
    return found


def _stemmer(language: str) -> Callable[[str], str]:
    if language not in _stemmers:
        algorithm = ALGORITHMS.get(language)
        _stemmers[language] = Stemmer.Stemmer(algorithm, 0).stemWord if algorithm else str
    return _stemmers[language]
