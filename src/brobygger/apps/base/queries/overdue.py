"""Rows whose time is over, by what the tables declare."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, Q, QuerySet

from brobygger.apps.base.enums import RETENTION_DAYS, Retention
from brobygger.apps.base.models import Personal, Privacy, declared_models


@dataclass(frozen=True, slots=True)
class Overdue:
    """
    Rows of one model whose class of retention is over.

    Args:
        is_person: the rows are the candidates themselves: all that is kept of them goes with them.
    """

    model: type[Model]
    retention: Retention
    rows: QuerySet[Any]
    is_person: bool


def overdue(at: dt.datetime) -> Iterator[Overdue]:
    """For each model with a moment to count from, the rows that have been kept for longer than they may be."""
    for model, declared in declared_models():
        for part in declared.personal:
            days = RETENTION_DAYS.get(part.retention)
            if part.since and days is not None:
                rows = older_than(model, declared, part, at - dt.timedelta(days=days))
                yield Overdue(model, part.retention, rows, declared.candidate == "pk")


def older_than(model: type[Model], declared: Privacy, part: Personal, moment: dt.datetime) -> QuerySet[Any]:
    """The rows none of whose moments is as late as `moment`; a row without any moment is not among them."""
    rows: QuerySet[Any] = QuerySet(model)
    some = Q(pk__in=())
    for name in part.since:
        some |= Q(**{f"{name}__lt": moment})
        later: QuerySet[Any, Any] = QuerySet(model).filter(**{f"{name}__gte": moment}).order_by().values("pk")
        rows = rows.exclude(pk__in=later)
    if declared.open_rows:
        rows = rows.exclude(**declared.open_rows)
    return rows.filter(pk__in=QuerySet(model).filter(some).order_by().values("pk")).order_by("pk")
