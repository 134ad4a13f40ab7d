"""The unit of every part of a score: whole ten-thousandths, so that sums never depend on their order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from brobygger.core.matching.credit import Link
from brobygger.core.matching.data import NeededSkill
from brobygger.core.matching.verdict import Value
from brobygger.core.matching.weights import Part

FULL = 10_000
HALF = FULL // 2
NEUTRAL = HALF  # what a part counts for when one side has not said enough to tell
UNKNOWN = -1  # stands for an unknown part in arrays

Column: TypeAlias = npt.NDArray[np.int32]  # a part for some rows of a pool: 0 … FULL, or UNKNOWN
Rows: TypeAlias = npt.NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Cover:
    """
    How one needed skill is met.

    Args:
        needed: the skill asked for.
        held: URI of the person's skill that counts most for it; None if none does.
        words: the person's own words for it.
        link: how the two hang together.
        percent: what it counts for, with the doubt about the person's skill: 0–100.
        weight: information weight of the need, in thousandths.

    """

    needed: NeededSkill
    held: str | None
    words: str
    link: Link
    percent: int
    weight: int


@dataclass(frozen=True, slots=True)
class PartScore:
    """
    One part of the score of a pair.

    Args:
        part: which part.
        value: 0 … 10,000, or None if it cannot be told; it then counts as 5,000.
        reason: key of the sentence that says why.
        parameters: what the sentence needs.
        covers: how each needed skill is met, for the part "skills".

    """

    part: Part
    value: int | None
    reason: str = ""
    parameters: Mapping[str, Value] = field(default_factory=dict)
    covers: tuple[Cover, ...] = ()

    @property
    def share(self) -> float:
        """The value as it counts, 0–1."""
        return (NEUTRAL if self.value is None else self.value) / FULL


def everywhere(value: int, rows: Rows) -> Column:
    return np.full(len(rows), value, np.int32)
