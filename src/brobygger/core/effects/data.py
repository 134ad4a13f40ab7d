"""What the curves are made of: how long each person was seen to stay, and how that ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Floats: TypeAlias = NDArray[np.float64]
Ints: TypeAlias = NDArray[np.int64]

STILL_HERE = 0
"""The cause of somebody who was last seen staying: what came after is not known (right censoring)."""


class WrongHistory(ValueError):
    """The message names the first person whose history cannot be, and why."""


@dataclass(frozen=True, slots=True, eq=False)
class Histories:
    """
    How long people were seen, one place in the arrays for each person.

    Args:
        causes: names of the ways to leave, such as “another part of the country”; at least one.
        months: shape (n,): from the beginning until the person left or was last seen. Positive and finite.
        ended: shape (n,): `STILL_HERE`, or k for the k-th of `causes`, counted from 1.

    Raises:
        WrongHistory: see there.
    """

    causes: tuple[str, ...]
    months: Floats = field(repr=False)
    ended: Ints = field(repr=False)

    def __post_init__(self) -> None:
        if not self.causes or len(set(self.causes)) != len(self.causes):
            raise WrongHistory(
                f"Each way to leave has a name of its own, and there is one; got {self.causes}."
            )
        months, ended = np.array(self.months, dtype=np.float64), np.array(self.ended)
        if months.ndim != 1 or months.shape != ended.shape:
            raise WrongHistory(
                f"One time and one cause for each person; got {months.shape} and {ended.shape}."
            )
        if ended.size and not np.issubdtype(ended.dtype, np.integer):
            raise WrongHistory(f"A cause is a whole number; got {ended.dtype}.")
        wrong = np.flatnonzero(~(np.isfinite(months) & (months > 0)))
        if wrong.size:
            raise WrongHistory(
                f"Person {wrong[0]} was seen for {months[wrong[0]]} months; it must be more than 0."
            )
        wrong = np.flatnonzero((ended < STILL_HERE) | (ended > len(self.causes)))
        if wrong.size:
            raise WrongHistory(
                f"Person {wrong[0]} left by cause {ended[wrong[0]]}; there are {len(self.causes)} causes."
            )
        ended = ended.astype(np.int64)
        months.flags.writeable = ended.flags.writeable = False
        object.__setattr__(self, "months", months)
        object.__setattr__(self, "ended", ended)

    def __len__(self) -> int:
        return int(self.months.size)

    @classmethod
    def of(cls, causes: Sequence[str], each: Sequence[tuple[float, int]]) -> Histories:
        """From one (months, how it ended) pair for each person."""
        months = np.array([one for one, _ in each], dtype=np.float64)
        return cls(tuple(causes), months, np.array([one for _, one in each], dtype=np.int64))


@dataclass(frozen=True, slots=True)
class Answers:
    """
    What a question brought, asked once of each person so many months after the beginning.

    Args:
        months: after the beginning.
        asked: people whose turn has come.
        answered: those of them of whom the answer is known.
        stayed: those of them who said that they stay.

    Raises:
        WrongHistory: the numbers do not lie inside each other.
    """

    months: int
    asked: int
    answered: int
    stayed: int

    def __post_init__(self) -> None:
        if self.months <= 0 or not 0 <= self.stayed <= self.answered <= self.asked:
            raise WrongHistory(
                f"Of those asked some answer, of those who answer some stay; got {self.stayed} of {self.answered} "
                f"of {self.asked} after {self.months} months."
            )
