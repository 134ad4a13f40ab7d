"""The timetable: who meets whom in which round at which table, and what is promised of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from brobygger.core.scheduling.certificate import Certificate
from brobygger.core.scheduling.data import Ints, SchedulingProblem


@dataclass(frozen=True, slots=True)
class Meeting:
    """
    Args:
        student, company: their ids.
        round: counted from 0.
        table: its name.
        worth: of the pair.
    """

    student: str
    company: str
    round: int
    table: str
    worth: int


@dataclass(frozen=True, eq=False)
class Timetable:
    """
    Args:
        problem: that it answers.
        pair: rows of the problem's pairs that meet, shape (n,), by round and pair.
        round: of each, counted from 0.
        table: number of the company's table, counted from 0.
        certificate: what is promised.
    """

    problem: SchedulingProblem
    pair: Ints
    round: Ints
    table: Ints
    certificate: Certificate

    def __len__(self) -> int:
        return len(self.pair)

    def __iter__(self) -> Iterator[Meeting]:
        """All meetings, by round and company's table."""
        problem = self.problem
        order = np.lexsort((self.table, problem.pairs.company[self.pair], self.round))
        for place in order.tolist():
            pair = self.pair[place]
            company = int(problem.pairs.company[pair])
            yield Meeting(
                problem.students.ids[problem.pairs.student[pair]],
                problem.companies.ids[company],
                int(self.round[place]),
                table_name(problem, company, int(self.table[place])),
                int(problem.pairs.worth[pair]),
            )


def table_name(problem: SchedulingProblem, company: int, table: int) -> str:
    """As it was given, or the company's id and, where it has several, a number."""
    if problem.table_names:
        return problem.table_names[company][table]
    name = problem.companies.ids[company]
    return name if problem.companies.tables[company] == 1 else f"{name} {table + 1}"
