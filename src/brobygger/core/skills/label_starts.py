"""Where to look for a label in running text: labels by the stems of their first two words, stored with the taxonomy."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

import numpy as np
import numpy.typing as npt

from brobygger.core.skills.data import Indices, Taxonomy
from brobygger.core.skills.stems import stem

TOKEN = re.compile(r"[^\W_]+[#+]*|\.(?=[A-Z])\w+")  # keeps C++, C#, .NET
NONE = -1  # no word there, or a word that no label starts with


@dataclass(frozen=True)
class LabelStarts:
    """
    Computed once when a taxonomy is compiled, so that a reader is ready at once.

    Args:
        stems: distinct stems, joined by line ends.
        first: number of the stem of each label's first word, shape (labels,); -1 for a label without a word.
        second: of its second word, likewise.
    """

    stems: str
    first: Indices
    second: Indices

    @classmethod
    def of(cls, taxonomy: Taxonomy) -> LabelStarts:
        """Stem every label's first two words in the label's own language."""
        numbers: dict[str, int] = {}
        starts = np.full((len(taxonomy.labels), 2), NONE, np.int32)
        for row, label in enumerate(taxonomy.labels):
            language = taxonomy.languages[taxonomy.label_language[row]]
            for place, match in enumerate(islice(TOKEN.finditer(label), 2)):
                found = stem(match[0].lower(), language)
                starts[row, place] = numbers.setdefault(found, len(numbers))
        return cls("\n".join(numbers), starts[:, 0].copy(), starts[:, 1].copy())

    @cached_property
    def numbers(self) -> dict[str, int]:
        """Number of each stem."""
        return {found: number for number, found in enumerate(self.stems.split("\n"))} if self.stems else {}

    def number(self, stemmed: str) -> int:
        """Number of a stem; -1 for one that no label starts with."""
        return self.numbers.get(stemmed, NONE)

    def rows(self, chosen: Sequence[int] | npt.NDArray[np.int64]) -> StartRows:
        """The chosen labels, to be found by their start."""
        rows = np.asarray(chosen, np.int64)
        rows = rows[self.first[rows] != NONE]
        keys = (self.first[rows].astype(np.int64) << 32) + self.second[rows] + 1
        order = np.argsort(keys, kind="stable")
        firsts = np.zeros(len(self.numbers) + 1, np.uint8)  # the last answers for NONE, which is -1
        firsts[self.first[rows]] = 1
        several = rows[self.second[rows] != NONE]
        seconds = np.zeros_like(firsts)
        firsts[self.first[several]] = 2
        seconds[self.second[several]] = 1
        return StartRows(rows[order], keys[order], firsts.tobytes(), seconds.tobytes())


@dataclass(frozen=True, slots=True)
class StartRows:
    """Rows of labels grouped by start."""

    ordered: npt.NDArray[np.int64]
    keys: npt.NDArray[np.int64]  # of both stems, ascending: an array takes a tenth of a dictionary's memory
    firsts: (
        bytes  # by number of a stem, what starts with it: 2 labels of several words (too), 1 of one, 0 none
    )
    seconds: bytes  # by number of a stem, whether it is the second of a label: 1 or 0

    def at(self, first: int, second: int) -> list[int]:
        """Rows of the labels that start with these two stems; `second` is -1 for labels of a single word."""
        key = _key(first, second)
        begin = int(self.keys.searchsorted(key))
        if begin == len(self.keys) or self.keys[begin] != key:
            return []
        rows: list[int] = self.ordered[begin : int(self.keys.searchsorted(key, "right"))].tolist()
        return rows


def _key(first: int, second: int) -> int:
    return (first << 32) + second + 1
