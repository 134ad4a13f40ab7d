"""
What the matching says of pairs, for apps that do not know it.

The matching lies further along the programme and says itself who is asked: `scored_by(...)`. Until it has, nothing is
known of anybody.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

Scores = Callable[[Iterable[int], Iterable[int]], dict[tuple[int, int], int]]
Known = Callable[[Iterable[int]], set[int]]


@dataclass(frozen=True, slots=True)
class Scoring:
    """
    Args:
        scores: percent of the highest possible score by (opportunity, candidate), of opportunities and candidates by
            number; pairs that a rule excludes are left out.
        known: of candidates those who are ranked at all.
    """

    scores: Scores
    known: Known


_scoring: Final[list[Scoring]] = []


def scored_by(scoring: Scoring) -> None:
    """Say who knows what pairs score."""
    _scoring[:] = [scoring]


def scores_of(opportunities: Iterable[int], candidates: Iterable[int]) -> dict[tuple[int, int], int]:
    """Percent by (opportunity, candidate); {} where nobody knows."""
    return _scoring[0].scores(opportunities, candidates) if _scoring else {}


def ranked_among(candidates: Iterable[int]) -> set[int]:
    """Of these candidates those of whom a pair without a score is excluded by a rule, and not just unknown."""
    return _scoring[0].known(candidates) if _scoring else set()
