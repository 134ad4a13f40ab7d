"""What cannot be planned is refused with the participants named, in four languages."""

from __future__ import annotations

import datetime as dt
import string

import pytest

from brobygger.core.scheduling import (
    LANGUAGES,
    Company,
    PairRule,
    Resource,
    Round,
    SchedulingProblem,
    Student,
    Unplannable,
    Wish,
    objections,
    problem_of,
    solve,
)
from brobygger.core.scheduling.words import SENTENCES, listed

MUST, NEVER = PairRule.MUST, PairRule.NEVER


def refused(*arguments: object, rounds: int = 4) -> list[str]:
    students, companies, wishes, *resources = arguments
    with pytest.raises(Unplannable) as stop:
        solve(problem_of(students, companies, [Round()] * rounds, wishes, *resources))
    return [one.text() for one in stop.value.findings]


def people(*names: str) -> list[Student]:
    return [Student(name) for name in names]


def firms(*names: str) -> list[Company]:
    return [Company(name) for name in names]


def test_two_recruiters_with_one_table_are_refused() -> None:
    assert refused([], [Company("Nordvind", recruiters=2, tables=("A1",))], []) == [
        "The numbers of recruiters (2) and of tables (1) of Nordvind differ. "
        "Give each recruiter a table, or write fewer recruiters."
    ]


def test_table_of_two_companies_is_refused() -> None:
    [said] = refused([], [Company("Nordvind", tables=("A1",)), Company("Fjordlys", tables=("A1",))], [])

    assert said.startswith("Table “A1” is given to Nordvind and to Fjordlys.")


def test_wish_for_oneself_names_the_row() -> None:
    with pytest.raises(Unplannable) as stop:
        problem_of(
            people("Ida"), firms("Nordvind"), [Round()], [Wish("Ida", "Nordvind", 1), Wish("Ida", "Ida", 9)]
        )

    [finding] = stop.value.findings
    assert (finding.key, finding.row) == ("wish_for_oneself", 1)
    assert "“Ida” wishes to meet itself" in finding.text()


def test_pair_that_must_and_must_never_meet_is_refused() -> None:
    wishes = [Wish("Ida", "Nordvind", 1, rule=MUST), Wish("Ida", "Nordvind", 1, rule=NEVER)]

    assert refused(people("Ida"), firms("Nordvind"), wishes) == [
        "Ida and Nordvind must meet and must never meet. Take one of the two rules away."
    ]


def test_must_between_people_who_are_never_there_together_names_their_rounds() -> None:
    student = Student("Ida", absent=frozenset({2, 3}))
    company = Company("Nordvind", absent=frozenset({0, 1}))

    assert refused([student], [company], [Wish("Ida", "Nordvind", 1, rule=MUST)]) == [
        "Ida must meet Nordvind, but they are never free in the same round: Ida in 1–2, Nordvind in 3–4."
    ]


def test_more_musts_than_the_maximum_names_them() -> None:
    wishes = [Wish("Ida", name, 1, rule=MUST) for name in ("A", "B", "C")]

    assert refused([Student("Ida", maximum=2)], firms("A", "B", "C"), wishes) == [
        "Ida must meet A, B and C: that is 3 meetings, but the maximum is 2."
    ]


def test_more_musts_than_rounds_left_says_so() -> None:
    wishes = [Wish("Ida", name, 1, rule=MUST) for name in ("A", "B", "C")]

    [said] = refused([Student("Ida", rests=True)], firms("A", "B", "C"), wishes)

    assert said.startswith("Ida must meet A, B and C: that is 3 meetings, but there is room for 2")


def test_smallest_set_of_clashing_musts_is_named_and_no_other() -> None:
    early = frozenset({2, 3})
    students = [
        Student("Ida", absent=early),
        Student("Erik", absent=early),
        Student("Maja", absent=early),
        Student("Omar"),
    ]
    wishes = [Wish(one.id, "Nordvind", 5, rule=MUST) for one in students]
    wishes += [Wish("Omar", "Fjordlys", 5, rule=MUST)]

    [said] = refused(students, firms("Nordvind", "Fjordlys"), wishes)

    assert "Ida – Nordvind, Erik – Nordvind and Maja – Nordvind" in said
    assert "Omar" not in said


def test_must_without_the_resource_it_needs_says_so() -> None:
    student = Student("Ida", needs=("interpreter",))
    resources = [Resource("interpreter", 0)]

    [said] = refused([student], firms("A"), [Wish("Ida", "A", 1, rule=MUST)], resources)

    assert said == "Ida must meet A, but there is no “interpreter”, which that meeting needs."


def test_unknown_resource_is_refused() -> None:
    [said] = refused([Student("Ida", needs=("sign language",))], [], [], [Resource("interpreter", 1)])

    assert (
        said == "Ida needs “sign language”, of which nobody has said how many there are. Known: interpreter."
    )


def minimum_of_two() -> SchedulingProblem:
    students = [Student(f"s{row}", minimum=2) for row in range(4)]
    wishes = [Wish(one.id, name, 1) for one in students for name in ("A", "B")]
    return problem_of(students, [Company("A", maximum=3), Company("B", maximum=3)], [Round()] * 4, wishes)


def test_evening_that_cannot_hold_the_minimum_says_the_largest_and_why() -> None:
    with pytest.raises(Unplannable) as stop:
        solve(minimum_of_two())

    first, second = stop.value.findings
    assert "The largest minimum that everybody can have is 1." in first.text()
    assert second.text() == (
        "s0, s1, s2 and s3 ask for 8 meetings together, but can only meet A and B, who have 6 seats for them."
    )


def lonely() -> SchedulingProblem:
    """A minimum of 1, and two students whom no wish lets meet anybody; one more is never there with the company."""
    students = [Student(name, minimum=1) for name in ("Ida", "Liv", "Bo")]
    students.append(Student("Per", absent=frozenset({0})))
    wishes = [Wish("Ida", "A", 1), Wish("Bo", "A", 3, rule=PairRule.NEVER), Wish("Per", "A", 1)]
    return problem_of(students, [Company("A", absent=frozenset({1}))], [Round()] * 2, wishes)


def test_minimum_holds_for_those_who_have_somebody_to_meet_and_the_others_are_named() -> None:
    made = solve(lonely())

    promise = made.certificate
    assert (promise.alone, promise.barred) == (("Liv", "Bo"), ("Per",))
    assert (promise.asked, promise.without, promise.everybody, promise.empty_handed) == (1, 0, 4, 3)
    assert objections(made) == []
    lines = promise.lines(1, "en")
    assert "No wish and no suggestion: Liv and Bo. Fill short lists, or add a wish." in lines
    assert "The minimum holds for those who have somebody to meet." in lines
    assert "None of their wishes can be held (times, tables or resources): Per." in lines
    assert "1 of 4 students have 1 or more meetings." in solve(lonely(), floor=0).certificate.lines(1, "en")


def test_minimum_above_ones_own_rounds_says_so() -> None:
    [said] = refused([Student("Ida", minimum=3, breaks=2)], firms("A", "B", "C"), [Wish("Ida", "A", 1)])

    assert said.startswith("Ida asks for at least 3 meetings, but has room for 2")


def test_everything_that_is_wrong_is_said_at_once() -> None:
    with pytest.raises(Unplannable) as stop:
        problem_of(
            [Student("Ida", minimum=3, maximum=1), Student("Ida")],
            [Company("A", recruiters=0, absent=frozenset({9}))],
            [],
            [Wish("Nobody", "Nowhere", -1)],
        )

    assert {one.key for one in stop.value.findings} == {
        "no_rounds", "same_id", "minimum_above_maximum", "round_outside", "least_one",
        "unknown_student", "unknown_company", "negative",
    }  # fmt: skip


def test_rounds_that_overlap_are_refused() -> None:
    start = dt.datetime(2027, 3, 4, 17)
    rounds = [Round(start, 10), Round(start + dt.timedelta(minutes=5), 10)]

    with pytest.raises(Unplannable, match="Round 2 begins before the one before it is over"):
        problem_of([], [], rounds, [])


@pytest.mark.parametrize("key", SENTENCES)
def test_every_sentence_names_the_same_in_all_languages(key: str) -> None:
    fields = [
        sorted({name for _, name, _, _ in string.Formatter().parse(SENTENCES[key].text(language)) if name})
        for language in LANGUAGES
    ]

    assert all(one == fields[0] for one in fields)


def test_long_lists_are_counted() -> None:
    assert listed([str(number) for number in range(10)], "da") == "0, 1, 2, 3, 4, 5 og 4 til"


def test_other_languages_are_refused() -> None:
    with pytest.raises(Unplannable) as stop:
        solve(minimum_of_two())

    with pytest.raises(ValueError, match="nothing is written in 'xx'"):
        stop.value.findings[0].text("xx")
