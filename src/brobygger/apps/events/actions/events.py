"""Events are planned and changed; whom a change concerns is told."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions import evening_moves
from brobygger.apps.events.actions import registration_mail as mail
from brobygger.apps.events.actions.locking import locked, offer_free_seats
from brobygger.apps.events.enums import (
    HOLDS_SEAT,
    STANDS,
    Audience,
    EventKind,
    EventState,
    Holding,
    RegistrationState,
    Tag,
    Way,
)
from brobygger.apps.events.models import (
    Event,
    EventSeries,
    EventSession,
    EventTag,
    Registration,
)

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation
    from brobygger.apps.programmes.models import Programme

LONGEST_CODE: Final = 50
MOVES: Final = {
    Way.PLACE: {"starts_at", "ends_at", "place_name", "city"},
    Way.ONLINE: {"starts_at", "ends_at", "online_address"},
}
"""Who has a seat is told when one of these changes, by how they take part."""


@dataclass(frozen=True, slots=True)
class EventDetails:
    """What an event is; the columns of `Event` with the same names, and its tags."""

    title: str
    kind: EventKind
    starts_at: dt.datetime
    ends_at: dt.datetime
    time_zone: str = "Europe/Copenhagen"
    description: str = ""
    language: str = "en"
    place_name: str = ""
    city: str = ""
    country: str = ""
    held: Holding = Holding.PLACE
    online_address: str = ""
    capacity: int | None = None
    online_capacity: int | None = None
    audience: Audience = Audience.EVERYBODY
    takes_registrations: bool = True
    needs_log_in: bool = False
    needs_approval: bool = False
    registration_ends_at: dt.datetime | None = None
    offer_hours: int = 24
    tags: tuple[Tag, ...] = ()


@transaction.atomic
def add_event(
    *,
    programme: Programme,
    details: EventDetails,
    code: str = "",
    series: EventSeries | None = None,
    partners: Collection[Organisation] = (),
    by: User | None,
    at: dt.datetime,
) -> Event:
    """
    Plan an event, as a draft. One with the same `code` is answered as it is.

    Raises:
        PermissionDenied: `by` may not plan events of this programme.
        ValidationError: a field that cannot be.
    """
    check_may(by, "events.add_event", programme)
    with all_rows():  # codes are unique over all programmes
        known = Event.objects.filter(code=code).first() if code else None
        if known is not None:
            return known
        event = Event(programme=programme, series=series, created_at=at, changed_at=at)
        event.code = code or _new_code(details.title)
    write_details(event, details)
    _check(event)
    event.save()
    event.partners.set(partners)
    with all_rows():  # the permission was asked for
        _set_tags(event, details.tags)
    changes = {"programme": programme.pk, "series": series.pk if series else None}
    record(action="events.add_event", subject=event, by=by, at=at, changes=changes)
    return event


@transaction.atomic
def change_event(
    *,
    event: Event,
    details: EventDetails,
    series: EventSeries | None = None,
    partners: Collection[Organisation] | None = None,
    by: User | None,
    at: dt.datetime,
) -> Event:
    """
    Change what an event is. Who has a seat is told of another time or place, who takes part online of another address;
    seats that are new go to the waiting list. Where the whole event moves, its programme and the rounds of its evening
    move with it, and who takes part in the rounds is told. Repeating changes nothing.

    Args:
        partners: None leaves them as they are.

    Raises:
        PermissionDenied: `by` may not change it.
        ValidationError: a field that cannot be, fewer seats than are given already, or a session or a round would lie
            outside.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # seats are counted over everybody's registrations
        event = locked(event)
        begins, lasts = event.starts_at, event.ends_at - event.starts_at
        changes = write_details(event, details)
        tags = _set_tags(event, details.tags)
        if tags[0] != tags[1]:
            changes["tags"] = tags
        if event.series_id != (series.pk if series else None):
            changes["series"] = [event.series_id, series.pk if series else None]
            event.series = series
        if partners is not None:
            before, after = set(event.partners.values_list("pk", flat=True)), {one.pk for one in partners}
            if before != after:
                changes["partners"] = [sorted(before), sorted(after)]
                event.partners.set(after)
        if not changes:
            return event
        if event.ends_at - event.starts_at == lasts:
            _move_programme(event, event.starts_at - begins, at)
        _check(event)
        event.changed_at = at
        event.save()
        told = _move_evening(event, begins, lasts, changes, by, at)
        if event.state == EventState.OPEN:
            if at < event.starts_at:
                for one in registrations_in(event, HOLDS_SEAT):
                    if changes.keys() & MOVES[Way(one.way)] and not evening_moves.is_told(one, told):
                        mail.tell_of_move(one, by=by, at=at)
            offer_free_seats(event=event, by=by, at=at)
    record(action="events.change_event", subject=event, by=by, at=at, changes=_without_words(changes))
    return event


def write_details(row: Any, details: Any) -> dict[str, list[Any]]:
    """Write details into a row; what is different then, as [before, after] by the name of the column."""
    changes = {}
    for one in fields(details):
        if one.name == "tags":  # rows of their own
            continue
        before, after = getattr(row, one.name), getattr(details, one.name)
        if before != after:
            changes[one.name] = [_plain(before), _plain(after)]
            setattr(row, one.name, after)
    return changes


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, dt.date) else value


def _without_words(changes: dict[str, list[Any]]) -> dict[str, Any]:
    """The trail keeps numbers and choices, of texts how long they are."""
    texts = {"title", "description", "place_name", "online_address"}
    return {
        name: [len(value or "") for value in pair] if name in texts else pair
        for name, pair in changes.items()
    }


def _check(event: Event) -> None:
    try:
        ZoneInfo(event.time_zone)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise ValidationError({"time_zone": _("There is no such time zone.")}) from error
    if event.pk:
        _check_seats(event)
        _check_programme(event)
    event.full_clean(exclude=["series", "programme"])


def _check_seats(event: Event) -> None:
    """What was given cannot be taken away by a smaller number, or by not holding the event in this way any more."""
    rows = Registration._base_manager.filter(event=event, state__in=STANDS).values_list("way", "state")
    if any(way not in event.ways for way, _state in rows):
        raise ValidationError({"held": _("Somebody has registered for the way that would be gone.")})
    given = Counter(way for way, state in rows if state in HOLDS_SEAT)
    for way, name in ((Way.PLACE, "capacity"), (Way.ONLINE, "online_capacity")):
        capacity = event.capacity_of(way)
        if capacity is not None and given[way] > capacity:
            said = _("%(count)s seats are given already; there cannot be fewer.") % {"count": given[way]}
            raise ValidationError({name: said})


def _check_programme(event: Event) -> None:
    outside = EventSession._base_manager.filter(event=event).filter(
        Q(starts_at__lt=event.starts_at) | Q(ends_at__gt=event.ends_at)
    )
    first = outside.order_by("starts_at", "pk").first()
    if first is not None:
        said = _("The session “%(title)s” would lie outside of the event.") % {"title": first.title}
        raise ValidationError({"starts_at": said})


def _move_programme(event: Event, by_how_much: dt.timedelta, at: dt.datetime) -> None:
    if by_how_much:
        for one in EventSession._base_manager.filter(event=event):
            one.starts_at, one.ends_at, one.changed_at = (
                one.starts_at + by_how_much,
                one.ends_at + by_how_much,
                at,
            )
            one.save(update_fields=["starts_at", "ends_at", "changed_at"])


def _move_evening(
    event: Event,
    begins: dt.datetime,
    lasts: dt.timedelta,
    changes: dict[str, list[Any]],
    by: User | None,
    at: dt.datetime,
) -> frozenset[str]:
    """Let the rounds of an event that changed move with it, and tell who takes part; the addresses written to."""
    moved = changes.keys() & MOVES[Way.PLACE]
    evening = evening_moves.evening_of(event) if moved else None
    if evening is None:
        return frozenset()
    refused = evening_moves.move_rounds(
        evening,
        by_how_much=event.starts_at - begins,
        is_whole=event.ends_at - event.starts_at == lasts,
        by=by,
        at=at,
    )
    if refused:
        raise ValidationError({"starts_at": refused})
    return evening_moves.tell_of_move(evening, is_event=True, by=by, at=at)


def _set_tags(event: Event, tags: Collection[Tag]) -> list[Any]:
    """The tags before and after, sorted."""
    before = sorted(EventTag.objects.filter(event=event).values_list("tag", flat=True))
    after = sorted(Tag(tag).value for tag in set(tags))
    EventTag.objects.filter(event=event).exclude(tag__in=after).delete()
    EventTag.objects.bulk_create(EventTag(event=event, tag=tag) for tag in after if tag not in before)
    return [before, after]


def _new_code(title: str) -> str:
    """The title as an address has it, with a number where another event has it already."""
    base = slugify(title)[:LONGEST_CODE] or "event"
    taken = set(Event.objects.filter(code__startswith=base).values_list("code", flat=True))
    if base not in taken:
        return base
    return next(code for number in range(2, len(taken) + 3) if (code := f"{base}-{number}") not in taken)


def registrations_in(event: Event, states: Collection[RegistrationState]) -> list[Registration]:
    rows = Registration.objects.filter(event=event, state__in=states).select_related("user", "event")
    return list(rows.order_by("number"))
