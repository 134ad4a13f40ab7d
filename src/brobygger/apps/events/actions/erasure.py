"""When it is erased who came to an event, how many came stays."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.db.models import F

from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.events.models import CheckIn, Event

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def _count_attendance(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    came = CheckIn._base_manager.filter(pk__in=ids).values_list("registration__event", flat=True)
    for event, count in Counter(came).items():
        Event._base_manager.filter(pk=event).update(erased_attendance=F("erased_attendance") + count)


before_removal("events.CheckIn", _count_attendance)
