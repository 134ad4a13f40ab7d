"""An evening of short talks is planned: its rounds, who takes part, which pairs must or must never meet."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, TypeVar

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions import evening_moves
from brobygger.apps.events.enums import EventKind, EventState, RuleKind
from brobygger.apps.events.models import DatingCompany, DatingEvening, DatingRule, DatingStudent, Event
from brobygger.apps.organisations.enums import OrganisationState

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation
    from brobygger.apps.people.models import Candidate
    from brobygger.apps.programmes.models import Programme

MOST_ROUNDS = 60
MOST_REQUEST_DAYS = 14


class WrongEvening(ValueError):
    """An evening, or a place at it, as it cannot be. The message says what would be right."""


class NotTaking(Exception):
    """Nobody can join, or say wishes, any more or yet. The message says why."""


@dataclass(frozen=True, slots=True)
class EveningDetails:
    """What an organiser says of an evening; fields as in `DatingEvening`."""

    first_round_at: dt.datetime
    wishes_until: dt.datetime
    rounds: int = 8
    round_minutes: int = 12
    pause_minutes: int = 3
    breaks: tuple[tuple[int, int], ...] = ()
    tables: int = 20
    accessible_tables: int = 2
    interpreters: int = 0
    open_requests: bool = False
    request_days: int = 3


@dataclass(frozen=True, slots=True)
class CompanyPlace:
    """How a company comes; fields as in `DatingCompany`."""

    recruiters: int = 1
    tables: str = ""
    first_round: int | None = None
    last_round: int | None = None
    least: int = 0
    most: int | None = None
    breaks: int = 0
    rests: bool = False


@dataclass(frozen=True, slots=True)
class StudentPlace:
    """How a candidate comes, and what they need; fields as in `DatingStudent`."""

    first_round: int | None = None
    last_round: int | None = None
    most: int | None = None
    rests: bool = False
    needs_accessible_table: bool = False
    needs_interpreter: bool = False


@transaction.atomic
def save_evening(*, event: Event, details: EveningDetails, by: User | None, at: dt.datetime) -> DatingEvening:
    """
    Plan the evening of an event, or plan it anew. What was agreed of it stays. Repeating it changes nothing.

    Who takes part is told of a first round at another time and, where a timetable is out, of any round.

    Raises:
        PermissionDenied: `by` may not change this event.
        WrongEvening: rounds or times that cannot be.
    """
    check_may(by, "events.change_event", event)
    _check_details(event, details)
    evening = DatingEvening.objects.filter(event=event).first() or DatingEvening(event=event, created_at=at)
    said = asdict(details) | {"breaks": [list(one) for one in details.breaks]}
    if evening.pk and all(getattr(evening, name) == value for name, value in said.items()):
        return evening
    before = evening.round_times() if evening.pk else []
    for name, value in said.items():
        setattr(evening, name, value)
    evening.changed_at = at
    evening.save()
    changes = {name: value if isinstance(value, (int, list)) else str(value) for name, value in said.items()}
    record(action="events.save_evening", subject=evening, by=by, at=at, changes=changes)
    after = evening.round_times()
    if before and (before != after if _is_out(evening) else before[0][0] != after[0][0]):
        evening_moves.tell_of_move(evening, is_event=False, by=by, at=at)
    return evening


@transaction.atomic
def announce_evening(
    *,
    programme: Programme,
    code: str,
    title: str,
    starts_at: dt.datetime,
    ends_at: dt.datetime,
    details: EveningDetails,
    place_name: str = "",
    city: str = "",
    country: str = "",
    by: User | None,
    at: dt.datetime,
) -> DatingEvening:
    """
    Make an open event of a programme that is an evening of short talks, with its rounds. What has the code stays.

    Raises:
        PermissionDenied: `by` may not plan events of this programme.
        WrongEvening: rounds or times that cannot be.
    """
    check_may(by, "events.add_event", programme)
    event, is_new = Event.objects.get_or_create(
        code=code,
        defaults={
            "programme": programme,
            "kind": EventKind.DATING,
            "title": title,
            "starts_at": starts_at,
            "ends_at": ends_at,
            "place_name": place_name,
            "city": city,
            "country": country,
            "state": EventState.OPEN,
            "created_at": at,
            "changed_at": at,
        },
    )
    if is_new:
        changes = {"programme": programme.pk, "code": code}
        record(action="events.announce_evening", subject=event, by=by, at=at, changes=changes)
    return save_evening(event=event, details=details, by=by, at=at)


def _check_details(event: Event, details: EveningDetails) -> None:
    if not 1 <= details.rounds <= MOST_ROUNDS or details.round_minutes < 1:
        raise WrongEvening(_("An evening has 1 to 60 rounds of 1 minute or more."))
    if any(not 1 <= after < details.rounds or minutes < 0 for after, minutes in details.breaks):
        raise WrongEvening(_("A long break lies after one of the rounds, and not after the last."))
    refused = evening_moves.objection(DatingEvening(**asdict(details)), event)
    if refused:
        raise WrongEvening(refused)
    if details.wishes_until > details.first_round_at:
        raise WrongEvening(_("Wishes must be in before the first round begins."))
    if not 1 <= details.request_days <= MOST_REQUEST_DAYS:
        raise WrongEvening(_("A request for a talk waits 1 to 14 days for an answer."))


@transaction.atomic
def place_company(
    *,
    evening: DatingEvening,
    organisation: Organisation,
    place: CompanyPlace | None = None,
    by: User | None,
    at: dt.datetime,
) -> DatingCompany:
    """
    Let a company take part, or change how it comes. One that withdrew comes back.

    Args:
        place: None: as it was, or as a company comes at first.

    Raises:
        PermissionDenied: `by` neither plans the evening nor writes for the company at one that is open.
        NotTaking: a company joins by itself after the wishes were due, is suspended, or joins before it is accepted.
        WrongEvening: rounds or tables that cannot be.
    """
    is_organiser = by is None or by.has_perm("events.plan_evening", evening)
    if not is_organiser:
        check_may(by, "events.join_evening", evening)
        check_may(by, "opportunities.add_opportunity", organisation)
        _check_open(evening, at)
    if organisation.state == OrganisationState.SUSPENDED:
        raise NotTaking(_("%(name)s is suspended and cannot take part.") % {"name": organisation})
    if not is_organiser and not organisation.is_accepted:
        raise NotTaking(_("%(name)s can take part once it is accepted.") % {"name": organisation})
    company = DatingCompany.objects.filter(evening=evening, organisation=organisation).first()
    before = None if company is None else _place_of(company, CompanyPlace)
    if company is None:
        company = DatingCompany(evening=evening, organisation=organisation, joined_at=at)
    if company.pk and company.withdrawn_at is None and place in (None, before):
        return company
    for name, value in asdict(place or before or CompanyPlace()).items():
        setattr(company, name, value)
    if place is None and _taken(company):
        company.tables = ""  # whoever comes back gets the lowest free numbers
    _check_rounds(evening, company.first_round, company.last_round)
    _check_recruiters(company)
    company.withdrawn_at = None
    company.save()
    changes = {"evening": evening.pk, "organisation": organisation.pk, "recruiters": company.recruiters}
    record(action="events.place_company", subject=company, by=by, at=at, changes=changes)
    return company


@transaction.atomic
def place_student(
    *,
    evening: DatingEvening,
    candidate: Candidate,
    place: StudentPlace | None = None,
    is_walk_in: bool = False,
    by: User | None,
    at: dt.datetime,
) -> DatingStudent:
    """
    Let a candidate take part, or change how they come. Somebody who withdrew comes back.

    Who joins when a timetable is out, or is let in at the door, comes unannounced: talks are found by the next repair.

    Args:
        place: None: as it was, or as somebody comes at first.

    Raises:
        PermissionDenied: `by` neither plans the evening nor is the candidate at one that is open.
        NotTaking: the evening is over.
        WrongEvening: rounds that cannot be.
    """
    is_organiser = by is None or by.has_perm("events.plan_evening", evening)
    student = DatingStudent.objects.filter(evening=evening, candidate=candidate).first()
    if not is_organiser:
        if student is None or student.withdrawn_at is not None:
            check_may(by, "events.join_evening", evening)
        check_may(by, "people.change_candidate", candidate)
    if evening.event.ends_at <= at:
        raise NotTaking(_("This evening is over."))
    before = None if student is None else _place_of(student, StudentPlace)
    if student is not None and student.withdrawn_at is None and place in (None, before):
        return student
    if student is None or student.withdrawn_at is not None:
        student = student or DatingStudent(evening=evening, candidate=candidate)
        student.joined_at, student.withdrawn_at = at, None
        student.is_walk_in = is_walk_in or _is_out(evening)
    for name, value in asdict(place or before or StudentPlace()).items():
        setattr(student, name, value)
    begun = evening.rounds_begun(at)
    if student.is_walk_in and begun:
        student.first_round = max(begun + 1, student.first_round or 1)
    else:
        _check_rounds(evening, student.first_round, student.last_round)
    student.save()
    changes = {"evening": evening.pk, "candidate": candidate.pk, "is_walk_in": student.is_walk_in}
    record(action="events.place_student", subject=student, by=by, at=at, changes=changes)
    return student


Place = TypeVar("Place", CompanyPlace, StudentPlace)


def _place_of(row: DatingCompany | DatingStudent, kind: type[Place]) -> Place:
    return kind(**{name: getattr(row, name) for name in kind.__dataclass_fields__})


def _check_rounds(evening: DatingEvening, first: int | None, last: int | None) -> None:
    start, end = first or 1, last or evening.rounds
    if not 1 <= start <= end <= evening.rounds:
        raise WrongEvening(
            _("The rounds go from 1 to %(rounds)d; the first must not lie after the last.")
            % {"rounds": evening.rounds}
        )


def _check_recruiters(company: DatingCompany) -> None:
    if company.recruiters < 1:
        raise WrongEvening(_("A company comes with 1 recruiter or more."))
    if len(set(company.table_names)) not in (0, company.recruiters):
        raise WrongEvening(
            _("Name a table for each of the %(recruiters)d recruiters, or none: they are then numbered.")
            % {"recruiters": company.recruiters}
        )
    if taken := _taken(company):
        table, owner = taken
        raise WrongEvening(
            _("Table %(table)s is taken by %(company)s. Name another one.")
            % {"table": table, "company": owner}
        )


def _taken(company: DatingCompany) -> tuple[str, Organisation] | None:
    """A table of this company that another one has, and whose it is."""
    with all_rows():  # whoever joins does not see the others
        others = DatingCompany.objects.filter(evening_id=company.evening_id, withdrawn_at=None)
        for other in others.exclude(pk=company.pk).select_related("organisation").order_by("pk"):
            if both := sorted(set(company.table_names) & set(other.table_names)):
                return both[0], other.organisation
    return None


def _is_out(evening: DatingEvening) -> bool:
    with all_rows():  # whoever joins does not see the versions
        return evening.versions.in_force().exists()


def _check_open(evening: DatingEvening, at: dt.datetime) -> None:
    if evening.event.state != EventState.OPEN or not evening.takes_wishes(at):
        raise NotTaking(_("Wishes for this evening are closed. Ask the organiser."))


@transaction.atomic
def withdraw_company(*, company: DatingCompany, by: User | None, at: dt.datetime) -> DatingCompany:
    """
    A company does not come, or leaves for good. Its planned talks stay in the timetable until that is repaired.

    Raises:
        PermissionDenied: `by` neither plans the evening nor writes for the company.
    """
    if by is None or not by.has_perm("events.change_dating_company", company):
        check_may(by, "events.plan_evening", company.evening)
    if company.withdrawn_at is None:
        company.withdrawn_at = at
        company.save(update_fields=["withdrawn_at"])
        changes = {"evening": company.evening_id}
        record(action="events.withdraw_company", subject=company, by=by, at=at, changes=changes)
    return company


@transaction.atomic
def withdraw_student(*, student: DatingStudent, by: User | None, at: dt.datetime) -> DatingStudent:
    """
    A candidate does not come. Planned talks stay in the timetable until that is repaired.

    Raises:
        PermissionDenied: `by` neither plans the evening nor is the candidate.
    """
    if by is None or not by.has_perm("events.change_dating_student", student):
        check_may(by, "events.plan_evening", student.evening)
    if student.withdrawn_at is None:
        student.withdrawn_at = at
        student.save(update_fields=["withdrawn_at"])
        changes = {"evening": student.evening_id}
        record(action="events.withdraw_student", subject=student, by=by, at=at, changes=changes)
    return student


@transaction.atomic
def set_rule(
    *,
    student: DatingStudent,
    company: DatingCompany,
    kind: RuleKind,
    by: User | None,
    at: dt.datetime,
) -> DatingRule:
    """
    Say that a pair must meet, or must never. Repeating it changes nothing.

    Both rules for one pair contradict each other: that is said when a timetable is made.

    Raises:
        PermissionDenied: `by` does not plan the evening.
        WrongEvening: the two take part in different evenings.
    """
    check_may(by, "events.plan_evening", company.evening)
    if student.evening_id != company.evening_id:
        raise WrongEvening(_("The two do not take part in the same evening."))
    rule, is_new = DatingRule.objects.get_or_create(
        student=student, company=company, kind=kind, defaults={"made_at": at, "made_by": by}
    )
    if is_new:
        changes = {"student": student.pk, "company": company.pk, "kind": str(kind)}
        record(action="events.set_rule", subject=company.evening, by=by, at=at, changes=changes)
    return rule


@transaction.atomic
def remove_rule(*, rule: DatingRule, by: User | None, at: dt.datetime) -> None:
    """
    Take a rule for a pair away.

    Raises:
        PermissionDenied: `by` does not plan the evening.
    """
    evening = rule.company.evening
    check_may(by, "events.plan_evening", evening)
    changes = {"student": rule.student_id, "company": rule.company_id, "kind": rule.kind}
    rule.delete()
    record(action="events.remove_rule", subject=evening, by=by, at=at, changes=changes)
