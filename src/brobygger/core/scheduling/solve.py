"""The one entrance to timetables: pages, commands and notebooks all call `solve`."""

from __future__ import annotations

import numpy as np

from brobygger.core.scheduling.arranging import Arrangement, arrange
from brobygger.core.scheduling.certificate import certify
from brobygger.core.scheduling.choosing import Choice, choose
from brobygger.core.scheduling.conflicts import clashing_musts, conflicts_of, minimum_findings, pair_names
from brobygger.core.scheduling.data import Ints, SchedulingProblem
from brobygger.core.scheduling.findings import Finding, Unplannable
from brobygger.core.scheduling.result import Timetable
from brobygger.core.scheduling.rooms import Room, room_of

FLOOR = 1
EFFORT = 20_000


def solve(
    problem: SchedulingProblem, *, floor: int = FLOOR, effort: int = EFFORT, seed: int = 0
) -> Timetable:
    """
    Plan the evening: of all timetables that keep the rules, and are as fair as asked, one of the largest worth.

    Args:
        problem: who, when, and what each meeting is worth.
        floor: first as many students as possible get one meeting, then as many as possible two, up to this many;
            0: worth alone counts.
        effort: ejections tried where times away leave pairs without a round.
        seed: of the choice among equals; the same input and seed give the same timetable.

    Raises:
        Unplannable: rules that cannot be kept together, or a minimum that the evening cannot hold.
        ValueError: `floor` is negative.

    """
    if floor < 0:
        raise ValueError(f"floor must not be negative, got {floor}")
    room = room_of(problem)
    if problem.has_demands and (found := conflicts_of(problem, room)):
        raise Unplannable(found)
    choice = choose(problem, room, floor=floor)
    _check_minimum(problem, room, choice)
    made = arrange(problem, room, choice, floor=floor, effort=effort, seed=seed)
    _check_musts(problem, room, made)
    return timetable_of(problem, room, made)


def _check_minimum(problem: SchedulingProblem, room: Room, choice: Choice) -> None:
    if not problem.has_demands:
        return
    held, taken = _counts(problem, choice.pairs)
    found = minimum_findings(problem, held + room.student_held, taken + room.company_held)
    if found:
        raise Unplannable(found)


def _check_musts(problem: SchedulingProblem, room: Room, made: Arrangement) -> None:
    if not problem.pairs.must.any():
        return
    there = np.zeros(len(problem.pairs), bool)
    there[made.meetings[:, 0]] = True
    missing = np.nonzero(problem.pairs.must & ~there)[0].tolist()
    if missing:
        found = clashing_musts(problem, room)
        names = pair_names(problem, missing)
        raise Unplannable(found or [Finding("musts_not_placed", {"pairs": names})])


def _counts(problem: SchedulingProblem, pairs: Ints) -> tuple[Ints, Ints]:
    """Meetings of each student and of each company."""
    return (
        np.bincount(problem.pairs.student[pairs], minlength=len(problem.students)),
        np.bincount(problem.pairs.company[pairs], minlength=len(problem.companies)),
    )


def timetable_of(problem: SchedulingProblem, room: Room, made: Arrangement) -> Timetable:
    """The arrangement with its certificate."""
    columns = made.meetings
    certificate = certify(problem, room, made.choice, made.bound, columns[:, 0])
    return Timetable(problem, columns[:, 0], columns[:, 1], columns[:, 2], certificate)
