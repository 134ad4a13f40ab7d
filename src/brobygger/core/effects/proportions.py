"""
Shares of people with their intervals, and what two of them allow to say.

An interval at 95 %: of the intervals made so from many samples, 95 in 100 hold the share of all those whom the sample
stands for. It knows nothing of who did not answer.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum

from brobygger.core.effects.intervals import wilson


@dataclass(frozen=True, slots=True)
class Proportion:
    """
    `count` of `total` people, with the interval that holds the share behind it; shares between 0 and 1.

    Raises:
        ValueError: nobody was asked, or more said so than were asked.
    """

    count: int
    total: int

    def __post_init__(self) -> None:
        if self.total < 1 or not 0 <= self.count <= self.total:
            raise ValueError(
                f"A share needs 0 ≤ count ≤ total and total ≥ 1, got {self.count} of {self.total}."
            )

    @property
    def value(self) -> float:
        return self.count / self.total

    def interval(self) -> tuple[float, float]:
        """Wilson's, at 95 %."""
        return wilson(self.count, self.total)


@dataclass(frozen=True, slots=True)
class Difference:
    """The second share minus the first, with its interval; between −1 and 1."""

    value: float
    low: float
    high: float

    @property
    def says(self) -> Direction:
        """What the interval allows to say: a direction only where it leaves out no difference at all."""
        if self.low > 0:
            return Direction.MORE
        if self.high < 0:
            return Direction.LESS
        return Direction.OPEN


class Direction(Enum):
    MORE = "more"
    LESS = "less"
    OPEN = "open"


def difference(before: Proportion, after: Proportion) -> Difference:
    """
    Two independent shares compared: method 10 of Newcombe (Statistics in Medicine 17, 1998, 873–890), which joins their
    Wilson intervals. For two samples of different people; the same people asked twice need another method.
    """
    first, second = before.value, after.value
    (first_low, first_high), (second_low, second_high) = before.interval(), after.interval()
    value = second - first
    low = value - math.hypot(second - second_low, first_high - first)
    high = value + math.hypot(second_high - second, first - first_low)
    return Difference(value, max(-1.0, low), min(1.0, high))
