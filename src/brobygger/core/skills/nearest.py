"""The nearest of many vectors, for vectors that are close to one of them."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import numpy.typing as npt

from brobygger.core.skills.encoder import Vectors, unit

FEW = 4_000  # vectors; up to here all are compared
ROUNDS = 6
PROBES = 8  # clusters that are looked into for each query


class Nearest:
    """
    Finds the vector with the largest cosine.

    Many vectors are put in clusters by spherical k-means (Dhillon and Modha 2001), and a query is compared with those
    of the clusters whose centres are nearest (an inverted file, Jégou, Douze and Schmid 2011). A vector that is as
    close as a label to its concept is found practically always, one that is far away not: use it above a threshold.

    Args:
        vectors: unit vectors, shape (n, dimensions).
    """

    def __init__(self, vectors: Vectors) -> None:
        self.vectors, self.centres = vectors, vectors[:0]
        if len(vectors) > FEW:
            self._cluster(round(len(vectors) ** 0.5))
            self.vectors = vectors[:0]  # all are in the clusters

    def of(self, queries: Vectors) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float32]]:
        """Row of the nearest vector of each query (unit vectors), and its cosine, both of shape (queries,)."""
        if not len(queries):
            return np.zeros(0, np.int64), np.zeros(0, np.float32)
        if not len(self.centres):
            similar = queries @ self.vectors.T
            best = similar.argmax(axis=1)
            return best, similar[np.arange(len(best)), best]
        distance = -(queries @ self.centres.T)
        probed = np.argpartition(distance, PROBES - 1, axis=1)[:, :PROBES]
        order = np.argsort(probed, axis=None, kind="stable")
        asked, cluster = order // PROBES, probed.ravel()[order]
        sorted_queries = queries[asked]
        columns = np.zeros(len(order), np.int64)  # within the cluster
        cosines = np.full(len(order), -2.0, np.float32)
        edges = np.flatnonzero(np.diff(cluster, prepend=-1, append=-1))
        numbers = cluster[edges[:-1]].tolist()
        for number, (start, end) in zip(numbers, pairwise(edges.tolist()), strict=True):
            block = self.blocks[number]
            if block.shape[1]:
                similar = sorted_queries[start:end] @ block
                similar.argmax(axis=1, out=columns[start:end])
                np.maximum.reduce(similar, axis=1, out=cosines[start:end])
        # back in the order of the queries: PROBES answers each, of which the largest counts
        back = np.argsort(order)
        answers = cosines[back].reshape(-1, PROBES)
        best = np.arange(len(queries)) * PROBES + answers.argmax(axis=1)
        chosen = back[best]
        return self.rows[self.starts[cluster[chosen]] + columns[chosen]], cosines[chosen]

    def _cluster(self, number: int) -> None:
        # evenly spaced vectors start the clusters: the same vectors give the same clusters
        centres = self.vectors[np.linspace(0, len(self.vectors) - 1, number).astype(np.int64)]
        for _ in range(ROUNDS):
            label = (self.vectors @ centres.T).argmax(axis=1)
            sums = np.zeros_like(centres)
            np.add.at(sums, label, self.vectors)
            centres = unit(sums)
        label = (self.vectors @ centres.T).argmax(axis=1)
        self.rows = np.argsort(label, kind="stable")
        self.starts = np.searchsorted(label[self.rows], np.arange(number + 1))
        edges = pairwise(self.starts.tolist())
        # laid out for products with a few queries: half the time of a view
        self.blocks = [np.ascontiguousarray(self.vectors[self.rows[start:end]].T) for start, end in edges]
        self.centres = centres
