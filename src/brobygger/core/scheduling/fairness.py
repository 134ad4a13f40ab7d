"""
Fairness as part of the value: what the first meetings of a student count beside what the pair is worth.

With a floor of k as many students as possible get one meeting, then as many as possible two, up to k; only then does
the value decide. A falling row of gains does that inside one flow, because the numbers of meetings that students can
have together form a polymatroid (Federgruen, Groenevelt 1986).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brobygger.core.scheduling.data import Ints, SchedulingProblem
from brobygger.core.scheduling.rooms import Room


@dataclass(frozen=True, slots=True)
class Stakes:
    """
    What counts before the value, in units of worth.

    Args:
        floor: meetings that every student should have.
        step: of one student's k-th meeting, times (floor - k) for k from 0.
        minimum: of one meeting below a participant's own minimum.
        must: of a meeting that must be.
    """

    floor: int
    step: int
    minimum: int
    must: int

    def student_gains(self, problem: SchedulingProblem, held: Ints) -> Ints:
        """Gain of each further meeting after `held`, shape (students, levels)."""
        return self._gains(problem.students.minimum, held, self.floor)

    def company_gains(self, problem: SchedulingProblem, held: Ints) -> Ints:
        return self._gains(problem.companies.minimum, held, 0)

    def _gains(self, minimum: Ints, held: Ints, floor: int) -> Ints:
        levels = max(floor, int(minimum.max(initial=0)))
        if not levels:
            return np.zeros((len(held), 0), np.int64)
        number = held[:, None] + np.arange(levels)
        gains: Ints = self.minimum * (number < minimum[:, None]) + self.step * np.maximum(floor - number, 0)
        return gains


def stakes_for(problem: SchedulingProblem, floor: int) -> tuple[Stakes, Stakes]:
    """
    Stakes that are enough when everybody reaches the floor, and stakes that are enough always.

    One better step may cost the worth of all other pairs on its way through the network, of which each participant
    lies on at most one. Small stakes make the flow twice as fast; where all that can be asked is reached with them,
    no larger ones are needed.
    """
    highest = int(problem.pairs.worth.max(initial=0))
    longest = min(len(problem.students), len(problem.companies)) + 1
    return _stakes(floor, highest + 1), _stakes(floor, highest * longest + 1)


def _stakes(floor: int, step: int) -> Stakes:
    minimum = step * (floor + 1)
    return Stakes(floor, step, minimum, 3 * minimum + step)


def meets_all(
    problem: SchedulingProblem, room: Room, floor: int, *, held: Ints, taken: Ints, musts: int
) -> bool:
    """
    Whether no more could be asked: floor and minimum are met, or every possible meeting is had.

    Args:
        held, taken: meetings of each student and of each company, beside those that are fixed.
        musts: how many of the pairs that must meet do.
    """
    pairs = problem.pairs
    if not (floor or problem.has_demands):
        return True
    if musts < np.count_nonzero(pairs.must & room.possible):
        return False
    for count, before, most, minimum, rows, extra in (
        (held, room.student_held, room.student_most, problem.students.minimum, pairs.student, floor),
        (taken, room.company_held, room.company_most, problem.companies.minimum, pairs.company, 0),
    ):
        goal = np.maximum(minimum, extra) - before
        there = np.bincount(rows[room.possible], minlength=len(most))
        if (count < np.minimum(goal, np.minimum(most, there))).any():
            return False
    return True
