"""Random evenings that ask for every rule, and the best answer by trying everything."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from hypothesis import strategies as st

from brobygger.core.scheduling import (
    Company,
    PairRule,
    Resource,
    Round,
    SchedulingProblem,
    Student,
    Wish,
    problem_of,
)
from brobygger.core.scheduling.proof_checks import follows_of

RESOURCES = (Resource("interpreter", 1),)


@st.composite
def problems(
    draw: st.DrawFn, *, students: int = 6, companies: int = 3, rounds: int = 5, rules: bool = True
) -> SchedulingProblem:
    """Small evenings; with `rules`, anything may be asked, so that some cannot be planned."""
    width = draw(st.integers(1, rounds))
    numbers = st.frozensets(st.integers(0, width - 1), max_size=width)
    absent = st.one_of(st.just(frozenset[int]()), numbers) if rules else st.just(frozenset[int]())
    rare = (
        (lambda what, usual: st.one_of(st.just(usual), st.just(usual), what))
        if rules
        else (lambda what, usual: st.just(usual))
    )
    people = [
        Student(
            f"s{row}",
            minimum=draw(rare(st.integers(0, 2), 0)),
            maximum=draw(rare(st.integers(2, 4), None)),
            absent=draw(absent),
            breaks=draw(rare(st.integers(0, 2), 0)),
            rests=draw(rare(st.booleans(), False)),
            needs=draw(rare(st.sampled_from([(), ("interpreter",)]), ())),
        )
        for row in range(draw(st.integers(1, students)))
    ]
    firms = []
    for row in range(draw(st.integers(1, companies))):
        recruiters = draw(st.sampled_from([1, 1, 2]))
        rests = draw(rare(st.booleans(), False))
        firms.append(
            Company(
                f"c{row}",
                minimum=draw(rare(st.integers(0, 1), 0)),
                maximum=draw(rare(st.integers(1, 4), None)),
                absent=draw(absent),
                breaks=0 if rests and recruiters > 1 else draw(rare(st.integers(0, 2), 0)),
                rests=rests,
                needs=draw(rare(st.sampled_from([(), ("interpreter",)]), ())),
                recruiters=recruiters,
                group=draw(rare(st.integers(1, 2), 1)),
            )
        )
    kinds = st.sampled_from([PairRule.OPEN] * 8 + [PairRule.MUST, PairRule.NEVER])
    wishes = [
        Wish(
            one.id,
            firm.id,
            draw(st.integers(0, 9)),
            draw(st.integers(0, 9)),
            draw(kinds) if rules else PairRule.OPEN,
        )
        for one in people
        for firm in firms
        if draw(st.integers(0, 3))
    ]
    return problem_of(people, firms, [Round()] * width, wishes, RESOURCES)


def answers(problem: SchedulingProblem) -> Iterator[dict[int, int]]:
    """Every set of meetings that keeps all rules but the minimum, as pair to round."""
    ways = [
        [-1, *range(len(problem.rounds))] if not must else list(range(len(problem.rounds)))
        for must in problem.pairs.must.tolist()
    ]
    for rounds in itertools.product(*ways):
        answer = {pair: number for pair, number in enumerate(rounds) if number >= 0}
        if is_allowed(problem, answer):
            yield answer


def is_allowed(problem: SchedulingProblem, answer: dict[int, int]) -> bool:
    pairs, follows = problem.pairs, follows_of(problem)
    for side, rows in ((problem.students, pairs.student), (problem.companies, pairs.company)):
        for row in range(len(side)):
            load = [0] * len(problem.rounds)
            for pair, number in answer.items():
                if rows[pair] == row:
                    load[number] += 1
            tables = [-(-one // int(side.group[row])) for one in load]
            most = int(side.tables[row])
            if any(used > most * is_there for used, is_there in zip(tables, side.present[row], strict=True)):
                return False
            if sum(load) > side.maximum[row]:
                return False
            if side.breaks[row] and sum(tables) > most * max(
                0, int(side.present[row].sum()) - int(side.breaks[row])
            ):
                return False
            if side.rests[row] and any(
                follows[number] and tables[number - 1] + tables[number] > most
                for number in range(1, len(load))
            ):
                return False
    if any(pairs.never[pair] for pair in answer):
        return False
    for place, resource in enumerate(problem.resources):
        for number in range(len(problem.rounds)):
            users = [
                pair
                for pair, at in answer.items()
                if at == number
                and (
                    problem.students.needs[pairs.student[pair], place]
                    or problem.companies.needs[pairs.company[pair], place]
                )
            ]
            if len(users) > resource.units:
                return False
    return True


def rank(problem: SchedulingProblem, answer: dict[int, int], floor: int) -> tuple[int, ...]:
    """What counts, most important first: meetings below a minimum, students by level, worth."""
    pairs = problem.pairs
    held = [0] * len(problem.students)
    taken = [0] * len(problem.companies)
    for pair in answer:
        held[pairs.student[pair]] += 1
        taken[pairs.company[pair]] += 1
    short = sum(
        max(0, int(minimum) - count)
        for side, counts in ((problem.students, held), (problem.companies, taken))
        for minimum, count in zip(side.minimum, counts, strict=True)
    )
    levels = sum(max(0, floor - number) for count in held for number in range(count))
    return -short, levels, int(sum(pairs.worth[pair] for pair in answer))
