"""Labels and short texts to vectors: a bag of character n-grams in a learned space, shared by all languages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from brobygger.core.skills.features import features_of, words_of

Vectors = npt.NDArray[np.float32]
WORDS_AT_ONCE, TEXTS_AT_ONCE = 1_000, 1_000  # bound memory
REMEMBERED_WORDS = 60_000  # about 40 MB of word vectors; a batch of ads uses a few thousand


@dataclass(frozen=True)
class Encoder:
    """
    A text's vector is the sum of its words' vectors, a word's the idf-weighted sum of its n-grams', scaled to length 1.

    Being a plain sum, the vector of any window of a text is a difference of two running sums:
    that is what makes whole ads fast.

    Args:
        features: the known n-grams; row `i` of `weights` belongs to `features[i]`.
        idf: inverse document frequency per feature, shape (features,).
        weights: learned directions, int8, shape (features, dimensions).
        scale: what one step of `weights` means, per feature, shape (features,).
    """

    features: Sequence[str]
    idf: npt.NDArray[np.float32]
    weights: npt.NDArray[np.int8]
    scale: npt.NDArray[np.float32]
    _row: dict[str, int] = field(init=False, repr=False)
    _rows_of_word: dict[str, npt.NDArray[np.int32]] = field(init=False, repr=False, default_factory=dict)
    _vector_of_word: dict[str, Vectors] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        if not len(self.features) == len(self.idf) == len(self.weights) == len(self.scale):
            raise ValueError("features, idf, weights and scale need one row per feature")
        object.__setattr__(self, "_row", {feature: row for row, feature in enumerate(self.features)})

    @property
    def dimensions(self) -> int:
        return int(self.weights.shape[1])

    def rows_of(self, word: str) -> npt.NDArray[np.int32]:
        """Rows of the known features of a lower-case word, with repeats."""
        rows = self._rows_of_word.get(word)
        if rows is None:
            known = map(self._row.get, features_of(word))
            rows = np.array([row for row in known if row is not None], np.int32)
            if len(self._rows_of_word) < REMEMBERED_WORDS:
                self._rows_of_word[word] = rows
        return rows

    def word_vectors(self, words: Sequence[str]) -> Vectors:
        """Vectors of distinct lower-case words, not scaled, shape (words, dimensions)."""
        known = self._vector_of_word
        new = [word for word in words if word not in known]
        now: dict[str, Vectors] = {}
        for start in range(0, len(new), WORDS_AT_ONCE):
            chosen = new[start : start + WORDS_AT_ONCE]
            now.update(zip(chosen, self._summed([self.rows_of(word) for word in chosen]), strict=True))
        if len(known) < REMEMBERED_WORDS:
            known.update((word, vector.copy()) for word, vector in now.items())
        vectors = [now[word] if word in now else known[word] for word in words]
        return np.array(vectors, np.float32).reshape(len(words), self.dimensions)

    def _summed(self, rows: Sequence[npt.NDArray[np.int32]]) -> Vectors:
        """The weighted sum of each group of features."""
        flat = np.concatenate(rows)
        weighted = self.weights[flat] * (self.idf[flat] * self.scale[flat])[:, None]
        return _sums_of(weighted, [len(one) for one in rows])

    def encode(self, texts: Iterable[str]) -> Vectors:
        """Unit vectors, shape (texts, dimensions); a text without a known n-gram gets zeros."""
        return self.encode_words([words_of(text) for text in texts])

    def encode_words(self, texts: Sequence[Sequence[str]]) -> Vectors:
        """The same of texts that are cut into lower-case words."""
        return unit(self._sums(texts))

    def _sums(self, texts: Sequence[Sequence[str]]) -> Vectors:
        number: dict[str, int] = {}
        columns = [number.setdefault(word, len(number)) for words in texts for word in words]
        vectors = self.word_vectors([*number])
        sums = np.zeros((len(texts), self.dimensions), np.float32)
        position = 0
        for start in range(0, len(texts), TEXTS_AT_ONCE):
            sizes = [len(words) for words in texts[start : start + TEXTS_AT_ONCE]]
            end = position + sum(sizes)
            sums[start : start + TEXTS_AT_ONCE] = _sums_of(vectors[columns[position:end]], sizes)
            position = end
        return sums

    def tf_idf_of(self, texts: Sequence[str]) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.float32]]:
        """The features of a few texts, ascending, and their TF-IDF weights, rows of length 1, shape (texts, features)."""
        rows = [[self.rows_of(word) for word in words_of(text)] for text in texts]
        flat = [part for row in rows for part in row]
        if not flat:
            return np.zeros(0, np.int32), np.zeros((len(texts), 0), np.float32)
        features, place = np.unique(np.concatenate(flat), return_inverse=True)
        text = np.repeat(np.arange(len(texts)), [sum(map(len, row)) for row in rows])
        size = len(texts) * len(features)
        counts = np.bincount(text * len(features) + place, minlength=size).reshape(len(texts), -1)
        weights = (1 + np.log(np.maximum(counts, 1))) * (counts > 0) * self.idf[features]
        return features, unit(weights.astype(np.float32))

    def sparse(self, texts: Iterable[str]) -> sp.csr_matrix:
        """Unit TF-IDF rows over the n-grams themselves (no learned space), shape (texts, features)."""
        return tf_idf([words_of(text) for text in texts], self)


def _sums_of(vectors: Vectors, sizes: Sequence[int]) -> Vectors:
    """Sums of the first sizes[0] vectors, of the next sizes[1], and so on; zeros where a size is 0."""
    counts = np.array(sizes, np.int64)
    sums = np.zeros((len(counts), vectors.shape[1]), np.float32)
    filled = np.flatnonzero(counts)
    if len(filled):
        starts = (np.cumsum(counts) - counts)[filled]
        sums[filled] = np.add.reduceat(vectors, starts, axis=0)
    return sums


def tf_idf(texts: list[list[str]], encoder: Encoder) -> sp.csr_matrix:
    """Unit TF-IDF rows of texts given as words; sub-linear term frequency, 1 + log(tf)."""
    rows = [[encoder.rows_of(word) for word in words] for words in texts]
    starts = np.zeros(len(texts) + 1, np.int64)
    np.cumsum([sum(map(len, row)) for row in rows], out=starts[1:])
    flat = [part for row in rows for part in row]
    columns = np.concatenate(flat) if flat else np.zeros(0, np.int32)
    matrix = sp.csr_matrix(
        (np.ones(len(columns), np.float32), columns, starts), shape=(len(texts), len(encoder.features))
    )
    matrix.sum_duplicates()
    matrix.data = (1 + np.log(matrix.data)) * encoder.idf[matrix.indices]
    lengths = np.sqrt(np.asarray(matrix.multiply(matrix).sum(axis=1)).ravel())
    scale = np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)
    return sp.csr_matrix(sp.diags(scale.astype(np.float32)) @ matrix)


def unit(vectors: Vectors) -> Vectors:
    """Rows scaled to length 1; rows of zeros stay zeros."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    scaled: Vectors = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 1e-9)
    return scaled


def quantise(weights: Vectors) -> tuple[npt.NDArray[np.int8], npt.NDArray[np.float32]]:
    """Weights as int8 with one scale per row (largest magnitude becomes 127)."""
    largest = np.abs(weights).max(axis=1)
    scale = np.where(largest > 0, largest / 127, 1).astype(np.float32)
    return np.rint(weights / scale[:, None]).astype(np.int8), scale
