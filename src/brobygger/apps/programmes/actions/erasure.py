"""When somebody is erased, the numbers of a programme stay what they were."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import F

from brobygger.apps.base.actions.erasure import before_removal
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.enums import ErasedKind
from brobygger.apps.programmes.models import ErasedCount

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def count_erased(
    *, kind: ErasedKind, of: Iterable[tuple[int | None, str]], by: User | None, at: dt.datetime
) -> None:
    """
    Keep numbers of what is about to be erased, so that the totals of programmes stay as they are.

    Args:
        of: for each row its programme and how far it came, or no word.
    """
    month = at.date().replace(day=1)
    for (programme_id, detail), number in sorted(Counter(of).items(), key=str):
        place: dict[str, Any] = {"programme_id": programme_id, "kind": kind, "detail": detail, "month": month}
        row, _is_new = ErasedCount.objects.get_or_create(**place)
        ErasedCount.objects.filter(pk=row.pk).update(count=F("count") + number)


def _count_candidates(ids: Sequence[int], by: User | None, at: dt.datetime) -> None:
    programmes = Candidate._base_manager.filter(pk__in=ids).values_list("programmes", flat=True)
    count_erased(kind=ErasedKind.CANDIDATE, of=[(one, "") for one in programmes], by=by, at=at)


before_removal("people.Candidate", _count_candidates)
