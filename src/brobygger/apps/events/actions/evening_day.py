"""The evening itself: who is there, and a timetable that is repaired in a second when somebody is not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.events import adapters
from brobygger.apps.events.actions.evenings import WrongEvening
from brobygger.apps.events.actions.timetables import (
    CannotPlan,
    Told,
    cannot,
    keep_version,
    locked_evening,
    planner_language,
    put_in_force,
)
from brobygger.apps.events.actions.wishes import PairScore, keep_spare, strength_of
from brobygger.apps.events.enums import DayPresence
from brobygger.apps.events.models import DatingCompany, DatingStudent, DayState, TimetableVersion
from brobygger.apps.events.queries import names_of, said
from brobygger.core.scheduling import Plan, Unplannable, fill_up, repair, short_of

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import DatingEvening


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


@transaction.atomic
def say_presence(
    *,
    who: DatingStudent | DatingCompany,
    state: DayPresence,
    from_round: int | None = None,
    by: User | None,
    at: dt.datetime,
) -> DayState:
    """
    Say whether somebody is there. The timetable takes it in with the next repair. Repeating it changes nothing.

    Args:
        from_round: the first round of who comes late, or the first without who left.

    Raises:
        PermissionDenied: `by` does not plan the evening.
        WrongEvening: late or left, and no round of the evening named.
    """
    check_may(by, "events.plan_evening", who.evening)
    needs_round = state in (DayPresence.LATE, DayPresence.LEFT)
    if needs_round and not (from_round and 1 <= from_round <= who.evening.rounds):
        raise WrongEvening(_("Say from which round, 1 to %(rounds)d.") % {"rounds": who.evening.rounds})
    side = {"company": who} if isinstance(who, DatingCompany) else {"student": who}
    found = DayState.objects.filter(evening=who.evening, **side).first() or DayState(
        evening=who.evening, **side
    )
    number = from_round if needs_round else None
    if (found.pk, found.state, found.from_round) == (found.pk, state, number) and found.pk:
        return found
    # what changes nothing in the timetable needs no repair
    is_quiet = not found.pk and state in (DayPresence.PRESENT, DayPresence.WALK_IN)
    found.state, found.from_round, found.said_at, found.said_by = state, number, at, by
    found.repaired_at = at if is_quiet else None
    found.save()
    changes = {"state": str(state), "from_round": number}
    record(action="events.say_presence", subject=who, by=by, at=at, changes=changes)
    return found


@transaction.atomic
def repair_timetable(
    *,
    evening: DatingEvening,
    first_open: int | None = None,
    scores: Callable[[], Iterable[PairScore]] = tuple,
    by: User | None,
    at: dt.datetime,
) -> Repaired:
    """
    Plan the rounds that are left around everything that can stay, and let it hold at once.

    Takes in who is absent, late or gone, who withdrew, and who came unannounced. Who would have fewer talks than the
    minimum, or none, gets free tables by suggestion. Whose talks change is told.

    Args:
        first_open: how many rounds are over or go on; None: as the clock says.
        scores: gives pairs that may be suggested; asked only if somebody has too few talks.

    Raises:
        PermissionDenied: `by` does not plan the evening.
        CannotPlan: no timetable is published, or tables and rounds are no longer those of it.
    """
    check_may(by, "events.plan_evening", evening)
    evening = locked_evening(evening)
    before = TimetableVersion.objects.in_force().filter(evening=evening).first()
    if before is None:
        raise CannotPlan([_("There is no published timetable yet. Publish one first.")])
    begun = evening.rounds_begun(at) if first_open is None else min(max(first_open, 0), evening.rounds)
    people = adapters.participants(evening, before)
    states = list(DayState.objects.filter(evening=evening))
    floor = before.parameters["floor"]
    least = max(1, before.parameters.get("least", before.parameters["minimum"]))
    try:
        problem = adapters.load_problem(evening, people)
        plan = Plan.of(problem, adapters.meetings_of(people.talks))
        news = adapters.news_of(states, people, evening.rounds, begun)
        result = repair(plan, news, floor=floor)
        if short_of(result.timetable, least):
            strengths = {(one.student, one.company): strength_of(one.percent) for one in scores()}
            spare = adapters.spare_wishes(evening, people, strengths)
            result = fill_up(plan, result, news, spare, least=least, floor=floor)
            given = adapters.pairs_of(result.timetable, result.spare)
            keep_spare(evening=evening, pairs={one: strengths[one] for one in given}, by=by, at=at)
    except Unplannable as error:
        raise cannot(evening, error) from error
    locked = [(one.student_id, one.company_id) for one in people.talks if one.locked]
    version = keep_version(
        evening=evening,
        timetable=result.timetable,
        parameters={
            "floor": floor,
            "minimum": 0,
            "least": least,
            "seed": 0,
            "locked": [],
            "after": before.number,
            "first_open": begun,
        },
        locked=locked,
        is_repair=True,
        by=by,
        at=at,
    )
    lines = tuple(said(result.findings, names_of(evening), planner_language()))
    told = put_in_force(evening=evening, version=version, by=by, at=at)
    DayState.objects.filter(evening=evening, repaired_at=None).update(repaired_at=at)
    return Repaired(version, lines, told)
