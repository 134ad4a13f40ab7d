"""The evening itself: who is there."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.evenings import WrongEvening
from brobygger.apps.events.enums import DayPresence
from brobygger.apps.events.models import DatingCompany, DatingStudent, DayState

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


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
