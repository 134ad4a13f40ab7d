"""The programme of an event on its organiser's desk: rooms, speakers, sessions, and who has chosen them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import SeatState
from brobygger.web.page import PageRequest, page
from brobygger.web.public.events.programme import programme_days
from brobygger.web.secretariat.events.desk import desk_entry
from brobygger.web.secretariat.events.forms import RoomForm, SessionForm, SpeakerForm


@page(may="events.change_event", of=queries.event_by_id)
def show_sessions(request: HttpRequest, event: Any) -> HttpResponse:
    """The programme; with ?session=, ?speaker= or ?room= one of them stands in its form."""
    return _programme(request, event)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def save_room(request: PageRequest, event: Any) -> HttpResponse:
    form, room = RoomForm(request.POST), _chosen(request.POST, "room", queries.rooms_of(event))

    def save() -> None:
        actions.save_room(event=event, room=room, **form.cleaned_data, by=request.user, at=now())

    return _saved(request, event, "room", form, save)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def save_speaker(request: PageRequest, event: Any) -> HttpResponse:
    form, speaker = SpeakerForm(request.POST), _chosen(request.POST, "speaker", queries.speakers_of(event))

    def save() -> None:
        actions.save_speaker(event=event, details=form.details(), speaker=speaker, by=request.user, at=now())

    return _saved(request, event, "speaker", form, save)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def save_session(request: PageRequest, event: Any) -> HttpResponse:
    form, session = (
        SessionForm(event, request.POST),
        _chosen(request.POST, "session", queries.sessions_of(event)),
    )

    def save() -> None:
        actions.save_session(event=event, details=form.details(), session=session, by=request.user, at=now())

    return _saved(request, event, "session", form, save)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def remove(request: PageRequest, event: Any) -> HttpResponse:
    """Take a session, a speaker or a room away: whichever the form names."""
    said: dict[str, Any] = {"by": request.user, "at": now()}
    try:
        if session := _chosen(request.POST, "session", queries.sessions_of(event)):
            actions.remove_session(session=session, **said)
        elif speaker := _chosen(request.POST, "speaker", queries.speakers_of(event)):
            actions.remove_speaker(speaker=speaker, **said)
        elif room := _chosen(request.POST, "room", queries.rooms_of(event)):
            actions.remove_room(room=room, **said)
        messages.success(request, _("Taken away."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("event-sessions", pk=event.pk)


def _saved(request: PageRequest, event: Any, name: str, form: Any, save: Callable[[], None]) -> HttpResponse:
    if form.is_valid():
        try:
            save()
        except ValidationError as error:
            for field, found in error.message_dict.items():
                form.add_error(field if field in form.fields else None, found)
        else:
            messages.success(request, _("Saved."))
            return redirect("event-sessions", pk=event.pk)
    return _programme(request, event, {name: form}, status=422)


def _programme(
    request: HttpRequest, event: Any, said: dict[str, Any] | None = None, status: int = 200
) -> HttpResponse:
    sessions, rooms, speakers = (
        queries.sessions_of(event),
        queries.rooms_of(event),
        queries.speakers_of(event),
    )
    given, said = request.POST if said else request.GET, said or {}
    session, speaker, room = (
        _chosen(given, name, rows)
        for name, rows in (("session", sessions), ("speaker", speakers), ("room", rooms))
    )
    context = {
        **desk_entry(event, "event-sessions"),
        "days": programme_days(event, sessions),
        "rooms": rooms,
        "speakers": speakers,
        "guests": queries.guests_of_session(session) if session else [],
        "waiting": queries.guests_of_session(session, SeatState.WAITING) if session else [],
        "session": session,
        "speaker": speaker,
        "room": room,
        "forms": [
            (
                "session",
                _("Change the session") if session else _("Add a session"),
                said.get("session") or SessionForm(event, initial=_initial_session(event, session)),
                session,
            ),
            (
                "speaker",
                _("Change the speaker") if speaker else _("Add a speaker"),
                said.get("speaker") or SpeakerForm(initial=_initial(speaker, SpeakerForm)),
                speaker,
            ),
            (
                "room",
                _("Change the room") if room else _("Add a room"),
                said.get("room") or RoomForm(initial=_initial(room, RoomForm)),
                room,
            ),
        ],
        "opened": next(iter(said), "")
        or next((name for name in ("session", "speaker", "room") if name in given), ""),
    }
    return render(request, "secretariat/events/sessions.html", context, status=status)


def _chosen(given: Any, name: str, rows: list[Any]) -> Any:
    """The row of the event that a form or an address names; None if none."""
    return next((one for one in rows if str(one.pk) == given.get(f"{name}-pk", given.get(name, ""))), None)


def _initial(row: Any, form: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in form.base_fields} if row else {}


def _initial_session(event: Any, session: Any) -> dict[str, Any]:
    if session is None:
        return {}
    initial = {
        name: getattr(session, name) for name in SessionForm.base_fields if name not in ("room", "speakers")
    }
    initial |= {name: event.local(initial[name]) for name in ("starts_at", "ends_at")}
    initial["room"] = str(session.room_id or "")
    initial["speakers"] = [str(one.pk) for one in session.speakers.all()]
    return initial
