"""How one tells whose question it is; who may do what stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.programmes.rules import leads

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.effects.models import FollowUp


def is_about(user: User, follow_up: FollowUp) -> bool:
    return user.pk is not None and follow_up.member.candidate.user_id == user.pk


def is_of_led_programme(user: User, follow_up: FollowUp) -> bool:
    return leads(user, follow_up.member.programme)


tell(Thing.FOLLOW_UP, Extent.OWN, is_about)
tell(Thing.FOLLOW_UP, Extent.LED, is_of_led_programme)
