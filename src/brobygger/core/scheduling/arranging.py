"""The chosen pairs put into rounds, by the cheapest way that does it; what cannot be put is planned anew around."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from brobygger.core.scheduling.board import Board
from brobygger.core.scheduling.choosing import Choice, choose
from brobygger.core.scheduling.colouring import colour
from brobygger.core.scheduling.data import Ints, SchedulingProblem
from brobygger.core.scheduling.fairness import stakes_for
from brobygger.core.scheduling.passes import improve
from brobygger.core.scheduling.placing import place
from brobygger.core.scheduling.residue import put_all, search
from brobygger.core.scheduling.rooms import Room
from brobygger.core.scheduling.tables import seat_at_tables
from brobygger.core.scheduling.windows import crowded

QUICK_EFFORT = 400  # ejections of a plan that is wanted at once
MOST_CUTTING = 12  # times that the flow is asked again
PASSES = 5
SEARCH_EFFORT = 2.0  # deterministic seconds of the exact search


@dataclass(frozen=True, slots=True)
class Arrangement:
    """
    Args:
        meetings: pair, round and table of each, shape (n, 3), by round and pair.
        choice: the flow's answer that bounds it.
        bound: worth and gains that no timetable is above; below `choice.total` if an exact search found that.
    """

    meetings: Ints
    choice: Choice
    bound: int


def arrange(
    problem: SchedulingProblem, room: Room, choice: Choice, *, floor: int, effort: int, seed: int
) -> Arrangement:
    """
    The best timetable that is found, and what none is above.

    Args:
        effort: ejections, before the exact methods for what is left.
        seed: of the choice among equals.
    """
    if _is_plain(problem):
        return Arrangement(_coloured(problem, choice), choice, choice.total)
    board = Board(problem, room)
    left, choice = _placed(board, room, choice, floor, effort, seed)
    bound, total = choice.total, earned(board, choice)
    if total < bound:
        if left or any(choice.fees):
            _fill(board, room, choice)
        improve(board, room, stakes_for(problem, floor)[-1], passes=PASSES)
        total = earned(board, choice)
        if total < bound:
            found = search(board, room, choice, total, effort=SEARCH_EFFORT)
            bound = found.bound
            if found.round_of is not None:
                put_all(board, found.round_of)
    return Arrangement(with_tables(board), choice, bound)


def arrange_quickly(problem: SchedulingProblem, room: Room, choice: Choice, *, seed: int) -> Arrangement:
    """A good timetable at once: what finds no round makes way for the best pairs that do."""
    board = Board(problem, room)
    if place(board, choice.pairs.tolist(), effort=QUICK_EFFORT, seed=seed):
        _fill(board, room, choice)
    return Arrangement(with_tables(board), choice, choice.total)


def _fill(board: Board, room: Room, choice: Choice) -> None:
    """Put in whatever pairs have a round free: first of who is below the floor, then the best."""
    pairs = board.problem.pairs
    one, two = (
        np.array(board.student_free),
        np.array(board.company_free),
    )  # of any size: then they are objects
    open_rows = room.possible & ((one[pairs.student] & two[pairs.company]) != 0)
    rows = np.nonzero(open_rows)[0]
    held = np.bincount(pairs.student[board.placed()], minlength=len(one))
    taken = np.bincount(pairs.company[board.placed()], minlength=len(two))
    students, companies = (room.student_most - held).tolist(), (room.company_most - taken).tolist()
    gain = choice.network.students.gain_of(held)
    for pair in rows[np.argsort(-(pairs.worth + gain[pairs.student])[rows], kind="stable")].tolist():
        student, company = board.student[pair], board.company[pair]
        if pair in board.round_of or students[student] < 1 or companies[company] < 1:
            continue
        free = board.free(pair)
        if free:
            board.put(pair, (free & -free).bit_length() - 1)
            students[student] -= 1
            companies[company] -= 1


def _is_plain(problem: SchedulingProblem) -> bool:
    """Everybody is there all evening, and no rule ties one round to another."""
    students, companies = problem.students, problem.companies
    return bool(
        students.present.all()
        and companies.present.all()
        and not (students.rests.any() or companies.rests.any())
        and not (companies.breaks[companies.group > 1]).any()
        and not (problem.resources or len(problem.fixed_pair) or problem.first_open)
    )


def _coloured(problem: SchedulingProblem, choice: Choice) -> Ints:
    """Each company's meetings are dealt out to its seats, which then are participants of their own."""
    companies, owner = problem.companies, problem.pairs.company[choice.pairs]
    seats = companies.tables * companies.group
    order = np.argsort(owner, kind="stable")
    first = np.searchsorted(owner[order], np.arange(len(seats)))
    dealt = np.empty(len(owner), np.int64)
    dealt[order] = (np.arange(len(owner)) - first[owner[order]]) % seats[owner[order]]
    place = (np.cumsum(seats) - seats)[owner] + dealt
    student = problem.pairs.student[choice.pairs]
    rounds = colour(student.tolist(), place.tolist(), len(problem.rounds))
    return _by_round(
        np.stack([choice.pairs, np.array(rounds, np.int64), dealt // companies.group[owner]], axis=1)
    )


def _by_round(meetings: Ints) -> Ints:
    return meetings[np.lexsort((meetings[:, 0], meetings[:, 1]))]


def _placed(
    board: Board, room: Room, choice: Choice, floor: int, effort: int, seed: int
) -> tuple[list[int], Choice]:
    """Pairs that found no round, and the choice they are of: cut until every participant's pairs fit."""
    problem = board.problem
    chosen = choice.pairs.tolist()
    left = place(board, chosen, effort=0, seed=seed)
    for _ in range(MOST_CUTTING):
        # before others are pushed out it is asked whether there is a round for everybody at all
        cuts = crowded(board, room, chosen, left, choice.cuts) if left else []
        if not cuts:
            break
        choice = choose(problem, room, floor=floor, cuts=cuts, common=board.can)
        chosen = choice.pairs.tolist()
        for pair in board.round_of.keys() - set(chosen):
            board.take(pair)
        left = place(board, sorted(set(chosen) - board.round_of.keys()), effort=0, seed=seed)
    if left:
        left = place(board, left, effort=effort, seed=seed)
    if any(problem.pairs.must[left]):
        left = _musts_first(board, chosen, effort, seed)
    return left, choice


def _musts_first(board: Board, chosen: Iterable[int], effort: int, seed: int) -> list[int]:
    """Begin anew with the meetings that must be; the others go around them."""
    must = board.problem.pairs.must
    for pair in board.placed():
        board.take(pair)
    left = place(board, sorted(pair for pair in chosen if must[pair]), effort=effort, seed=seed)
    board.pinned = set(board.placed())
    left += place(board, sorted(pair for pair in chosen if not must[pair]), effort=effort, seed=seed)
    board.pinned = set()
    return left


def earned(board: Board, choice: Choice) -> int:
    """Worth and gains of what is on the board, as the flow counts them."""
    pairs = board.problem.pairs
    rows = np.array(board.placed(), np.int64)
    held = np.bincount(pairs.student[rows], minlength=len(board.problem.students))
    taken = np.bincount(pairs.company[rows], minlength=len(board.problem.companies))
    worth = int((pairs.worth[rows] + choice.stakes.must * pairs.must[rows]).sum())
    return worth + choice.network.students.earned(held) + choice.network.companies.earned(taken)


def with_tables(board: Board) -> Ints:
    """Pair, round and table of all that is on the board, and of all that is fixed; shape (n, 3)."""
    problem, width = board.problem, board.width
    company, group = problem.pairs.company, problem.companies.group
    fixed = np.stack([problem.fixed_pair, problem.fixed_round, problem.fixed_table], axis=1)
    new = np.array([*board.round_of.items()], np.int64).reshape(-1, 2)
    # who rests or has breaks shares the tables out over all rounds; elsewhere fixed meetings matter to their own round
    spread = problem.companies.rests | (problem.companies.breaks > 0)
    slot, fixed_slot = company[new[:, 0]] * width + new[:, 1], company[fixed[:, 0]] * width + fixed[:, 1]
    is_mixed = spread[company[new[:, 0]]] | np.isin(slot, fixed_slot)
    is_beside = spread[company[fixed[:, 0]]] | np.isin(fixed_slot, slot)
    alone = new[~is_mixed]
    order = np.lexsort((alone[:, 0], slot[~is_mixed]))
    alone, place = alone[order], slot[~is_mixed][order]
    table = (np.arange(len(place)) - np.searchsorted(place, place)) // group[company[alone[:, 0]]]
    found = [np.column_stack([alone, table]), fixed[~is_beside]]
    found += _seated(board, new[is_mixed].tolist(), fixed[is_beside].tolist())
    return _by_round(np.concatenate(found))


def _seated(board: Board, new: list[list[int]], fixed: list[list[int]]) -> list[Ints]:
    """Tables of meetings, company by company: of (pair, round), beside (pair, round, table)."""
    rounds: dict[int, dict[int, list[int]]] = {}
    beside: dict[int, dict[int, list[tuple[int, int]]]] = {}
    for pair, number in new:
        rounds.setdefault(board.company[pair], {}).setdefault(number, []).append(pair)
    for pair, number, table in fixed:
        beside.setdefault(board.company[pair], {}).setdefault(number, []).append((pair, table))
    breaks, follows = board.problem.companies.breaks.tolist(), board.problem.follows.tolist()
    return [
        np.array(
            seat_at_tables(
                rounds.get(company, {}),
                beside.get(company, {}),
                tables=board.tables[company],
                group=board.group[company],
                rests=board.company_rests[company],
                evenly=breaks[company] > 0,
                follows=follows,
            ),
            np.int64,
        ).reshape(-1, 3)
        for company in sorted({*rounds, *beside})
    ]
