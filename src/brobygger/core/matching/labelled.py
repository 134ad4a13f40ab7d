"""What came of pairs: the outcomes that weights are calibrated on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from brobygger.core.matching.weights import Part


class Stage(StrEnum):
    """The furthest that a pair came, from nothing to a placement."""

    REJECTED = "rejected"
    INVITED = "invited"
    DATED_AGAIN = "dated_again"
    HIRED = "hired"

    @property
    def height(self) -> int:
        """0 for rejected; higher is further."""
        return list(Stage).index(self)


@dataclass(frozen=True, slots=True)
class LabelledPair:
    """
    A pair that somebody decided about.

    Args:
        opportunity, candidate: their ids.
        parts: value of each part as the decision was made, 0–1; None, or left out, where it cannot be told.
        stage: the furthest it came.
    """

    opportunity: str
    candidate: str
    parts: Mapping[Part, float | None]
    stage: Stage

    def __post_init__(self) -> None:
        for part, value in self.parts.items():
            if value is not None and not 0 <= value <= 1:
                raise ValueError(f"{part} must be a number from 0 to 1 or None, got {value!r}")
