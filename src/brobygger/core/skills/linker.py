"""Link a short text (a job title, a skill, a line) to the concepts of a taxonomy, in any of its languages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from brobygger.core.skills.data import ConceptKind, Indices, Taxonomy
from brobygger.core.skills.encoder import Encoder, Vectors
from brobygger.core.skills.spelling import Labels, Spelling, ranges

# Shares of the score; chosen on the Danish and English MELO queries (docs/reference/benchmarks.md).
CENTROID, NEAREST, SPELLING = 0.52, 0.22, 0.26
PARTS, FIRST_PART = (
    0.17,
    0.17,
)  # of a text in several parts ("Cooks, restaurant"): the best part, and the first
VERBATIM, VERBATIM_PREFERRED = 0.05, 0.10
# Groups (ISCO) are wider than what a text names: they come after an occupation that fits about as well.
GROUP_PENALTY = 0.11
BATCH = 128  # texts at a time: bounds memory
SHORTLIST = 24  # concepts of a few texts that are compared in full

EXCEPTION = re.compile(
    r"[,(]?\s*\b(?:except|excluding|other than|undtagen|undtaget|unntatt|unntaget|utom|förutom|undantaget|ekskl\.?|exkl\.?"
    r"|außer|ausgenommen|exceto|excepto)\b.*$",
    re.IGNORECASE,
)
PART = re.compile(r",|/|;|\(|\)|\s[-–]\s|\b(?:and|or|og|eller|och|samt|und|oder|ou)\b|&", re.IGNORECASE)
SHORTEST_PART = 4


@dataclass(frozen=True, slots=True)
class Linked:
    """A concept that a text may mean; `score` in 0–1 orders the concepts of one text."""

    concept: int
    score: float


class Linker:
    """
    Ranks the concepts of some kinds for short texts.

    Three views are added: the learned vector against the concept's mean vector over all languages (meaning),
    against its nearest single label, and n-gram TF-IDF against the labels in the text's language (spelling).

    Args:
        taxonomy: where the labels come from.
        encoder: trained on that taxonomy.
        centroids: one vector per concept of the taxonomy, see `concept_vectors`.
        kinds: kinds of concept to link to.
    """

    def __init__(
        self,
        taxonomy: Taxonomy,
        encoder: Encoder,
        centroids: npt.NDArray[np.floating],
        kinds: Sequence[ConceptKind],
    ) -> None:
        self.taxonomy, self.encoder = taxonomy, encoder
        self.concepts: Indices = np.flatnonzero(np.isin(taxonomy.kinds, kinds)).astype(np.int32)
        self.centroids: Vectors = centroids[self.concepts].astype(np.float32)
        self.penalty = np.where(taxonomy.kinds[self.concepts] == ConceptKind.GROUP, GROUP_PENALTY, 0)
        rows = np.flatnonzero(np.isin(taxonomy.label_concept, self.concepts))
        self.labels = Labels.of(taxonomy, self.concepts, rows)
        self._of_language: dict[str, Spelling] = {}

    def link(self, texts: Sequence[str], *, language: str, top: int) -> Iterator[list[Linked]]:
        """The best `top` concepts of each text, best first; ties by concept number."""
        for start in range(0, len(texts), BATCH):
            for row in self.scores(texts[start : start + BATCH], language=language):
                yield best_of(self.concepts, row, top)

    def shortlist(self, texts: Sequence[str], *, language: str, top: int) -> list[list[Linked]]:
        """
        As `link` for a few texts that belong together, at a fraction of the cost: only the concepts that are nearest
        in meaning to one of them, or that one of them names, are scored in full.
        """
        wholes, parts = _cut(texts)
        distinct = [*dict.fromkeys((*wholes, *(part for row in parts for part in row)))]
        vectors = self.encoder.encode(distinct)
        similar = vectors @ self.centroids.T
        few = min(SHORTLIST, len(self.concepts))
        nearest = np.argpartition(-similar.max(axis=0), few - 1)[:few]
        named = [position for text in texts for position, _ in self._verbatim_at(text, language)]
        positions = np.unique(np.concatenate([nearest, np.array(named, np.int64)]))
        scores = self._fused(
            texts, language, _Few(self, positions.astype(np.int32), language, distinct, vectors)
        )
        return [best_of(self.concepts[positions], row, top) for row in scores]

    def scores(self, texts: Sequence[str], *, language: str) -> Vectors:
        """Score of every concept in `self.concepts` for every text, shape (texts, concepts)."""
        return self._fused(texts, language, _All(self, language))

    def _fused(self, texts: Sequence[str], language: str, views: _All | _Few) -> Vectors:
        wholes, parts = _cut(texts)
        flat = [part for row in parts for part in row]
        scores = views.score([*wholes, *flat])
        total, position = scores[: len(texts)], len(texts)
        for row, found in enumerate(parts):
            if found:
                block = scores[position : position + len(found)]
                position += len(found)
                total[row] += PARTS * block.max(axis=0) + FIRST_PART * block[0]
                total[row] /= 1 + PARTS + FIRST_PART
        for row, text in enumerate(texts):
            for concept, preferred in self._verbatim_at(text, language):
                column = views.column(concept)
                if column is not None:
                    total[row, column] += VERBATIM_PREFERRED if preferred else VERBATIM
        return np.asarray((total - self.penalty[views.positions]) / (1 + VERBATIM_PREFERRED), np.float32)

    def _verbatim_at(self, text: str, language: str) -> list[tuple[int, bool]]:
        """Positions of the concepts that have the text as a label, each once; whether it is their preferred label."""
        taxonomy = self.taxonomy
        rows = self.spelling(language).same(text.strip())
        positions = np.searchsorted(self.concepts, taxonomy.label_concept[rows]).tolist()
        return [(place, not taxonomy.label_rank[row]) for place, row in zip(positions, rows, strict=True)]

    @cached_property
    def label_vectors(self) -> Vectors:
        """One unit vector per label of the linked concepts."""
        return self.encoder.encode(self.taxonomy.labels[int(row)] for row in self.labels.rows)

    def similar(self, vectors: Vectors, places: npt.NDArray[np.int64]) -> Vectors:
        """Cosines of unit vectors with some labels of the linked concepts, by their places in `labels.rows`."""
        return np.asarray(vectors @ self.label_vectors[places].T, np.float32)

    def spelling(self, language: str) -> Spelling:
        if language not in self._of_language:
            labels = Labels.of(self.taxonomy, self.concepts, self._rows_in(language))
            self._of_language[language] = Spelling(self.taxonomy, labels, self.encoder)
        return self._of_language[language]

    def _rows_in(self, language: str) -> npt.NDArray[np.int64]:
        taxonomy, own = self.taxonomy, self.labels.rows
        codes = [language] if language in taxonomy.languages else list(taxonomy.languages)
        numbers = [taxonomy.languages.index(code) for code in codes]
        # a taxonomy may lack a language for this kind (ESCO skills in Danish): English spelling is next best
        rows = own[np.isin(taxonomy.label_language[own], numbers)]
        return rows if len(rows) else own


class _All:
    """Scores every concept: for long lists of texts."""

    def __init__(self, linker: Linker, language: str) -> None:
        self.linker = linker
        self.spelling = linker.spelling(language)
        self.positions = slice(None)

    def column(self, position: int) -> int:
        return position

    def score(self, texts: Sequence[str]) -> Vectors:
        linker = self.linker
        vectors = linker.encoder.encode(texts)
        scores = CENTROID * (vectors @ linker.centroids.T)
        scores += NEAREST * linker.labels.best(vectors @ linker.label_vectors.T)
        similar = (linker.encoder.sparse(texts) @ self.spelling.rows.T).toarray()
        return np.asarray(scores + SPELLING * np.maximum(self.spelling.labels.best(similar), 0), np.float32)


class _Few:
    """Scores some concepts: for one text at a time."""

    def __init__(
        self, linker: Linker, positions: Indices, language: str, texts: Sequence[str], vectors: Vectors
    ) -> None:
        self.linker, self.positions = linker, positions
        self.row = {text: row for row, text in enumerate(texts)}  # the texts and their parts, each once
        self.vectors = vectors
        self.spelling = linker.spelling(language)

    def column(self, position: int) -> int | None:
        column = int(np.searchsorted(self.positions, position))
        return column if column < len(self.positions) and self.positions[column] == position else None

    def score(self, texts: Sequence[str]) -> Vectors:
        linker, spelling, vectors = self.linker, self.spelling, self.vectors
        scores = CENTROID * (vectors @ linker.centroids[self.positions].T)
        rows, edges = ranges(linker.labels.starts, self.positions)
        scores += NEAREST * _largest(linker.similar(vectors, rows), edges, -1.0)
        spelled, cuts = ranges(spelling.labels.starts, self.positions)
        similar = spelling.similar(spelled, *linker.encoder.tf_idf_of([*self.row]))
        scores += SPELLING * _largest(similar, cuts, 0.0)
        return np.asarray(scores[[self.row[text] for text in texts]], np.float32)


def _largest(similar: Vectors, edges: npt.NDArray[np.int64], least: float) -> Vectors:
    """Largest value between each two edges, at least `least`, shape (texts, ranges)."""
    found = np.full((len(similar), len(edges) - 1), least, np.float32)
    present = np.flatnonzero(np.diff(edges))
    if len(present):
        found[:, present] = np.maximum.reduceat(similar, edges[present], axis=1)
    return np.maximum(found, least)


def best_of(concepts: Indices, scores: npt.NDArray[np.float32], top: int) -> list[Linked]:
    """The concepts with the `top` highest scores, best first; ties by concept number."""
    top = min(top, len(scores))
    if top == 0:
        return []
    chosen = np.argpartition(-scores, top - 1)[:top]
    threshold = scores[chosen].min()  # all that tie with the last one compete by number
    chosen = np.flatnonzero(scores >= threshold)
    chosen = chosen[np.lexsort((chosen, -scores[chosen]))][:top]
    return [Linked(int(concepts[i]), round(float(min(max(scores[i], 0), 1)), 4)) for i in chosen]


def _cut(texts: Sequence[str]) -> tuple[list[str], list[list[str]]]:
    """Texts without their exceptions ("…, except naval"), and the parts of each."""
    wholes = [EXCEPTION.sub("", text).strip(" ,;(") or text for text in texts]
    return wholes, [parts_of(whole) for whole in wholes]


def parts_of(text: str) -> list[str]:
    """The parts of an enumeration or a title with a side clause; empty for a plain text."""
    parts = [part.strip() for part in PART.split(text)]
    parts = [part for part in parts if len(part) >= SHORTEST_PART]
    return parts if parts != [text] else []


def concept_vectors(taxonomy: Taxonomy, encoder: Encoder) -> Vectors:
    """Mean direction of each concept's labels, every language counting the same, shape (concepts, dimensions)."""
    vectors = encoder.encode(taxonomy.labels)
    languages = len(taxonomy.languages)
    group = taxonomy.label_concept.astype(np.int64) * languages + taxonomy.label_language
    sums = sp.csr_matrix(
        (np.ones(len(group), np.float32), (group, np.arange(len(group)))),
        shape=(len(taxonomy) * languages, len(group)),
    )
    per_language = np.asarray(sums @ vectors, np.float32).reshape(len(taxonomy), languages, -1)
    lengths = np.linalg.norm(per_language, axis=2, keepdims=True)
    per_language = np.divide(per_language, lengths, out=np.zeros_like(per_language), where=lengths > 1e-9)
    mean = per_language.sum(axis=1)
    lengths = np.linalg.norm(mean, axis=1, keepdims=True)
    return np.asarray(np.divide(mean, lengths, out=np.zeros_like(mean), where=lengths > 1e-9), np.float32)
