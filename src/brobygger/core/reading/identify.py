"""
Which language a passage is in: function words and spelling, weighed together.

Danish and Bokmål share most of their words; what parts them is a small set of function words (af/av, hvad/hva)
and spelling (‑tion/‑sjon, ‑hed/‑het, virksomhed/virksomhet). Each sign is a log-odds step; the sum decides.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Mapping
from itertools import chain
from typing import NamedTuple

from brobygger.core.reading.function_words import FUNCTION_WORDS
from brobygger.core.reading.signs import automaton_of

WORD = re.compile(r"[^\W\d_]+")
ENDINGS: dict[str, dict[str, float]] = {  # end of a word of five letters or more → language → weight
    "hed": {"da": 1.5},
    "heden": {"da": 1.5},
    "heder": {"da": 1.5},
    "tion": {"da": 0.6, "sv": 0.6, "en": 0.6},
    "tioner": {"da": 0.9, "sv": 0.9},
    "sjon": {"nb": 2.0},
    "sjoner": {"nb": 2.0},
    "sjonen": {"nb": 2.0},
    "het": {"nb": 0.8, "sv": 0.8},
    "heten": {"nb": 0.8, "sv": 0.8},
    "heter": {"nb": 0.8, "sv": 0.8},
    "else": {"da": 0.5, "nb": 0.5},
    "elser": {"da": 0.5, "nb": 0.5},
    "ning": {"da": 0.3, "nb": 0.3, "sv": 0.4},
    "ningar": {"sv": 1.5},
    "ande": {"sv": 0.8},
    "ende": {"da": 0.4, "nb": 0.4},
    "arna": {"sv": 1.5},
    "orna": {"sv": 1.5},
    "erna": {"sv": 1.2},
    "erne": {"da": 1.3},
    "ene": {"nb": 0.6},
    "skap": {"nb": 0.7, "sv": 0.7},
    "skab": {"da": 1.5},
    "lighet": {"nb": 0.6, "sv": 0.6},
    "ighed": {"da": 1.5},
    "ing": {"en": 0.3},
    "ment": {"en": 0.3},
    "ity": {"en": 1.0},
    "ies": {"en": 0.8},
    "ering": {"da": 0.3, "nb": 0.3, "sv": 0.3},
    "ung": {"de": 0.8},
    "keit": {"de": 2.0},
    "ssa": {"fi": 1.2},
    "sta": {"fi": 0.5},
    "ości": {"pl": 2.0},
}
LETTERS: dict[str, dict[str, float]] = {
    "ä": {"sv": 1.0, "de": 0.6, "fi": 0.8},
    "ö": {"sv": 1.0, "de": 0.5, "fi": 0.6},
    "æ": {"da": 1.0, "nb": 0.7, "is": 0.5},
    "ø": {"da": 0.9, "nb": 0.9},
    "å": {"da": 0.6, "nb": 0.6, "sv": 0.6},
    "ß": {"de": 2.0},
    "ü": {"de": 1.0},
    "ł": {"pl": 2.0},
    "ż": {"pl": 2.0},
    "ś": {"pl": 2.0},
    "ę": {"pl": 2.0},
    "þ": {"is": 3.0},
    "ð": {"is": 3.0},
    "ñ": {"es": 2.0},
    "ç": {"fr": 1.0, "pt": 1.0},
    "ã": {"pt": 2.0},
}
SPELLINGS: dict[str, dict[str, float]] = {  # pieces of words where the neighbours spell differently
    "sjon": {"nb": 2.0},
    "jobb": {"nb": 0.7, "sv": 0.7},
    "kj": {"nb": 0.8},
    "øy": {"nb": 1.2},
    "ei": {"nb": 0.4, "de": 0.3},
    "øj": {"da": 1.5},
    "ej": {"da": 0.6},
    "arbejd": {"da": 2.5},
    "arbeid": {"nb": 2.0},
    "arbet": {"sv": 2.0},
    "uddann": {"da": 2.5},
    "utdann": {"nb": 2.5},
    "utbild": {"sv": 2.5},
    "udvikl": {"da": 2.5},
    "utvikl": {"nb": 2.5},
    "utveckl": {"sv": 2.5},
    "virksomhed": {"da": 2.0},
    "virksomhet": {"nb": 2.0},
    "verksamhet": {"sv": 2.0},
    "ck": {"sv": 0.7, "en": 0.2, "de": 0.3},
    "sprog": {"da": 1.5},
    "språk": {"nb": 0.9, "sv": 0.9},
    "kundskab": {"da": 1.5},
    "kunnskap": {"nb": 1.5},
    "kunskap": {"sv": 1.5},
    "tekn": {"da": 0.3, "nb": 0.3, "sv": 0.3},
    "th": {"en": 0.4},
    "wh": {"en": 0.8},
    "sch": {"de": 0.6},
    "szc": {"pl": 1.5},
    "cz": {"pl": 1.0},
    "rz": {"pl": 0.8},
}
FUNCTION_WORD = 2.0  # weight of a word that one language has alone; shared words give less
CERTAIN = 3.0  # log-odds at which confidence is about .95


class Guess(NamedTuple):
    language: str  # ISO 639-1 or "und"
    confidence: float  # 0–1


def _word_weights() -> dict[str, dict[str, float]]:
    owners: dict[str, list[str]] = {}
    for language, words in FUNCTION_WORDS.items():
        for word in words:
            owners.setdefault(word, []).append(language)
    return {word: dict.fromkeys(codes, FUNCTION_WORD / len(codes)) for word, codes in owners.items()}


WORD_WEIGHTS = _word_weights()
END = "$"
WEIGHTS = {**LETTERS, **{ending + END: weights for ending, weights in ENDINGS.items()}, **SPELLINGS}
SHORTEST_SPELT = 5  # letters of a word whose endings and spelling tell something
IN_LONG_WORDS = automaton_of({piece: piece for piece in WEIGHTS})
REMEMBERED = 50_000
NORDIC_AND_ENGLISH = ("da", "nb", "sv", "en")


def weigh(text: str) -> dict[str, float]:
    """What the words of a text say for each language."""
    scores: defaultdict[str, float] = defaultdict(float)
    for language, weight in chain.from_iterable(map(_signs.__getitem__, WORD.findall(text.lower()))):
        scores[language] += weight
    return scores


def guess(scores: Mapping[str, float], *, prior: str | None = None, prior_weight: float = 1.0) -> Guess:
    """
    The likeliest language.

    Args:
        scores: of each language, as `weigh` gives them.
        prior: language of the text around it, which wins when the passage itself says little ("CAD, FEM").
        prior_weight: what the prior is worth, in the same unit as the signs.
    """
    total = dict(scores)
    if prior and prior != "und":
        total[prior] = total.get(prior, 0.0) + prior_weight
    if not total:
        return Guess("und", 0.0)
    ranked = sorted(total.items(), key=lambda item: (-item[1], item[0]))
    lead = ranked[0][1] - (ranked[1][1] if len(ranked) > 1 else 0.0)
    return Guess(ranked[0][0], round(1 - 0.5 * math.exp(-lead / CERTAIN * math.log(10)), 3))


def identify(text: str, *, prior: str | None = None, prior_weight: float = 1.0) -> Guess:
    """Guess the language of a passage; see `guess`."""
    return guess(weigh(text), prior=prior, prior_weight=prior_weight)


class _SignsOfWords(dict[str, tuple[tuple[str, float], ...]]):
    """Languages and weights of each word that was met: the same few thousand come again and again."""

    def __missing__(self, word: str) -> tuple[tuple[str, float], ...]:
        total = dict(WORD_WEIGHTS.get(word, {}))
        if len(word) >= SHORTEST_SPELT:
            for piece in dict.fromkeys(piece for _, piece in IN_LONG_WORDS.iter(word + END)):
                _add(total, WEIGHTS[piece])
        else:
            for letter, weights in LETTERS.items():
                if letter in word:
                    _add(total, weights)
        found = tuple(total.items())
        if len(self) < REMEMBERED:
            self[word] = found
        return found


def _add(total: dict[str, float], weights: dict[str, float]) -> None:
    for language, weight in weights.items():
        total[language] = total.get(language, 0.0) + weight


_signs = _SignsOfWords()
