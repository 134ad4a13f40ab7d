"""One event, one queue: whoever counts or gives its seats waits for whoever does so at the moment."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from brobygger.apps.base.actions import record
from brobygger.apps.events.actions.registration_mail import tell_of_offer
from brobygger.apps.events.enums import HOLDS_SEAT, EventState, Grouping, RegistrationState, Way
from brobygger.apps.events.models import Event, EventQuota, Registration
from brobygger.core.seats import Quota, Seats

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.core.seats import Groups

GROUPINGS: Final = [one.value for one in Grouping]
"""The columns of a registration by which quotas group."""


def locked(event: Event) -> Event:
    """
    The event as it is now, locked until the transaction ends.

    On SQLite the transaction as a whole has locked the database already (`transaction_mode` of the settings).
    """
    return Event._base_manager.select_for_update().get(pk=event.pk)


def groups_of(registration: Registration) -> Groups:
    return {name: getattr(registration, name) for name in GROUPINGS}


def seats_of(event: Event, way: str = Way.PLACE) -> Seats:
    """The seats of a locked event, in its room or online. Two queries. Quotas share out those of the room."""
    quotas = [
        Quota(one.grouping, one.group, one.least, one.most)
        for one in (EventQuota._base_manager.filter(event=event) if way == Way.PLACE else ())
    ]
    taken = Registration._base_manager.filter(event=event, way=way, state__in=HOLDS_SEAT).order_by()
    return Seats(event.capacity_of(way), quotas, list(taken.values(*GROUPINGS)))


def offer_free_seats(*, event: Event, by: User | None, at: dt.datetime) -> int:
    """Offer what is free of a locked event to its waiting list, in the room and online; how many were offered."""
    return sum(
        offer_seats_of(event=event, way=way, seats=seats_of(event, way), by=by, at=at) for way in event.ways
    )


def offer_seats_of(*, event: Event, way: str, seats: Seats, by: User | None, at: dt.datetime) -> int:
    """
    Offer the free seats of the room, or online, to those who wait for them, from the front; how many were offered.

    Each is kept for its receiver for the hours that the event says, but not past its start.

    Args:
        seats: the event's, of this way; what is offered is taken then.
    """
    if event.state != EventState.OPEN or at >= event.starts_at:
        return 0
    if seats.are_taken:  # in a storm nobody goes through the whole list for each who joins it
        return 0
    waiting = Registration._base_manager.filter(event=event, way=way, state=RegistrationState.WAITING)
    queue = list(waiting.order_by("number").values("pk", *GROUPINGS))
    given = [queue[place]["pk"] for place in seats.give(queue)]
    until = min(at + dt.timedelta(hours=event.offer_hours), event.starts_at)
    for one in waiting.filter(pk__in=given).select_related("event", "user").order_by("number"):
        one.state, one.offered_until, one.changed_at = RegistrationState.OFFERED, until, at
        one.save(update_fields=["state", "offered_until", "changed_at"])
        tell_of_offer(one, by=by, at=at)
        changes = {"event": event.pk, "until": until.isoformat()}
        record(action="events.offer_seat", subject=one, by=by, at=at, changes=changes)
    return len(given)
