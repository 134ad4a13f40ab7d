"""Who takes part in an evening of short talks, as numbers of its event: the evening keeps them in tables of its own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import HOLDS_SEAT, DayPresence, EventState
from brobygger.apps.events.models import Appointment, DatingCompany, DatingStudent, Event, Registration

WERE_HERE: Final = (DayPresence.PRESENT, DayPresence.LATE, DayPresence.LEFT, DayPresence.WALK_IN)
"""What the board of an evening says of who was there, if only for a part of it."""


@dataclass(frozen=True, slots=True)
class Attendance:
    """
    Candidates at the tables of an event, besides those who registered for it: nobody counts twice.

    Args:
        placed: who take part.
        came: who were here, as the board says.
        unnoted, unnoted_companies: on the published timetable of an evening that was held, and nobody noted whether
            they were here.
    """

    placed: int
    came: int
    unnoted: int = 0
    unnoted_companies: int = 0


def attendance(event: Event) -> Attendance:
    """Four queries, over everybody: numbers only."""
    with all_rows():
        of_event = {"evening__event": event}
        held = {**of_event, "evening__event__state": EventState.HELD}
        return Attendance(
            placed().filter(**of_event).count(),
            came().filter(**of_event).count(),
            unnoted_students().filter(**held).count(),
            unnoted_companies().filter(**held).count(),
        )


def placed() -> QuerySet[DatingStudent]:
    """Candidates at tables, but those who have a seat by a registration of their own."""
    return _unregistered(Q(state__in=HOLDS_SEAT)).filter(withdrawn_at=None)


def came() -> QuerySet[DatingStudent]:
    """Candidates who were at the tables, but those who were checked in at the door."""
    return _unregistered(Q(check_in__isnull=False)).filter(_was_here())


def unnoted_students() -> QuerySet[DatingStudent]:
    """Candidates on a published timetable of whom nobody noted whether they were here, at the tables or at the door."""
    return _unregistered(Q(check_in__isnull=False)).filter(
        Exists(_talks_in_force(student=OuterRef("pk"))), withdrawn_at=None, day_state=None
    )


def unnoted_companies() -> QuerySet[DatingCompany]:
    """Companies on a published timetable of which nobody noted whether they were here."""
    with all_rows():
        found = DatingCompany.objects.all()
    return found.filter(Exists(_talks_in_force(company=OuterRef("pk"))), withdrawn_at=None, day_state=None)


def _talks_in_force(**of: OuterRef) -> QuerySet[Appointment]:
    with all_rows():
        held = Appointment.objects.order_by()
    return held.filter(version__published_at__isnull=False, version__superseded_at=None, **of)


def without_companies_noted(events: Collection[Event]) -> set[int]:
    """Numbers of events that were held, at whose tables nobody noted which companies were here. One query."""
    rows = unnoted_companies().filter(
        evening__event__in=[one.pk for one in events if one.state == EventState.HELD]
    )
    return set(rows.order_by().values_list("evening__event", flat=True))


def counted(of: QuerySet[Any]) -> Coalesce:
    """How many of these an event has, for `annotate`."""
    rows = of.filter(evening__event=OuterRef("pk")).order_by().values("evening__event")
    return Coalesce(
        Subquery(rows.annotate(number=Count("pk")).values("number")), 0, output_field=IntegerField()
    )


def companies_at_tables(events: Collection[Event], *, country: str = "") -> dict[int, set[int]]:
    """
    Numbers of the organisations at the tables of events, by the event's number. One query, over all rows: numbers only.

    Of an event that was held those count whom its board says were here; of others, those that are to come.

    Args:
        country: of the organisations; empty: any.
    """
    is_to_come = Q(withdrawn_at=None) & ~Q(evening__event__state=EventState.HELD)
    found: dict[int, set[int]] = defaultdict(set)
    with all_rows():
        rows = DatingCompany.objects.filter(
            is_to_come | _was_here(), evening__event__in=[one.pk for one in events]
        )
        if country:
            rows = rows.filter(organisation__country=country)
        for event, organisation in rows.order_by().values_list("evening__event", "organisation"):
            found[event].add(organisation)
    return found


def _was_here() -> Q:
    """Who left for good in the course of the evening was here; who withdrew before it was not."""
    came_at_all = Q(withdrawn_at=None) | Q(withdrawn_at__gte=F("evening__first_round_at"))
    return came_at_all & Q(day_state__state__in=WERE_HERE)


def _unregistered(how: Q) -> QuerySet[DatingStudent]:
    """Candidates at tables without a registration of their own that is as said."""
    with all_rows():
        same = Q(candidate=OuterRef("candidate")) | Q(user=OuterRef("candidate__user"))
        own = Registration.objects.filter(how, same, event=OuterRef("evening__event"))
        return DatingStudent.objects.filter(~Exists(own))
