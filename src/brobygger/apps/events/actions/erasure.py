"""When it is erased who came to an event, how many came stays."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from django.db.models import F

from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.events import queries
from brobygger.apps.events.models import CheckIn, Event

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def _count_attendance(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    came = CheckIn._base_manager.filter(pk__in=ids).values_list("registration__event", flat=True)
    _add(came)


def _count_at_tables(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    """Who was at a table of an evening, but those who were checked in too."""
    _add(queries.came().filter(day_state__in=ids).values_list("evening__event", flat=True))


def _add(came: Iterable[int]) -> None:
    for event, count in Counter(came).items():
        Event._base_manager.filter(pk=event).update(erased_attendance=F("erased_attendance") + count)


before_removal("events.CheckIn", _count_attendance)
before_removal("events.DayState", _count_at_tables)
