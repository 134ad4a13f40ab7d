"""The door: one page with the list inside, that works on without a network, and what it sends when it is back."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any, Final
from uuid import UUID

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import RegistrationState
from brobygger.web import wording
from brobygger.web.page import ANYONE, PageRequest, page
from brobygger.web.public.events.wording import photo_mark, when, where
from brobygger.web.public.jobs.views import in_script

WORKER: Final = Path(__file__).resolve().parents[2] / "static" / "brobygger" / "door-worker.js"
LONGEST_NAME: Final = 200
LARGEST_NUMBER: Final = 2**63 - 1  # that a database knows


@page(may="events.keep_door", of=queries.event_by_id)
def show_door(request: HttpRequest, event: Any) -> HttpResponse:
    data = {
        "event": event.pk,
        "forget": f"{event.ends_at:%Y%m%d}",
        "sync": reverse("event-door-sync", args=[event.pk]),
        "worker": reverse("event-door-worker"),
        "scope": reverse("events"),
        "made": now().isoformat(),
        "guests": _guests(event),
        "words": _words(),
    }
    context = {
        "event": event,
        "when": when(event),
        "where": where(event),
        "data": in_script(data),
        "nonce": str(getattr(request, "csp_nonce", "")),
    }
    response = render(request, "secretariat/events/door.html", context)
    response["Cache-Control"] = "private, no-cache"
    return response


@page(may="events.keep_door", of=queries.event_by_id, writes=True)
def sync(request: PageRequest, event: Any) -> HttpResponse:
    """
    Takes what a phone noted, and answers with the list as it is now.

    The phone sends {"noted": [{"id", "at", "registration"} or {"id", "at", "name", "email"}, …]} and drops the ids that
    the answer names: as `kept`, or as `refused` with the reason.
    """
    try:
        noted, refused = _noted(request.body)
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
    answer = {
        "kept": [str(one) for one in kept],
        "refused": refused,
        "made": now().isoformat(),
        "guests": _guests(event),
    }
    response = JsonResponse(answer)
    response["Cache-Control"] = "no-store"
    return response


@never_cache
@page(may=ANYONE)
def show_worker(request: HttpRequest) -> HttpResponse:
    """What keeps the door's page on the phone. It stands here because a worker rules over its own folder alone."""
    return HttpResponse(WORKER.read_text(encoding="utf-8"), content_type="text/javascript; charset=utf-8")


def _guests(event: Any) -> list[dict[str, Any]]:
    """What the phone needs of each: no address, no answers."""
    return [
        {
            "id": one.pk,
            "name": one.name,
            "code": one.code,
            "note": _note(one),
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


def _noted(body: bytes) -> tuple[list[Any], dict[str, str]]:
    """
    What a phone noted, and by its id what cannot be read: one wrong note does not hold up the others.

    Raises:
        ValueError, TypeError, KeyError: it is not what the door's page sends.
    """
    rows = json.loads(body)["noted"]
    if not isinstance(rows, list) or len(rows) > actions.MOST_AT_ONCE:
        raise ValueError(f"A list of at most {actions.MOST_AT_ONCE} is taken at once.")
    noted, unreadable = [], {}
    for row in rows:
        try:
            noted.append(_one(row))
        except (ValueError, TypeError, KeyError, OverflowError):
            unreadable[str(row["id"])] = _("This note cannot be read.")
    return noted, unreadable


def _one(row: dict[str, Any]) -> Any:
    client_id, moment = UUID(str(row["id"])), parse_datetime(row["at"])
    if moment is None or moment.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    moment = moment.astimezone(dt.UTC)
    if "registration" in row:
        registration = int(row["registration"])
        if not 0 < registration <= LARGEST_NUMBER:
            raise ValueError("There is no such registration.")
        return actions.Seen(client_id, registration, moment)
    name, email = (str(row[part]).replace("\x00", " ")[:LONGEST_NAME] for part in ("name", "email"))
    return {"client_id": client_id, "name": name, "email": email, "seen_at": moment}


def _words() -> dict[str, str]:
    """What the script says; it has no words of its own."""
    return {
        "in": _("{name} is in."),
        "again": _("{name} is in already, since {time}."),
        "unknown": _("Nobody here has the code {code}."),
        "synced": _("Everything is saved."),
        "kept": _("{count} kept on this phone, to be sent when there is a network."),
        "logIn": _("You are logged out: {count} kept on this phone. Log in again, in this browser."),
        "noCamera": _("The camera cannot be used here. Type the code, or tap the name."),
        "mark": _("in"),
    }
