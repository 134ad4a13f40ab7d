"""What comes out: a curve with its uncertainty, the ways to leave, and shares after so many months."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum

from brobygger.core.effects.data import Floats, Ints

FEWEST_SHOWN = 5
"""Below it nothing is said of a group: a number could point at somebody."""
FEWEST_FOR_SHARES = 20
"""Below it the group is counted, and no share and no curve is drawn: one person would move it by more than 5 points."""
LOW_ANSWER_RATE = 0.6
"""Below it what the missing do decides: the limits are shown beside the share."""


class Evidence(Enum):
    """How much may be said of a group, from nothing to a share."""

    HIDDEN = "hidden"  # fewer than FEWEST_SHOWN answers
    COUNTS = "counts"  # fewer than FEWEST_FOR_SHARES answers
    UNSURE = "unsure"  # the answer rate is low
    GOOD = "good"

    @property
    def has_shares(self) -> bool:
        return self in {Evidence.UNSURE, Evidence.GOOD}


@dataclass(frozen=True, slots=True, eq=False)
class Curve:
    """
    Who stays, step by step. Every array has one place for each of the times at which somebody left or was last seen.

    Args:
        months: shape (m,), growing.
        at_risk: shape (m,): people who were seen to stay until just before.
        left: shape (m, k): those who left at that moment, by cause.
        last_seen: shape (m,): those of whom no more is known after it.
        stays: shape (m,): the share that stays beyond it (Kaplan–Meier), with `lower` and `upper`.
        gone: shape (m, k): the share that has left by each cause (Aalen–Johansen), with its limits.
    """

    causes: tuple[str, ...]
    months: Floats = field(repr=False)
    at_risk: Ints = field(repr=False)
    left: Ints = field(repr=False)
    last_seen: Ints = field(repr=False)
    stays: Floats = field(repr=False)
    lower: Floats = field(repr=False)
    upper: Floats = field(repr=False)
    gone: Floats = field(repr=False)
    gone_lower: Floats = field(repr=False)
    gone_upper: Floats = field(repr=False)

    def at(self, months: float) -> int | None:
        """The place of the last step at or before a time; None before the first."""
        found = int((self.months <= months).sum()) - 1
        return found if found >= 0 else None


@dataclass(frozen=True, slots=True)
class Share:
    """
    A plain share of those who answered.

    Args:
        share, lower, upper: with Wilson's interval; None where nobody answered.
        least, most: of all who were asked, if every missing person had left, and if every one had stayed.
    """

    months: int
    asked: int
    answered: int
    stayed: int
    share: float | None
    lower: float | None
    upper: float | None
    least: float
    most: float
    evidence: Evidence

    @property
    def answer_rate(self) -> float:
        return self.answered / self.asked if self.asked else 0.0


@dataclass(frozen=True, slots=True, eq=False)
class Retention:
    """A group's curve and its shares; `evidence` is of the curve, by the people in it."""

    people: int
    curve: Curve
    shares: tuple[Share, ...]
    evidence: Evidence
