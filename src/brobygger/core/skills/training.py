"""
Train the label encoder on a taxonomy's own labels: two labels of one concept belong together, others apart.

InfoNCE with in-batch negatives (van den Oord et al. 2018) over pairs of labels of one concept, preferably of two
languages; Adagrad with one step size per n-gram; the start is a truncated SVD of the concepts' TF-IDF rows
(latent semantic indexing, Deerwester et al. 1990). numpy and scipy only; two minutes for ESCO in six languages.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from brobygger.core.skills.encoder import Encoder, Vectors, quantise, tf_idf
from brobygger.core.skills.features import count_features, words_of

SENTENCES, DESCRIPTIONS = 0.4, 0.3  # shares of a batch; the rest are pairs of labels
Progress = Callable[[str, float], None]  # what is done now, and the share that is done (0–1)


@dataclass(frozen=True, slots=True)
class TrainingText:
    """A label or description and the concept it belongs to."""

    text: str
    concept: int
    language: str  # texts of "" (descriptions) pair with texts of every language


@dataclass(frozen=True, slots=True)
class AnnotatedText:
    """A sentence, and the concepts that people say it asks for."""

    text: str
    concepts: tuple[int, ...]  # one or more


@dataclass(frozen=True, slots=True)
class Settings:
    """What was measured best on the Danish and English MELO sets; see docs/reference/benchmarks.md."""

    dimensions: int = 128
    features: int = 160_000
    seen_in: int = 2  # a feature must occur in this many texts
    epochs: float = 5.0
    batch: int = 768
    step: float = 0.05
    temperature: float = 0.07
    across_languages: float = 0.8  # share of pairs that should join two languages
    label_power: float = 0.5  # concepts are drawn in proportion to (number of labels) ** label_power
    sentence_steps: int = 200
    sentence_step: float = 0.03
    seed: int = 0


def train_encoder(
    texts: Sequence[TrainingText],
    settings: Settings = Settings(),
    progress: Progress = lambda what, share: None,
    sentences: Sequence[AnnotatedText] = (),
) -> Encoder:
    """
    Train on the texts of a taxonomy, then on sentences where there are some. Same texts and settings, same encoder.

    Raises:
        ValueError: if no concept has two texts: there is nothing to learn from.
    """
    progress("features", 0.0)
    features, idf = count_features(
        (text.text for text in texts), at_least=settings.seen_in, at_most=settings.features
    )
    dimensions = min(settings.dimensions, max(2, len(features) - 1))
    blank = Encoder(
        features, idf, np.zeros((len(features), dimensions), np.int8), np.ones(len(features), np.float32)
    )
    rows = tf_idf([words_of(text.text) for text in texts], blank)
    concepts = np.unique(np.array([text.concept for text in texts], np.int64), return_inverse=True)[1]
    progress("first directions", 0.02)
    weights = _first_directions(rows, concepts, dimensions, settings.seed)
    codes = sorted({text.language for text in texts})
    languages = np.array([codes.index(text.language) for text in texts], np.int64)
    pairs = _Pairs(concepts, languages, settings)
    steps = max(1, int(settings.epochs * rows.shape[0] / settings.batch))
    _descend(rows, pairs, weights, _Course("learning", 0.1, steps, settings.step, settings), progress)
    number = {text.concept: row for text, row in zip(texts, concepts.tolist(), strict=True)}
    known = [
        AnnotatedText(one.text, tuple(number[c] for c in one.concepts if c in number)) for one in sentences
    ]
    known = [one for one in known if one.concepts]
    if known:
        described = np.array([not text.language for text in texts])
        draws = _SentencePairs(pairs, concepts, described, known)
        rows = sp.vstack([rows, tf_idf([words_of(one.text) for one in known], blank)]).tocsr()
        steps, rate = settings.sentence_steps, settings.sentence_step
        _descend(
            rows, draws, weights, _Course("learning from sentences", 0.0, steps, rate, settings), progress
        )
    return Encoder(features, idf, *quantise(weights))


def _first_directions(
    rows: sp.csr_matrix, concepts: npt.NDArray[np.int64], dimensions: int, seed: int
) -> Vectors:
    """Right singular vectors of the concepts' mean rows, shape (features, dimensions)."""
    total = int(concepts.max()) + 1
    gather = sp.csr_matrix((np.ones(len(concepts), np.float32), (concepts, np.arange(len(concepts)))))
    means = gather @ rows
    lengths = np.sqrt(np.asarray(means.multiply(means).sum(axis=1)).ravel())
    means = sp.diags(np.divide(1, lengths, out=np.zeros_like(lengths), where=lengths > 0)) @ means
    if min(total, rows.shape[1]) <= dimensions + 1:
        draw = np.random.default_rng(seed)
        return draw.normal(0, 0.1, (rows.shape[1], dimensions)).astype(np.float32)
    start = np.random.default_rng(seed).normal(size=min(means.shape))
    from scipy.sparse.linalg import svds  # takes 10 MB: only where it is needed

    _, _, right = svds(means.astype(np.float32), k=dimensions, v0=start.astype(np.float32), tol=1e-2)
    return np.ascontiguousarray(right.T[:, ::-1], np.float32)


class _Pairs:
    """Draws concepts, and two texts of each."""

    def __init__(
        self, concepts: npt.NDArray[np.int64], languages: npt.NDArray[np.int64], settings: Settings
    ) -> None:
        self.order = np.argsort(concepts, kind="stable")
        counts = np.bincount(concepts)
        self.starts = np.concatenate([[0], np.cumsum(counts)])
        self.counts = counts
        self.languages = languages
        self.usable = np.flatnonzero(counts > 1)
        if len(self.usable) < 2:
            raise ValueError("training needs at least two concepts with two labels each")
        share = counts[self.usable] ** settings.label_power
        self.share = share / share.sum()
        self.settings = settings

    def draw(self, random: np.random.Generator) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        size = min(self.settings.batch, len(self.usable))
        chosen = random.choice(self.usable, size, replace=False, p=self.share)
        left, right = self.text_of(chosen, random), self.text_of(chosen, random)
        across = random.random(size) < self.settings.across_languages
        for _ in range(6):  # a concept may have no second language: after six draws any second text will do
            again = (left == right) | (across & (self.languages[left] == self.languages[right]))
            if not again.any():
                break
            right[again] = self.text_of(chosen[again], random)
        return left, right

    def text_of(self, concepts: npt.NDArray[np.int64], random: np.random.Generator) -> npt.NDArray[np.int64]:
        offset = (random.random(len(concepts)) * self.counts[concepts]).astype(np.int64)
        return self.order[self.starts[concepts] + offset]


class _SentencePairs:
    """
    Draws annotated sentences each with a label of one of its concepts, descriptions with a label of theirs, and pairs
    of labels, so that what was learned from the labels is kept. No concept twice in a batch.

    Args:
        pairs: of labels and descriptions.
        concepts: concept per label or description.
        described: which of these are descriptions.
        sentences: in the order of their rows, which follow those of the labels and descriptions.
    """

    def __init__(
        self,
        pairs: _Pairs,
        concepts: npt.NDArray[np.int64],
        described: npt.NDArray[np.bool_],
        sentences: Sequence[AnnotatedText],
    ) -> None:
        self.pairs, self.concepts, self.described, self.sentences = pairs, concepts, described, sentences
        self.descriptions = np.flatnonzero(described)
        self.waiting: list[int] = []

    def draw(self, random: np.random.Generator) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        batch = self.pairs.settings.batch
        rows, meant = self._sentences(int(SENTENCES * batch), random)
        size = min(int(DESCRIPTIONS * batch), len(self.descriptions))
        texts = random.choice(self.descriptions, size, replace=False) if size else self.descriptions
        _, first = np.unique(self.concepts[texts], return_index=True)
        texts = texts[np.sort(first)]
        texts = texts[~np.isin(self.concepts[texts], meant)]
        taken = np.concatenate([meant, self.concepts[texts]])
        left, right = self.pairs.draw(random)
        other = ~np.isin(self.concepts[left], taken)
        left, right = left[other], right[other]
        room = max(0, batch - len(taken))
        left, right = left[:room], right[:room]
        return np.concatenate([rows, texts, left]), np.concatenate([self._labels(taken, random), right])

    def _sentences(
        self, size: int, random: np.random.Generator
    ) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
        """Rows of at most `size` sentences and a concept of each; every sentence has its turn before any comes again."""
        found: dict[int, int] = {}
        for _ in range(min(size, len(self.sentences))):
            if not self.waiting:
                self.waiting = random.permutation(len(self.sentences)).tolist()
            number = self.waiting.pop()
            concepts = self.sentences[number].concepts
            concept = concepts[int(random.integers(len(concepts)))]
            found.setdefault(concept, len(self.concepts) + number)
        return np.array(list(found.values()), np.int64), np.array(list(found), np.int64)

    def _labels(self, concepts: npt.NDArray[np.int64], random: np.random.Generator) -> npt.NDArray[np.int64]:
        rows = self.pairs.text_of(concepts, random)
        for _ in range(6):  # a description will do after six draws
            again = self.described[rows]
            rows[again] = self.pairs.text_of(concepts[again], random)
        return rows


@dataclass(frozen=True, slots=True)
class _Course:
    """A stage of the training: what it is called, the share done before it, its steps and the first one's size."""

    what: str
    done: float
    steps: int
    step: float
    settings: Settings


def _descend(
    rows: sp.csr_matrix, pairs: _Pairs | _SentencePairs, weights: Vectors, course: _Course, progress: Progress
) -> None:
    """Adagrad on `weights`, in place, the step falling linearly to zero."""
    random = np.random.default_rng(course.settings.seed)
    squares = np.full(len(weights), 1e-6, np.float32)
    for step in range(course.steps):
        left, right = pairs.draw(random)
        both = rows[np.concatenate([left, right])]
        slope = _slope(np.asarray(both @ weights), len(left), course.settings.temperature)
        by_column = both.tocsc()
        touched = np.flatnonzero(np.diff(by_column.indptr))
        change = np.asarray(by_column[:, touched].T @ slope)
        squares[touched] += (change * change).mean(axis=1)
        rate = course.step * (1 - step / course.steps)
        change *= rate
        change /= np.sqrt(squares[touched])[:, None]
        weights[touched] -= change
        if step % 50 == 0:
            progress(course.what, course.done + (1 - course.done) * step / course.steps)
    progress(course.what, 1.0)


def _slope(sums: Vectors, pairs: int, temperature: float) -> Vectors:
    """Gradient of the symmetric InfoNCE loss with respect to the unscaled vectors (left rows, then right rows)."""
    lengths = np.linalg.norm(sums, axis=1, keepdims=True) + 1e-8
    vectors = sums / lengths
    left, right = vectors[:pairs], vectors[pairs:]
    similar = np.exp((left @ right.T - 1) / temperature)
    error = similar / similar.sum(axis=1, keepdims=True) + similar / similar.sum(axis=0, keepdims=True)
    error /= 2
    error[np.arange(pairs), np.arange(pairs)] -= 1
    error /= pairs * temperature
    slope = np.vstack([error @ right, error.T @ left])
    slope -= (slope * vectors).sum(axis=1, keepdims=True) * vectors  # only the part that turns the vector
    return np.asarray(slope / lengths, np.float32)
