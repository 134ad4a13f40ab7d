"""What evenings ask of their organisers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from brobygger.apps.events.enums import EventState
from brobygger.apps.events.models import Appointment, DatingCompany, DatingEvening, DatingStudent
from brobygger.apps.events.queries.attendance import unnoted_companies, unnoted_students


def still_planned(talks: Iterable[Appointment], evening: DatingEvening, at: dt.datetime) -> list[Appointment]:
    """Talks of rounds to come with somebody who has withdrawn: a repair takes them away."""
    begun = evening.rounds_begun(at)
    return [
        one
        for one in talks
        if one.round > begun and (one.company.withdrawn_at or one.student.withdrawn_at) is not None
    ]


def evenings_to_repair(at: dt.datetime) -> list[tuple[DatingEvening, int]]:
    """
    Evenings in the visitor's scope that are not over, the next first, whose timetable holds talks with somebody who
    has withdrawn, and how many of these. One query.
    """
    gone = Q(company__withdrawn_at__isnull=False) | Q(student__withdrawn_at__isnull=False)
    talks = Appointment.objects.filter(
        gone,
        version__published_at__isnull=False,
        version__superseded_at=None,
        version__evening__event__state=EventState.OPEN,
        version__evening__event__ends_at__gt=at,
    ).select_related("company", "student", "version__evening__event__programme")
    of_evening: dict[DatingEvening, list[Appointment]] = {}
    for one in talks.order_by("version__evening__first_round_at", "version__evening", "pk"):
        of_evening.setdefault(one.version.evening, []).append(one)
    counts = ((evening, len(still_planned(talks, evening, at))) for evening, talks in of_evening.items())
    return [(evening, count) for evening, count in counts if count]


def evenings_to_note(at: dt.datetime) -> QuerySet[DatingEvening]:
    """Evenings in the visitor's scope that are over, and of whose timetable nobody noted who came, the latest first."""
    found = DatingEvening.objects.select_related("event__programme").filter(
        Exists(unnoted_students().filter(evening=OuterRef("pk")))
        | Exists(unnoted_companies().filter(evening=OuterRef("pk"))),
        event__ends_at__lte=at,
        event__state__in=(EventState.OPEN, EventState.HELD),
    )
    return found.order_by("-first_round_at", "pk")


def unnoted_at(evening: DatingEvening) -> tuple[list[DatingCompany], list[DatingStudent]]:
    """Whom nobody noted as here or not, in the visitor's scope: companies by name, candidates by alias. Two queries."""
    companies = unnoted_companies().filter(evening=evening).order_by().values("pk")
    students = unnoted_students().filter(evening=evening).order_by().values("pk")
    return (
        list(
            DatingCompany.objects.filter(pk__in=companies)
            .select_related("organisation")
            .order_by("organisation__name", "pk")
        ),
        list(
            DatingStudent.objects.filter(pk__in=students)
            .select_related("candidate")
            .order_by("candidate__alias", "pk")
        ),
    )
