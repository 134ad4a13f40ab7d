"""Versions of a timetable: made with the fairness dial, checked independently, published."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from django.db import transaction
from django.db.models import Max
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events import adapters
from brobygger.apps.events.actions import evening_mail as mail
from brobygger.apps.events.models import Appointment, DatingCompany, DatingEvening, TimetableVersion
from brobygger.apps.events.queries import FloorPrice, compare_talks, names_of, said
from brobygger.core.scheduling import (
    LANGUAGES,
    Plan,
    Timetable,
    Unplannable,
    fairness_dial,
    objections,
    solve,
)

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

FLOORS: Final = (0, 1, 2, 3)
"""Settings of the fairness dial."""


class CannotPlan(Exception):
    """The evening cannot be planned as it was asked for. `reasons` say why, each in words and by name."""

    def __init__(self, reasons: Sequence[str]) -> None:
        self.reasons = tuple(reasons)
        super().__init__(" ".join(reasons))


@dataclass(frozen=True, slots=True)
class Told:
    """
    Participants whose own talks are new or differ: candidates and companies.

    Args:
        count: to whom a mail was written, to a company's contacts to one or more.
        missed: to whom none could be: no address, or no wish for such mails.
    """

    count: int = 0
    missed: int = 0


class Outdated(Exception):
    """A version no longer fits what is known of the evening: it cannot be published. The message says what to do."""


def turn_dial(*, evening: DatingEvening, minimum: int = 0, by: User | None) -> tuple[FloorPrice, ...]:
    """
    What each setting of the fairness dial gives, and what it costs. Nothing is kept of it.

    Args:
        minimum: talks that every candidate who has somebody to meet must have, whatever the setting.

    Raises:
        PermissionDenied: `by` does not plan the evening.
        CannotPlan: with all reasons, by name.
    """
    check_may(by, "events.plan_evening", evening)
    people = adapters.participants(evening)
    _check_tables(evening, people.companies)
    try:
        problem = adapters.load_problem(evening, people, minimum=minimum, fixed=_locked(evening))
        steps = fairness_dial(problem, FLOORS)
    except Unplannable as error:
        raise cannot(evening, error) from error
    return tuple(FloorPrice(one.floor, one.timetable, one.price, _least(one.timetable)) for one in steps)


def _least(timetable: Timetable) -> int:
    """Talks of whoever has fewest; 0 if there is nobody."""
    problem = timetable.problem
    held = np.bincount(problem.pairs.student[timetable.pair], minlength=len(problem.students))
    return int(held.min()) if len(held) else 0


@transaction.atomic
def make_version(
    *,
    evening: DatingEvening,
    floor: int = 1,
    minimum: int = 0,
    seed: int = 0,
    by: User | None,
    at: dt.datetime,
) -> TimetableVersion:
    """
    Make a version of the timetable, around the locked talks of the version in force. Nobody is told of it.

    Args:
        floor: the setting of the fairness dial: talks that everybody should have first.
        minimum: talks that every candidate who has somebody to meet must have; an evening that cannot hold it is
            refused.
        seed: of the choice among equals.

    Raises:
        PermissionDenied: `by` does not plan the evening.
        CannotPlan: with all reasons, by name.
    """
    check_may(by, "events.plan_evening", evening)
    evening = locked_evening(evening)
    number_tables(evening)
    people = adapters.participants(evening)
    _check_tables(evening, people.companies)
    fixed = _locked(evening)
    try:
        problem = adapters.load_problem(evening, people, minimum=minimum, fixed=fixed)
        timetable = solve(problem, floor=floor, seed=seed)
    except Unplannable as error:
        raise cannot(evening, error) from error
    parameters = {"floor": floor, "minimum": minimum, "seed": seed, "locked": [one.pk for one in fixed]}
    locked = [(one.student_id, one.company_id) for one in fixed]
    return keep_version(
        evening=evening,
        timetable=timetable,
        parameters=parameters,
        locked=locked,
        is_repair=False,
        by=by,
        at=at,
    )


def keep_version(
    *,
    evening: DatingEvening,
    timetable: Timetable,
    parameters: dict[str, Any],
    locked: Iterable[tuple[int, int]],
    is_repair: bool,
    by: User | None,
    at: dt.datetime,
) -> TimetableVersion:
    """
    Save a timetable under the next number.

    Raises:
        RuntimeError: the independent check objects; a timetable that it objects to is kept nowhere.
    """
    found = objections(timetable)
    if found:
        raise RuntimeError(f"The timetable does not stand its check: {'; '.join(found)}")
    last = TimetableVersion.objects.filter(evening=evening).aggregate(last=Max("number"))["last"] or 0
    version = TimetableVersion.objects.create(
        evening=evening,
        number=last + 1,
        parameters=parameters,
        certificate=timetable.certificate.as_json(timetable.problem),
        is_repair=is_repair,
        made_at=at,
        made_by=by,
    )
    talks = Appointment.objects.bulk_create(adapters.talks_of(timetable, version, locked=locked))
    changes = {"number": version.number, "floor": parameters["floor"], "talks": len(talks)}
    record(action="events.make_version", subject=version, by=by, at=at, changes=changes)
    return version


def locked_evening(evening: DatingEvening) -> DatingEvening:
    """The evening's row, locked: versions are made and published one after the other."""
    found = DatingEvening.objects.select_for_update(of=("self",)).select_related("event__programme")
    return found.get(pk=evening.pk)


def number_tables(evening: DatingEvening) -> None:
    """Give companies without tables the lowest free numbers; a table keeps its name from then on."""
    companies = list(DatingCompany.objects.filter(evening=evening, withdrawn_at=None).order_by("pk"))
    taken = {name for one in companies for name in one.table_names}
    free = (str(number) for number in range(1, 10_000) if str(number) not in taken)
    for one in companies:
        if not one.table_names:
            one.tables = ", ".join(next(free) for _each in range(one.recruiters))
            one.save(update_fields=["tables"])


def _check_tables(evening: DatingEvening, companies: Iterable[DatingCompany]) -> None:
    needed = sum(one.recruiters for one in companies)
    if needed > evening.tables:
        raise CannotPlan(
            [
                _("%(needed)d recruiters need a table each, but there are %(tables)d tables.")
                % {"needed": needed, "tables": evening.tables}
            ]
        )


def _locked(evening: DatingEvening) -> list[Appointment]:
    with all_rows():
        found = Appointment.objects.filter(
            version__evening=evening,
            version__published_at__isnull=False,
            version__superseded_at=None,
            locked=True,
            student__withdrawn_at=None,
            company__withdrawn_at=None,
        )
        return list(found.order_by("pk"))


def cannot(evening: DatingEvening, error: Unplannable) -> CannotPlan:
    """What the planner found, in the reader's language and by name."""
    return CannotPlan(said(error.findings, names_of(evening), planner_language()))


def planner_language() -> str:
    """The reader's language, where the planner speaks it."""
    language = (get_language() or "en").split("-")[0]
    return language if language in LANGUAGES else "en"


@transaction.atomic
def lock_talk(*, talk: Appointment, is_locked: bool, by: User | None, at: dt.datetime) -> Appointment:
    """
    Let a talk stay where it is in the next version, or no longer. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` does not plan the evening.
    """
    evening = talk.version.evening
    check_may(by, "events.plan_evening", evening)
    if talk.locked != is_locked:
        talk.locked = is_locked
        talk.save(update_fields=["locked"])
        changes = {"talk": talk.pk, "locked": is_locked}
        record(action="events.lock_talk", subject=talk.version, by=by, at=at, changes=changes)
    return talk


@transaction.atomic
def publish_version(*, version: TimetableVersion, by: User | None, at: dt.datetime) -> Told:
    """
    Let a version hold, and tell those whose own talks differ from the version before; the first time, everybody.

    Before that the rules and the certificate are checked anew against what is known now. Answers how many
    participants were told, and how many could not be. Publishing what holds already changes nothing.

    Raises:
        PermissionDenied: `by` does not plan the evening.
        Outdated: wishes, rules or participants have changed since, so that the check objects.
    """
    check_may(by, "events.plan_evening", version.evening)
    evening = locked_evening(version.evening)
    version = TimetableVersion.objects.get(pk=version.pk)
    if version.is_in_force:
        return Told()
    _check_still_fits(evening, version)
    return put_in_force(evening=evening, version=version, by=by, at=at)


def still_fits(*, version: TimetableVersion, by: User | None) -> bool:
    """
    Whether a version could be published as it is: what is known of the evening has not changed since it was made, and
    its certificate says all that one says today. Nothing is kept of it.

    Raises:
        PermissionDenied: `by` does not plan the evening.
    """
    check_may(by, "events.plan_evening", version.evening)
    try:
        _check_still_fits(version.evening, version)
    except Outdated:
        return False
    return True


def _check_still_fits(evening: DatingEvening, version: TimetableVersion) -> None:
    outdated = Outdated(
        _("Version %(number)d does not fit any more what is known of the evening. Make a new one.")
        % {"number": version.number}
    )
    if version.is_repair:  # made for a moment of the evening that is over
        raise outdated
    people = adapters.participants(evening)
    with all_rows():
        talks = list(Appointment.objects.filter(version=version).order_by("pk"))
    fixed_pairs = {(one.student_id, one.company_id) for one in talks if one.locked}
    fixed = [one for one in talks if (one.student_id, one.company_id) in fixed_pairs]
    try:
        problem = adapters.load_problem(
            evening,
            people,
            minimum=version.parameters["minimum"],
            fixed=fixed if version.parameters["locked"] else (),
        )
        plan = Plan.of(problem, adapters.meetings_of(talks))
    except Unplannable as error:
        raise outdated from error
    if objections(adapters.certified(plan, version.certificate)):
        raise outdated


def put_in_force(
    *, evening: DatingEvening, version: TimetableVersion, by: User | None, at: dt.datetime
) -> Told:
    """Replace the version in force, and tell those whose own talks differ."""
    with all_rows():  # everybody's talks, and everybody's address
        before = TimetableVersion.objects.in_force().filter(evening=evening).first()
        old = [] if before is None else _talks(before)
        new = _talks(version)
        if before is not None:
            before.superseded_at = at
            before.save(update_fields=["superseded_at"])
        version.published_at, version.published_by, version.superseded_at = at, by, None
        version.save(update_fields=["published_at", "published_by", "superseded_at"])
        told = _tell(evening, old, new, is_first=before is None, by=by, at=at)
    changes = {
        "number": version.number,
        "before": before.number if before else None,
        "told": told.count,
        "missed": told.missed,
    }
    record(action="events.publish_version", subject=version, by=by, at=at, changes=changes)
    return told


def _talks(version: TimetableVersion) -> list[Appointment]:
    found = Appointment.objects.filter(version=version).order_by("round", "table", "pk")
    return list(
        found.select_related(
            "company__organisation", "student__candidate__user", "student__candidate__identity"
        )
    )


def _tell(
    evening: DatingEvening,
    old: list[Appointment],
    new: list[Appointment],
    *,
    is_first: bool,
    by: User | None,
    at: dt.datetime,
) -> Told:
    differs = compare_talks(old, new)
    students = {talk.student_id for one in differs.students for talk in (*one.gone, *one.new)}
    companies = {talk.company_id for one in differs.companies for talk in (*one.gone, *one.new)}
    written: list[set[str]] = []
    with_user = evening.students.select_related("candidate__user", "candidate__identity").order_by("pk")
    for student in with_user.filter(withdrawn_at=None):
        if is_first or student.pk in students:
            talks = [one for one in new if one.student_id == student.pk]
            written.append(
                mail.tell_student_of_talks(student, evening, talks, is_changed=not is_first, by=by, at=at)
            )
    for company in evening.companies.select_related("organisation").filter(withdrawn_at=None).order_by("pk"):
        if is_first or company.pk in companies:
            talks = [one for one in new if one.company_id == company.pk]
            written.append(
                mail.tell_company_of_talks(company, evening, talks, is_changed=not is_first, by=by, at=at)
            )
    count = sum(map(bool, written))
    return Told(count, len(written) - count)
