"""Stories of hosts, doors of placements, and grants."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from django.db.models import Count, Prefetch, Q, QuerySet

from brobygger.apps.opportunities.enums import ApplicationState
from brobygger.apps.opportunities.models import Application
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach.enums import Door, GrantState
from brobygger.apps.outreach.models import Grant, GrantCondition, HostStory, PlacementDoor


@dataclass(frozen=True, slots=True)
class DoorFigures:
    """How many applications came through a door, and how many of them became placements."""

    label: str
    applications: int
    placements: int


def published_stories(*, industry: str = "") -> QuerySet[HostStory]:
    """Stories that everybody may read, those of a branch first where one is named."""
    found = HostStory.objects.filter(published_at__isnull=False, agreed_at__isnull=False)
    found = found.select_related("organisation")
    return found.filter(industry__iexact=industry) if industry else found


def published_story(pk: int) -> HostStory | None:
    """One of the `published_stories`; None if it is none of them, or no longer."""
    return published_stories().filter(pk=pk).first()


def stories_to_look_at() -> QuerySet[HostStory]:
    """Stories in the visitor's scope, published or not, latest first."""
    return HostStory.objects.select_related("organisation", "programme").order_by("-written_at", "-pk")


def stories_of(organisation: Organisation) -> QuerySet[HostStory]:
    return HostStory.objects.filter(organisation=organisation).select_related("programme")


def story_by_id(pk: int) -> HostStory | None:
    return HostStory.objects.select_related("organisation", "programme").filter(pk=pk).first()


def evidence_for(organisation: Organisation, *, most: int = 3) -> list[HostStory]:
    """Published stories of earlier hosts for a visit: of the same branch first, never of the company itself."""
    found = published_stories().exclude(organisation=organisation)
    same = list(found.filter(industry__iexact=organisation.industry)[:most]) if organisation.industry else []
    others = found.exclude(pk__in=[one.pk for one in same])[: most - len(same)]
    return [*same, *others]


def door_of(application: Application) -> PlacementDoor | None:
    return PlacementDoor.objects.filter(application=application).first()


def door_figures(programme: int | None = None) -> tuple[list[DoorFigures], int]:
    """
    Applications and placements by door, in the order of `Door`, and placements of which nobody has said a door.

    Two queries.
    """
    doors = PlacementDoor.objects.order_by()
    placed = Application.objects.filter(state=ApplicationState.PLACED)
    if programme is not None:
        doors = doors.filter(application__opportunity__programme=programme)
        placed = placed.filter(opportunity__programme=programme)
    is_placed = Q(application__state=ApplicationState.PLACED)
    rows = doors.values("door").annotate(all=Count("pk"), placed=Count("pk", filter=is_placed))
    found = {row["door"]: (row["all"], row["placed"]) for row in rows}
    figures = [DoorFigures(str(door.label), *found.get(door.value, (0, 0))) for door in Door]
    return figures, placed.filter(door=None).count()


def grants() -> QuerySet[Grant]:
    """Grants in the visitor's scope with their conditions, those that end first."""
    conditions = Prefetch("conditions", queryset=GrantCondition.objects.order_by("due_date", "pk"))
    return Grant.objects.select_related("programme").prefetch_related(conditions).order_by("end_date", "pk")


def grant_by_id(pk: int) -> Grant | None:
    return Grant.objects.select_related("programme").filter(pk=pk).first()


def condition_by_id(pk: int) -> GrantCondition | None:
    return GrantCondition.objects.select_related("grant__programme").filter(pk=pk).first()


def due_conditions(*, today: dt.date, days: int) -> QuerySet[GrantCondition]:
    """Conditions of grants that are due within so many days, or late."""
    found = GrantCondition.objects.filter(met_at=None, due_date__lte=today + dt.timedelta(days=days))
    found = found.exclude(grant__state__in=(GrantState.DECLINED, GrantState.ENDED))
    return found.select_related("grant").order_by("due_date", "pk")


def ending_grants(*, today: dt.date, days: int) -> QuerySet[Grant]:
    """Grants that end within so many days, or have ended and nobody has said so."""
    found = Grant.objects.filter(state=GrantState.GRANTED, end_date__lte=today + dt.timedelta(days=days))
    return found.select_related("programme").order_by("end_date", "pk")
