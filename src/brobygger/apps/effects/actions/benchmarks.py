"""Official figures beside a programme's own: typed in by a person, with source and year."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.effects.models import Benchmark

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class BenchmarkDetails:
    """The fields of `Benchmark`: what it counts, after how many months, percent that stay, source, year."""

    label: str
    months: int
    percent: Decimal
    source: str
    year: int


@transaction.atomic
def add_benchmark(
    *, programme: Programme, details: BenchmarkDetails, by: User | None, at: dt.datetime
) -> Benchmark:
    """
    Put an official figure beside a programme's own.

    Raises:
        PermissionDenied: `by` does not run the programme.
        ValidationError: what was typed cannot be, by field.
    """
    check_may(by, "effects.note_benchmark", programme)
    name = (by.get_full_name() or by.get_username()) if by else ""
    row = Benchmark(programme=programme, added_at=at, added_by=by, added_by_name=name, **asdict(details))
    row.full_clean(exclude=("programme", "added_by"))
    row.save()
    changes = {"months": row.months, "percent": str(row.percent), "year": row.year}
    record(action="effects.add_benchmark", subject=programme, by=by, at=at, changes=changes)
    return row


@transaction.atomic
def remove_benchmark(*, benchmark: Benchmark, by: User | None, at: dt.datetime) -> None:
    """
    Take an official figure away again.

    Raises:
        PermissionDenied: `by` does not run the programme.
    """
    check_may(by, "effects.note_benchmark", benchmark.programme)
    programme, changes = benchmark.programme, {"months": benchmark.months, "percent": str(benchmark.percent)}
    benchmark.delete()
    record(action="effects.remove_benchmark", subject=programme, by=by, at=at, changes=changes)
