"""How many meetings each participant has room for, and which pairs share a round: what the flow may count on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brobygger.core.scheduling.data import Bools, Ints, SchedulingProblem, Side


@dataclass(frozen=True, eq=False)
class Room:
    """
    What is left beside the fixed appointments; an upper bound, reached where nobody is away.

    Args:
        student_free: shape (students, rounds).
        seats_free: shape (companies, rounds).
        student_most, company_most: further meetings of each participant.
        student_held, company_held: fixed meetings of each.
        fixed_load: fixed meetings of each company and round, shape (companies, rounds).
        units_free: units left of each resource in each round, shape (resources, rounds).
        possible: pairs that may still meet, shape (pairs,): not forbidden, not fixed, free in some round together,
            with room for a meeting.
    """

    student_free: Bools
    seats_free: Ints
    student_most: Ints
    company_most: Ints
    student_held: Ints
    company_held: Ints
    fixed_load: Ints
    units_free: Ints
    possible: Bools


def room_of(problem: SchedulingProblem) -> Room:
    pairs, students, companies = problem.pairs, problem.students, problem.companies
    fixed, when = problem.fixed_pair, problem.fixed_round
    width = len(problem.rounds)
    fixed_load = np.bincount(pairs.company[fixed] * width + when, minlength=len(companies) * width)
    fixed_load = fixed_load.reshape(len(companies), width)
    seats_free = np.maximum(companies.seats - fixed_load, 0)
    seats_free[:, : problem.first_open] = 0
    student_free = students.present.copy()
    student_free[:, : problem.first_open] = False
    student_free[pairs.student[fixed], when] = False
    _keep_rests(problem, student_free)
    student_held = np.bincount(pairs.student[fixed], minlength=len(students))
    company_held = np.bincount(pairs.company[fixed], minlength=len(companies))
    possible = ~pairs.never
    possible[fixed] = False
    if not student_free.all() or not (seats_free > 0).all():
        possible &= (student_free[pairs.student] & (seats_free > 0)[pairs.company]).any(axis=1)
    units_free = np.zeros((len(problem.resources), width), np.int64)
    for place, resource in enumerate(problem.resources):
        users = problem.needs[fixed, place]
        units_free[place] = np.maximum(resource.units - np.bincount(when[users], minlength=width), 0)
        if resource.units < 1:
            possible &= ~problem.needs[:, place]
    units_free[:, : problem.first_open] = 0
    student_most = _most(students, student_free.astype(np.int64), student_held, problem.follows)
    company_most = _most(companies, seats_free, company_held, problem.follows)
    possible &= (student_most > 0)[pairs.student] & (company_most > 0)[pairs.company]
    return Room(
        student_free,
        seats_free,
        student_most,
        company_most,
        student_held,
        company_held,
        fixed_load,
        units_free,
        possible,
    )


def _keep_rests(problem: SchedulingProblem, free: Bools) -> None:
    """Who rests is not free beside a fixed meeting either."""
    pairs, follows = problem.pairs, problem.follows
    if not problem.students.rests.any():
        return
    for pair, number in zip(problem.fixed_pair.tolist(), problem.fixed_round.tolist(), strict=True):
        row = pairs.student[pair]
        if problem.students.rests[row]:
            if number and follows[number]:
                free[row, number - 1] = False
            if number + 1 < len(follows) and follows[number + 1]:
                free[row, number + 1] = False


def _most(side: Side, free: Ints, held: Ints, follows: Bools) -> Ints:
    """Meetings that fit: free seats, without those that breaks and rests take, up to the maximum."""
    seats = side.tables * side.group
    fitting = free.sum(axis=1)
    if side.breaks.any():
        fitting = np.minimum(fitting, side.seats.sum(axis=1) - side.breaks * seats - held)
    for row in np.nonzero(side.rests)[0].tolist():
        fitting[row] = min(fitting[row], seats[row] * _every_second(free[row] > 0, follows))
    most: Ints = np.maximum(np.minimum(fitting, side.maximum - held), 0)
    return most


def _every_second(free: Bools, follows: Bools) -> int:
    """Most rounds that can be used when no two in a row may be."""
    used, before = 0, False
    for number, is_free in enumerate(free.tolist()):
        before = is_free and not (before and bool(follows[number]))
        used += before
    return used
