"""
What is left open, searched to the end: a small exact model of the pairs that the prices have not decided.

A pair whose price is further above its worth than the gap is in no better timetable, and one that is further below is
in every better one; only the pairs between are free. CP-SAT (OR-tools) searches them with one worker and a limit
counted in its own steps, so that a run can be repeated to the byte.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from brobygger.core.scheduling.board import Board
from brobygger.core.scheduling.choosing import Choice
from brobygger.core.scheduling.data import Ints
from brobygger.core.scheduling.rooms import Room

MOST_VARIABLES = 12_000


@dataclass(frozen=True, slots=True)
class Found:
    """
    Args:
        round_of: round of each pair that meets; None: nothing better was found.
        bound: worth and gains that no timetable is above.
    """

    round_of: dict[int, int] | None
    bound: int


def search(board: Board, room: Room, choice: Choice, total: int, *, effort: float) -> Found:
    """
    Look for a timetable that earns more than `total`.

    Args:
        board: the best one so far, left as it is.
        choice: the flow's, whose prices rule pairs out.
        effort: limit in CP-SAT's deterministic seconds.
    """
    slack = choice.prices.slack(choice.network)
    gap = choice.total - total
    model = Model(board, room, choice, choice.rows[slack < gap].tolist(), choice.rows[-slack >= gap].tolist())
    if model.size > MOST_VARIABLES:
        return Found(None, choice.total)
    status, bound = model.solve(total, effort)
    return Found(model.round_of() if status else None, min(choice.total, max(bound, total)))


class Model:
    """A variable for each open pair and round, every rule of the evening, and what is earned."""

    def __init__(
        self, board: Board, room: Room, choice: Choice | None, pairs: list[int], sure: list[int]
    ) -> None:
        self.board, self.room, self.choice, self.pairs, self.sure = board, room, choice, pairs, sure
        self.rounds = {pair: _rounds(board, room, pair) for pair in pairs}
        self.size = sum(map(len, self.rounds.values()))
        self.solver: Any = None

    def solve(self, total: int, effort: float) -> tuple[bool, int]:
        """(whether a better timetable was found, what none is above)."""
        self._begin()
        earned = self._earned()
        self.model.maximize(earned)
        assert self.choice is not None
        self.model.add(earned <= self.choice.total)
        self.model.add(earned >= total + 1)
        for (pair, number), variable in self.meets.items():
            self.model.add_hint(variable, self.board.round_of.get(pair) == number)
        status = self._run(effort)
        if status == "INFEASIBLE":
            return False, total
        bound = int(np.floor(self.solver.best_objective_bound + 1e-6))
        return status in {"OPTIMAL", "FEASIBLE"}, bound

    def is_possible(self, effort: float) -> bool | None:
        """Whether all pairs that are sure can meet; None: not known within the effort."""
        self._begin()
        return {"INFEASIBLE": False, "UNKNOWN": None}.get(self._run(effort), True)

    def _begin(self) -> None:
        from ortools.sat.python import cp_model  # takes most of a second to load: only where it is needed

        self.model: Any = cp_model.CpModel()
        self.solver = cp_model.CpSolver()
        self.meets = {
            (pair, number): self.model.new_bool_var("")
            for pair, numbers in self.rounds.items()
            for number in numbers
        }
        self._rules()

    def _run(self, effort: float) -> str:
        self.solver.parameters.num_workers = 1
        self.solver.parameters.linearization_level = 2  # the bound comes from the relaxation
        self.solver.parameters.random_seed = 0
        self.solver.parameters.max_deterministic_time = effort
        return str(self.solver.status_name(self.solver.solve(self.model)))

    def round_of(self) -> dict[int, int]:
        return {pair: number for (pair, number), one in self.meets.items() if self.solver.boolean_value(one)}

    def _rules(self) -> None:
        board, room, problem = self.board, self.room, self.board.problem
        for pair, numbers in self.rounds.items():
            self.model.add_at_most_one(self.meets[pair, number] for number in numbers)
        for pair in {*self.sure, *(one for one in self.pairs if problem.pairs.must[one])}:
            self.model.add_bool_or([self.meets[pair, number] for number in self.rounds[pair]])
        self.of_student = self._by(board.student)
        self.of_company = self._by(board.company)
        for row, mine in self.of_student.items():
            near = board.beside if board.student_rests[row] else [1 << one for one in range(board.width)]
            for number in range(board.width):
                window = [
                    one for at in (number, number + 1) if near[number] >> at & 1 for one in mine.get(at, ())
                ]
                if len(window) > 1:
                    self.model.add_at_most_one(window)
            everything = [one for ones in mine.values() for one in ones]
            self.model.add(sum(everything) <= int(room.student_most[row]))
        for row, mine in self.of_company.items():
            for number, ones in mine.items():
                self.model.add(sum(ones) <= int(room.seats_free[row, number]))
            everything = [one for ones in mine.values() for one in ones]
            self.model.add(sum(everything) <= int(room.company_most[row]))
            if board.company_special[row]:
                self._tables(row, mine)
        for resource, units in enumerate(board.units):
            for number in range(board.width):
                users = [self.meets[pair, number] for pair in self.pairs
                         if number in self.rounds[pair] and resource in board.needs.get(pair, ())]  # fmt: skip
                if len(users) > units[number]:
                    self.model.add(sum(users) <= units[number])

    def _by(self, owner: list[int]) -> dict[int, dict[int, list[Any]]]:
        found: dict[int, dict[int, list[Any]]] = {}
        for (pair, number), one in self.meets.items():
            found.setdefault(owner[pair], {}).setdefault(number, []).append(one)
        return found

    def _tables(self, row: int, mine: dict[int, list[Any]]) -> None:
        """Tables in use of a company that rests, or has breaks at group tables."""
        board = self.board
        used = []
        for number in range(board.width):
            fixed = board.fixed_load[row][number]
            tables = self.model.new_int_var(0, board.tables[row], "")
            self.model.add(tables * board.group[row] >= sum(mine.get(number, [])) + fixed)
            used.append(tables)
        self.model.add(sum(used) <= board.table_rounds[row])
        if board.company_rests[row]:
            for number in range(1, board.width):
                if board.beside[number] >> (number - 1) & 1:
                    self.model.add(used[number - 1] + used[number] <= board.tables[row])

    def _earned(self) -> Any:
        """Worth of what meets, and a variable for each level of a participant that earns something."""
        assert self.choice is not None
        network = self.choice.network
        pairs = self.board.problem.pairs
        worth = pairs.worth + self.choice.stakes.must * pairs.must
        terms = [int(worth[pair]) * one for (pair, _), one in self.meets.items()]
        for gains, of in (
            (network.students.gains, self.of_student),
            (network.companies.gains, self.of_company),
        ):
            for row in range(len(gains)):
                levels = [int(gain) for gain in gains[row] if gain > 0]
                everything = [one for ones in of.get(row, {}).values() for one in ones]
                if not levels or not everything:
                    continue
                steps = [self.model.new_bool_var("") for _ in levels]
                self.model.add(sum(steps) <= sum(everything))
                terms += [gain * step for gain, step in zip(levels, steps, strict=True)]
        return sum(terms)


def _rounds(board: Board, room: Room, pair: int) -> list[int]:
    """Rounds in which a pair can meet beside what is fixed."""
    free: Ints = room.student_free[board.student[pair]] & (room.seats_free[board.company[pair]] > 0)
    return [int(number) for number in np.nonzero(free)[0]]


def put_all(board: Board, round_of: dict[int, int]) -> None:
    """Make the board show exactly these meetings."""
    for pair in board.placed():
        board.take(pair)
    for pair, number in round_of.items():
        board.put(pair, number)
