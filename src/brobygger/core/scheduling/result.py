"""The timetable: who meets whom in which round at which table, and what is promised of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import numpy as np

from brobygger.core.scheduling.certificate import Certificate
from brobygger.core.scheduling.data import Ints, SchedulingProblem
from brobygger.core.scheduling.findings import Finding, Unplannable


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
    worth: int = 0


@dataclass(frozen=True, eq=False)
class Plan:
    """
    Who meets when, whoever planned it.

    Args:
        problem: that it answers.
        pair: rows of the problem's pairs that meet, shape (n,).
        round: of each, counted from 0.
        table: number of the company's table, counted from 0.
    """

    problem: SchedulingProblem
    pair: Ints
    round: Ints
    table: Ints

    @classmethod
    def of(cls, problem: SchedulingProblem, meetings: Iterable[Meeting]) -> Plan:
        """
        From meetings by name, as a file holds them.

        Raises:
            Unplannable: a pair that nobody wished for, or a round or a table that there is none of.
        """
        pairs, findings = problem.pairs, []
        row_of = {ends: row for row, ends in enumerate(zip(*pairs.ends, strict=True))}
        found = []
        for place, one in enumerate(meetings):
            company = problem.companies.row_of.get(one.company, -1)
            row = row_of.get((problem.students.row_of.get(one.student, -1), company))
            names = [] if row is None else [
                table_name(problem, company, number) for number in range(problem.companies.tables[company])
            ]  # fmt: skip
            if row is None or one.table not in names or not 0 <= one.round < len(problem.rounds):
                values: dict[str, str | int | tuple[str, ...]] = {
                    "student": one.student,
                    "company": one.company,
                    "round": one.round + 1,
                }
                findings.append(Finding("unknown_meeting", {**values, "table": one.table}, place))
            else:
                found.append((row, one.round, names.index(one.table)))
        if findings:
            raise Unplannable(findings)
        return cls(problem, *np.array(found, np.int64).reshape(-1, 3).T)

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


@dataclass(frozen=True, eq=False)
class Timetable(Plan):
    """
    A plan with what is promised of it.

    Args:
        certificate: value, bound, fairness, rules.
    """

    certificate: Certificate


def table_name(problem: SchedulingProblem, company: int, table: int) -> str:
    """As it was given, or the company's id and, where it has several, a number."""
    if problem.table_names:
        return problem.table_names[company][table]
    name = problem.companies.ids[company]
    return name if problem.companies.tables[company] == 1 else f"{name} {table + 1}"
