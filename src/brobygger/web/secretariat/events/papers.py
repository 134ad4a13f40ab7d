"""What is printed: badges, the list of delegates; and the list as a table."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from brobygger.apps.events import queries
from brobygger.data.tables.writing import write_csv
from brobygger.web.page import page
from brobygger.web.public.events import wording
from brobygger.web.qr import qr
from brobygger.web.secretariat.events.desk import desk_entry


@page(may="events.view_registrations", of=queries.event_by_id)
def show_badges(request: HttpRequest, event: Any) -> HttpResponse:
    guests = [
        {"guest": one, "from": _from(one), "qr": qr(one.code), "photos": wording.photo_mark(one)}
        for one in queries.guests_of(event)
        if not one.is_online
    ]
    context = {**desk_entry(event, "event-badges"), "guests": guests}
    return render(request, "secretariat/events/badges.html", context)


@page(may="events.view_registrations", of=queries.event_by_id)
def show_delegates(request: HttpRequest, event: Any) -> HttpResponse:
    rows = queries.guests_of(event)
    guests = [
        {
            "guest": one,
            "from": _from(one),
            "came": hasattr(one, "check_in"),
            "photos": wording.photo_mark(one),
        }
        for one in rows
    ]
    online = sum(one.is_online for one in rows)
    context = {
        **desk_entry(event, "event-delegates"),
        "guests": guests,
        "online": online,
        "in_place": len(rows) - online,
        "columns": [
            (_("Name"), "text"),
            (_("From"), "text"),
            (_("Photos"), "text"),
            (_("Takes part"), "text"),
            (_("Came"), "text"),
        ],
    }
    return render(request, "secretariat/events/delegates.html", context)


@page(may="events.view_registrations", of=queries.event_by_id)
def download_table(request: HttpRequest, event: Any) -> HttpResponse:
    """Everybody who registered, with what they answered, for a spreadsheet."""
    questions = queries.questions_of(event)
    header = [
        _("Number"),
        _("Name"),
        _("E-mail"),
        _("Comes as"),
        _("Organisation"),
        _("State"),
        _("Takes part"),
        _("Came"),
        _("Photos"),
        *(one.text for one in questions),
    ]
    rows = (_cells(event, one, questions) for one in queries.registrations_of(event))
    headers = {"Content-Disposition": f'attachment; filename="{event.code}.csv"', "Cache-Control": "no-store"}
    return HttpResponse(write_csv(header, rows), content_type="text/csv; charset=utf-8", headers=headers)


def _cells(event: Any, registration: Any, questions: list[Any]) -> list[object]:
    said = dict(wording.answers(questions, registration))
    came = getattr(registration, "check_in", None)
    return [
        registration.number,
        registration.name,
        registration.email,
        registration.get_side_display(),
        registration.organisation.name if registration.organisation else "",
        registration.get_state_display(),
        registration.get_way_display(),
        f"{event.local(came.checked_in_at):%Y-%m-%d %H:%M}" if came else "",
        registration.get_photos_display(),
        *(said.get(one.text, "") for one in questions),
    ]


def _from(registration: Any) -> str:
    """The organisation, or as what somebody comes."""
    return str(
        registration.organisation.name if registration.organisation else registration.get_side_display()
    )
