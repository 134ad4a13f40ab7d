"""What a programme plans ahead: series of events, such as a semester, and targets that are counted in events."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.events import write_details
from brobygger.apps.events.enums import EventKind
from brobygger.apps.events.models import EventSeries, EventTarget

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class SeriesDetails:
    """
    Args:
        least, most: how many events; `most` None: no upper end.
    """

    name: str
    start_date: dt.date
    end_date: dt.date
    least: int = 0
    most: int | None = None


@transaction.atomic
def save_series(
    *,
    programme: Programme,
    details: SeriesDetails,
    series: EventSeries | None = None,
    by: User | None,
    at: dt.datetime,
) -> EventSeries:
    """
    Add a series of events, such as a semester, or change it. Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not plan events of this programme.
        ValidationError: a field that cannot be.
    """
    check_may(by, "events.add_event", programme)
    one = series or EventSeries(programme=programme)
    changes = write_details(one, details)
    if one.pk and not changes:
        return one
    one.full_clean()
    one.save()
    record(action="events.save_series", subject=one, by=by, at=at, changes=changes)
    return one


@transaction.atomic
def set_event_target(
    *,
    programme: Programme,
    position: int,
    kind: EventKind = EventKind.LARGE,
    city: str = "",
    country: str = "",
    least_engaged: int = 0,
    by: User | None,
    at: dt.datetime,
) -> EventTarget:
    """
    Say how a target of a programme is counted in events. Repeating changes nothing.

    Args:
        position: of the target among those of the programme, from 1.
        country: that the organisations are of; empty: any.

    Raises:
        PermissionDenied: `by` may not plan events of this programme.
    """
    check_may(by, "events.add_event", programme)
    said = {"kind": kind, "city": city, "country": country, "least_engaged": least_engaged}
    known = EventTarget.objects.filter(programme=programme, position=position).first()
    if known is not None and all(getattr(known, name) == value for name, value in said.items()):
        return known
    one, _is_new = EventTarget.objects.update_or_create(programme=programme, position=position, defaults=said)
    changes = {"programme": programme.pk, "position": position, **said}
    record(action="events.set_event_target", subject=one, by=by, at=at, changes=changes)
    return one
