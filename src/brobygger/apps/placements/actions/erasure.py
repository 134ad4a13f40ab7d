"""When an agreement is erased, that there was a placement stays as a number, by how it ended."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.placements.models import Placement
from brobygger.apps.programmes.actions.erasure import count_erased
from brobygger.apps.programmes.enums import ErasedKind

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def _count_placements(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    rows = Placement._base_manager.filter(agreement__in=ids).values_list("agreement__programme", "state")
    count_erased(kind=ErasedKind.PLACEMENT, of=rows, by=by, at=at)


before_removal("placements.Agreement", _count_placements)
