"""How one tells whose a batch, a visit or a campaign is; who may do what stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.outreach.models import AmbassadorBooking


def is_own_booking(user: User, booking: AmbassadorBooking) -> bool:
    return user.pk is not None and booking.agent.user_id == user.pk


tell(Thing.BOOKING, Extent.OWN, is_own_booking)
