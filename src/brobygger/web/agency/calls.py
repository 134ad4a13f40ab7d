"""The companies that somebody of an agency calls: one after the other, with times that can be booked."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import get_current_timezone, now
from django.utils.translation import gettext as _
from icalendar import Event

from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import BookedAlready, Meets, NotAnOutcome, OnNoCallList, SlotTaken
from brobygger.apps.outreach.enums import OUTCOMES, CallState
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import found_by_id
from brobygger.web.visiting.slots import calendar_file, new_calendar

PER_PAGE = 25
MOST_SLOTS = 30
CHIPS = {
    CallState.TO_CALL: "info",
    CallState.NO_ANSWER: "waiting",
    CallState.CALL_BACK: "waiting",
    CallState.SEND_MATERIAL: "partly",
    CallState.BOOKED: "match",
    CallState.NOT_INTERESTED: "missing",
    CallState.NO_CALL: "rule",
    CallState.UNREACHABLE: "missing",
}


@page(may="outreach.view_own_calls")
def list_calls(request: PageRequest) -> HttpResponse:
    at = now()
    found = queries.own_calls(request.user, at=at)
    rows = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    unwanted = queries.said_no_to_phone([one.company for one in rows])
    shown = [
        {
            "call": one,
            "company": one.company,
            "state": CallState(one.state).label,
            "chip": "late" if _is_due(one, at) else CHIPS[CallState(one.state)],
            "unwanted": unwanted.get(one.company_id),
        }
        for one in rows
    ]
    states = list(found.values_list("state", flat=True))
    context = {
        "rows": rows,
        "shown": shown,
        "left": sum(state in _still for state in states),
        "booked": states.count(CallState.BOOKED),
    }
    return render(request, "agency/calls.html", context)


_still = {CallState.TO_CALL, CallState.NO_ANSWER, CallState.CALL_BACK, CallState.SEND_MATERIAL}


def _is_due(call: Any, at: dt.datetime) -> bool:
    return call.state == CallState.CALL_BACK and call.call_back_at is not None and call.call_back_at <= at


@page(may="outreach.make_call", of=queries.call_by_id)
def show_call(request: PageRequest, call: Any) -> HttpResponse:
    return _call(request, call)


@page(may="outreach.make_call", of=queries.call_by_id, writes=True)
def note_attempt(request: PageRequest, call: Any) -> HttpResponse:
    asked = request.POST.get("outcome", "")
    if asked not in OUTCOMES:
        return _call(request, call, _("Choose what came of the call."), 422)
    try:
        actions.note_attempt(
            call=call,
            outcome=CallState(asked),
            note=request.POST.get("note", ""),
            call_back_at=_moment(request.POST.get("day", ""), request.POST.get("time", "")),
            by=request.user,
            at=now(),
        )
    except (OnNoCallList, NotAnOutcome, BookedAlready):
        return _call(request, call, _("This company cannot be called."), 422)
    except ValidationError as error:
        return _call(request, call, " ".join(error.messages), 422)
    messages.success(request, _("Noted: %(company)s.") % {"company": call.company.name})
    return redirect("calls")


@page(may="outreach.make_call", of=queries.call_by_id, writes=True)
def book_visit(request: PageRequest, call: Any) -> HttpResponse:
    slot = found_by_id(queries.slot_by_id, request.POST.get("slot"))
    if slot is None:
        return _call(request, call, _("Choose a time. One that is gone was booked by somebody else."), 422)
    said = {name: request.POST.get(name, "").strip() for name in ("name", "email", "phone")}
    try:
        actions.book_visit(
            call=call,
            slot=slot,
            meets=Meets(**said),
            note=request.POST.get("note", ""),
            by=request.user,
            at=now(),
        )
    except SlotTaken:
        return _call(request, call, _("Somebody else has just booked this time. Choose another one."), 409)
    except (OnNoCallList, BookedAlready):
        return _call(request, call, _("This company cannot be booked."), 422)
    except ValidationError as error:
        return _call(request, call, " ".join(error.messages), 422)
    messages.success(request, _("The visit is booked, and stands in the visitor's calendar."))
    return redirect("call", pk=call.pk)


@page(may="outreach.make_call", of=queries.call_by_id, writes=True)
def cancel_booking(request: PageRequest, call: Any) -> HttpResponse:
    actions.cancel_booking(call=call, by=request.user, at=now())
    messages.success(request, _("The visit is cancelled, and its time is free again."))
    return redirect("call", pk=call.pk)


@page(may="outreach.make_call", of=queries.call_by_id)
def download_visit(request: HttpRequest, call: Any) -> HttpResponse:
    """The booked time as a file for a calendar: to be sent to the company."""
    slot = getattr(call, "slot", None)
    if slot is None:
        raise Http404
    calendar = new_calendar(_("Visit"))
    event = Event()
    event.add("uid", f"visit-slot-{slot.pk}@{request.get_host().partition(':')[0]}")
    event.add("dtstamp", call.changed_at.astimezone(dt.UTC))
    event.add("dtstart", slot.starts_at.astimezone(dt.UTC))
    event.add("dtend", slot.ends_at.astimezone(dt.UTC))
    event.add("summary", _("Visit of %(programme)s") % {"programme": call.batch.programme.name})
    event.add("location", ", ".join(filter(None, (call.company.name, call.company.municipality))))
    calendar.add_component(event)
    return calendar_file(calendar, "visit.ics")


def _call(request: PageRequest, call: Any, error: str = "", status: int = 200) -> HttpResponse:
    slot = getattr(call, "slot", None)
    state = CallState(call.state)
    unwanted = queries.said_no_to_phone([call.company]).get(call.company_id)
    is_silent = unwanted is not None and unwanted.is_all
    context = {
        "call": call,
        "unwanted": unwanted,
        "is_silent": is_silent,
        "company": call.company,
        "batch": call.batch,
        "state": state.label,
        "chip": CHIPS[state],
        "is_open": state not in (CallState.BOOKED, CallState.NO_CALL) and not is_silent,
        "slot": slot,
        "visitor": (slot.visitor.get_full_name() or slot.visitor.get_username()) if slot else "",
        "attempts": [
            (CallState(one.outcome).label, one.called_at, one.note) for one in queries.attempts_of(call)
        ],
        "outcomes": [(one.value, one.label) for one in OUTCOMES],
        "slots": list(queries.free_slots(call.batch.programme_id, at=now())[:MOST_SLOTS]),
        "error": error,
        "said": {
            name: request.POST.get(name, "")
            for name in ("outcome", "note", "day", "time", "slot", "name", "email", "phone")
        },
    }
    return render(request, "agency/call.html", context, status=status)


def _moment(day: str, time: str) -> dt.datetime | None:
    try:
        return dt.datetime.combine(
            dt.date.fromisoformat(day), dt.time.fromisoformat(time or "09:00"), get_current_timezone()
        )
    except ValueError:
        return None
