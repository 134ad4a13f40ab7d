"""When applications are erased, their number stays, by how far they came."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING

from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.opportunities.models import Application
from brobygger.apps.programmes.actions.erasure import count_erased
from brobygger.apps.programmes.enums import ErasedKind

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def _count_applications(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    rows = Application._base_manager.filter(pk__in=ids).values_list("opportunity__programme", "state")
    count_erased(kind=ErasedKind.APPLICATION, of=rows, by=by, at=at)


before_removal("opportunities.Application", _count_applications)
