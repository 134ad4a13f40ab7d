"""Addresses that take no mail: marked when a mail server says so for good, and lifted by a person."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.enums import BounceSource
from brobygger.apps.base.models import BouncedAddress, all_rows
from brobygger.apps.base.rules import check_may

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

LONGEST_ANSWER = 300


@transaction.atomic
def note_bounce(
    *, address: str, source: BounceSource, answer: str = "", by: User | None, at: dt.datetime
) -> bool:
    """
    Mark an address that takes no mail. Repeating it changes nothing.

    Returns:
        Whether it was not marked before.

    Raises:
        PermissionDenied: `by` is a person who may not.
    """
    check_may(by, "base.mark_bounces")
    with all_rows():  # addresses are nobody's
        row, is_new = BouncedAddress.objects.get_or_create(
            address=address.strip().lower(),
            defaults={"source": source, "answer": answer[:LONGEST_ANSWER], "bounced_at": at},
        )
    if is_new:
        record(action="base.note_bounce", subject=row, by=by, at=at, changes={"source": source.value})
    return is_new


@transaction.atomic
def lift_bounce(*, address: str, by: User | None, at: dt.datetime) -> bool:
    """
    Write to an address again, for it works. The answer is whether it was marked. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is a person who may not.
    """
    check_may(by, "base.mark_bounces")
    with all_rows():  # addresses are nobody's
        row = BouncedAddress.objects.filter(address=address.strip().lower()).first()
        if row is None:
            return False
        trace = BouncedAddress(pk=row.pk)
        row.delete()
    record(action="base.lift_bounce", subject=trace, by=by, at=at, changes={})
    return True
