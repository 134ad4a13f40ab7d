"""An evening from rows as the planner sees it, and rows from its timetable: the only place that knows both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

import numpy as np

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import RuleKind, WishOrigin, WishSide, company_key, student_key
from brobygger.apps.events.models import (
    Appointment,
    DatingCompany,
    DatingEvening,
    DatingRule,
    DatingStudent,
    DatingWish,
    DayState,
    TimetableVersion,
)
from brobygger.core import scheduling
from brobygger.core.scheduling import (
    Certificate,
    Meeting,
    PairRule,
    Plan,
    PricedCut,
    Proof,
    ProvenBy,
    SchedulingProblem,
    Timetable,
)

SAID_WORTH: Final = 4
"""What each step of a wish is worth beside a step of a suggestion: what people say counts before what we think."""
ACCESSIBLE, INTERPRETER = "accessible", "interpreter"


def number_of(key: str) -> int:
    """The row's number in a key."""
    return int(key.rpartition("-")[2])


@dataclass(frozen=True, slots=True)
class Participants:
    """
    Who takes part, and what is known of them; read once for a problem and for what is said of it.

    Args:
        companies, students: those who take part, and those who have a talk in `version`.
        version: whose talks are looked at; None: none.
        talks: of `version`.
    """

    companies: Sequence[DatingCompany]
    students: Sequence[DatingStudent]
    version: TimetableVersion | None
    talks: Sequence[Appointment]

    @property
    def keys(self) -> frozenset[str]:
        return frozenset(student_key(one.pk) for one in self.students) | {
            company_key(one.pk) for one in self.companies
        }


def participants(evening: DatingEvening, version: TimetableVersion | None = None) -> Participants:
    """Four queries, whatever the size. All rows: the planner sees more than anybody."""
    with all_rows():
        talks = [] if version is None else list(Appointment.objects.filter(version=version).order_by("pk"))
        companies = DatingCompany.objects.filter(evening=evening).select_related("organisation")
        students = DatingStudent.objects.filter(evening=evening).select_related("candidate")
        planned = {one.company_id for one in talks}, {one.student_id for one in talks}
        return Participants(
            [one for one in companies.order_by("pk") if not one.withdrawn_at or one.pk in planned[0]],
            [one for one in students.order_by("pk") if not one.withdrawn_at or one.pk in planned[1]],
            version,
            talks,
        )


def load_problem(
    evening: DatingEvening, people: Participants, *, minimum: int = 0, fixed: Iterable[Appointment] = ()
) -> SchedulingProblem:
    """
    The evening as the planner asks for it. Two queries.

    Args:
        minimum: talks that every candidate must have.
        fixed: talks that stay where they are.

    Raises:
        Unplannable: with a finding for each thing that is wrong.
    """
    times = evening.round_times()
    rounds = [scheduling.Round(start, evening.round_minutes) for start, _end in times]
    resources = [
        scheduling.Resource(ACCESSIBLE, evening.accessible_tables),
        scheduling.Resource(INTERPRETER, evening.interpreters),
    ]
    problem = scheduling.problem_of(
        [_student(one, len(rounds), minimum) for one in people.students],
        [_company(one, len(rounds)) for one in people.companies],
        rounds,
        list(_wishes(evening, people)),
        resources,
    )
    return _with_fixed(problem, fixed)


@dataclass(frozen=True, slots=True)
class PairRoom:
    """
    What two participants have time for, alone in the room.

    Args:
        student_most, company_most: talks that each can have, by rounds, breaks, rests and the own maximum.
        share_a_round: whether the two can meet at all.
    """

    student_most: int
    company_most: int
    share_a_round: bool


def room_for(evening: DatingEvening, student: DatingStudent, company: DatingCompany) -> PairRoom:
    """
    As the planner counts it, without the others. No query but for the organisation.

    Raises:
        Unplannable: how one of them comes contradicts itself.
    """
    times = evening.round_times()
    problem = scheduling.problem_of(
        [_student(student, len(times), 0)],
        [_company(company, len(times))],
        [scheduling.Round(start, evening.round_minutes) for start, _end in times],
        [scheduling.Wish(student_key(student.pk), company_key(company.pk), 1)],
        [
            scheduling.Resource(ACCESSIBLE, evening.accessible_tables),
            scheduling.Resource(INTERPRETER, evening.interpreters),
        ],
    )
    room = scheduling.room_of(problem)
    return PairRoom(int(room.student_most[0]), int(room.company_most[0]), bool(room.possible[0]))


def _student(one: DatingStudent, rounds: int, minimum: int) -> scheduling.Student:
    needs = [ACCESSIBLE] * one.needs_accessible_table + [INTERPRETER] * one.needs_interpreter
    most = one.most
    return scheduling.Student(
        student_key(one.pk),
        minimum=minimum if most is None else min(minimum, most),
        maximum=most,
        absent=_absent(one, rounds),
        rests=one.rests,
        needs=tuple(needs),
    )


def _company(one: DatingCompany, rounds: int) -> scheduling.Company:
    return scheduling.Company(
        company_key(one.pk),
        minimum=one.least,
        maximum=one.most,
        absent=_absent(one, rounds),
        breaks=one.breaks,
        rests=one.rests,
        recruiters=one.recruiters,
        tables=one.table_names,
    )


def _absent(one: DatingStudent | DatingCompany, rounds: int) -> frozenset[int]:
    first, last = one.first_round or 1, one.last_round or rounds
    return frozenset(number for number in range(rounds) if not first <= number + 1 <= last)


def _wishes(evening: DatingEvening, people: Participants) -> Iterator[scheduling.Wish]:
    students, companies = {one.pk for one in people.students}, {one.pk for one in people.companies}
    scores: dict[tuple[int, int], dict[str, int]] = {
        (one.student_id, one.company_id): {} for one in people.talks
    }
    rules: dict[tuple[int, int], list[PairRule]] = {}
    with all_rows():  # wishes are blind to everybody but the sums
        wishes = list(
            DatingWish.objects.filter(student__evening=evening)
            .exclude(origin=WishOrigin.DISMISSED)
            .order_by("pk")
            .values_list("student", "company", "side", "strength", "origin")
        )
        said = list(DatingRule.objects.filter(student__evening=evening).order_by("pk"))
    for student, company, side, strength, origin in wishes:
        worth = strength * (1 if origin == WishOrigin.SUGGESTED else SAID_WORTH)
        scores.setdefault((student, company), {})[side] = worth
    for rule in said:
        kind = PairRule.MUST if rule.kind == RuleKind.MUST else PairRule.NEVER
        rules.setdefault((rule.student_id, rule.company_id), []).append(kind)
        scores.setdefault((rule.student_id, rule.company_id), {})
    for (student, company), by_side in sorted(scores.items()):
        if student not in students or company not in companies:
            continue
        for kind in rules.get((student, company), [PairRule.OPEN]):
            yield scheduling.Wish(
                student_key(student),
                company_key(company),
                by_side.get(WishSide.STUDENT, 0),
                by_side.get(WishSide.COMPANY, 0),
                kind,
            )


def spare_wishes(
    evening: DatingEvening, people: Participants, strengths: Mapping[tuple[int, int], int]
) -> list[scheduling.Wish]:
    """
    Pairs that may meet where a candidate has too few talks: nobody took them away, nobody speaks for the company.

    Args:
        strengths: of a suggestion, by numbers of the candidate's and the company's row.
    """
    with all_rows():
        barred = set(
            DatingWish.objects.filter(student__evening=evening, origin=WishOrigin.DISMISSED)
            .order_by()
            .values_list("student", "company")
        )
        speaks_for = set(
            DatingCompany.objects.filter(evening=evening)
            .order_by()
            .exclude(organisation__contacts=None)
            .values_list("organisation__contacts", "pk")
        )
    users = {one.pk: one.candidate.user_id for one in people.students}
    known = people.keys
    return [
        scheduling.Wish(student_key(student), company_key(company), strength)
        for (student, company), strength in sorted(strengths.items())
        if (student, company) not in barred
        and (users.get(student), company) not in speaks_for
        and {student_key(student), company_key(company)} <= known
    ]


def _with_fixed(problem: SchedulingProblem, fixed: Iterable[Appointment]) -> SchedulingProblem:
    plan = Plan.of(problem, meetings_of(fixed))
    return replace(problem, fixed_pair=plan.pair, fixed_round=plan.round, fixed_table=plan.table)


def meetings_of(talks: Iterable[Appointment]) -> list[Meeting]:
    return [
        Meeting(student_key(one.student_id), company_key(one.company_id), one.round - 1, one.table)
        for one in talks
    ]


def news_of(
    states: Iterable[DayState], people: Participants, rounds: int, first_open: int
) -> scheduling.News:
    """What is different from what was planned: who is away, and who withdrew."""
    away = {
        company_key(one.company_id) if one.company_id else student_key(one.student_id or 0): gone
        for one in states
        if (gone := one.rounds_away(rounds))
    }
    known = people.keys
    withdrawn = [company_key(one.pk) for one in people.companies if one.withdrawn_at]
    withdrawn += [student_key(one.pk) for one in people.students if one.withdrawn_at]
    return scheduling.News(
        first_open=first_open,
        away={key: gone for key, gone in away.items() if key in known},
        withdrawn=tuple(withdrawn),
    )


def talks_of(
    plan: Plan, version: TimetableVersion, *, locked: Iterable[tuple[int, int]] = ()
) -> list[Appointment]:
    """Rows of a timetable, not saved; `locked`: pairs of a candidate and a company."""
    stays, pairs = set(locked), plan.problem.pairs
    both = (pairs.student_score > 0) & (pairs.company_score > 0)
    wished = {
        (plan.problem.students.ids[pairs.student[row]], plan.problem.companies.ids[pairs.company[row]])
        for row in np.nonzero(both)[0].tolist()
    }
    found = []
    for one in plan:
        student, company = number_of(one.student), number_of(one.company)
        found.append(
            Appointment(
                version=version,
                round=one.round + 1,
                table=one.table,
                student_id=student,
                company_id=company,
                locked=(student, company) in stays,
                is_mutual=(one.student, one.company) in wished,
            )
        )
    return found


def pairs_of(plan: Plan, rows: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers of the candidate's and the company's row of pairs of a problem."""
    problem = plan.problem
    return [
        (
            number_of(problem.students.ids[problem.pairs.student[row]]),
            number_of(problem.companies.ids[problem.pairs.company[row]]),
        )
        for row in rows
    ]


def certified(plan: Plan, data: Mapping[str, Any]) -> Timetable:
    """A plan with the certificate that was stored of it, for the independent checks."""
    proof, problem = data["proof"], plan.problem
    prices: Mapping[str, int] = proof["prices"]
    cuts = []
    for cut in proof["cuts"]:
        of_company = cut["of"] in problem.companies.row_of
        row = (problem.companies if of_company else problem.students).row_of.get(cut["of"], -1)
        if row >= 0:
            rounds = tuple(number - 1 for number in cut["rounds"])
            cuts.append(PricedCut(of_company, row, rounds, cut["most"], cut["price"]))
    certificate = Certificate(
        value=data["value"],
        bound=data["bound"],
        open_steps=data["floor_steps_open"],
        by=ProvenBy(data["proven_by"]),
        floor=data["floor"],
        reached=tuple(data["students_with_at_least"].values()),
        asked=data["students_who_asked"],
        without=data["students_without_meeting"],
        alone=tuple(data.get("students_with_nobody_to_meet", ())),
        barred=tuple(data.get("students_whose_wishes_cannot_be_held", ())),
        smallest_share=data["smallest_share"],
        short=tuple((one["id"], one["meetings"], one["minimum"]) for one in data["below_minimum"]),
        rules=tuple(data["rules_kept"]),
        proof=Proof(
            np.array([prices.get(one, 0) for one in problem.students.ids], np.int64),
            np.array([prices.get(one, 0) for one in problem.companies.ids], np.int64),
            tuple(cuts),
            tuple(proof["fees"].get(one.name, 0) for one in problem.resources),
            proof["stakes"]["step"],
            proof["stakes"]["minimum"],
            proof["stakes"]["must"],
            proof["total"],
        ),
    )
    return Timetable(problem, plan.pair, plan.round, plan.table, certificate)
