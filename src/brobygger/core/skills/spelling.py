"""The labels of one language by their spelling: which are like a text, and which are the text."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from brobygger.core.skills.data import Indices, Rows, Taxonomy
from brobygger.core.skills.encoder import Encoder, Vectors
from brobygger.core.skills.features import words_of

LABELS_AT_ONCE = 1_000  # bounds memory


@dataclass(frozen=True, slots=True)
class Labels:
    """Labels grouped by concept: rows of the taxonomy; those of position `p` are `rows[starts[p]:starts[p + 1]]`."""

    rows: npt.NDArray[np.int64]
    starts: npt.NDArray[np.int64]

    @classmethod
    def of(cls, taxonomy: Taxonomy, concepts: Indices, rows: npt.NDArray[np.int64]) -> Labels:
        positions = np.searchsorted(concepts, taxonomy.label_concept[rows])
        return cls(rows, np.searchsorted(positions, np.arange(len(concepts) + 1)).astype(np.int64))

    def best(self, similar: Vectors) -> Vectors:
        """Largest value of each concept's labels; -1 for a concept without one. Shape (texts, concepts)."""
        best = np.full((len(similar), len(self.starts) - 1), -1, np.float32)
        present = np.flatnonzero(np.diff(self.starts))
        if len(present):
            best[:, present] = np.maximum.reduceat(similar, self.starts[present], axis=1)
        return best


class Spelling:
    """
    Compares texts with labels by n-gram TF-IDF.

    Labels have most of their words in common. So the n-grams are kept once per word, in a tenth of the memory that
    the TF-IDF of every label would take, and are weighed for the few labels that a text is compared with.

    Args:
        taxonomy: where the labels come from.
        labels: those to compare with; the methods number them in this order.
        encoder: knows the n-grams.
    """

    def __init__(self, taxonomy: Taxonomy, labels: Labels, encoder: Encoder) -> None:
        self.taxonomy, self.labels, self.encoder = taxonomy, labels, encoder
        numbers: dict[str, int] = {}
        self._words = Rows.of(
            [
                [numbers.setdefault(word, len(numbers)) for word in words_of(taxonomy.labels[int(row)])]
                for row in labels.rows
            ]
        )
        features = [encoder.rows_of(word) for word in numbers]
        self._features = Rows(
            np.cumsum([0, *map(len, features)]), np.concatenate([*features, np.zeros(0, np.int32)])
        )
        self._scale = np.concatenate([*self._scales(), np.zeros(0, np.float32)])
        # of the labels in small letters, ascending: a dictionary of 30,000 texts takes 10 MB
        hashes = np.fromiter((self._hash(int(row)) for row in labels.rows), np.int64, len(labels.rows))
        self._order = np.argsort(hashes, kind="stable")
        self._hashes = hashes[self._order]

    def same(self, text: str) -> list[int]:
        """Rows in the taxonomy of the labels that are a text but for capitals, in their order."""
        wanted = text.casefold()
        begin, end = (int(self._hashes.searchsorted(hash(wanted), side)) for side in ("left", "right"))
        rows: list[int] = self.labels.rows[self._order[begin:end]].tolist()
        return [row for row in rows if self.taxonomy.labels[row].casefold() == wanted]

    def similar(self, chosen: npt.NDArray[np.int64], features: Indices, weights: Vectors) -> Vectors:
        """
        Cosines of texts with some labels, shape (texts, chosen).

        Args:
            chosen: numbers of labels.
            features: of the texts, ascending.
            weights: the texts' TF-IDF weights of these, shape (texts, features).
        """
        wanted = np.zeros(len(self.encoder.features), np.bool_)
        wanted[features] = True  # of the labels' n-grams only the few that a text has are weighed
        label, feature, weight = self._weighed(chosen, wanted)
        products = weights[:, np.searchsorted(features, feature)] * (weight * self._scale[chosen[label]])
        sums = np.zeros((len(weights), len(label) + 1), np.float64)
        np.cumsum(products, axis=1, out=sums[:, 1:])
        cuts = np.searchsorted(label, np.arange(len(chosen) + 1))
        return np.asarray(sums[:, cuts[1:]] - sums[:, cuts[:-1]], np.float32)

    @cached_property
    def rows(self) -> sp.csr_matrix:
        """The TF-IDF of every label, for long lists of texts, shape (labels, features)."""
        return self.encoder.sparse(self.taxonomy.labels[int(row)] for row in self.labels.rows)

    def _hash(self, row: int) -> int:
        return hash(self.taxonomy.labels[row].casefold())

    def _scales(self) -> list[npt.NDArray[np.float32]]:
        """What makes the TF-IDF weights of each label a row of length 1; 0 for a label without a known n-gram."""
        scales, every = [], np.ones(len(self.encoder.features), np.bool_)
        for start in range(0, len(self._words), LABELS_AT_ONCE):
            chosen = np.arange(start, min(start + LABELS_AT_ONCE, len(self._words)))
            label, _, weight = self._weighed(chosen, every)
            lengths = np.sqrt(np.bincount(label, weight * weight, minlength=len(chosen)))
            scale = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)
            scales.append(scale.astype(np.float32))
        return scales

    def _weighed(
        self, chosen: npt.NDArray[np.int64], wanted: npt.NDArray[np.bool_]
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """The wanted features of some labels: place of the label in `chosen`, ascending, feature, and its weight."""
        words, of_label = ranges(self._words.starts, chosen)
        places, of_word = ranges(self._features.starts, self._words.items[words])
        feature = self._features.items[places]
        common = np.flatnonzero(wanted[feature])
        label = np.searchsorted(of_word[of_label], common, "right") - 1
        keys, counts = np.unique(label * len(wanted) + feature[common], return_counts=True)
        label, feature = np.divmod(keys, len(wanted))
        return label, feature, (1 + np.log(counts.astype(np.float32))) * self.encoder.idf[feature]


def ranges(
    starts: npt.NDArray[np.integer], chosen: npt.NDArray[np.integer]
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Numbers starts[c] … starts[c + 1] - 1 of each chosen c, one after the other, and where each begins and ends."""
    sizes = starts[chosen + 1] - starts[chosen]
    edges = np.concatenate([[0], np.cumsum(sizes)])
    return np.repeat(starts[chosen] - edges[:-1], sizes) + np.arange(edges[-1]), edges
