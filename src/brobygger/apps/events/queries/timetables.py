"""Reads of timetables: versions, what differs between two, one's own talks, and the evening as it goes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext as _

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import DayPresence, TalkAnswer, WishSide, company_key, student_key
from brobygger.apps.events.models import (
    Appointment,
    DatingCompany,
    DatingEvening,
    DatingLead,
    DatingStudent,
    DayState,
    TalkFeedback,
    TimetableVersion,
)
from brobygger.apps.events.queries.evening_tasks import still_planned
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import Opportunity
from brobygger.core.scheduling import Certificate, Proof, ProvenBy, Timetable

if TYPE_CHECKING:
    from brobygger.core.scheduling import Finding

KEY: Final = re.compile(r"\b(?:student|company)-\d+\b")


@dataclass(frozen=True, slots=True)
class Slot:
    """
    A round of a timetable.

    Args:
        number: from 1.
        start, end: when.
        talks: in it, by table.
    """

    number: int
    start: dt.datetime
    end: dt.datetime
    talks: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """How the talks of one person or company differ: what is only in the first, and only in the second."""

    name: str
    gone: tuple[Appointment, ...]
    new: tuple[Appointment, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    Two versions side by side.

    Args:
        same: talks in both, at the same time and table.
        moved: pairs in both, at another time or table.
        gone, new: pairs in one of them.
        students, companies: whose own rows differ.
    """

    same: int
    moved: int
    gone: int
    new: int
    students: tuple[Difference, ...]
    companies: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class OwnTalk:
    """
    A talk as one side sees it.

    Args:
        talk, start, end: which and when.
        other: the number of whom it is with: a company's, where a candidate looks.
        is_over, is_now: as of now.
        answer: what this side said; None: nothing yet.
        opportunity: number of the one for which this side, a company, said yes.
        brings: the open opportunities of the company, by title: one of them is what a yes of both is about.
        lead: where both said yes.
    """

    talk: Appointment
    other: int
    start: dt.datetime
    end: dt.datetime
    is_over: bool
    is_now: bool
    answer: TalkAnswer | None
    opportunity: int | None
    brings: tuple[Opportunity, ...]
    lead: DatingLead | None

    @property
    def has_begun(self) -> bool:
        return self.is_over or self.is_now


def with_names(text: str, names: Mapping[str, str]) -> str:
    """A sentence of the planner with names for its keys."""
    return KEY.sub(lambda found: names.get(found[0], found[0]), text)


def names_of(evening: DatingEvening) -> dict[str, str]:
    """What people call whom a key of the planner means: a candidate by the alias. Two queries."""
    students = DatingStudent.objects.filter(evening=evening).values_list("pk", "candidate__alias")
    companies = DatingCompany.objects.filter(evening=evening).values_list("pk", "organisation__name")
    found = {student_key(pk): alias for pk, alias in students}
    return found | {company_key(pk): name for pk, name in companies}


def said(findings: Iterable[Finding], names: Mapping[str, str], language: str) -> list[str]:
    """What the planner found, in words and by name."""
    named = {"accessible": _("wheelchair-accessible table"), "interpreter": _("interpreter")}
    return [
        re.sub(r"“(accessible|interpreter)”|”(accessible|interpreter)”",
               lambda found: f"“{named[found[1] or found[2]]}”",
               with_names(one.text(language), names))
        for one in findings
    ]  # fmt: skip


def versions_of(evening: DatingEvening) -> QuerySet[TimetableVersion]:
    """The latest first, with `talk_count`."""
    found = TimetableVersion.objects.filter(evening=evening).select_related("made_by", "published_by")
    return found.annotate(talk_count=Count("appointments")).order_by("-number")


def version_by_id(pk: int) -> TimetableVersion | None:
    return TimetableVersion.objects.select_related("evening__event__programme").filter(pk=pk).first()


def version_in_force(evening: DatingEvening) -> TimetableVersion | None:
    """The version that holds. Whoever takes part reads its number; its rows are asked for in the own scope."""
    with all_rows():
        return TimetableVersion.objects.in_force().filter(evening=evening).first()


def in_order(name: str) -> tuple[tuple[bool, int, str], ...]:
    """By what people put tables in order: numbers before words, 2 before 10, A2 before A10."""
    parts = re.findall(r"[0-9]+|[^0-9]+", name)
    return tuple((False, int(one), "") if one[0] in "0123456789" else (True, 0, one) for one in parts)


def talks_of(version: TimetableVersion) -> list[Appointment]:
    """The talks of a version in the visitor's scope, by round and table, with both sides."""
    found = Appointment.objects.filter(version=version).order_by("round", "table", "pk")
    return _sorted(found.select_related("company__organisation", "student__candidate"))


def _sorted(talks: Iterable[Appointment]) -> list[Appointment]:
    """By round and table; the database puts 10 before 2."""
    return sorted(talks, key=lambda one: (one.round, in_order(one.table), one.pk))


def slots_of(evening: DatingEvening, talks: Iterable[Appointment]) -> list[Slot]:
    """The rounds of an evening, each with its talks."""
    by_round: dict[int, list[Appointment]] = {}
    for one in talks:
        by_round.setdefault(one.round, []).append(one)
    return [
        Slot(number, start, end, tuple(by_round.get(number, ())))
        for number, (start, end) in enumerate(evening.round_times(), 1)
    ]


def compare_versions(first: TimetableVersion, second: TimetableVersion) -> Comparison:
    """What differs between two versions of an evening. Two queries."""
    return compare_talks(talks_of(first), talks_of(second))


def compare_talks(before: list[Appointment], after: list[Appointment]) -> Comparison:
    """What differs between two lists of talks, read with both sides."""
    old = {_place(one): one for one in before}
    new = {_place(one): one for one in after}
    gone = [one for place, one in old.items() if place not in new]
    fresh = [one for place, one in new.items() if place not in old]
    pairs_gone = {(one.student_id, one.company_id) for one in gone}
    pairs_new = {(one.student_id, one.company_id) for one in fresh}
    moved = pairs_gone & pairs_new
    return Comparison(
        same=len(old.keys() & new.keys()),
        moved=len(moved),
        gone=len(pairs_gone - moved),
        new=len(pairs_new - moved),
        students=_differences(gone, fresh, lambda one: (one.student_id, one.student.candidate.alias)),
        companies=_differences(gone, fresh, lambda one: (one.company_id, one.company.organisation.name)),
    )


def _place(one: Appointment) -> tuple[int, int, int, str]:
    return one.student_id, one.company_id, one.round, one.table


def _differences(gone: list[Appointment], fresh: list[Appointment], whose: object) -> tuple[Difference, ...]:
    rows: dict[tuple[int, str], tuple[list[Appointment], list[Appointment]]] = {}
    for place, talks in enumerate((gone, fresh)):
        for one in talks:
            rows.setdefault(whose(one), ([], []))[place].append(one)  # type: ignore[operator]
    return tuple(
        Difference(name, tuple(lost), tuple(made))
        for (_pk, name), (lost, made) in sorted(rows.items(), key=lambda item: (item[0][1], item[0][0]))
    )


def certificate_lines(
    version: TimetableVersion, talks: int, language: str, names: Mapping[str, str]
) -> list[str]:
    """The stored certificate in a few sentences, by name."""
    return [with_names(line, names) for line in certificate_of(version).lines(talks, language)]


def certificate_of(version: TimetableVersion) -> Certificate:
    """The stored certificate without its prices: what it says, not what proves it."""
    data, none = version.certificate, np.zeros(0, np.int64)
    return Certificate(
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
        proof=Proof(none, none, (), (), 0, 0, 0, 0),
    )


@dataclass(frozen=True, slots=True)
class FloorPrice:
    """
    One setting of the fairness dial.

    Args:
        floor: talks that everybody should have first.
        timetable: the best one of that floor.
        price: share of the value of the lowest setting that it gives up, 0–1.
        least: talks of whoever has fewest.
    """

    floor: int
    timetable: Timetable
    price: float
    least: int

    @property
    def percent(self) -> float:
        return round(100 * self.price, 1)


# --- one's own evening ---------------------------------------------------------------------


def own_talks(*, of: DatingCompany | DatingStudent, at: dt.datetime) -> list[OwnTalk]:
    """The talks of the version in force as one side sees them, in the order of the evening. Five queries."""
    version = version_in_force(of.evening)
    if version is None:
        return []
    is_company = isinstance(of, DatingCompany)
    side = WishSide.COMPANY if is_company else WishSide.STUDENT
    mine = {"company" if is_company else "student": of}
    answers = {
        (one.student_id, one.company_id): (TalkAnswer(one.answer), one.opportunity_id)
        for one in TalkFeedback.objects.filter(side=side, **mine)
    }
    leads = DatingLead.objects.filter(**mine).select_related("application__opportunity")
    made = {(one.student_id, one.company_id): one for one in leads}
    times = of.evening.round_times()
    talks = Appointment.objects.filter(version=version, **mine).order_by("round", "table", "pk")
    open_ones = Opportunity.objects.filter(state=OpportunityState.OPEN).defer("text", "passages")
    brought = Prefetch("company__opportunities", open_ones.order_by("title", "pk"))
    found = []
    with_both = talks.select_related("company__organisation", "student__candidate")
    for talk in _sorted(with_both.prefetch_related(brought)):
        if talk.round > len(times):
            continue
        start, end = times[talk.round - 1]
        pair = (talk.student_id, talk.company_id)
        other = talk.student_id if is_company else talk.company_id
        is_now = start <= at < end
        brings = tuple(talk.company.opportunities.all())
        answer, chosen = answers.get(pair) or (None, None)
        found.append(
            OwnTalk(talk, other, start, end, end <= at, is_now, answer, chosen, brings, made.get(pair))
        )
    return found


def waiting_for_name(student: DatingStudent) -> list[DatingCompany]:
    """
    The companies that a candidate and they both said yes to, and nothing came of it yet: the name is missing.

    It tells a candidate of a company's yes, so nothing here is for the company. One query.
    """
    with all_rows():
        said = TalkFeedback.objects.filter(student=student, company=OuterRef("pk"), answer=TalkAnswer.YES)
        found = DatingCompany.objects.filter(
            Exists(said.filter(side=WishSide.STUDENT)), Exists(said.filter(side=WishSide.COMPANY))
        )
        made = DatingLead.objects.filter(student=student, company=OuterRef("pk"))
        return list(found.exclude(Exists(made)).select_related("organisation").order_by("pk"))


def talk_with(*, of: DatingCompany | DatingStudent, other: int) -> Appointment | None:
    """One's own talk of the version that holds, by the number of whom it is with: a pair has one at most."""
    is_company = isinstance(of, DatingCompany)
    mine = {"company": of, "student": other} if is_company else {"student": of, "company": other}
    found = Appointment.objects.filter(
        version__published_at__isnull=False, version__superseded_at=None, **mine
    )
    return found.select_related("company__organisation", "student__candidate").first()


def lead_by_id(pk: int) -> DatingLead | None:
    found = DatingLead.objects.select_related("company__organisation", "student__candidate", "application")
    return found.filter(pk=pk).first()


def leads_of(evening: DatingEvening) -> QuerySet[DatingLead]:
    """The leads of an evening in the visitor's scope, the most urgent first."""
    found = DatingLead.objects.filter(student__evening=evening)
    return found.select_related("company__organisation", "student__candidate", "application").order_by(
        "due_date", "pk"
    )


# --- the evening as it goes ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OnBoard:
    """
    A person or a company on the board of the evening.

    Args:
        who: the row.
        name: alias, or the company's name.
        state: what was said; None: nothing yet.
        next_talk: the next or present one; None: none.
        talks: how many are planned.
    """

    who: DatingCompany | DatingStudent
    name: str
    state: DayState | None
    next_talk: Appointment | None
    talks: int

    @property
    def is_missing(self) -> bool:
        return self.state is not None and self.state.state in (DayPresence.ABSENT, DayPresence.LEFT)


@dataclass(frozen=True, slots=True)
class Board:
    """
    Args:
        round: that goes on or comes next, from 1; one more than there are when all are over.
        companies, students: who takes part.
        queue: of these, candidates who came unannounced and have no talk yet, the longest waiting first.
        waiting: what was said since the timetable was repaired.
    """

    round: int
    companies: tuple[OnBoard, ...]
    students: tuple[OnBoard, ...]
    queue: tuple[OnBoard, ...]
    waiting: int
    version: TimetableVersion | None


def board_of(evening: DatingEvening, *, at: dt.datetime) -> Board:
    """The evening at a moment. Five queries, whatever the size."""
    version = version_in_force(evening)
    talks = [] if version is None else talks_of(version)
    states = list(DayState.objects.filter(evening=evening))
    of_student = {one.student_id: one for one in states if one.student_id}
    of_company = {one.company_id: one for one in states if one.company_id}
    now = next(
        (number for number, (_start, end) in enumerate(evening.round_times(), 1) if at < end),
        evening.rounds + 1,
    )
    students, companies = _by(talks, "student_id"), _by(talks, "company_id")
    student_rows = [
        _on_board(one, one.candidate.alias, of_student.get(one.pk), students.get(one.pk, []), now)
        for one in DatingStudent.objects.filter(evening=evening, withdrawn_at=None)
        .select_related("candidate")
        .order_by("candidate__alias", "pk")
    ]
    company_rows = [
        _on_board(one, one.organisation.name, of_company.get(one.pk), companies.get(one.pk, []), now)
        for one in DatingCompany.objects.filter(evening=evening, withdrawn_at=None)
        .select_related("organisation")
        .order_by("organisation__name", "pk")
    ]
    queue = [one for one in student_rows if isinstance(one.who, DatingStudent) and one.who.is_walk_in]
    return Board(
        now,
        tuple(company_rows),
        tuple(student_rows),
        tuple(
            sorted(
                (one for one in queue if one.next_talk is None and not one.is_missing),
                key=lambda one: (one.who.joined_at, one.who.pk),
            )
        ),
        sum(one.repaired_at is None and one.state != DayPresence.PRESENT for one in states)
        + len(_gone(still_planned(talks, evening, at))),
        version,
    )


def _gone(talks: Iterable[Appointment]) -> set[DatingCompany | DatingStudent]:
    """Who of these withdrew."""
    return {who for one in talks for who in (one.company, one.student) if who.withdrawn_at is not None}


def _by(talks: Iterable[Appointment], name: str) -> dict[int, list[Appointment]]:
    found: dict[int, list[Appointment]] = {}
    for one in talks:
        found.setdefault(getattr(one, name), []).append(one)
    return found


def _on_board(
    who: DatingCompany | DatingStudent, name: str, state: DayState | None, talks: list[Appointment], now: int
) -> OnBoard:
    return OnBoard(who, name, state, next((one for one in talks if one.round >= now), None), len(talks))
