"""The evening itself: who is there."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.evenings import WrongEvening
from brobygger.apps.events.enums import DayPresence
from brobygger.apps.events.models import DatingCompany, DatingStudent, DayState
from brobygger.apps.events.queries import unnoted_at

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import DatingEvening


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
def note_who_came(
    *,
    evening: DatingEvening,
    absent_companies: Collection[int] = (),
    absent_students: Collection[int] = (),
    by: User | None,
    at: dt.datetime,
) -> int:
    """
    Say after an evening that everybody on the published timetable came, but those who are named.

    What was said on the evening stays. Answers of how many it is said; repeating it says it of nobody.

    Args:
        absent_companies, absent_students: numbers of their rows at the evening.

    Raises:
        PermissionDenied: `by` does not plan the evening.
        WrongEvening: it is not over.
    """
    check_may(by, "events.plan_evening", evening)
    if at < evening.event.ends_at:
        raise WrongEvening(_("The evening is not over yet. Until then it is noted under “On the evening”."))
    companies, students = unnoted_at(evening)
    states = [_state_after(evening, one.pk in absent_companies, by, at, company=one) for one in companies]
    states += [_state_after(evening, one.pk in absent_students, by, at, student=one) for one in students]
    DayState.objects.bulk_create(states)
    if states:
        absent = sum(one.state == DayPresence.ABSENT for one in states)
        changes = {"present": len(states) - absent, "absent": absent}
        record(action="events.note_who_came", subject=evening, by=by, at=at, changes=changes)
    return len(states)


def _state_after(
    evening: DatingEvening,
    is_absent: bool,
    by: User | None,
    at: dt.datetime,
    **who: DatingCompany | DatingStudent,
) -> DayState:
    state = DayPresence.ABSENT if is_absent else DayPresence.PRESENT
    return DayState(evening=evening, state=state, said_at=at, said_by=by, repaired_at=at, **who)


def note_both_came(*, student: DatingStudent, company: DatingCompany, at: dt.datetime) -> None:
    """
    One of the two said something after their talk: both were there. What was said of somebody already stays.

    Part of what they do, with its own entry in the trail; over all rows, for neither sees the other's.
    """
    for who in ({"student": student}, {"company": company}):
        said = {"state": DayPresence.PRESENT, "said_at": at, "repaired_at": at}
        DayState.objects.get_or_create(evening_id=student.evening_id, **who, defaults=said)
