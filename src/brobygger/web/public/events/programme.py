"""An event's programme: by day, time and room, on a page, as a calendar and to print."""

from __future__ import annotations

from collections.abc import Collection
from itertools import groupby
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.events import queries
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
    event: Any, sessions: list[Any], *, chosen: Collection[int] = (), may_choose: bool = False
) -> list[dict[str, Any]]:
    """
    The sessions by day and time, those of one time beside each other by the name of their room.

    Args:
        chosen: numbers of the sessions that the reader has chosen.
        may_choose: the reader has a seat in the room.
    """
    entries = [_entry(event, one, chosen, may_choose=may_choose) for one in sessions]
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


def _entry(event: Any, session: Any, chosen: Collection[int], *, may_choose: bool) -> dict[str, Any]:
    start, end = event.local(session.starts_at), event.local(session.ends_at)
    free = None if session.capacity is None else max(0, session.capacity - session.taken)
    return {
        "session": session,
        "day": date_format(start, "l j. F Y"),
        "starts": date_format(start, "H:i"),
        "time": f"{date_format(start, 'H:i')}–{date_format(end, 'H:i')}",
        "speakers": speaker_lines(session),
        "texts": [one for one in session.speakers.all() if one.may_be_named and one.text],
        "seats": _seats(session.capacity, free),
        "is_full": free == 0,
        "is_chosen": session.pk in chosen,
        "may_choose": may_choose and session.capacity is not None,
    }


def _seats(capacity: int | None, free: int | None) -> str:
    if capacity is None:
        return ""
    if not free:
        return _("Full: all %(count)s seats are taken") % {"count": capacity}
    said = ngettext("%(free)s of %(count)s seat is free", "%(free)s of %(count)s seats are free", capacity)
    return said % {"free": free, "count": capacity}
