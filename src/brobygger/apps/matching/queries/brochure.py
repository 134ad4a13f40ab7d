"""The talent brochure: how many hold what, in numbers that tell of nobody."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from brobygger.apps.base.models import all_rows
from brobygger.apps.matching.enums import BrochureDimension
from brobygger.apps.matching.models import BrochureBlock
from brobygger.core.barometer.small_cells import summed


@dataclass(frozen=True, slots=True)
class Brochure:
    """
    Args:
        people: how many are counted.
        numbers: by dimension, (property, people) pairs, the most frequent first.
        as_of: when a part of it was last renewed; None: there is nothing yet.
    """

    people: int
    numbers: Mapping[BrochureDimension, tuple[tuple[str, int], ...]]
    as_of: dt.datetime | None


def brochure(programme_code: str = "") -> Brochure:
    """The brochure of a programme, or of all. One query. Every number is a sum of numbers that are protected by themselves."""
    with all_rows():  # numbers that point at nobody
        blocks = list(BrochureBlock.objects.filter(people__gt=0))
    if programme_code:
        blocks = [one for one in blocks if programme_code in one.key.split(",")]
    numbers = {
        dimension: tuple(summed(one.numbers.get(dimension.value, {}) for one in blocks).items())
        for dimension in BrochureDimension
    }
    return Brochure(
        people=sum(one.people for one in blocks),
        numbers=numbers,
        as_of=max((one.published_at for one in blocks), default=None),
    )
