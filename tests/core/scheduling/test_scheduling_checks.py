"""The independent judge finds what is wrong: it is fed wrong timetables and wrong promises."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from brobygger.core.scheduling import (
    Company,
    PairRule,
    Pairs,
    Resource,
    Round,
    SchedulingProblem,
    Student,
    Timetable,
    Wish,
    fairness_dial,
    objections,
    problem_of,
    solve,
)


def evening() -> Timetable:
    students = [
        Student("a"), Student("b", rests=True), Student("c", absent=frozenset({0}), needs=("interpreter",)),
        Student("d", breaks=2, needs=("interpreter",)),
    ]  # fmt: skip
    companies = [Company("x", recruiters=2), Company("y", maximum=3), Company("z", absent=frozenset({3}))]
    wishes = [
        Wish(one.id, two.id, 3, 4) for one in students for two in companies if (one.id, two.id) != ("a", "y")
    ]
    wishes.append(Wish("a", "y", 1, 1, PairRule.NEVER))
    return solve(problem_of(students, companies, [Round()] * 4, wishes, [Resource("interpreter", 1)]))


def row(made: Timetable, student: str, company: str) -> int:
    pairs, problem = made.problem.pairs, made.problem
    ends = problem.students.row_of[student], problem.companies.row_of[company]
    return list(zip(*pairs.ends, strict=True)).index(ends)


def with_rounds(made: Timetable, **rounds: tuple[int, ...]) -> Timetable:
    """The same meetings, but those of some students in other rounds."""
    changed = made.round.copy()
    for name, numbers in rounds.items():
        mine = np.nonzero(made.problem.pairs.student[made.pair] == made.problem.students.row_of[name])[0]
        changed[mine[: len(numbers)]] = numbers
    return replace(made, round=changed)


def test_good_timetable_has_no_objection() -> None:
    assert objections(evening()) == []


@pytest.mark.parametrize(
    ("rounds", "said"),
    [
        ({"a": (9,)}, "there are 4 rounds"),
        ({"c": (0,)}, "one of them is away"),
        ({"a": (1, 1)}, "a is in 2 places in round 2"),
        ({"b": (1, 2)}, "two meetings in a row"),
    ],
)
def test_meeting_in_a_wrong_round_is_found(rounds: dict[str, tuple[int, ...]], said: str) -> None:
    assert any(said in one for one in objections(with_rounds(evening(), **rounds)))


def test_forbidden_missing_and_doubled_meetings_are_found() -> None:
    made = evening()
    never = row(made, "a", "y")
    wrong = Timetable(
        replace(made.problem, pairs=replace(made.problem.pairs, must=np.ones(len(made.problem.pairs), bool))),
        np.array([never, never]), np.array([0, 1]), np.array([0, 7]), made.certificate,
    )  # fmt: skip

    said = " | ".join(objections(wrong))

    assert "the pair must never meet" in said
    assert f"pair {never} meets 2 times" in said
    assert "table 8 of 1" in said
    assert "must meet" in said


def test_resource_used_twice_is_found() -> None:
    made = evening()
    both = with_rounds(made, c=(2,), d=(2,))

    assert any(" of 1 interpreter" in one for one in objections(both))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"value": 1}, "value 1 promised"),
        ({"reached": (99,)}, "students by meetings"),
        ({"without": 2}, "without meeting promised"),
        ({"alone": ("a",)}, "nobody to meet"),
        ({"barred": ("a",)}, "nobody to meet"),
        ({"short": (("a", 0, 1),)}, "below their minimum"),
        ({"bound": 10_000}, "called proven"),
    ],
)
def test_wrong_promise_is_found(change: dict[str, object], said: str) -> None:
    made = evening()
    promise = replace(made.certificate, **change)

    assert any(said in one for one in objections(replace(made, certificate=promise)))


def test_prices_that_prove_less_are_found() -> None:
    problem = crowded()
    made = solve(problem)
    free = replace(made.certificate.proof, company=np.zeros(1, np.int64))

    found = objections(replace(made, certificate=replace(made.certificate, proof=free)))

    assert any("the prices prove" in one for one in found)


def test_lower_bound_than_what_is_earned_is_found() -> None:
    made = solve(crowded())
    low = replace(made.certificate.proof, total=1)

    found = objections(replace(made, certificate=replace(made.certificate, proof=low)))

    assert any("is above the proven 1" in one for one in found)


def crowded() -> SchedulingProblem:
    """Two students, one seat."""
    return problem_of(
        [Student("a"), Student("b")], [Company("x")], [Round()], [Wish("a", "x", 5), Wish("b", "x", 3)]
    )


def test_problem_from_arrays_says_what_does_not_fit() -> None:
    problem = crowded()
    twice = Pairs.of([0, 0], [0, 0], [1, 1], [1, 1])
    beyond = Pairs.of([7], [0], [1], [1])

    with pytest.raises(ValueError, match="a pair stands twice"):
        replace(problem, pairs=twice)
    with pytest.raises(ValueError, match="rows of a side of 2 are 0 to 1, got 7"):
        replace(problem, pairs=beyond)
    with pytest.raises(ValueError, match="presence must have shape"):
        replace(problem, rounds=(Round(), Round()))
    with pytest.raises(ValueError, match="a meeting is worth 0 or more"):
        replace(problem, pairs=Pairs.of([0], [0], [-5], [0]))


def test_dial_shows_what_each_floor_costs() -> None:
    wishes = [Wish("a", "x", 9, 9), Wish("a", "y", 9, 9), Wish("b", "y", 1), Wish("b", "x", 1)]
    problem = problem_of([Student("a"), Student("b")], [Company("x"), Company("y")], [Round()], wishes[:3])

    steps = fairness_dial(problem, (0, 1))

    assert [one.floor for one in steps] == [0, 1]
    assert steps[0].price == 0.0
    assert all(objections(one.timetable) == [] for one in steps)
