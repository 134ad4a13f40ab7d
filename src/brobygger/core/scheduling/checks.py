"""An independent judge of a timetable: plain Python, every rule from the problem itself, no line of the methods."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from brobygger.core.scheduling.data import SchedulingProblem
from brobygger.core.scheduling.proof_checks import (
    Sitting,
    broken_promises,
    counts_of,
    follows_of,
    proven_total,
)
from brobygger.core.scheduling.result import Timetable

__all__ = ["objections", "proven_total"]


def objections(timetable: Timetable) -> list[str]:
    """What is wrong with a timetable or with what its certificate promises; [] if nothing is."""
    sittings = _sittings(timetable)
    found = [*_rules(timetable.problem, sittings)]
    if not found:
        found += broken_promises(timetable, sittings)
    return found


def _sittings(timetable: Timetable) -> list[Sitting]:
    pairs = timetable.problem.pairs
    return [
        (pair, int(pairs.student[pair]), int(pairs.company[pair]), number, table)
        for pair, number, table in zip(
            timetable.pair.tolist(), timetable.round.tolist(), timetable.table.tolist(), strict=True
        )
    ]


# --- the rules -----------------------------------------------------------------------------


def _rules(problem: SchedulingProblem, sittings: list[Sitting]) -> Iterator[str]:
    students, companies = problem.students.ids, problem.companies.ids
    fixed = set(zip(problem.fixed_pair.tolist(), problem.fixed_round.tolist(), strict=True))
    here: Counter[tuple[int, int]] = Counter()
    at: Counter[tuple[int, int, int]] = Counter()
    pairs: Counter[int] = Counter()
    for pair, student, company, number, table in sittings:
        name = f"{students[student]} with {companies[company]} in round {number + 1}"
        if not 0 <= number < len(problem.rounds):
            yield f"{name}: there are {len(problem.rounds)} rounds"
            continue
        if not 0 <= table < problem.companies.tables[company]:
            yield f"{name}: table {table + 1} of {problem.companies.tables[company]}"
        is_fixed = (pair, number) in fixed
        if problem.pairs.never[pair] and not is_fixed:
            yield f"{name}: the pair must never meet"
        if not is_fixed and number < problem.first_open:
            yield f"{name}: the round is over"
        if not is_fixed and not (
            problem.students.present[student, number] and problem.companies.present[company, number]
        ):
            yield f"{name}: one of them is away"
        pairs[pair] += 1
        here[student, number] += 1
        at[company, number, table] += 1
    yield from (f"pair {pair} meets {times} times" for pair, times in pairs.items() if times > 1)
    yield from (
        f"{students[one]} is in {times} places in round {number + 1}"
        for (one, number), times in here.items()
        if times > 1
    )
    yield from (
        f"{companies[one]}: {times} at table {table + 1} in round {number + 1}"
        for (one, number, table), times in at.items()
        if times > problem.companies.group[one]
    )
    there = {(pair, number) for pair, _, _, number, _ in sittings}
    yield from (f"the fixed meeting {one} is not there" for one in fixed - there)
    yield from (
        f"pair {pair} must meet"
        for pair, must in enumerate(problem.pairs.must.tolist())
        if must and pair not in pairs
    )
    yield from _pauses(problem, sittings, bool(fixed))
    yield from _resources(problem, sittings, fixed)
    yield from _numbers(problem, sittings)


def _pauses(problem: SchedulingProblem, sittings: list[Sitting], has_fixed: bool) -> Iterator[str]:
    """Rests and breaks of students and of each table."""
    used: dict[tuple[str, int, int], set[int]] = defaultdict(set)
    for _, student, company, number, table in sittings:
        used["student", student, 0].add(number)
        used["company", company, table].add(number)
    follows = follows_of(problem)
    for (kind, row, table), numbers in used.items():
        side = problem.students if kind == "student" else problem.companies
        name = f"{side.ids[row]}, table {table + 1}"
        if side.rests[row] and any(number - 1 in numbers and follows[number] for number in numbers):
            yield f"{name}: two meetings in a row"
    for kind, side in (("student", problem.students), ("company", problem.companies)):
        for row, breaks in enumerate(side.breaks.tolist()):
            tables = int(side.tables[row])
            rounds = [len(used[kind, row, table]) for table in range(tables)]
            most = max(0, int(side.present[row].sum()) - breaks)
            # after a repair the tables of one company may share their breaks out unevenly
            if breaks and (sum(rounds) > most * tables if has_fixed else max(rounds) > most):
                yield f"{side.ids[row]}: {rounds} rounds used, {most} may be"


def _resources(
    problem: SchedulingProblem, sittings: list[Sitting], fixed: set[tuple[int, int]]
) -> Iterator[str]:
    students, companies = problem.students.needs, problem.companies.needs
    for place, resource in enumerate(problem.resources):
        users: Counter[int] = Counter()
        new: set[int] = set()
        for pair, student, company, number, _ in sittings:
            if students[student, place] or companies[company, place]:
                users[number] += 1
                if (pair, number) not in fixed:
                    new.add(number)
        for number in new:
            if users[number] > resource.units:
                yield f"round {number + 1}: {users[number]} of {resource.units} {resource.name}"


def _numbers(problem: SchedulingProblem, sittings: list[Sitting]) -> Iterator[str]:
    for side, count in counts_of(problem, sittings):
        for row, most in enumerate(side.maximum.tolist()):
            if count[row] > most and not len(problem.fixed_pair):
                yield f"{side.ids[row]}: {count[row]} meetings, at most {most} wanted"
