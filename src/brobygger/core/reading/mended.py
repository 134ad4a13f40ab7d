"""
Letters that text recognition or a keyboard lost, put back where the vocabulary leaves no doubt.

A mended text has a letter for each letter of the text as written, so every place found in it is a place in that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from itertools import product

from brobygger.core.reading.function_words import FUNCTION_WORDS
from brobygger.core.reading.identify import identify
from brobygger.core.skills.compiled import Compiled
from brobygger.core.skills.label_starts import NONE
from brobygger.core.skills.stems import stem

WORD_WITH_DIGITS = re.compile(r"\b[^\W\d_]+[01][^\W_]*")
MEANT = {"0": "oø", "1": "li"}  # letters that are taken for these digits
MOST_DIGITS = 4  # in one word
SHORTEST = 5  # letters: C1 and B10 are what they are
BETWEEN_LETTERS = re.compile(r"(?<=[a-zæøåäöéü])[01](?=[a-zæøåäöéü])")
WORD = re.compile(r"[^\W\d_]+")
NORDIC = re.compile("[æøåäö]", re.IGNORECASE)
WITHOUT_MARKS = str.maketrans("øåäö", "oaao")
TELLING = 60  # letters; in a Nordic text of this length one of æ ø å ä ö stands at least once
NORDIC_LANGUAGES = ("da", "nb", "sv")


class Mender:
    """
    Args:
        content: its labels' words are the ones that are known.
    """

    def __init__(self, content: Compiled) -> None:
        self.taxonomy, self.starts = content.taxonomy, content.starts
        self._bare: dict[str, dict[str, str]] = {}

    def mended(self, text: str) -> str:
        """The text with "So1idW0rks" as SolidWorks and, where it has no æ ø å ä ö at all, "ingenior" as ingeniør."""
        text = WORD_WITH_DIGITS.sub(self._with_letters, text)
        if len(text) < TELLING or NORDIC.search(text):
            return text
        language = identify(text[:20_000]).language
        return self._with_marks(text, language) if language in NORDIC_LANGUAGES else text

    def _with_letters(self, match: re.Match[str]) -> str:
        word = match[0]
        digits = sum(letter in MEANT for letter in word)
        if len(word) < SHORTEST or digits > MOST_DIGITS:
            return word
        for letters in product(*(MEANT.get(letter, letter) for letter in word)):
            candidate = "".join(letters)
            if self._is_known(candidate.lower()):
                return candidate.upper() if word.isupper() else candidate
        return BETWEEN_LETTERS.sub(lambda digit: MEANT[digit[0]][0], word)

    def _with_marks(self, text: str, language: str) -> str:
        bare = self._bare.get(language)
        if bare is None:
            bare = self._bare[language] = dict(_bare_forms(self._words(language)))

        def marked(match: re.Match[str]) -> str:
            word = match[0]
            meant = bare.get(word.lower())
            if meant is None:
                return word
            return "".join(
                new.upper() if old.isupper() else new for old, new in zip(word, meant, strict=True)
            )

        return WORD.sub(marked, text)

    def _is_known(self, word: str) -> bool:
        """Whether a label begins with the word, or has it second, in any inflection."""
        return any(self.starts.number(stem(word, code)) != NONE for code in self.taxonomy.languages)

    def _words(self, language: str) -> set[str]:
        """The words of a language's labels, and its commonest words."""
        taxonomy = self.taxonomy
        words = set(FUNCTION_WORDS.get(language, ()))
        if language in taxonomy.languages:
            own = taxonomy.label_language == taxonomy.languages.index(language)
            for row in own.nonzero()[0]:
                words.update(WORD.findall(taxonomy.labels[row].lower()))
        return words


def _bare_forms(words: Iterable[str]) -> Mapping[str, str]:
    """Words without their marks → the words, where that is no other word."""
    found: dict[str, str] = {}
    words = set(words)
    for word in sorted(words):
        bare = word.translate(WITHOUT_MARKS)
        if len(word) >= SHORTEST and bare != word and bare not in words and len(bare) == len(word):
            found[bare] = "" if bare in found else word
    return {bare: word for bare, word in found.items() if word}
