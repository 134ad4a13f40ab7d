"""
Are the intervals of `proportions` right? Asked without their formulas.

Wilson's interval holds exactly those shares p that a test of “the share is p” does not reject: |x/n − p| ≤ z·√(p(1−p)/n).
Its ends are found here by halving; Newcombe's are then put together from ends found so.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from brobygger.core.effects.proportions import Difference, Proportion

Z95 = 1.959963984540054  # written down here: a checker does not take the method's
NEAR = 1e-9
STEPS = 200


def objections(share: Proportion, interval: tuple[float, float], z: float = Z95) -> list[str]:
    """What is wrong with an interval of a share; empty: nothing."""
    low, high = ends(share, z)
    found = []
    if abs(interval[0] - low) > NEAR:
        found.append(f"{share}: begins at {interval[0]}, not {low}")
    if abs(interval[1] - high) > NEAR:
        found.append(f"{share}: ends at {interval[1]}, not {high}")
    if not interval[0] - NEAR <= share.value <= interval[1] + NEAR:
        found.append(f"{share}: lies outside of its interval")
    return found


def objections_to_difference(
    before: Proportion, after: Proportion, found: Difference, z: float = Z95
) -> list[str]:
    """What is wrong with a difference; empty: nothing."""
    (a, b), (c, d) = ends(before, z), ends(after, z)
    p, q = before.count / before.total, after.count / after.total
    low = q - p - math.sqrt((q - c) ** 2 + (b - p) ** 2)
    high = q - p + math.sqrt((d - q) ** 2 + (p - a) ** 2)
    return [
        f"{before} – {after}: {name} is {said}, not {right}"
        for name, said, right in (
            ("the difference", found.value, q - p),
            ("its low end", found.low, max(-1.0, low)),
            ("its high end", found.high, min(1.0, high)),
        )
        if abs(said - right) > NEAR
    ]


def ends(share: Proportion, z: float = Z95) -> tuple[float, float]:
    """The least and the greatest share that the test does not reject."""
    p = share.count / share.total

    def holds(guess: float) -> bool:
        return abs(p - guess) <= z * math.sqrt(guess * (1 - guess) / share.total)

    return (
        0.0 if share.count == 0 else _edge(holds, outside=0.0, inside=p),
        1.0 if share.count == share.total else _edge(holds, outside=1.0, inside=p),
    )


def _edge(holds: Callable[[float], bool], *, outside: float, inside: float) -> float:
    for _ in range(STEPS):
        middle = (outside + inside) / 2
        if holds(middle):
            inside = middle
        else:
            outside = middle
    return inside
