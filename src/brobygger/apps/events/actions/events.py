"""What a programme plans: series, events, and how an event goes from a draft to held or cancelled."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence
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
from brobygger.apps.events.actions import registration_mail as mail
from brobygger.apps.events.actions.locking import locked, offer_free_seats
from brobygger.apps.events.enums import (
    HOLDS_SEAT,
    STANDS,
    TRANSITIONS,
    Audience,
    EventKind,
    EventState,
    Grouping,
    Holding,
    QuestionKind,
    RegistrationState,
    Tag,
    Way,
)
from brobygger.apps.events.models import (
    Event,
    EventQuestion,
    EventQuota,
    EventSeries,
    EventSession,
    EventTag,
    EventTarget,
    InputForm,
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


class ImpossibleTransition(Exception):
    """An event in this state cannot go to that one. The message names both."""


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


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    """
    Args:
        choices: the answers to choose from, where `kind` is one of several.
    """

    text: str
    kind: QuestionKind = QuestionKind.TEXT
    choices: tuple[str, ...] = ()
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class QuotaDetails:
    """
    Args:
        group: a `Side`, two digits of ISCED-F 2013, or a country's two letters.
        least: seats that are kept free for the group.
        most: seats that it may have; None: any number.
    """

    grouping: Grouping
    group: str
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
    changes = _set(one, details)
    if one.pk and not changes:
        return one
    one.full_clean()
    one.save()
    record(action="events.save_series", subject=one, by=by, at=at, changes=changes)
    return one


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
    _set(event, details)
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
    seats that are new go to the waiting list. Where the whole event moves, its programme moves with it. Repeating
    changes nothing.

    Args:
        partners: None leaves them as they are.

    Raises:
        PermissionDenied: `by` may not change it.
        ValidationError: a field that cannot be, fewer seats than are given already, or a session would lie outside.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # seats are counted over everybody's registrations
        event = locked(event)
        begins, lasts = event.starts_at, event.ends_at - event.starts_at
        changes = _set(event, details)
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
        if event.state == EventState.OPEN:
            if at < event.starts_at:
                for one in _registrations(event, HOLDS_SEAT):
                    if changes.keys() & MOVES[Way(one.way)]:
                        mail.tell_of_move(one, by=by, at=at)
            offer_free_seats(event=event, by=by, at=at)
    record(action="events.change_event", subject=event, by=by, at=at, changes=_without_words(changes))
    return event


@transaction.atomic
def set_questions(
    *,
    event: Event,
    questions: Sequence[QuestionDetails],
    form: InputForm | None = None,
    by: User | None,
    at: dt.datetime,
) -> None:
    """
    Ask these questions of those who register, in this order. One with the same words keeps its answers. Repeating
    changes nothing.

    Args:
        form: the event's input form that they are asked in; None: when somebody registers.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: a question to choose from has fewer than two answers.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # the permission was asked for
        asked = EventQuestion.objects.select_for_update().filter(event=event, form=form)
        known = {one.text: one for one in asked}
        before = [(one.text, one.kind, tuple(one.choices), one.is_required) for one in known.values()]
        after = [(one.text, one.kind, one.choices, one.is_required) for one in questions]
        if before == after:
            return
        for position, said in enumerate(questions):
            if said.kind == QuestionKind.ONE_OF and len(said.choices) < 2:
                raise ValidationError(_("A question to choose from needs two answers or more."))
            one = known.pop(said.text, None) or EventQuestion(event=event, form=form, text=said.text)
            one.position, one.kind, one.is_required = position, said.kind, said.is_required
            one.choices = list(said.choices)
            one.full_clean()
            one.save()
        EventQuestion.objects.filter(pk__in=[one.pk for one in known.values()]).delete()
    changes = {"questions": len(questions), "form": form.pk if form else None}
    record(action="events.set_questions", subject=event, by=by, at=at, changes=changes)


@transaction.atomic
def set_quotas(*, event: Event, quotas: Sequence[QuotaDetails], by: User | None, at: dt.datetime) -> None:
    """
    Keep seats free for groups, and give each so many at most. What is free by that goes to the waiting list; a seat
    that somebody has stays theirs. Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: more is kept free than there are seats, or a group stands there twice.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # seats are counted over everybody's registrations
        event = locked(event)
        known = [
            (one.grouping, one.group, one.least, one.most) for one in EventQuota.objects.filter(event=event)
        ]
        wanted = sorted((str(one.grouping), one.group, one.least, one.most) for one in quotas)
        if sorted(known, key=lambda one: one[:2]) == wanted:
            return
        if event.capacity is not None and sum(one.least for one in quotas) > event.capacity:
            raise ValidationError(_("More seats would be kept free than there are."))
        EventQuota.objects.filter(event=event).delete()
        for said in quotas:
            one = EventQuota(event=event, grouping=said.grouping, group=said.group)
            one.least, one.most = said.least, said.most
            one.full_clean()
            one.save()
        offer_free_seats(event=event, by=by, at=at)
    changes = {"quotas": [list(one) for one in wanted]}
    record(action="events.set_quotas", subject=event, by=by, at=at, changes=changes)


@transaction.atomic
def open_event(*, event: Event, by: User | None, at: dt.datetime) -> Event:
    """
    Announce an event: everybody sees it, and people register. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not change it.
        ImpossibleTransition: it was held or cancelled.
    """
    return _to(event, EventState.OPEN, "events.open_event", by, at)


@transaction.atomic
def cancel_event(*, event: Event, reason: str = "", by: User | None, at: dt.datetime) -> Event:
    """
    Call an event off, and tell everybody who registered. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not change it.
        ImpossibleTransition: it was held.
    """
    was_announced = event.state != EventState.DRAFT
    if event.state == EventState.CANCELLED:
        return event
    event = _to(event, EventState.CANCELLED, "events.cancel_event", by, at)
    if was_announced:
        with all_rows():  # everybody who registered
            for one in _registrations(event, STANDS):
                mail.tell_of_cancelled_event(one, reason=reason, by=by, at=at)
    return event


@transaction.atomic
def hold_event(*, event: Event, by: User | None, at: dt.datetime) -> Event:
    """
    Say that an event took place: it counts as held. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not change it.
        ImpossibleTransition: it was never opened, was cancelled, or has not begun.
    """
    if at < event.starts_at:
        raise ImpossibleTransition(_("The event has not begun yet."))
    return _to(event, EventState.HELD, "events.hold_event", by, at)


def note_events_held(*, by: User | None, at: dt.datetime) -> int:
    """Let open events that are over count as held; how many those were. May be repeated."""
    with all_rows():  # events of every programme
        over = list(Event.objects.filter(state=EventState.OPEN, ends_at__lte=at).order_by("pk"))
        for event in over:
            hold_event(event=event, by=by, at=at)
    return len(over)


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


def _set(row: Any, details: Any) -> dict[str, list[Any]]:
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


def _registrations(event: Event, states: Collection[RegistrationState]) -> list[Registration]:
    rows = Registration.objects.filter(event=event, state__in=states).select_related("user", "event")
    return list(rows.order_by("number"))


def _to(event: Event, state: EventState, action: str, by: User | None, at: dt.datetime) -> Event:
    check_may(by, "events.change_event", event)
    event = locked(event)
    before = EventState(event.state)
    if before == state:
        return event
    if state not in TRANSITIONS[before]:
        states = {"before": before.label, "after": state.label}
        raise ImpossibleTransition(_("An event cannot go from “%(before)s” to “%(after)s”.") % states)
    event.state, event.changed_at = state, at
    event.save(update_fields=["state", "changed_at"])
    record(action=action, subject=event, by=by, at=at, changes={"state": [before, state]})
    return event
