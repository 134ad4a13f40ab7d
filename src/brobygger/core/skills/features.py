"""Words and their character n-grams: what the label encoder sees of a text."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

SHORTEST, LONGEST = 3, 5  # lengths of the n-grams; the measured best for labels of one to six words
WORD = re.compile(r"[^\W_]+[#+]*|[.#+]+\w+")  # keeps C++, C# and .NET whole


def words_of(text: str) -> list[str]:
    """Lower-case words of a text, in order, in Unicode's composed form (NFC)."""
    return WORD.findall(unicodedata.normalize("NFC", text).lower())


def features_of(word: str) -> list[str]:
    """The word itself (marked "=") and the n-grams of the word between boundary marks."""
    bounded = f"<{word}>"
    grams = [
        bounded[start : start + size]
        for size in range(SHORTEST, LONGEST + 1)
        for start in range(len(bounded) - size + 1)
    ]
    return ["=" + word, *grams]


def count_features(
    texts: Iterable[str], *, at_least: int, at_most: int
) -> tuple[list[str], npt.NDArray[np.float32]]:
    """
    Choose the features of an encoder: those that occur in `at_least` texts, the commonest `at_most`.

    Returns:
        The features and their inverse document frequency, log((1 + n) / (1 + df)) + 1, shape (features,).
    """
    per_word: dict[str, list[str]] = {}
    counts: Counter[str] = Counter()
    total = 0
    for text in texts:
        total += 1
        seen: set[str] = set()
        for word in set(words_of(text)):
            if word not in per_word:
                per_word[word] = features_of(word)
            seen.update(per_word[word])
        counts.update(seen)
    # ties are broken by the feature itself: the choice must not depend on the order of the texts
    kept = sorted(
        (item for item in counts.items() if item[1] >= at_least), key=lambda item: (-item[1], item[0])
    )
    kept = kept[:at_most]
    frequency = np.array([count for _, count in kept], np.float64)
    return [feature for feature, _ in kept], (np.log((1 + total) / (1 + frequency)) + 1).astype(np.float32)
