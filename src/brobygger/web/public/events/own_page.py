"""What the pages of somebody who registered have in common. The key in their address is the permission."""

from __future__ import annotations

from typing import Any

from django.http import Http404

from brobygger.apps.events import queries
from brobygger.apps.events.enums import EventState
from brobygger.web.public.events import wording


def found_by_key(key: str) -> Any:
    registration = queries.registration_by_key(key)
    if registration is None:
        raise Http404
    return registration


def entry_of(registration: Any) -> dict[str, Any]:
    event = registration.event
    return {
        "registration": registration,
        "event": event,
        "when": wording.when(event),
        "where": wording.where(event) if not registration.is_online else "",
        "is_cancelled": event.state == EventState.CANCELLED,
    }
