"""Reads of Company Dating evenings: who takes part, how far the wishes are, whose evening it is."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import EventKind, EventState, RequestState, RuleKind, WishOrigin, WishSide
from brobygger.apps.events.models import (
    DatingCompany,
    DatingEvening,
    DatingRule,
    DatingStudent,
    DatingWish,
    Event,
    TalkRequest,
    TimetableVersion,
)
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import known_identities

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@dataclass(frozen=True, slots=True)
class OwnEvening:
    """
    An evening that somebody takes part in or can.

    Args:
        evening: which.
        companies, student: as whom the user takes part.
        can_join: the organisations of a company's user that do not take part yet.
        can_take_part: the user is a candidate who does not take part yet.
    """

    evening: DatingEvening
    companies: tuple[DatingCompany, ...]
    student: DatingStudent | None
    can_join: tuple[Organisation, ...]
    can_take_part: bool


def evenings() -> QuerySet[DatingEvening]:
    """Those in the visitor's scope, the next first, with `company_count`, `student_count` and `in_force`."""
    version = TimetableVersion.objects.in_force().filter(evening=OuterRef("pk")).values("number")[:1]
    return (
        DatingEvening.objects.select_related("event__programme")
        .annotate(
            company_count=_number("companies"),
            student_count=_number("students"),
            in_force=Subquery(version),
        )
        .order_by("-first_round_at", "pk")
    )


def _number(name: str) -> Count:
    return Count(name, filter=Q(**{f"{name}__withdrawn_at": None}), distinct=True)


def events_to_plan() -> QuerySet[Event]:
    """Events for Company Dating in the visitor's scope whose evening is not planned yet."""
    found = Event.objects.filter(kind=EventKind.DATING, dating_evening=None)
    return found.exclude(state=EventState.CANCELLED).select_related("programme").order_by("starts_at", "pk")


def evening_by_id(pk: int) -> DatingEvening | None:
    """An evening in the visitor's scope; the caller asks the rules what may be done with it."""
    return DatingEvening.objects.select_related("event__programme").filter(pk=pk).first()


def evening_by_code(code: str) -> DatingEvening | None:
    return DatingEvening.objects.select_related("event__programme").filter(event__code=code).first()


def event_of_evening(pk: int) -> Event | None:
    """The event of an evening."""
    return Event.objects.select_related("dating_evening", "programme").filter(dating_evening=pk).first()


def dating_company_by_id(pk: int) -> DatingCompany | None:
    found = DatingCompany.objects.select_related("organisation", "evening__event__programme")
    return found.filter(pk=pk).first()


def dating_student_by_id(pk: int) -> DatingStudent | None:
    found = DatingStudent.objects.select_related("candidate", "evening__event__programme")
    return found.filter(pk=pk).first()


def companies_at(evening: DatingEvening) -> list[DatingCompany]:
    """The companies that take part, in the visitor's scope, by name, each with what it brings. Two queries."""
    found = DatingCompany.objects.filter(evening=evening, withdrawn_at=None)
    return list(
        found.select_related("organisation")
        .prefetch_related("opportunities")
        .order_by("organisation__name", "pk")
    )


def students_at(evening: DatingEvening) -> list[DatingStudent]:
    """The candidates who take part, in the visitor's scope, by alias. One query."""
    found = DatingStudent.objects.filter(evening=evening, withdrawn_at=None)
    return list(found.select_related("candidate").order_by("candidate__alias", "pk"))


def rules_of(evening: DatingEvening) -> list[DatingRule]:
    """Pairs that must or must never meet, with both sides, and with `is_agreed`: the two agreed on it themselves."""
    agreed = TalkRequest.objects.filter(
        student=OuterRef("student"), company=OuterRef("company"), state=RequestState.ACCEPTED
    )
    is_agreed = Q(Exists(agreed), kind=RuleKind.MUST)
    found = DatingRule.objects.filter(student__evening=evening).annotate(is_agreed=is_agreed)
    return list(found.select_related("student__candidate", "company__organisation").order_by("pk"))


@dataclass(frozen=True, slots=True)
class WishSums:
    """
    How far the wishes are: numbers of what each has said, never whom it names.

    Args:
        of_companies, of_students: how many wishes each has, by its row's number; suggested ones count.
        said, suggested: over everybody.
    """

    of_companies: dict[int, int]
    of_students: dict[int, int]
    said: int
    suggested: int


def wish_sums(evening: DatingEvening) -> WishSums:
    """One query. All rows: numbers, and nobody's wish."""
    with all_rows():
        rows = list(
            DatingWish.objects.filter(student__evening=evening)
            .exclude(origin=WishOrigin.DISMISSED)
            .values_list("side", "student", "company", "origin")
        )
    companies: dict[int, int] = {}
    students: dict[int, int] = {}
    for side, student, company, _origin in rows:
        if side == WishSide.STUDENT:
            students[student] = students.get(student, 0) + 1
        else:
            companies[company] = companies.get(company, 0) + 1
    said = sum(origin == WishOrigin.SAID for *_, origin in rows)
    return WishSums(companies, students, said, len(rows) - said)


def own_wishes(*, of: DatingCompany | DatingStudent) -> dict[int, DatingWish]:
    """The wishes of one's own side by the other's row number; what was taken away is there, as dismissed."""
    if isinstance(of, DatingCompany):
        rows = DatingWish.objects.filter(company=of, side=WishSide.COMPANY)
        return {one.student_id: one for one in rows}
    rows = DatingWish.objects.filter(student=of, side=WishSide.STUDENT)
    return {one.company_id: one for one in rows}


def open_opportunities_of(organisation: Organisation) -> list[Opportunity]:
    """What a company can bring to an evening: its open opportunities, by title."""
    found = Opportunity.objects.filter(organisation=organisation, state="open")
    return list(found.defer("text", "passages").order_by("title", "pk"))


def own_evenings(user: User, *, at: dt.datetime) -> list[OwnEvening]:
    """The evenings of a company's user or a candidate: those to come, and those that one took part in."""
    with_own = {"companies": {}, "students": {}}  # type: dict[str, dict[int, list[DatingCompany | DatingStudent]]]
    own_companies = DatingCompany.objects.filter(organisation__contacts=user, withdrawn_at=None)
    for company in own_companies.select_related("organisation").order_by("pk"):
        with_own["companies"].setdefault(company.evening_id, []).append(company)
    for student in DatingStudent.objects.filter(candidate__user=user, withdrawn_at=None):
        with_own["students"].setdefault(student.evening_id, []).append(student)
    taken = {*with_own["companies"], *with_own["students"]}
    coming = Q(event__ends_at__gt=at, event__state=EventState.OPEN)
    found = DatingEvening.objects.select_related("event__programme").filter(coming | Q(pk__in=taken))
    organisations = (
        tuple(_free_to_come().filter(contacts=user).order_by("name", "pk"))
        if user.role == Role.COMPANY
        else ()
    )
    is_candidate = Candidate.objects.filter(user=user).exists()
    rows = []
    for evening in found.order_by("first_round_at", "pk"):
        mine = tuple(
            one for one in with_own["companies"].get(evening.pk, []) if isinstance(one, DatingCompany)
        )
        students = [one for one in with_own["students"].get(evening.pk, []) if isinstance(one, DatingStudent)]
        there = {one.organisation_id for one in mine}
        is_open = evening.event.state == EventState.OPEN and evening.event.ends_at > at
        rest = tuple(one for one in organisations if one.pk not in there) if is_open else ()
        can = is_open and is_candidate and not students
        rows.append(OwnEvening(evening, mine, students[0] if students else None, rest, can))
    return rows


def candidates_to_add(evening: DatingEvening, *, text: str, by: User, most: int = 8) -> list[Candidate]:
    """
    Candidates of the programme who do not take part: for whoever stands at the door.

    Args:
        text: that the alias holds, or the name, as far as `by` may see who it is.
    """
    named = known_identities(by).filter(name__icontains=text).order_by().values("candidate")
    taking_part = DatingStudent.objects.filter(evening=evening, withdrawn_at=None).values("candidate")
    found = Candidate.objects.filter(programmes=evening.event.programme_id).exclude(pk__in=taking_part)
    found = found.filter(Q(alias__icontains=text) | Q(pk__in=named))
    return list(found.order_by("alias", "pk")[:most])


def organisations_to_add(evening: DatingEvening) -> list[Organisation]:
    """Organisations of the programme that do not take part, by name."""
    there = DatingCompany.objects.filter(evening=evening, withdrawn_at=None).values("organisation")
    found = _free_to_come().filter(programmes=evening.event.programme_id).exclude(pk__in=there)
    return list(found.order_by("name", "pk"))


def _free_to_come() -> QuerySet[Organisation]:
    return Organisation.objects.exclude(state=OrganisationState.SUSPENDED)
