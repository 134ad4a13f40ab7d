"""Every timetable keeps every rule and every promise; on tiny evenings it is the best of all there are."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brobygger.core.scheduling import (
    Company,
    ProvenBy,
    Resource,
    Round,
    SchedulingProblem,
    Student,
    Timetable,
    Unplannable,
    Wish,
    objections,
    problem_of,
    solve,
)
from tests.core.scheduling import examples
from tests.drawing import times

floors = st.integers(0, 3)


def planned(problem: SchedulingProblem, floor: int) -> Timetable:
    try:
        return solve(problem, floor=floor)
    except Unplannable:
        assume(False)
        raise


@times(150)
@given(examples.problems(), floors)
def test_timetable_keeps_every_rule_and_promise(problem: SchedulingProblem, floor: int) -> None:
    assert objections(planned(problem, floor)) == []


@times(60)
@given(examples.problems(students=14, companies=5, rounds=8), floors)
def test_larger_timetable_keeps_every_rule_and_promise(problem: SchedulingProblem, floor: int) -> None:
    assert objections(planned(problem, floor)) == []


@times(60)
@given(examples.problems(students=12, companies=5, rounds=6, rules=False), floors)
def test_evening_where_everybody_stays_is_always_proven(problem: SchedulingProblem, floor: int) -> None:
    made = solve(problem, floor=floor)

    assert made.certificate.by is ProvenBy.PRICES
    assert objections(made) == []


@times(150)
@given(examples.problems(students=3, companies=2, rounds=3), st.integers(0, 2))
def test_tiny_evening_is_planned_as_well_as_by_trying_everything(
    problem: SchedulingProblem, floor: int
) -> None:
    best = max((examples.rank(problem, one, floor) for one in examples.answers(problem)), default=None)
    try:
        made = solve(problem, floor=floor)
    except Unplannable:
        assert best is None or best[0] < 0
        return

    assert best is not None
    ours = dict(zip(made.pair.tolist(), made.round.tolist(), strict=True))
    assert examples.is_allowed(problem, ours)
    if made.certificate.is_proven:
        assert examples.rank(problem, ours, floor) == best
    else:
        assert examples.rank(problem, ours, floor) <= best


def test_same_evening_and_seed_give_the_same_timetable() -> None:
    rng = np.random.default_rng(3)
    students = [
        Student(f"s{row}", absent=frozenset(rng.choice(6, 2).tolist()) if row % 2 else frozenset())
        for row in range(30)
    ]
    companies = [Company(f"c{row}", absent=frozenset({row})) for row in range(6)]
    wishes = [Wish(one.id, two.id, int(rng.integers(9)), 1) for one in students for two in companies]
    problem = problem_of(students, companies, [Round()] * 6, wishes)

    first, second = solve(problem), solve(problem)

    assert list(first) == list(second)
    assert first.certificate.as_json(problem) == second.certificate.as_json(problem)


def test_nobody_is_without_a_meeting_where_seats_allow() -> None:
    wishes = [Wish("a", "c", 9, 9), Wish("a", "d", 9, 9), Wish("b", "d", 1)]
    companies = [Company("c"), Company("d", maximum=1)]
    problem = problem_of([Student("a"), Student("b")], companies, [Round()] * 4, wishes)

    greedy, fair = solve(problem, floor=0), solve(problem, floor=1)

    assert (greedy.certificate.value, greedy.certificate.without) == (48, 1)
    assert (fair.certificate.value, fair.certificate.without) == (25, 0)


def test_group_table_seats_several_students_in_one_round() -> None:
    students = [Student(f"s{row}") for row in range(5)]
    problem = problem_of(
        students, [Company("c", group=3)], [Round()] * 2, [Wish(one.id, "c", 5) for one in students]
    )

    made = solve(problem)

    assert sorted(np.bincount(made.round).tolist()) == [2, 3]
    assert objections(made) == []


def test_floor_below_zero_is_refused() -> None:
    problem = problem_of([Student("s")], [Company("c")], [Round()], [Wish("s", "c", 1)])

    with pytest.raises(ValueError, match="floor must not be negative, got -1"):
        solve(problem, floor=-1)


def test_evening_without_wishes_has_no_meetings_and_is_proven() -> None:
    made = solve(problem_of([Student("s")], [Company("c")], [Round()], []))

    assert list(made) == []
    assert made.certificate.is_proven
    assert objections(made) == []


def test_one_interpreter_gives_everybody_who_needs_one_a_first_meeting() -> None:
    needy = [Student(f"n{row}", needs=("interpreter",)) for row in range(4)]
    others = [Student(f"s{row}") for row in range(4)]
    companies = [Company(f"c{row}") for row in range(4)]
    wishes = [Wish(one.id, two.id, 9, 9) for one in needy for two in companies]
    wishes += [Wish(one.id, two.id, 5, 5) for one in others for two in companies]
    problem = problem_of([*needy, *others], companies, [Round()] * 4, wishes, [Resource("interpreter", 1)])

    made = solve(problem)

    assert sorted(one.student for one in made if one.student.startswith("n")) == ["n0", "n1", "n2", "n3"]
    assert len(made) == 16
    assert made.certificate.without == 0
    assert objections(made) == []


def test_floor_that_may_be_missed_is_said() -> None:
    needy = [Student(f"n{row}", needs=("interpreter",), absent=frozenset({0, 1})) for row in range(3)]
    problem = problem_of(
        needy,
        [Company("c")],
        [Round()] * 4,
        [Wish(one.id, "c", 9) for one in needy],
        [Resource("interpreter", 1)],
    )

    made = solve(problem)

    assert made.certificate.without == 1
    assert made.certificate.is_proven or made.certificate.open_steps
    assert objections(made) == []
