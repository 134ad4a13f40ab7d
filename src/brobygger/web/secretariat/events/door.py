"""The door: one page with the list inside, that works on without a network, and what it sends when it is back."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import RegistrationState
from brobygger.web import kept_notes, wording
from brobygger.web.page import PageRequest, page
from brobygger.web.public.events.wording import photo_mark, when, where

LONGEST_NAME: Final = 200


@page(may="events.keep_door", of=queries.event_by_id)
def show_door(request: HttpRequest, event: Any) -> HttpResponse:
    data = kept_notes.in_page(
        keep=f"door-{event.pk}",
        until=event.ends_at,
        sync=reverse("event-door-sync", args=[event.pk]),
        scope=reverse("events"),
        state=_guests(event),
        words=_words(),
    )
    context = {
        "event": event,
        "when": when(event),
        "where": where(event),
        "data": data,
        "nonce": str(getattr(request, "csp_nonce", "")),
    }
    response = render(request, "secretariat/events/door.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response


@page(may="events.keep_door", of=queries.event_by_id, writes=True)
def sync(request: PageRequest, event: Any) -> HttpResponse:
    """
    Takes what a phone noted, and answers with the list as it is now.

    A note is {"id", "at", "registration"} or {"id", "at", "name", "email"}.
    """
    try:
        noted, refused = kept_notes.read_notes(request.body, _one)
    except (ValueError, TypeError, KeyError) as error:
        return HttpResponseBadRequest(str(error), content_type="text/plain")
    at = now()
    kept: list[UUID] = []
    seen = [one for one in noted if isinstance(one, actions.Seen)]
    if seen:
        came = actions.check_in(event=event, seen=seen, by=request.user, at=at)
        kept += came.known
        refused |= {str(one): _("This registration is not of this event.") for one in came.unknown}
    for one in noted:
        if isinstance(one, dict):
            try:
                actions.register_at_door(
                    event=event, **one, language=wording.reader_language(), by=request.user, at=at
                )
                kept.append(one["client_id"])
            except ValidationError as error:
                refused[str(one["client_id"])] = " ".join(error.messages)
    return kept_notes.answered(kept, refused, _guests(event))


def _guests(event: Any) -> list[dict[str, Any]]:
    """What the phone needs of each: no address, no answers."""
    return [
        {
            "id": one.pk,
            "name": one.name,
            "code": one.code,
            "note": _note(one),
            "seat": one.state == RegistrationState.CONFIRMED,
            "in": came.checked_in_at.isoformat() if (came := getattr(one, "check_in", None)) else "",
        }
        for one in queries.door_list(event)
    ]


def _note(registration: Any) -> str:
    parts = [registration.organisation.name if registration.organisation else registration.get_side_display()]
    if registration.state != RegistrationState.CONFIRMED:
        parts.append(str(RegistrationState(registration.state).label))
    parts.append(photo_mark(registration))
    return " · ".join(filter(None, parts))


def _one(row: dict[str, Any]) -> Any:
    client_id, moment = kept_notes.id_and_moment(row)
    if "registration" in row:
        return actions.Seen(client_id, kept_notes.number_of_row(row["registration"]), moment)
    name, email = (str(row[part]).replace("\x00", " ")[:LONGEST_NAME] for part in ("name", "email"))
    return {"client_id": client_id, "name": name, "email": email, "seen_at": moment}


def _words() -> dict[str, str]:
    """What the door's script says; it has no words of its own."""
    return {
        "in": _("{name} is in."),
        "again": _("{name} is in already, since {time}."),
        "unknown": _("Nobody here has the code {code}."),
        "noCamera": _("The camera cannot be used here. Type the code, or tap the name."),
        "mark": _("in"),
    }
