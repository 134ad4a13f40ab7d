"""After no-shows, late arrivals, walk-ins and withdrawals: what can stay stays, and the holes are filled."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brobygger.core.scheduling import (
    Company,
    News,
    Plan,
    Round,
    SchedulingProblem,
    Student,
    Timetable,
    Unplannable,
    Wish,
    fill_up,
    is_anybody_lacking,
    objections,
    problem_of,
    repair,
    short_of,
    solve,
)
from tests.core.scheduling import examples
from tests.drawing import times


def evening(students: int = 12, companies: int = 4, rounds: int = 5) -> SchedulingProblem:
    rng = np.random.default_rng(5)
    return problem_of(
        [Student(f"s{row}") for row in range(students)],
        [Company(f"c{row}") for row in range(companies)],
        [Round()] * rounds,
        [
            Wish(f"s{row}", f"c{column}", int(rng.integers(1, 10)), int(rng.integers(0, 10)))
            for row in range(students)
            for column in range(companies)
        ],
    )


def appointments(plan: Plan) -> set[tuple[str, str, int, str]]:
    return {(one.student, one.company, one.round, one.table) for one in plan}


@pytest.mark.parametrize("tables", [1, 2])
def test_company_with_breaks_that_leaves_after_its_talks_stops_no_repair(tables: int) -> None:
    wishes = [Wish(f"s{row}", f"c{column}", 5, 5) for row in range(8) for column in range(2)]
    companies = [Company("c0", recruiters=tables, breaks=1), Company("c1")]
    made = solve(problem_of([Student(f"s{row}") for row in range(8)], companies, [Round()] * 4, wishes))
    first = [one for one in made if one.company == "c0" and one.round == 0]
    assert len(first) == tables

    done = repair(made, News(first_open=1, withdrawn=("c0",)))

    assert objections(done.timetable) == []
    assert [one for one in done.timetable if one.company == "c0"] == first


@times(80)
@given(examples.problems(), st.data())
def test_repair_keeps_every_rule_and_moves_nothing(problem: SchedulingProblem, data: st.DataObject) -> None:
    try:
        made = solve(problem)
    except Unplannable:
        assume(False)
        return
    width = len(problem.rounds)
    somebody = st.sampled_from([*problem.students.ids, *problem.companies.ids])
    rounds = st.frozensets(st.integers(0, width - 1))
    news = News(
        first_open=data.draw(st.integers(0, width)),
        away=data.draw(st.dictionaries(somebody, rounds, max_size=3)),
        withdrawn=tuple(data.draw(st.sets(somebody, max_size=1))),
    )

    done = repair(made, news, is_thorough=data.draw(st.booleans()))

    assert objections(done.timetable) == []
    assert len(done.moved) == 0
    still = {
        (one.student, one.company, one.round)
        for one in made
        if not any(
            one.round in news.away.get(who, ()) or (who in news.withdrawn and one.round >= news.first_open)
            for who in (one.student, one.company)
        )
    }
    assert still <= {(one.student, one.company, one.round) for one in done.timetable}


def test_company_that_withdraws_leaves_its_students_other_meetings() -> None:
    made = solve(evening())
    before = {one.student for one in made if one.company == "c0"}

    done = repair(made, News(withdrawn=("c0",)))

    assert not any(one.company == "c0" for one in done.timetable)
    assert len(done.lost) == len(before)
    assert any(one.key.startswith("withdrawn") and one.values["lost"] == len(before) for one in done.findings)
    assert "c0 er her ikke længere" in done.findings[1].text("da")


def test_company_without_meetings_that_withdraws_takes_none_away() -> None:
    problem = problem_of([Student("s")], [Company("c"), Company("d")], [Round()] * 2, [Wish("s", "c", 5)])
    made = Plan(problem, np.array([0]), np.array([0]), np.array([0]))

    done = repair(made, News(withdrawn=("d",)))

    assert [one.text() for one in done.findings[1:]] == ["d is no longer there; no meeting falls away."]


def test_hole_of_a_student_who_does_not_come_is_filled() -> None:
    made = solve(evening())

    done = repair(made, News(away={"s0": frozenset(range(5))}))

    assert len(done.new) > 0
    assert not any(one.student == "s0" for one in done.timetable)
    assert objections(done.timetable) == []


def test_meeting_missed_by_a_late_student_is_held_later_if_there_is_room() -> None:
    problem = problem_of([Student("s")], [Company("c")], [Round()] * 3, [Wish("s", "c", 5)])
    made = Plan(problem, np.array([0]), np.array([0]), np.array([0]))

    done = repair(made, News(first_open=1, away={"s": frozenset({0})}))

    assert [one.round > 0 for one in done.timetable] == [True]


def test_walk_in_gets_a_meeting() -> None:
    made = solve(evening(students=3))
    guest = Student("guest")

    done = repair(made, News(first_open=1, walk_ins=(guest,), wishes=(Wish("guest", "c1", 9, 9),)))

    assert [(one.company, one.round >= 1) for one in done.timetable if one.student == "guest"] == [
        ("c1", True)
    ]
    assert appointments(made) <= appointments(done.timetable)
    assert objections(done.timetable) == []


@times(30)
@given(examples.problems(), st.data())
def test_filling_up_moves_nothing_and_keeps_every_rule(
    problem: SchedulingProblem, data: st.DataObject
) -> None:
    try:
        made = solve(problem)
    except Unplannable:
        assume(False)
        return
    news = News(
        first_open=data.draw(st.integers(0, len(problem.rounds))),
        withdrawn=tuple(data.draw(st.sets(st.sampled_from(problem.companies.ids), max_size=1))),
    )
    floor, least = data.draw(st.integers(0, 2)), data.draw(st.integers(1, 2))
    before = repair(made, news, floor=floor)
    spare = [
        Wish(one, other, 1 + (row + column) % 3)
        for row, one in enumerate(problem.students.ids)
        for column, other in enumerate(problem.companies.ids)
    ]

    after = fill_up(made, before, news, spare, least=least, floor=floor)

    assert set(objections(after.timetable)) <= set(objections(before.timetable))
    assert appointments(before.timetable) <= appointments(after.timetable)
    assert set(short_of(after.timetable, least)) <= set(short_of(before.timetable, least))
    never = {
        (problem.students.ids[problem.pairs.student[row]], problem.companies.ids[problem.pairs.company[row]])
        for row in np.nonzero(problem.pairs.never)[0].tolist()
    }
    new = appointments(after.timetable) - appointments(before.timetable)
    assert not {one[:2] for one in new} & never
    assert not {one[1] for one in new} & set(news.withdrawn)


def test_students_without_a_wish_that_can_be_held_share_out_the_free_tables() -> None:
    """Everybody wishes for c0; when it is gone, each of four students finds a seat of the two others."""
    students = [Student(f"s{row}") for row in range(4)]
    wishes = [Wish(one.id, "c0", 3) for one in students]
    problem = problem_of(students, [Company(name) for name in ("c0", "c1", "c2")], [Round()] * 4, wishes)
    made = solve(problem)
    news = News(first_open=2, withdrawn=("c0",))
    before = repair(made, news)
    assert len(short_of(before.timetable, 1)) == 2

    spare = [Wish(one.id, name, 1) for one in students for name in ("c1", "c2")]
    after = fill_up(made, before, news, spare)

    assert short_of(after.timetable, 1) == ()
    assert len(after.spare) == 4, "two each, in the two rounds that are left"
    assert after.findings[-1].text().startswith("s")
    assert "lost talks or had too few, and get 4 by suggestion" in after.findings[-1].text()


def test_companies_that_lost_meetings_get_free_students_who_keep_theirs() -> None:
    """c0 is wished for by s0 and s1 alone; when they do not come, s2 and s3 are free for it, and stay with c1."""
    students = [Student(f"s{row}") for row in range(4)]
    wishes = [Wish("s0", "c0", 3), Wish("s1", "c0", 3), Wish("s2", "c1", 3), Wish("s3", "c1", 3)]
    problem = problem_of(students, [Company("c0"), Company("c1")], [Round()] * 2, wishes)
    made = solve(problem)
    news = News(away={"s0": frozenset({0, 1}), "s1": frozenset({0, 1})})
    before = repair(made, news)
    assert is_anybody_lacking(made, before.timetable, 1)
    spare = [Wish(one.id, name, 1) for one in students for name in ("c0", "c1")]

    after = fill_up(made, before, news, spare)

    assert objections(after.timetable) == []
    assert appointments(before.timetable) <= appointments(after.timetable)
    assert {one.student for one in after.timetable if one.company == "c0"} == {"s2", "s3"}
    assert (len(after.spare), len(after.spare_of_companies)) == (0, 2)
    assert after.findings[-1].text("da").startswith("c0 mistede samtaler eller havde for få og får 2")
    assert not is_anybody_lacking(made, after.timetable, 1)


def test_student_who_lost_one_of_several_meetings_gets_another_by_suggestion() -> None:
    """Three meetings before, three after: nobody is brought above what they had."""
    students = [Student("s0"), Student("s1")]
    companies = [Company(f"c{row}") for row in range(6)]
    wishes = [Wish("s0", name, 3) for name in ("c0", "c1", "c2")] + [Wish("s1", "c3", 3)]
    made = solve(problem_of(students, companies, [Round()] * 6, wishes))
    news = News(withdrawn=("c0",))
    spare = [Wish("s0", one.id, 1) for one in companies]

    after = fill_up(made, repair(made, news), news, spare)

    held = {one.company for one in after.timetable if one.student == "s0"}
    assert {"c1", "c2"} < held
    assert len(after.spare) == 1
    assert objections(after.timetable) == []


def test_company_without_a_free_student_is_named() -> None:
    problem = problem_of(
        [Student("s0"), Student("s1")], [Company("c0"), Company("c1")], [Round()], [Wish("s0", "c0", 1)]
    )
    news = News(away={"s0": frozenset({0})})
    made = solve(problem)

    done = fill_up(made, repair(made, news), news, [Wish("s1", "c0", 1, rule="never")])

    assert [one.text() for one in done.findings if one.key == "short_of_students"] == [
        "Still fewer talks than they should have: c0 and c1. No further student whom they may meet is free when they are."
    ]


def test_who_still_has_too_few_is_told_whether_tables_or_companies_are_missing() -> None:
    students = [Student(f"s{row}") for row in range(4)]
    problem = problem_of(students, [Company("c0")], [Round()] * 2, [Wish("s0", "c0", 1), Wish("s1", "c0", 1)])
    made = solve(problem)

    done = fill_up(made, repair(made, News()), News(), [Wish("s2", "c0", 1)])

    said = [one.text() for one in done.findings]
    assert said[1].startswith(
        "Still fewer talks than 1: s2. The companies that they may meet have no free table"
    )
    assert said[2].startswith("Still fewer talks than 1: s3. No further company is here")


def test_moves_are_allowed_only_as_far_as_asked_and_never_for_locked_meetings() -> None:
    made = solve(evening(students=20, companies=5, rounds=6))
    first = next(one for one in made if one.round == 4)
    news = News(
        first_open=2,
        away={f"s{row}": frozenset(range(2, 5)) for row in range(0, 20, 3) if f"s{row}" != first.student},
        locked=((first.student, first.company),),
    )

    still, free = repair(made, news), repair(made, news, moves=4)

    assert free.timetable.certificate.value >= still.timetable.certificate.value
    assert len(still.moved) == 0
    could_stay = len(still.kept)
    assert could_stay - len(free.kept) <= 4
    assert (first.student, first.company, 4) in {
        (one.student, one.company, one.round) for one in free.timetable
    }
    assert objections(free.timetable) == []


def test_news_about_strangers_are_refused() -> None:
    made = solve(evening())
    news = News(
        away={"nobody": frozenset({1})},
        walk_ins=(Student("s1"),),
        wishes=(Wish("x", "y", 1),),
        locked=(("s0", "c9"),),
    )

    with pytest.raises(Unplannable) as stop:
        repair(made, news)

    assert {one.key for one in stop.value.findings} == {
        "unknown_participant", "same_id", "unknown_student", "unknown_company", "not_in_timetable",
    }  # fmt: skip


def test_round_beyond_the_evening_is_refused() -> None:
    with pytest.raises(ValueError, match="first_open is from 0 to 5"):
        repair(solve(evening()), News(first_open=6))


def test_plan_from_names_is_the_plan() -> None:
    made = solve(evening())

    again = Plan.of(made.problem, list(made))

    assert appointments(again) == appointments(made)


def test_plan_with_an_unknown_table_is_refused() -> None:
    made = solve(evening())
    first = next(iter(made))
    wrong = type(first)(first.student, first.company, first.round, "Z9")

    with pytest.raises(Unplannable, match="at table “Z9”"):
        Plan.of(made.problem, [wrong])


def test_repair_is_the_same_each_time() -> None:
    made: Timetable = solve(evening())
    news = News(first_open=1, away={"s3": frozenset({2, 3})})

    assert list(repair(made, news).timetable) == list(repair(made, news).timetable)
