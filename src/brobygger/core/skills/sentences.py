"""
Link a sentence of an ad, as it is written, to the skills that it asks for.

A label has to fit a whole title; a sentence says several things, and most of its words name no skill. So every window
of one to six words is compared with the concepts besides the whole, and a concept counts by its best window
(maximum similarity, as in late interaction: Khattab and Zaharia 2020). Only the concepts that these two views put
first are compared in detail: with each of their labels, and by spelling. Of concepts that fit about as well, the one
that more occupations need is likelier to be meant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from brobygger.core.skills.data import Indices, Taxonomy
from brobygger.core.skills.encoder import Encoder, Vectors, unit
from brobygger.core.skills.features import words_of
from brobygger.core.skills.linker import Linked, Linker, _largest
from brobygger.core.skills.spelling import ranges

LONGEST_LABEL = 4  # words; a longer line is read as a sentence
LONGEST_WINDOW = 6  # words
LOOKED_AT = 300  # concepts of a sentence that are compared in detail
# Shares of the score; benchmarks/skill_sentences.py says which sentences they were chosen on
WHOLE, WINDOW, LABEL, SPELLING, NEEDED = 1.0, 1.0, 0.3, 0.4, 0.2
NEEDED_BY_MANY = 150  # occupations; a skill that so many need counts `NEEDED` in full
FIRST_WHOLE = 0.7  # of the whole beside the best window, where the concepts to look at are chosen

# Words that no skill begins or ends with, and that job ads are full of
FRAME = {
    "en": "a an the and or of to in for with on at by from as is are be will you your we our their this that have has your within including etc must should able ability strong good excellent experience knowledge skills skill work working using use",
    "da": "en et den det de og eller af til i for med på ved fra som er være vil skal du dig dit din dine vi vores os deres dette denne har have inden samt mv må kan god godt gode stærk erfaring kendskab viden kompetencer arbejde arbejder bruge",
    "nb": "en ei et den det de og eller av til i for med på ved fra som er være vil skal du deg ditt din dine vi vår vårt våre oss deres dette denne har ha innen samt mv må kan god godt gode sterk erfaring kjennskap kunnskap kompetanse arbeid arbeide jobbe bruke",
    "sv": "en ett den det de och eller av till i för med på vid från som är vara vill ska du dig ditt din dina vi vår vårt våra oss deras detta denna har ha inom samt mm måste kan god gott goda stark erfarenhet kännedom kunskap kunskaper kompetens arbete arbeta arbetar använda",
}


def is_sentence(text: str) -> bool:
    """Whether a line is longer than a label: more than `LONGEST_LABEL` words."""
    return len(words_of(text)) > LONGEST_LABEL


class SentenceLinker:
    """
    Ranks the concepts of a linker for sentences.

    Args:
        linker: to the same concepts for labels; its vectors are used.
    """

    def __init__(self, linker: Linker) -> None:
        self.linker = linker
        self.needed = _needed(linker.taxonomy)[linker.concepts]
        self._vectors: dict[str, Vectors] = {}  # of the labels of a language

    def link(self, texts: Sequence[str], *, language: str, top: int) -> Iterator[list[Linked]]:
        """The best `top` concepts of each sentence, best first; ties by concept number. `top` is at most `LOOKED_AT`."""
        for text in texts:
            yield self._link(text, language, top)

    def _link(self, text: str, language: str, top: int) -> list[Linked]:
        linker = self.linker
        whole, windows = window_vectors(text, linker.encoder, language)
        similar = windows @ linker.centroids.T
        as_whole, best = linker.centroids @ whole, similar.max(axis=0)
        first = FIRST_WHOLE * as_whole + best
        few = min(max(LOOKED_AT, top), len(first))
        chosen = np.sort(np.argpartition(-first, few - 1)[:few])
        near, spelled = self._labels(text, language, windows, chosen.astype(np.int32))
        scores = WHOLE * as_whole[chosen] + WINDOW * best[chosen]
        scores += LABEL * near + SPELLING * spelled + NEEDED * self.needed[chosen]
        scores /= WHOLE + WINDOW + LABEL + SPELLING + NEEDED
        order = np.lexsort((chosen, -scores))[:top]
        return [
            Linked(int(linker.concepts[chosen[i]]), round(float(min(max(scores[i], 0), 1)), 4)) for i in order
        ]

    def _labels(
        self, text: str, language: str, windows: Vectors, chosen: Indices
    ) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
        """Of each chosen concept the label nearest to a window, and the label spelled most like the text."""
        linker = self.linker
        spelling = linker.spelling(language)
        rows, edges = ranges(spelling.labels.starts, chosen)
        if language not in self._vectors:
            labels = (linker.taxonomy.labels[int(row)] for row in spelling.labels.rows)
            self._vectors[language] = linker.encoder.encode(labels)
        vectors = self._vectors[language][rows]
        near = _largest((windows @ vectors.T).max(axis=0)[None], edges, -1.0)[0]
        (spelled,) = spelling.similar(rows, *linker.encoder.tf_idf_of([text]))
        return near, _largest(spelled[None], edges, 0.0)[0]


def window_vectors(text: str, encoder: Encoder, language: str) -> tuple[Vectors, Vectors]:
    """
    Unit vectors of a text, shape (dimensions,), and of its windows, shape (windows, dimensions).

    A window neither begins nor ends with a word of the frame; a text of such words alone is its own window.
    """
    words = words_of(text)
    sums = np.zeros((len(words) + 1, encoder.dimensions), np.float32)
    if words:
        np.cumsum(encoder.word_vectors(words), axis=0, out=sums[1:])
    frame = _frame(language)
    edge = np.array([word not in frame for word in words], bool)
    starts, ends = np.meshgrid(np.arange(len(words)), np.arange(1, LONGEST_WINDOW + 1), indexing="ij")
    ends = starts + ends
    inside = ends <= len(words)
    starts, ends = starts[inside], ends[inside]
    kept = edge[starts] & edge[ends - 1]
    windows = unit(sums[ends[kept]] - sums[starts[kept]])
    whole = unit(sums[-1:])
    return whole[0], windows if len(windows) else whole


@lru_cache
def _frame(language: str) -> frozenset[str]:
    return frozenset(FRAME.get(language, FRAME["en"]).split())


def _needed(taxonomy: Taxonomy) -> npt.NDArray[np.float32]:
    """How many occupations and skills name a concept, on a logarithmic scale, 0–1, per concept."""
    times = np.bincount(taxonomy.essential.items, minlength=len(taxonomy)) + np.bincount(
        taxonomy.optional.items, minlength=len(taxonomy)
    )
    return np.asarray(np.minimum(np.log1p(times) / np.log1p(NEEDED_BY_MANY), 1), np.float32)
