"""A timetable around which something has changed is repaired in a second: looked at first, then put in force."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.rules import check_may
from brobygger.apps.events import adapters
from brobygger.apps.events.actions.timetables import (
    CannotPlan,
    Outdated,
    Told,
    cannot,
    keep_version,
    locked_evening,
    planner_language,
    put_in_force,
)
from brobygger.apps.events.actions.wishes import keep_spare, strength_of
from brobygger.apps.events.enums import WishSide
from brobygger.apps.events.models import DatingCompany, DatingStudent, DayState, TimetableVersion
from brobygger.apps.events.queries import PairScore, names_of, said, spare_pairs
from brobygger.core.scheduling import Plan, Repair, Unplannable, fill_up, is_anybody_lacking, repair

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import DatingEvening

Place = tuple[int, str, int, int]  # round, table, numbers of the candidate's and of the company's row


@dataclass(frozen=True, slots=True)
class TalkChange:
    """
    A talk that a repair takes away, or adds.

    Args:
        is_suggested: nobody wished for it: it fills free time of somebody who lost talks or has too few.
    """

    round: int
    table: str
    student: DatingStudent
    company: DatingCompany
    is_suggested: bool = False


@dataclass(frozen=True, slots=True)
class PlannedRepair:
    """
    What a repair would do. Nothing is kept of it and nobody is told.

    Args:
        before: the version in force.
        people: who takes part, with the talks of `before`.
        result: the timetable as it would be.
        parameters: of the version that would be made.
        strengths: of what is suggested, by numbers of the candidate's and the company's row.
        lines: what would become of the talks, in words and by name.
        gone, new: talks that would fall away and be added, by round and table.
        mark: of the whole timetable: the same where exactly this would hold.
    """

    before: TimetableVersion
    people: adapters.Participants
    result: Repair
    parameters: Mapping[str, Any]
    strengths: Mapping[tuple[int, int], int]
    lines: tuple[str, ...]
    gone: tuple[TalkChange, ...]
    new: tuple[TalkChange, ...]
    mark: str


@dataclass(frozen=True, slots=True)
class Repaired:
    """
    Args:
        version: the new one, in force.
        lines: what became of the talks, in words and by name.
        told: how many participants have other talks than before and got a mail, and how many could not be told.
    """

    version: TimetableVersion
    lines: tuple[str, ...]
    told: Told


def plan_repair(
    *,
    evening: DatingEvening,
    first_open: int | None = None,
    without: DatingCompany | None = None,
    scores: Callable[[], Iterable[PairScore]] | None = None,
    by: User | None,
    at: dt.datetime,
) -> PlannedRepair:
    """
    What a repair of the timetable would do: the rounds that are left, planned around everything that can stay.

    Takes in who is absent, late or gone, who withdrew, and who came unannounced. What falls free is given by wish, and
    then by suggestion: to candidates and companies who lost talks, or have fewer than the minimum, or none.

    Args:
        first_open: how many rounds are over or go on; None: as the clock says.
        without: a company that is looked at as if it had withdrawn.
        scores: gives pairs that may be suggested, asked only if somebody lacks talks; None: the matching.

    Raises:
        PermissionDenied: `by` does not plan the evening.
        CannotPlan: no timetable is published, or tables and rounds are no longer those of it.
    """
    check_may(by, "events.plan_evening", evening)
    before = TimetableVersion.objects.in_force().filter(evening=evening).first()
    if before is None:
        raise CannotPlan([_("There is no published timetable yet. Publish one first.")])
    people = adapters.participants(evening, before)
    for one in people.companies:
        if without is not None and one.pk == without.pk:
            one.withdrawn_at = one.withdrawn_at or at
    begun = evening.rounds_begun(at) if first_open is None else min(max(first_open, 0), evening.rounds)
    parameters = _parameters(before, begun)
    try:
        result, strengths = _solved(evening, people, parameters, scores or (lambda: spare_pairs(evening)))
    except Unplannable as error:
        raise cannot(evening, error) from error
    gone, new = _changes(people, result)
    return PlannedRepair(
        before,
        people,
        result,
        parameters,
        strengths,
        tuple(said(result.findings, names_of(evening), planner_language())),
        gone,
        new,
        _mark(_places(result)),
    )


def _parameters(before: TimetableVersion, begun: int) -> dict[str, Any]:
    """Of a version that repairs another one: its floor, and its minimum as the talks below which somebody has too few."""
    old = before.parameters
    return {
        "floor": old["floor"],
        "minimum": 0,
        "least": max(1, old.get("least", old["minimum"])),
        "seed": 0,
        "locked": [],
        "after": before.number,
        "first_open": begun,
    }


def _solved(
    evening: DatingEvening,
    people: adapters.Participants,
    parameters: Mapping[str, Any],
    scores: Callable[[], Iterable[PairScore]],
) -> tuple[Repair, dict[tuple[int, int], int]]:
    """
    The repair, and the strengths of what could be suggested.

    Raises:
        Unplannable: see `plan_repair`.
    """
    floor, least = parameters["floor"], parameters["least"]
    states = list(DayState.objects.filter(evening=evening))
    plan = Plan.of(adapters.load_problem(evening, people), adapters.meetings_of(people.talks))
    news = adapters.news_of(states, people, evening.rounds, parameters["first_open"])
    result = repair(plan, news, floor=floor)
    if not is_anybody_lacking(plan, result.timetable, least):
        return result, {}
    strengths = {(one.student, one.company): strength_of(one.percent) for one in scores()}
    spare = adapters.spare_wishes(evening, people, strengths)
    return fill_up(plan, result, news, spare, least=least, floor=floor), strengths


def _places(result: Repair) -> set[Place]:
    return {
        (one.round + 1, one.table, adapters.number_of(one.student), adapters.number_of(one.company))
        for one in result.timetable
    }


def _mark(places: set[Place]) -> str:
    return hashlib.sha256(repr(sorted(places)).encode()).hexdigest()[:16]


def _changes(
    people: adapters.Participants, result: Repair
) -> tuple[tuple[TalkChange, ...], tuple[TalkChange, ...]]:
    students, companies = {one.pk: one for one in people.students}, {one.pk: one for one in people.companies}
    suggested = {
        pair
        for rows in (result.spare, result.spare_of_companies)
        for pair in adapters.pairs_of(result.timetable, rows)
    }
    before = {(one.round, one.table, one.student_id, one.company_id) for one in people.talks}
    after = _places(result)

    def talks(places: set[Place]) -> tuple[TalkChange, ...]:
        return tuple(
            TalkChange(number, table, students[student], companies[company], (student, company) in suggested)
            for number, table, student, company in sorted(places)
        )

    return talks(before - after), talks(after - before)


@transaction.atomic
def repair_timetable(
    *,
    evening: DatingEvening,
    first_open: int | None = None,
    scores: Callable[[], Iterable[PairScore]] | None = None,
    seen: str = "",
    by: User | None,
    at: dt.datetime,
) -> Repaired:
    """
    Repair the timetable as `plan_repair` says, and let it hold at once. Whose talks change is told.

    Args:
        first_open, scores: see there.
        seen: mark of the repair that somebody has looked at: nothing else is put in force; empty: whatever it is.

    Raises:
        PermissionDenied, CannotPlan: see there.
        Outdated: something has changed since it was looked at.
    """
    check_may(by, "events.plan_evening", evening)
    evening = locked_evening(evening)
    planned = plan_repair(evening=evening, first_open=first_open, scores=scores, by=by, at=at)
    if seen and planned.mark != seen:
        raise Outdated(_("Something has changed since you looked. This is what a repair does now."))
    result, strengths = planned.result, planned.strengths
    for side, rows in ((WishSide.STUDENT, result.spare), (WishSide.COMPANY, result.spare_of_companies)):
        given = {one: strengths[one] for one in adapters.pairs_of(result.timetable, rows)}
        keep_spare(evening=evening, side=side, pairs=given, by=by, at=at)
    version = keep_version(
        evening=evening,
        timetable=result.timetable,
        parameters=dict(planned.parameters),
        locked=[(one.student_id, one.company_id) for one in planned.people.talks if one.locked],
        is_repair=True,
        by=by,
        at=at,
    )
    told = put_in_force(evening=evening, version=version, by=by, at=at)
    DayState.objects.filter(evening=evening, repaired_at=None).update(repaired_at=at)
    return Repaired(version, planned.lines, told)
