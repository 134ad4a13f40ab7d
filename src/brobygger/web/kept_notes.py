"""
Pages that go on without a network: what is noted there stays on the phone, and is sent when the network is back.

The script `kept.js` does it on the phone, and `kept-worker.js` keeps the page there; each page that goes on has a
script of its own for what it shows. Here is what they have in common on the server: what stands in the page, how notes
are read, and what answers them. That a note which arrives twice is taken once is up to the page's action.
"""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, Final, TypeVar
from uuid import UUID

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import reverse
from django.utils.dateparse import parse_datetime
from django.utils.safestring import SafeString
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brobygger.apps.events.actions import MOST_AT_ONCE
from brobygger.web.page import ANYONE, page
from brobygger.web.public.jobs.views import in_script

WORKER: Final = Path(__file__).with_name("static") / "brobygger" / "kept-worker.js"
LARGEST_NUMBER: Final = 2**63 - 1  # that a database knows

Note = TypeVar("Note")


def in_page(
    *,
    keep: str,
    until: dt.date,
    sync: str,
    scope: str,
    state: Any = None,
    every: int = 15,
    words: Mapping[str, str],
) -> SafeString:
    """
    What the scripts of a page find in it, as JSON.

    Args:
        keep: what the notes of this page are kept under, another one for each: “door-12”.
        until: the page is forgotten the day after.
        sync: the address that takes notes.
        scope: the addresses, by their beginning, that the worker looks after.
        state: what the page shows; None: what stands in the page itself.
        every: after so many seconds the page asks for its state, where nothing waits to be sent.
        words: that the page's own script says.
    """
    said = {
        "synced": _("Everything is saved."),
        "kept": _("{count} kept on this phone, to be sent when there is a network."),
        "logIn": _("You are logged out: {count} kept on this phone. Log in again, in this browser."),
    }
    data = {
        "keep": keep,
        "forget": f"{until:%Y%m%d}",
        "sync": sync,
        "token": reverse("form-token"),
        "worker": reverse("kept-worker"),
        "scope": scope,
        "made": now().isoformat(),
        "state": state,
        "every": every,
        "words": said | dict(words),
    }
    return in_script(data)


def read_notes(body: bytes, read_one: Callable[[Any], Note]) -> tuple[list[Note], dict[str, str]]:
    """
    What a phone noted, and by its id what cannot be read: one wrong note does not hold up the others.

    The phone sends {"noted": [{"id", "at", …}, …]}.

    Args:
        read_one: a note of the page; raises ValueError, TypeError, KeyError or OverflowError where it cannot be read.

    Raises:
        ValueError, TypeError, KeyError: it is not what such a page sends.
    """
    rows = json.loads(body)["noted"]
    if not isinstance(rows, list) or len(rows) > MOST_AT_ONCE:
        raise ValueError(f"A list of at most {MOST_AT_ONCE} is taken at once.")
    noted, unreadable = [], {}
    for row in rows:
        try:
            noted.append(read_one(row))
        except (ValueError, TypeError, KeyError, OverflowError):
            unreadable[str(row["id"])] = _("This note cannot be read.")
    return noted, unreadable


def id_and_moment(row: Mapping[str, Any]) -> tuple[UUID, dt.datetime]:
    """
    Raises:
        ValueError, KeyError, OverflowError: one of the two cannot be read.
    """
    client_id, moment = UUID(str(row["id"])), parse_datetime(row["at"])
    if moment is None or moment.tzinfo is None:
        raise ValueError("A moment needs its time zone.")
    return client_id, moment.astimezone(dt.UTC)


def number_of_row(value: Any) -> int:
    """
    Raises:
        ValueError, TypeError: no row has such a number.
    """
    number = int(value)
    if not 0 < number <= LARGEST_NUMBER:
        raise ValueError("There is no such row.")
    return number


def answered(
    kept: Iterable[UUID], refused: Mapping[str, str], state: Any, said: Mapping[str, str] | None = None
) -> JsonResponse:
    """
    The phone drops the notes that are named here: as `kept`, or as `refused` with the reason.

    Args:
        state: what the page shows now.
        said: by the id of a kept note, what there is to say about it.
    """
    answer = {
        "kept": [str(one) for one in kept],
        "refused": dict(refused),
        "said": dict(said or {}),
        "made": now().isoformat(),
        "state": state,
    }
    response = JsonResponse(answer)
    response["Cache-Control"] = "no-store"
    return response


@never_cache
@page(may=ANYONE)
def show_worker(request: HttpRequest) -> HttpResponse:
    """What keeps such pages on the phone. It stands at the root, because a worker rules over its own folder alone."""
    return HttpResponse(WORKER.read_text(encoding="utf-8"), content_type="text/javascript; charset=utf-8")
