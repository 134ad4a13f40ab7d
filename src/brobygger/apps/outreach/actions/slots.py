"""Times at which somebody can visit companies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.models import VisitSlot
from brobygger.apps.programmes.models import Programme


class Overlaps(Exception):
    """The visitor has another time, or a visit, at that time."""


class SlotBooked(Exception):
    """A company has this time."""


@transaction.atomic
@all_rows()  # the visitor's times for other programmes count too
def offer_slots(
    *,
    programme: Programme,
    visitor: User,
    starts: Sequence[dt.datetime],
    length: dt.timedelta,
    area: str = "",
    by: User | None,
    at: dt.datetime,
) -> list[VisitSlot]:
    """
    Offer times of the same length at which `visitor` can visit companies; all of them or none.

    Raises:
        PermissionDenied: `by` may not, or offers somebody else's time.
        Overlaps: the visitor is not free then.
        ValidationError: a time that is over, or no length.
    """
    check_may(by, "outreach.offer_slots")
    if by is not None and by.pk != visitor.pk:
        raise PermissionDenied(f"{by} may not offer the time of {visitor}.")
    User.objects.select_for_update().get(pk=visitor.pk)  # two forms at once are one after the other
    offered = []
    for start in sorted(set(starts)):
        slot = VisitSlot(
            programme=programme,
            visitor=visitor,
            starts_at=start,
            ends_at=start + length,
            area=area.strip(),
            offered_at=at,
        )
        clash = VisitSlot.objects.filter(
            visitor=visitor, starts_at__lt=slot.ends_at, ends_at__gt=slot.starts_at
        )
        if start <= at or clash.exists():
            raise Overlaps(f"{start:%Y-%m-%d %H:%M}")
        slot.full_clean()
        slot.save()
        offered.append(slot)
    for slot in offered:
        record(action="outreach.offer_slot", subject=slot, by=by, at=at, changes={"programme": programme.pk})
    return offered


@transaction.atomic
def withdraw_slot(*, slot: VisitSlot, by: User | None, at: dt.datetime) -> None:
    """
    Take an offered time back.

    Raises:
        PermissionDenied: `by` may not.
        SlotBooked: a company has it.
    """
    check_may(by, "outreach.withdraw_slot", slot)
    record(action="outreach.withdraw_slot", subject=slot, by=by, at=at, changes={})
    if not VisitSlot.objects.filter(pk=slot.pk, call=None).delete()[0]:
        raise SlotBooked(str(slot))
