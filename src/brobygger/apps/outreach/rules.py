"""How one tells whose a batch, a visit or a campaign is; who may do what stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.organisations.rules import writes_for
from brobygger.apps.programmes.rules import is_partner_of, leads

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.outreach.models import AmbassadorBooking, Call, HostStory


def is_of_partners_programme(user: User, thing: Any) -> bool:
    return is_partner_of(user, thing.programme)


def is_of_led_programme(user: User, thing: Any) -> bool:
    return leads(user, thing.programme)


def is_called_by(user: User, call: Call) -> bool:
    """The call is of a batch that is open and that the user calls."""
    return call.batch.closed_at is None and call.batch.agents.filter(pk=user.pk).exists()


def is_written_by(user: User, story: HostStory) -> bool:
    return writes_for(user, story.organisation)


def is_own_booking(user: User, booking: AmbassadorBooking) -> bool:
    return user.pk is not None and booking.agent.user_id == user.pk


tell(Thing.OUTREACH, Extent.PROGRAMMES, is_of_partners_programme)
tell(Thing.OUTREACH, Extent.LED, is_of_led_programme)
tell(Thing.CALL, Extent.OWN, is_called_by)
tell(Thing.STORY, Extent.WRITTEN, is_written_by)
tell(Thing.STORY, Extent.LED, is_of_led_programme)
tell(Thing.BOOKING, Extent.OWN, is_own_booking)
