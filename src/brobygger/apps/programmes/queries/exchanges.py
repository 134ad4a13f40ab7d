"""Reads of the log of knowledge exchange."""

from __future__ import annotations

from django.db.models import Count, Prefetch, Q, QuerySet
from django.db.models.functions import ExtractYear

from brobygger.apps.base.models import all_rows
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.programmes.enums import ExchangeKind
from brobygger.apps.programmes.models import ExchangeEntry


def exchanges(
    *, text: str = "", kind: str = "", year: int | None = None, programme: int | None = None
) -> QuerySet[ExchangeEntry]:
    """Entries in the visitor's scope, the latest first, with the organisations of each."""
    found = ExchangeEntry.objects.select_related("programme")
    if text:
        ids = Organisation.objects.filter(name__icontains=text).order_by().values("pk")
        with_it = ExchangeEntry.organisations.through._base_manager.filter(organisation__in=ids)
        found = found.filter(Q(title__icontains=text) | Q(pk__in=with_it.order_by().values("exchangeentry")))
    if kind:
        found = found.filter(kind=kind)
    if year is not None:
        found = found.filter(day__year=year)
    if programme is not None:
        found = found.filter(programme=programme)
    with all_rows():  # who reads an entry reads between whom it was
        names = Prefetch("organisations", Organisation.objects.order_by("name", "pk"))
    return found.prefetch_related(names).order_by("-day", "-pk")


def exchange_by_id(pk: int) -> ExchangeEntry | None:
    return ExchangeEntry.objects.select_related("programme").filter(pk=pk).first()


def organisations_in(entry: ExchangeEntry) -> list[Organisation]:
    """Between whom it was, by name."""
    with all_rows():  # who reads an entry reads between whom it was
        return list(entry.organisations.order_by("name", "pk"))


def exchange_counts(programme: int | None = None) -> tuple[list[int], list[tuple[str, list[int]]]]:
    """Years, and for each kind that occurs how many there were in each year. One query."""
    found = ExchangeEntry.objects.order_by()
    if programme is not None:
        found = found.filter(programme=programme)
    rows = found.annotate(year=ExtractYear("day")).values_list("kind", "year").annotate(Count("pk"))
    counts = {(kind, year): count for kind, year, count in rows}
    years = sorted({year for _kind, year in counts})
    table = [
        (str(kind.label), [counts.get((kind.value, year), 0) for year in years]) for kind in ExchangeKind
    ]
    return years, [(label, cells) for label, cells in table if any(cells)]
