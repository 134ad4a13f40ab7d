"""How one tells whose an event is; who may do what with it stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.events.enums import EventState
from brobygger.apps.programmes.rules import is_partner_of, leads

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import Event


def is_announced(user: User, event: Event) -> bool:
    return event.state != EventState.DRAFT


def is_of_partners_programme(user: User, event: Event) -> bool:
    return is_partner_of(user, event.programme)


def is_of_led_programme(user: User, event: Event) -> bool:
    return leads(user, event.programme)


tell(Thing.EVENT, Extent.OPEN, is_announced)
tell(Thing.EVENT, Extent.PROGRAMMES, is_of_partners_programme)
tell(Thing.EVENT, Extent.LED, is_of_led_programme)
