"""Deadlines and events as a calendar (iCalendar, RFC 5545) that calendar programs fetch again and again."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from brobygger.apps.advice.enums import MeetingForm
from brobygger.web.ads import with_titles
from brobygger.web.wording import reader_language

ASK_AGAIN = dt.timedelta(hours=12)


def calendar_response(
    request: HttpRequest,
    name: str,
    opportunities: Iterable[Any],
    *,
    page: str = "job",
    entries: Iterable[Event] = (),
) -> HttpResponse:
    """
    The deadlines of these opportunities, one whole day each, with the titles that the reader gets.

    Args:
        name: of the calendar, in the reader's language.
        opportunities: with organisation; those without a deadline are left out.
        page: name of the page that an entry leads to.
        entries: what else stands in it.
    """
    calendar = _calendar("Deadlines", name)
    for one, shown in with_titles(each for each in opportunities if each.valid_through is not None):
        address = request.build_absolute_uri(reverse(page, kwargs={"pk": one.pk}))
        changed_at = max(one.changed_at, one.translated_at or one.changed_at)
        event = Event()
        event.add("uid", f"deadline-{one.pk}@{request.get_host().partition(':')[0]}")
        event.add("dtstamp", changed_at.astimezone(dt.UTC))
        event.add("dtstart", one.valid_through)
        event.add("dtend", one.valid_through + dt.timedelta(days=1))
        event.add("summary", _("Deadline: %(title)s") % {"title": shown.title})
        event.add("description", f"{one.organisation.name}\n{address}")
        event.add("url", address)
        if one.place_name:
            event.add("location", ", ".join(filter(None, (one.place_name, one.country))))
        event.add("transp", "TRANSPARENT")  # a deadline keeps nobody busy
        calendar.add_component(event)
    for entry in entries:
        calendar.add_component(entry)
    return _answer(calendar, "deadlines")


def advice_entry(request: HttpRequest, appointment: Any) -> Event:
    """An appointment with an adviser; one that was moved replaces the one before."""
    time, event = appointment.time, Event()
    address = request.build_absolute_uri(reverse("advice-case", args=[appointment.case_id]))
    event.add("uid", f"advice-{appointment.pk}@{request.get_host().partition(':')[0]}")
    event.add("sequence", appointment.sequence)
    event.add("dtstamp", appointment.changed_at.astimezone(dt.UTC))
    event.add("dtstart", time.starts_at.astimezone(dt.UTC))
    event.add("dtend", time.ends_at.astimezone(dt.UTC))
    event.add("status", "CONFIRMED" if appointment.is_booked else "CANCELLED")
    event.add("summary", _("CV help: %(text)s") % {"text": appointment.case.name})
    event.add("location", time.where)
    is_video = time.form == MeetingForm.VIDEO
    event.add("description", f"{time.where}\n{address}" if is_video else address)
    event.add("url", address)
    return event


def events_response(request: HttpRequest, name: str, events: Iterable[Any], *, file: str) -> HttpResponse:
    """
    Events as a calendar. One that was cancelled is told as cancelled, so that calendars take it out.

    Args:
        name: of the calendar, in the reader's language.
        file: name of the file that a browser saves.
    """
    calendar = _calendar("Events", name)
    for one in events:
        address = request.build_absolute_uri(reverse("event", kwargs={"pk": one.pk}))
        event = Event()
        event.add("uid", f"event-{one.pk}@{request.get_host().partition(':')[0]}")
        event.add("dtstamp", one.changed_at.astimezone(dt.UTC))
        event.add("last-modified", one.changed_at.astimezone(dt.UTC))
        event.add("sequence", int(one.changed_at.timestamp()) - int(one.created_at.timestamp()))
        event.add("dtstart", one.starts_at.astimezone(dt.UTC))
        event.add("dtend", one.ends_at.astimezone(dt.UTC))
        event.add("summary", one.title)
        event.add("description", "\n".join(filter(None, (one.description, address))))
        event.add("url", address)
        event.add("status", "CANCELLED" if one.state == "cancelled" else "CONFIRMED")
        if one.where:
            event.add("location", one.where)
        calendar.add_component(event)
    return _answer(calendar, file)


def sessions_response(
    request: HttpRequest, event: Any, sessions: Iterable[tuple[Any, list[str]]]
) -> HttpResponse:
    """
    The sessions of one event as a calendar.

    Args:
        sessions: each with the lines that name its speakers.
    """
    calendar = _calendar("Sessions", event.title)
    address = request.build_absolute_uri(reverse("event", kwargs={"pk": event.pk}))
    for one, speakers in sessions:
        entry = Event()
        entry.add("uid", f"session-{one.pk}@{request.get_host().partition(':')[0]}")
        entry.add("dtstamp", one.changed_at.astimezone(dt.UTC))
        entry.add("sequence", int(one.changed_at.timestamp()) - int(one.created_at.timestamp()))
        entry.add("dtstart", one.starts_at.astimezone(dt.UTC))
        entry.add("dtend", one.ends_at.astimezone(dt.UTC))
        entry.add("summary", one.title)
        entry.add("description", "\n".join(filter(None, (*speakers, one.abstract, address))))
        entry.add("url", address)
        entry.add("status", "CANCELLED" if event.state == "cancelled" else "CONFIRMED")
        place = ", ".join(filter(None, (one.room.name if one.room else "", event.where)))
        if place:
            entry.add("location", place)
        calendar.add_component(entry)
    return _answer(calendar, f"{event.code}-programme")


def _calendar(kind: str, name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", f"-//Brobygger//{kind}//{reader_language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASK_AGAIN, parameters={"VALUE": "DURATION"})
    return calendar


def _answer(calendar: Calendar, file: str) -> HttpResponse:
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{file}.ics"'
    return response
