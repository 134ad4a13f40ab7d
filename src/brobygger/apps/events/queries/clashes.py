"""Events that take people from each other: at the same time, or on one day in one town or for the same people."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import combinations

from brobygger.apps.events.enums import Audience, EventState
from brobygger.apps.events.models import Event

EVERYWHERE = ""


class Reason(Enum):
    SAME_TIME = "same_time"
    SAME_TOWN = "same_town"
    SAME_PEOPLE = "same_people"


@dataclass(frozen=True, slots=True)
class Clash:
    """Two events of one day, the earlier first, and what they have in common."""

    first: Event
    second: Event
    reasons: tuple[Reason, ...]


def planned_between(start: dt.datetime, end: dt.datetime) -> list[Event]:
    """What is planned or announced in a time, of all programmes in the visitor's scope, with the programmes. Two queries."""
    found = Event.objects.filter(starts_at__lt=end, ends_at__gt=start).exclude(state=EventState.CANCELLED)
    return list(found.select_related("programme").prefetch_related("partners").order_by("starts_at", "pk"))


def clashes(events: Iterable[Event]) -> list[Clash]:
    """
    The pairs that clash, in the order of their time. Events that overlap always do; of one day those do that are in
    one town, or for the same people (pupils, companies, students; what is for everybody is for no group above all).

    Each pair once. The work grows with the square of the events of one day, not of all.
    """
    by_day: dict[dt.date, list[Event]] = defaultdict(list)
    for event in events:
        for day in _days(event):
            by_day[day].append(event)
    found: dict[tuple[int, int], Clash] = {}
    for same_day in by_day.values():
        for first, second in combinations(same_day, 2):
            if first.pk == second.pk or (first.pk, second.pk) in found:
                continue
            reasons = _reasons(first, second)
            if reasons:
                found[first.pk, second.pk] = Clash(first, second, reasons)
    return sorted(
        found.values(), key=lambda clash: (clash.first.starts_at, clash.second.starts_at, clash.first.pk)
    )


def _days(event: Event) -> Sequence[dt.date]:
    first, last = event.local_start.date(), event.local_end.date()
    return [first + dt.timedelta(days=number) for number in range((last - first).days + 1)]


def _reasons(first: Event, second: Event) -> tuple[Reason, ...]:
    reasons = []
    if first.starts_at < second.ends_at and second.starts_at < first.ends_at:
        reasons.append(Reason.SAME_TIME)
    if _town(first) != EVERYWHERE and _town(first) == _town(second):
        reasons.append(Reason.SAME_TOWN)
    if first.audience == second.audience != Audience.EVERYBODY:
        reasons.append(Reason.SAME_PEOPLE)
    return tuple(reasons)


def _town(event: Event) -> str:
    return " ".join(event.city.casefold().split())
