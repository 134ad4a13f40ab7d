"""One round after the other planned anew, exactly, while the others stay: never worse, and often better."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from brobygger.core.scheduling.board import Board
from brobygger.core.scheduling.data import Bools, Ints
from brobygger.core.scheduling.fairness import Stakes
from brobygger.core.scheduling.flow import Demand, Network, best_pairs
from brobygger.core.scheduling.rooms import Room


def improve(
    board: Board,
    room: Room,
    stakes: Stakes,
    *,
    passes: int,
    keep: int = 0,
    before: Mapping[int, int] | None = None,
) -> int:
    """
    Plan each round anew, as often as it helps; returns what was gained, in units of worth.

    Args:
        board: changed in place.
        stakes: those that are always enough, so that no first meeting is given up for a better pair.
        passes: times that all rounds are gone through at most.
        keep: what a meeting of `before` counts beside its worth, where it stays in its round.
        before: round of each pair in an earlier timetable.
    """
    problem = board.problem
    # the worth of a meeting that must be is that of the stake: no other is worth its place
    worth = problem.pairs.worth + stakes.must * problem.pairs.must
    total = 0
    for _ in range(passes):
        gained = 0
        for number in range(problem.first_open, board.width):
            bonus = np.zeros(len(worth), np.int64)
            bonus[[pair for pair, at in (before or {}).items() if at == number]] = keep
            gained += _one_round(board, room, stakes, worth + bonus, number)
        total += gained
        if gained <= 0:
            break
    return total


def _one_round(board: Board, room: Room, stakes: Stakes, worth: Ints, number: int) -> int:
    problem, pairs = board.problem, board.problem.pairs
    stays = {
        pair for seats in board.seated for pair in seats[number]
        if pair in board.pinned or pair in board.needs or board.company_special[board.company[pair]]
    }  # fmt: skip
    before = [pair for seats in board.seated for pair in seats[number] if pair not in stays]
    for pair in before:
        board.take(pair)
    placed = np.zeros(len(pairs), bool)
    placed[board.placed()] = True
    held = np.bincount(pairs.student[placed], minlength=len(problem.students))
    taken = np.bincount(pairs.company[placed], minlength=len(problem.companies))
    one = np.array([mask >> number & 1 for mask in board.student_free], np.int64)
    there = np.array([len(seats[number]) for seats in board.seated])
    left = np.where(
        [mask >> number & 1 for mask in board.company_free], room.seats_free[:, number] - there, 0
    )
    left[board.company_special] = 0
    one = np.minimum(one, room.student_most - held)
    left = np.minimum(left, room.company_most - taken)
    candidates = _candidates(board, room, one > 0, left > 0) & ~placed
    rows = np.nonzero(candidates)[0]
    student, company = pairs.student[rows], pairs.company[rows]
    first = stakes.student_gains(problem, held + room.student_held)[:, :1]
    value = worth[rows] + (first[student, 0] if first.shape[1] else 0)
    network = Network(
        student, company, value,
        Demand(np.maximum(one, 0), np.zeros((len(one), 0), np.int64)),
        Demand(np.maximum(left, 0), stakes.company_gains(problem, taken + room.company_held)),
    )  # fmt: skip
    chosen = best_pairs(network)
    after = rows[chosen].tolist()
    change = _earned(network, chosen) - _earned(network, np.isin(rows, before))
    if change <= 0:  # equally good: nobody moves for nothing
        after, change = before, 0
    for pair in after:
        board.put(pair, number)
    return change


def _candidates(board: Board, room: Room, free: Bools, seats: Bools) -> Bools:
    """Pairs that may meet in a round in which these students and companies have room."""
    pairs = board.problem.pairs
    found = room.possible & free[pairs.student] & seats[pairs.company]
    if board.needs:  # a limited resource stays where it was given
        found[list(board.needs)] = False
    return found


def _earned(network: Network, chosen: Bools) -> int:
    taken = np.bincount(network.company[chosen], minlength=len(network.companies.most))
    return int(network.worth[chosen].sum()) + network.companies.earned(taken)
