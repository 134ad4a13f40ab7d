"""Sources of open ads, with what came of them; and where an opportunity was fetched."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Count, Prefetch, Q

from brobygger.apps.opportunities.models import AdFetch, AdSource, FetchedAd, Opportunity

if TYPE_CHECKING:
    from django.db.models import QuerySet


def ad_sources() -> QuerySet[AdSource]:
    """All sources, each with `live` (ads that are there now) and its fetches, the latest first. Two queries."""
    found = AdSource.objects.select_related("programme", "set_by")
    found = found.annotate(live=Count("ads", filter=Q(ads__gone_at=None)))
    return found.prefetch_related(Prefetch("fetches", AdFetch.objects.order_by("-begun_at", "-pk")))


def ad_source_by_id(pk: int) -> AdSource | None:
    return AdSource.objects.filter(pk=pk).first()


def due_ad_sources(*, at: dt.datetime, name: str = "", whether_due: bool = True) -> list[AdSource]:
    """
    The sources that are on and due, the one that waited longest first.

    Args:
        name: that one alone.
        whether_due: otherwise all that are on.
    """
    found = AdSource.objects.filter(is_on=True).order_by("fetched_at", "pk")
    if name:
        found = found.filter(name=name)
    return [one for one in found if one.is_due(at) or not whether_due]


def fetched_ad_of(opportunity: Opportunity) -> FetchedAd | None:
    """Where it was fetched; None: it was written here. Who may see the one may see the other."""
    found: FetchedAd | None = getattr(opportunity, "fetched", None)
    return found
