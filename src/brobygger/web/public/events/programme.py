"""An event's programme: by day, time and room, on a page, as a calendar and to print."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.events import queries
from brobygger.apps.events.enums import SeatState
from brobygger.web.calendars import sessions_response
from brobygger.web.page import page
from brobygger.web.public.events import wording


@page(may="events.view_event", of=queries.event_by_id)
def show_programme(request: HttpRequest, event: Any) -> HttpResponse:
    """The conference programme, to print."""
    context = {
        "event": event,
        "when": wording.when(event),
        "where": wording.where(event),
        "days": programme_days(event, queries.sessions_of(event)),
    }
    return render(request, "public/events/programme.html", context)


@page(may="events.view_event", of=queries.event_by_id)
def show_sessions_calendar(request: HttpRequest, event: Any) -> HttpResponse:
    sessions = [(one, speaker_lines(one)) for one in queries.sessions_of(event)]
    return sessions_response(request, event, sessions)


def programme_days(
    event: Any, sessions: list[Any], *, own: Mapping[int, Any] | None = None, may_choose: bool = False
) -> list[dict[str, Any]]:
    """
    The sessions by day and time, those of one time beside each other by the name of their room.

    Args:
        own: by the number of the session, the seat that the reader has chosen, is offered or waits for.
        may_choose: the reader has a seat in the room.
    """
    entries = [_entry(event, one, own or {}, may_choose=may_choose) for one in sessions]
    return [
        {
            "day": day,
            "slots": [
                {"time": time, "entries": list(same)}
                for time, same in groupby(of_day, lambda one: one["starts"])
            ],
        }
        for day, of_day in groupby(entries, lambda one: one["day"])
    ]


def speaker_lines(session: Any) -> list[str]:
    """How each speaker is named in public; of who has not agreed to be named, where they are from at most."""
    return [", ".join(filter(None, parts)) for parts in map(_public, session.speakers.all()) if any(parts)]


def _public(speaker: Any) -> tuple[str, ...]:
    if not speaker.may_be_named:
        return (speaker.organisation,)
    return (speaker.name, speaker.title, speaker.organisation)


def _entry(event: Any, session: Any, seats: Mapping[int, Any], *, may_choose: bool) -> dict[str, Any]:
    own = seats.get(session.pk)
    start, end = event.local(session.starts_at), event.local(session.ends_at)
    free = None if session.capacity is None else max(0, session.capacity - session.taken)
    return {
        "session": session,
        "day": date_format(start, "LONG_DATE_FORMAT"),
        "starts": date_format(start, "TIME_FORMAT"),
        "time": f"{date_format(start, 'TIME_FORMAT')}–{date_format(end, 'TIME_FORMAT')}",
        "speakers": speaker_lines(session),
        "texts": [one for one in session.speakers.all() if one.may_be_named and one.text],
        "seats": _seats(session.capacity, free, session.waiting),
        "is_full": free == 0,
        "own": own,
        "state": str(own.state) if own else "",
        "until": event.local(own.offered_until) if own and own.offered_until else None,
        "given_back": _chosen_beside(session, seats) if own else "",
        "may_wait": session.starts_at > now(),
        "may_choose": may_choose and session.capacity is not None,
    }


def _chosen_beside(session: Any, seats: Mapping[int, Any]) -> str:
    """The title of another session at that time that the reader has chosen; empty: none."""
    for one in seats.values():
        other = one.session
        is_beside = other.starts_at < session.ends_at and other.ends_at > session.starts_at
        if one.state == SeatState.CHOSEN and other.pk != session.pk and is_beside:
            return str(other.title)
    return ""


def _seats(capacity: int | None, free: int | None, waiting: int) -> str:
    if capacity is None:
        return ""
    if waiting:
        said = ngettext(
            "All seats are taken, %(count)s person waits",
            "All seats are taken, %(count)s people wait",
            waiting,
        )
        return said % {"count": waiting}
    if not free:
        return _("All seats are taken")
    said = ngettext("%(free)s of %(count)s seat is free", "%(free)s of %(count)s seats are free", capacity)
    return said % {"free": free, "count": capacity}
