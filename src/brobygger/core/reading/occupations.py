"""Rank the occupations that an ad may be for, by its title and its body together."""

from __future__ import annotations

from functools import cached_property

import numpy as np
import numpy.typing as npt
import scipy.sparse as sp

from brobygger.core.reading.data import Document, Role
from brobygger.core.reading.solve import Reader
from brobygger.core.skills import Linked
from brobygger.core.skills.data import Rows
from brobygger.core.skills.linker import best_of

# Shares of what speaks for an occupation; chosen on the tune half of the real ads (benchmarks/real_occupations.py).
TITLE, NAMED, SKILLS, NEAREST = 1.0, 0.2, 0.35, 0.7
TELLING = (Role.TASK, Role.REQUIREMENT, Role.ADVANTAGE, Role.OTHER)
SENTENCES = 3  # the nearest of the body count: most say nothing of the occupation
OPTIONAL = 0.5  # of an optional skill of an occupation, an essential one is 1


class OccupationRanker:
    """
    Ranks all occupations of a reader's taxonomy for one ad at a time.

    Four things speak for an occupation: the title, or a part of it, means it; the body names it; the body names its
    skills, rare ones more; and sentences of the body are near its labels.
    """

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.titles = reader.concepts.titles

    def rank(self, document: Document, *, top: int) -> list[Linked]:
        """The `top` likeliest occupations of an ad, best first; ties by concept number."""
        passages, mask, mentions = self.reader.mentions(document)
        concepts = self.titles.concepts
        pieces = self.reader.concepts.title_pieces(document, passages, mask)
        scores = np.zeros(len(concepts), np.float32)
        if pieces:
            language = next(passage.language for passage in passages if passage.role is Role.TITLE)
            scores += TITLE * self.titles.scores(pieces, language=language).max(axis=0)
        named = np.zeros(len(self.reader.concepts.taxonomy), np.float32)
        for mention in mentions:
            named[mention.concept] += 1 / (1 + mention.rivals)
        scores += NAMED * np.log1p(named[concepts])
        by_skills = self._skills @ np.minimum(named, 1)
        scores += SKILLS * by_skills / max(float(by_skills.max(initial=0)), 1e-6)
        sentences = [
            document.text[passage.span.start : passage.span.end]
            for passage in passages
            if passage.role in TELLING
        ]
        if sentences:
            near = self.titles.encoder.encode(sentences) @ self.titles.centroids.T
            few = min(SENTENCES, len(near))
            scores += NEAREST * np.partition(near, -few, axis=0)[-few:].mean(axis=0)
        return best_of(concepts, scores / (TITLE + NAMED + SKILLS + NEAREST), top)

    @cached_property
    def _skills(self) -> sp.csr_matrix:
        """Each occupation's skills by information, over the root of their sum, shape (occupations, concepts)."""
        taxonomy, occupations = self.reader.concepts.taxonomy, self.titles.concepts
        listed = sp.csr_matrix(
            _shares(taxonomy.optional, OPTIONAL).maximum(_shares(taxonomy.essential, 1.0))[occupations]
        )
        times = np.bincount(listed.indices, minlength=listed.shape[1])
        weighed = listed @ sp.diags(np.log((1 + len(occupations)) / (1 + times)) + 1)
        total = np.asarray(weighed.sum(axis=1)).ravel()
        return sp.csr_matrix(sp.diags(1 / np.sqrt(np.maximum(total, 1e-6))) @ weighed, dtype=np.float32)


def _shares(skills: Rows, share: float) -> sp.csr_matrix:
    values: npt.NDArray[np.float64] = np.full(len(skills.items), share)
    return sp.csr_matrix((values, skills.items, skills.starts), shape=(len(skills), len(skills)))
