"""Events by where they are held."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.models import Q, QuerySet

from brobygger.apps.events.models import Event


def events_held_in(programme: int, towns: Sequence[str], country: str) -> QuerySet[Event]:
    """Announced events of a programme in one of these towns of a country, the latest first."""
    town = Q(pk__in=())
    for one in towns:
        town |= Q(city__iexact=one)
    found = Event.objects.announced().filter(town, programme=programme)
    return found.filter(Q(country=country) | Q(country="")).order_by("-starts_at", "-pk")
