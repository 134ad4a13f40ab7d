"""How far companies have come: the ladder of a programme, time in each level, what companies know."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from brobygger.apps.organisations.models import Organisation
from brobygger.apps.outreach.enums import Awareness
from brobygger.apps.outreach.models import Cooperation, LevelEntry, MaterialSent, OutreachPlan
from brobygger.apps.programmes.models import Programme
from brobygger.data.outreach import Level, levels_from, usual_levels


@dataclass(frozen=True, slots=True)
class Stay:
    """Some time on one level; `ended` None: it lasts."""

    entry: LevelEntry
    ended: dt.date | None
    days: int


def plan_for(programme: Programme) -> OutreachPlan | None:
    return OutreachPlan.objects.filter(programme=programme).first()


def levels_of(programme: Programme) -> tuple[Level, ...]:
    """The ladder of a programme from the lowest level: its own, else the usual one."""
    plan = plan_for(programme)
    return levels_from(plan.levels) if plan and plan.levels else usual_levels()


def cooperations_of(
    programme: Programme, *, level: str = "", start_ups: bool = False
) -> QuerySet[Cooperation]:
    """Companies of a programme with their levels, those that stand longest first."""
    found = Cooperation.objects.filter(programme=programme).select_related("organisation")
    if level:
        found = found.filter(level=level)
    if start_ups:
        found = found.filter(is_start_up=True)
    return found.order_by("level_since", "organisation__name", "pk")


def furthest_programme(programmes: Sequence[Programme]) -> Programme | None:
    """The programme with most companies that stand somewhere; of equals the first; None of none. One query."""
    rows = Cooperation.objects.filter(programme__in=programmes).exclude(level="").order_by()
    counts = Counter(rows.values_list("programme", flat=True))
    return max(programmes, key=lambda one: counts[one.pk], default=None)


def counts_by_level(programme: Programme) -> list[tuple[Level, int]]:
    """How many companies stand on each level. Two queries."""
    rows = Cooperation.objects.filter(programme=programme).order_by().values_list("level", flat=True)
    counts = Counter(rows)
    return [(level, counts[level.code]) for level in levels_of(programme)]


def counts_by_awareness(programme: Programme) -> list[tuple[str, int]]:
    """How many companies know how much, in the order of `Awareness`."""
    counts = Counter(Cooperation.objects.filter(programme=programme).values_list("awareness", flat=True))
    return [(str(one.label), counts[one.value]) for one in Awareness]


def cooperation_for(pk: int, organisation: int) -> Cooperation | None:
    """
    What a programme and a company have with each other; a new one that is not saved where there is nothing yet.

    None: one of them is not there.
    """
    found = Cooperation.objects.select_related("programme", "organisation")
    known = found.filter(programme=pk, organisation=organisation).first()
    if known:
        return known
    programme = Programme.objects.filter(pk=pk).first()
    company = Organisation.objects.filter(pk=organisation).first()
    return Cooperation(programme=programme, organisation=company) if programme and company else None


def stays_of(cooperation: Cooperation, *, today: dt.date) -> list[Stay]:
    """The levels of a company from the first to the one it stands on, with the days on each. One query."""
    if cooperation.pk is None:
        return []
    entries = list(
        LevelEntry.objects.filter(cooperation=cooperation).select_related("visit").order_by("since", "pk")
    )
    ends: list[dt.date | None] = [one.since for one in entries[1:]]
    if entries:
        ends.append(None)
    return [
        Stay(entry, ended, ((ended or today) - entry.since).days)
        for entry, ended in zip(entries, ends, strict=True)
    ]


def material_of(cooperation: Cooperation) -> QuerySet[MaterialSent]:
    if cooperation.pk is None:
        return MaterialSent.objects.none()
    return MaterialSent.objects.filter(cooperation=cooperation)
