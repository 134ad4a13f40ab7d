"""How many meetings each participant has room for, and which pairs share a round: what the flow may count on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from brobygger.core.scheduling.data import Bools, Ints, Pairs, SchedulingProblem, Side


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
    student_held = np.bincount(pairs.student[fixed], minlength=len(students))
    company_held = np.bincount(pairs.company[fixed], minlength=len(companies))
    fixed_load = np.zeros((len(companies), width), np.int64)
    seats_free, student_free = companies.seats, students.present.copy()
    possible = ~pairs.never
    if len(fixed):
        np.add.at(fixed_load, (pairs.company[fixed], when), 1)
        seats_free = np.maximum(seats_free - fixed_load, 0)
        student_free[pairs.student[fixed], when] = False
        possible[fixed] = False
        _keep_rests(problem, student_free)
    seats_free[:, : problem.first_open] = 0
    student_free[:, : problem.first_open] = False
    if _has_zero(student_free) or _has_zero(seats_free):
        _keep_common(possible, pairs, student_free, seats_free > 0)
    units_free = np.zeros((len(problem.resources), width), np.int64)
    for place, resource in enumerate(problem.resources):
        users = problem.needs[fixed, place]
        units_free[place] = np.maximum(resource.units - np.bincount(when[users], minlength=width), 0)
        if resource.units < 1:
            possible &= ~problem.needs[:, place]
    units_free[:, : problem.first_open] = 0
    student_most = _most(problem, students, student_free, student_held)
    company_most = _most(problem, companies, seats_free, company_held)
    if _has_zero(student_most) or _has_zero(company_most):
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


def _has_zero(values: Ints | Bools) -> bool:
    return int(np.count_nonzero(values)) < values.size


def _keep_common(possible: Bools, pairs: Pairs, student_free: Bools, company_free: Bools) -> None:
    """Only pairs that are free in some round together."""
    one, two = np.packbits(student_free, axis=1), np.packbits(company_free, axis=1)
    together = np.zeros(len(pairs), bool)
    for byte in range(one.shape[1]):
        together |= (one[pairs.student, byte] & two[pairs.company, byte]) > 0
    possible &= together


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


def _most(problem: SchedulingProblem, side: Side, free: Ints | Bools, held: Ints) -> Ints:
    """Meetings that fit: free seats, without those that breaks and rests take, up to the maximum."""
    fitting: Ints = free.sum(axis=1)
    if np.count_nonzero(side.breaks):
        fitting = np.minimum(fitting, side.seats.sum(axis=1) - side.breaks * side.tables * side.group - held)
    for row in np.nonzero(side.rests)[0].tolist():
        seats = side.tables[row] * side.group[row]
        fitting[row] = min(fitting[row], seats * _every_second(free[row] > 0, problem.follows))
    most: Ints = np.maximum(np.minimum(fitting, side.maximum - held), 0)
    return most


def _every_second(free: Bools, follows: Bools) -> int:
    """Most rounds that can be used when no two in a row may be."""
    used, before = 0, False
    for number, is_free in enumerate(free.tolist()):
        before = is_free and not (before and bool(follows[number]))
        used += before
    return used
