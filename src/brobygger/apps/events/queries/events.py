"""Reads of events and their series."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import HOLDS_SEAT, EventState, RegistrationState, Way
from brobygger.apps.events.models import (
    Event,
    EventFeedback,
    EventQuestion,
    EventQuota,
    EventSeries,
    EventTag,
    Participation,
    Registration,
)
from brobygger.apps.events.queries.attendance import (
    came,
    companies_at_tables,
    counted,
    placed,
    unnoted_students,
)
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.programmes.models import Programme
from brobygger.core.seats import Quota

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@dataclass(frozen=True, slots=True)
class EventFilter:
    """What a list of events is narrowed by; empty: not at all."""

    text: str = ""
    programme: str = ""
    kind: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class SeatFigures:
    """
    How the seats of an event stand.

    Args:
        capacity: None: as many as come.
        came: who was checked in or was there online, those who were erased since included.
        ways: where an event is held in more than one way, the same for each.
    """

    capacity: int | None
    confirmed: int = 0
    offered: int = 0
    waiting: int = 0
    asked: int = 0
    came: int = 0
    ways: tuple[tuple[Way, SeatFigures], ...] = ()

    @property
    def free(self) -> int | None:
        return None if self.capacity is None else max(0, self.capacity - self.confirmed - self.offered)


@dataclass(frozen=True, slots=True)
class FeedbackFigures:
    """Averages of what was said, from 1 to 5; None where nothing was."""

    count: int
    overall: float | None
    useful: float | None


def announced_events(chosen: EventFilter) -> QuerySet[Event]:
    """What everybody may see, with the programme. It says nothing of people."""
    found = Event.objects.announced().select_related("programme", "series").prefetch_related("tags")
    if chosen.text:
        found = found.filter(
            Q(title__icontains=chosen.text)
            | Q(description__icontains=chosen.text)
            | Q(city__icontains=chosen.text)
        )
    if chosen.programme:
        found = found.filter(programme__code=chosen.programme)
    if chosen.kind:
        found = found.filter(kind=chosen.kind)
    return found.filter(tags__tag=chosen.tag) if chosen.tag else found


def upcoming_events(chosen: EventFilter, *, at: dt.datetime) -> QuerySet[Event]:
    return announced_events(chosen).filter(ends_at__gt=at).order_by("starts_at", "pk")


def past_events(chosen: EventFilter, *, at: dt.datetime) -> QuerySet[Event]:
    """What was held, the latest first."""
    found = announced_events(chosen).filter(ends_at__lte=at).exclude(state=EventState.CANCELLED)
    return found.order_by("-starts_at", "-pk")


def programmes_with_events() -> list[tuple[str, str]]:
    """Code and name of programmes that have announced events, by name."""
    announced = Event.objects.announced().order_by().values("programme")
    return list(Programme.objects.filter(pk__in=announced).order_by("name").values_list("code", "name"))


def event_by_id(pk: int) -> Event | None:
    """An event in the visitor's scope; None if there is none."""
    return Event.objects.select_related("programme", "series").filter(pk=pk).first()


def event_by_code(code: str) -> Event | None:
    return Event.objects.filter(code=code).first()


def planned_events(
    series: EventSeries | None = None, programme: Programme | None = None, *, kind: str = "", tag: str = ""
) -> QuerySet[Event]:
    """
    The events of a series, or all of a programme, by time, with their tags and how many registered and came.

    `unnoted_count` are on an evening's timetable, and nobody noted whether they came.
    """
    found = Event.objects.select_related("programme", "series").prefetch_related("tags")
    if kind:
        found = found.filter(kind=kind)
    if tag:
        found = found.filter(Exists(EventTag.objects.filter(event=OuterRef("pk"), tag=tag)))
    found = found.annotate(
        seat_count=Count("registrations", filter=Q(registrations__state__in=HOLDS_SEAT), distinct=True)
        + counted(placed()),
        came_count=Count("registrations__check_in", distinct=True) + counted(came()),
        unnoted_count=counted(unnoted_students()),
    )
    if series is not None:
        found = found.filter(series=series)
    if programme is not None:
        found = found.filter(programme=programme)
    return found.order_by("starts_at", "pk")


def series_by_id(pk: int) -> EventSeries | None:
    return EventSeries.objects.select_related("programme").filter(pk=pk).first()


def programme_by_id(pk: int) -> Programme | None:
    return Programme.objects.prefetch_related("targets").filter(pk=pk).first()


def plannable_programmes(user: User) -> list[Programme]:
    """The programmes that a user may plan events of, by name."""
    if user.has_perm("events.add_event"):
        return list(Programme.objects.order_by("name", "pk"))
    led = Programme.objects.filter(
        partnerships__organisation__contacts=user.pk, partnerships__is_lead=True
    ).distinct()
    return [one for one in led.order_by("name", "pk") if user.has_perm("events.add_event", one)]


def partners_to_choose(programme: Programme) -> list[tuple[str, str]]:
    """Number and name of the organisations that carry a programme, by name: who may hold an event with it."""
    rows = programme.partnerships.order_by("organisation__name")
    return [(str(pk), name) for pk, name in rows.values_list("organisation", "organisation__name")]


def partner_ids(event: Event) -> list[str]:
    return [str(pk) for pk in event.partners.values_list("pk", flat=True)]


def series_of(programme: Programme) -> list[EventSeries]:
    return list(EventSeries.objects.filter(programme=programme))


def questions_of(event: Event) -> list[EventQuestion]:
    """What those who register are asked."""
    return list(EventQuestion.objects.filter(event=event, form=None))


def quotas_of(event: Event) -> list[EventQuota]:
    return list(EventQuota.objects.filter(event=event))


def participations_of(event: Event) -> list[Participation]:
    """Who takes part, by the name of the organisation."""
    found = (
        Participation.objects.standing().filter(event=event).select_related("organisation", "representative")
    )
    return list(found.order_by("organisation__name", "pk"))


def organisations_at_tables(event: Event) -> list[Organisation]:
    """Organisations that take part at the tables of an evening and are not noted besides, by name. Three queries."""
    noted = {one.organisation_id for one in participations_of(event)}
    numbers = companies_at_tables([event])[event.pk] - noted
    return list(Organisation.objects.filter(pk__in=numbers).order_by("name", "pk"))


def participation_by_id(pk: int) -> Participation | None:
    return Participation.objects.select_related("event", "event__programme").filter(pk=pk).first()


def registrations_of(event: Event) -> QuerySet[Registration]:
    """Who registered, in the order of the queue, with the check-in and the organisation."""
    found = Registration.objects.filter(event=event).select_related("check_in", "organisation")
    return found.order_by("number")


def guests_of(event: Event) -> list[Registration]:
    """Who has a seat, by name: for the door, badges and the list of delegates."""
    found = registrations_of(event).filter(state=RegistrationState.CONFIRMED)
    return list(found.order_by("name", "pk"))


def door_list(event: Event) -> list[Registration]:
    """Who may come to the door: those with a seat in the room, with an offer of one, and waiting for one; by name."""
    states = (*HOLDS_SEAT, RegistrationState.WAITING)
    return list(registrations_of(event).filter(way=Way.PLACE, state__in=states).order_by("name", "pk"))


def registration_by_id(pk: int) -> Registration | None:
    return Registration.objects.select_related("event", "event__programme").filter(pk=pk).first()


def registration_by_key(key: str) -> Registration | None:
    """
    The registration that a mail's address leads to, whoever follows it: the key is the permission.

    None if there is none; a draft that it was registered for is there all the same.
    """
    with all_rows():  # nobody need be logged in
        found = Registration.objects.select_related("event", "event__programme", "user", "organisation")
        return found.select_related("check_in").filter(key=key).first() if key else None


def registration_of_link(pk: int, *, user: User | None, address: str) -> Registration | None:
    """The registration that a link in a mail is about; None where it is not that of the mail's receiver any more."""
    with all_rows():  # a link of somebody who does not log in
        found = Registration.objects.select_related("event", "user").filter(pk=pk)
        whose = Q(user=user) if user is not None else Q(email=address, user=None)
        return found.filter(whose).first()


def registrations_of_user(user: User) -> QuerySet[Registration]:
    """What somebody has registered for, the next event first."""
    found = Registration.objects.filter(Q(user=user) | Q(candidate__user=user)).select_related("event")
    return found.order_by("-event__starts_at", "-pk")


def own_registration(event: Event, user: User) -> Registration | None:
    return registrations_of_user(user).filter(event=event).first()


def seat_figures(event: Event) -> SeatFigures:
    """One query, over everybody's registrations: numbers only."""
    with all_rows():  # a visitor sees how many seats are free, and nothing of who has them
        rows = list(
            Registration.objects.filter(event=event)
            .order_by()
            .values("way")
            .annotate(
                confirmed=Count("pk", filter=Q(state=RegistrationState.CONFIRMED)),
                offered=Count("pk", filter=Q(state=RegistrationState.OFFERED)),
                waiting=Count("pk", filter=Q(state=RegistrationState.WAITING)),
                asked=Count("pk", filter=Q(state=RegistrationState.ASKED)),
                came=Count("check_in"),
            )
        )
    names = ("confirmed", "offered", "waiting", "asked", "came")
    by_way: dict[str, Any] = {row["way"]: {name: dict(row)[name] for name in names} for row in rows}
    ways = tuple((way, SeatFigures(event.capacity_of(way), **by_way.get(way, {}))) for way in event.ways)
    capacities = [event.capacity_of(way) for way in event.ways]
    sums = {name: sum(row[name] for row in by_way.values()) for name in names}
    sums["came"] += event.erased_attendance
    capacity = None if None in capacities else sum(one or 0 for one in capacities)
    return SeatFigures(capacity, **sums, ways=ways if len(ways) > 1 else ())


def waiting_before(registration: Registration) -> int:
    """How many stand before somebody on the waiting list."""
    with all_rows():  # a number
        return Registration.objects.filter(
            event=registration.event_id,
            way=registration.way,
            state=RegistrationState.WAITING,
            number__lt=registration.number,
        ).count()


def quota_figures(event: Event) -> list[tuple[EventQuota, int]]:
    """Each quota, and how many seats its group has. Two queries."""
    quotas = quotas_of(event)
    holders = Registration.objects.filter(event=event, way=Way.PLACE, state__in=HOLDS_SEAT)
    taken = list(holders.values_list("side", "field", "country"))
    return [(one, sum(_is_in(one, *row) for row in taken)) for one in quotas]


def _is_in(quota: EventQuota, side: str, studied: str, country: str) -> bool:
    groups = {"side": side, "field": studied, "country": country}
    return Quota(quota.grouping, quota.group).holds(groups)


def feedback_figures(event: Event) -> FeedbackFigures:
    said = list(EventFeedback.objects.filter(event=event).values_list("overall", "useful"))
    if not said:
        return FeedbackFigures(0, None, None)
    overall, useful = zip(*said, strict=True)
    return FeedbackFigures(len(said), sum(overall) / len(said), sum(useful) / len(said))


def feedback_texts(event: Event) -> list[str]:
    """What was said in words; in an order that tells nothing of when."""
    texts = EventFeedback.objects.filter(event=event).exclude(text="").values_list("text", flat=True)
    return sorted(texts)
