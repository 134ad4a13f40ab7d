"""The chosen pairs put into rounds, by the cheapest way that does it; what cannot be put is planned anew around."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from brobygger.core.scheduling.board import Board
from brobygger.core.scheduling.choosing import Choice, choose
from brobygger.core.scheduling.colouring import colour
from brobygger.core.scheduling.data import SchedulingProblem
from brobygger.core.scheduling.passes import improve
from brobygger.core.scheduling.placing import place
from brobygger.core.scheduling.residue import put_all, search
from brobygger.core.scheduling.rooms import Room
from brobygger.core.scheduling.tables import seat_at_tables
from brobygger.core.scheduling.windows import Common, crowded

FIRST_EFFORT = 1_000  # ejections before it is asked whether the choice can be put into rounds at all
MOST_CUTTING = 12  # times that the flow is asked again
PASSES = 5
SEARCH_EFFORT = 5.0  # deterministic seconds of the exact search


@dataclass(frozen=True, slots=True)
class Arrangement:
    """
    Args:
        meetings: (pair, round, table) of each, by round and pair.
        choice: the flow's answer that bounds it.
        bound: worth and gains that no timetable is above; below `choice.total` if an exact search found that.
    """

    meetings: list[tuple[int, int, int]]
    choice: Choice
    bound: int


def arrange(
    problem: SchedulingProblem, room: Room, choice: Choice, *, floor: int, effort: int, seed: int
) -> Arrangement:
    """
    Args:
        effort: ejections, before the exact methods for what is left.
        seed: of the choice among equals.
    """
    if _is_plain(problem):
        return Arrangement(_coloured(problem, choice), choice, choice.total)
    board = Board(problem, room)
    left, choice = _placed(board, room, choice, floor, effort, seed)
    bound = choice.total
    if left:
        improve(board, room, choice.stakes, passes=PASSES)
        total = earned(board, choice)
        if total < bound:
            found = search(board, room, choice, total, effort=SEARCH_EFFORT)
            bound = found.bound
            if found.round_of is not None:
                put_all(board, found.round_of)
    return Arrangement(with_tables(board), choice, bound)


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


def _coloured(problem: SchedulingProblem, choice: Choice) -> list[tuple[int, int, int]]:
    """Each company's meetings are dealt out to its seats, which then are participants of their own."""
    companies = problem.companies
    seats = (companies.tables * companies.group).tolist()
    first = np.cumsum([0, *seats]).tolist()
    group = companies.group.tolist()
    dealt = [0] * len(seats)
    owners, places = problem.pairs.company[choice.pairs].tolist(), []
    for owner in owners:
        places.append(first[owner] + dealt[owner] % seats[owner])
        dealt[owner] += 1
    rounds = colour(problem.pairs.student[choice.pairs].tolist(), places, len(problem.rounds))
    tables = [(place - first[owner]) // group[owner] for place, owner in zip(places, owners, strict=True)]
    return sorted(zip(choice.pairs.tolist(), rounds, tables, strict=True), key=_by_round)


def _by_round(meeting: tuple[int, int, int]) -> tuple[int, int]:
    return meeting[1], meeting[0]


def _placed(
    board: Board, room: Room, choice: Choice, floor: int, effort: int, seed: int
) -> tuple[list[int], Choice]:
    """Pairs that found no round, and the choice they are of: cut until every participant's pairs fit."""
    problem = board.problem
    left = place(board, choice.pairs.tolist(), effort=min(effort, FIRST_EFFORT), seed=seed)
    if not left:
        return left, choice
    common = Common(problem.pairs, room)
    for _ in range(MOST_CUTTING):
        cuts = crowded(common, room, choice.pairs, choice.cuts)
        if not cuts:
            break
        shared = [common[pair] for pair in choice.rows.tolist()]
        choice = choose(problem, room, floor=floor, cuts=cuts, common=shared)
    chosen = set(choice.pairs.tolist())
    for pair in board.placed():
        if pair not in chosen:
            board.take(pair)
    left = place(board, sorted(chosen - set(board.placed())), effort=effort, seed=seed)
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


def with_tables(board: Board) -> list[tuple[int, int, int]]:
    """(pair, round, table) of all that is on the board, and of all that is fixed."""
    problem = board.problem
    follows = problem.follows.tolist()
    fixed = dict(zip(problem.fixed_pair.tolist(), problem.fixed_table.tolist(), strict=False))
    rounds_of = {pair: board.round_of[pair] for pair in board.placed()}
    rounds_of |= zip(problem.fixed_pair.tolist(), problem.fixed_round.tolist(), strict=True)
    seated: dict[int, list[list[int]]] = {}
    for pair, number in rounds_of.items():
        company = board.company[pair]
        if company not in seated:
            seated[company] = [[] for _ in range(board.width)]
        seated[company][number].append(pair)
    found = []
    for company, rounds in seated.items():
        tables = seat_at_tables(
            rounds,
            tables=board.tables[company],
            group=board.group[company],
            rests=board.company_rests[company],
            follows=follows,
            fixed=fixed,
        )
        found += [(pair, rounds_of[pair], table) for pair, table in tables.items()]
    return sorted(found, key=_by_round)
