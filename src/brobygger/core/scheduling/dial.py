"""The fairness dial: what each further meeting that everybody is to have first costs of the total."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from brobygger.core.scheduling.data import SchedulingProblem
from brobygger.core.scheduling.result import Timetable
from brobygger.core.scheduling.solve import EFFORT, solve


@dataclass(frozen=True, eq=False)
class DialStep:
    """
    Args:
        floor: meetings that every student should have first.
        timetable: the best one of that floor.
        price: share of the value of the first step of the dial that it gives up, 0–1.
    """

    floor: int
    timetable: Timetable
    price: float


def fairness_dial(
    problem: SchedulingProblem, floors: Sequence[int] = (0, 1, 2), *, effort: int = EFFORT, seed: int = 0
) -> tuple[DialStep, ...]:
    """A timetable for each floor, so that whoever runs the evening chooses with the price in sight."""
    made = [solve(problem, floor=floor, effort=effort, seed=seed) for floor in floors]
    most = made[0].certificate.value if made else 0
    return tuple(
        DialStep(floor, one, (most - one.certificate.value) / most if most else 0.0)
        for floor, one in zip(floors, made, strict=True)
    )
