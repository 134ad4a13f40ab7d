"""Appointments of a text: booked, moved, cancelled, and put into a calendar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import now
from django.utils.translation import gettext as _
from icalendar import Calendar

from brobygger.apps.advice import actions, queries
from brobygger.apps.advice.actions import AppointmentOver, NotShared, TimeTaken
from brobygger.web import wording
from brobygger.web.calendars import advice_entry
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import found_by_id


@page(may="advice.change_case", of=queries.case_by_id, writes=True)
def book(request: PageRequest, case: Any) -> HttpResponse:
    return _done(
        request,
        case,
        lambda: actions.book_again(case=case, time=_time(request), by=request.user, at=now()),
        _("Booked. You get a mail with the time and a link to cancel."),
    )


@page(may="advice.change_case", of=queries.appointment_by_id, writes=True)
def move(request: PageRequest, appointment: Any) -> HttpResponse:
    return _done(
        request,
        appointment.case,
        lambda: actions.move_appointment(
            appointment=appointment, time=_time(request), by=request.user, at=now()
        ),
        _("Moved. Both of you get a mail."),
    )


@page(may="advice.view_case", of=queries.appointment_by_id, writes=True)
def cancel(request: PageRequest, appointment: Any) -> HttpResponse:
    return _done(
        request,
        appointment.case,
        lambda: actions.cancel_appointment(appointment=appointment, by=request.user, at=now()),
        _("Cancelled. Both of you get a mail."),
    )


@page(may="advice.view_case", of=queries.appointment_by_id)
def download(request: PageRequest, appointment: Any) -> HttpResponse:
    """The appointment as a file for calendar programs (RFC 5545). One that was moved replaces the one before."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Brobygger//Advice//{wording.reader_language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add_component(advice_entry(request, appointment))
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="appointment.ics"'
    return response


def _time(request: PageRequest) -> Any:
    """
    Raises:
        TimeTaken: there is no such time.
    """
    found = found_by_id(queries.time_by_id, request.POST.get("time"))
    if found is None:
        raise TimeTaken(_("Choose a time."))
    return found


def _done(request: PageRequest, case: Any, act: Callable[[], Any], said: str) -> HttpResponse:
    try:
        act()
    except (TimeTaken, AppointmentOver, NotShared) as error:
        messages.error(request, str(error))
    except PermissionDenied as error:
        raise Http404 from error
    else:
        messages.success(request, said)
    return redirect("advice-case", pk=case.pk)
