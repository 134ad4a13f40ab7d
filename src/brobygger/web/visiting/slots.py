"""One's own times for visits, and one's calendar of visits."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import get_current_timezone, localdate, now
from django.utils.translation import gettext as _
from icalendar import Calendar, Event

from brobygger.apps.advice.queries import calendar_appointments
from brobygger.apps.base import actions as base
from brobygger.apps.base.queries import calendar_key, in_scope, user_of_calendar_key
from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import Overlaps, SlotBooked
from brobygger.apps.programmes.queries import programmes_run_by, scope_of
from brobygger.web import wording
from brobygger.web.calendars import advice_entry
from brobygger.web.holidays import country_of, say_holidays, working_day
from brobygger.web.page import ANYONE, PageRequest, page
from brobygger.web.sent import whole_number
from brobygger.web.visiting.forms import SlotForm, add_errors
from brobygger.web.visiting.tabs import tabs

LONGEST_KEY = 200
LOOKS_BACK = dt.timedelta(days=90)


@page(may="outreach.offer_slots")
def show_slots(request: PageRequest) -> HttpResponse:
    day = working_day(localdate() + dt.timedelta(days=7), country_of(programmes_run_by(request.user)))
    return _slots(request, SlotForm(initial={"day": day, "times": "9, 10.30, 13"}))


@page(may="outreach.offer_slots", writes=True)
def offer_slots(request: PageRequest) -> HttpResponse:
    form = SlotForm(request.POST)
    programme = (
        programmes_run_by(request.user).filter(pk=whole_number(request.POST.get("programme")) or 0).first()
    )
    if form.is_valid() and programme is not None:
        said = form.cleaned_data
        zone = get_current_timezone()
        starts = [dt.datetime.combine(said["day"], dt.time(*one), zone) for one in said["times"]]
        try:
            actions.offer_slots(
                programme=programme,
                visitor=request.user,
                starts=starts,
                length=dt.timedelta(minutes=said["minutes"]),
                area=said["area"],
                by=request.user,
                at=now(),
            )
        except Overlaps:
            form.add_error("times", _("One of these times is over, or you are not free then."))
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("The agency can book these times now."))
            say_holidays(request, [said["day"]], country_of([programme]))
            return redirect("slots")
    return _slots(request, form, status=422)


@page(may="outreach.withdraw_slot", of=queries.slot_by_id, writes=True)
def withdraw_slot(request: PageRequest, slot: Any) -> HttpResponse:
    try:
        actions.withdraw_slot(slot=slot, by=request.user, at=now())
    except SlotBooked:
        messages.error(request, _("A company has this time: cancel the visit instead."))
    return redirect("slots")


@page(may="outreach.offer_slots", writes=True)
def renew_calendar(request: PageRequest) -> HttpResponse:
    base.renew_calendar_address(user=request.user, by=request.user, at=now())
    messages.success(request, _("This is your address now; an earlier one no longer works."))
    return redirect("slots")


def _slots(request: PageRequest, form: SlotForm, status: int = 200) -> HttpResponse:
    key = calendar_key(request.user)
    context = {
        "tabs": tabs(request, "slots"),
        "form": form,
        "programmes": programmes_run_by(request.user),
        "slots": list(queries.slots_of(request.user, since=now())),
        "address": request.build_absolute_uri(f"{reverse('visit-calendar')}?key={key}") if key else "",
    }
    return render(request, "visiting/slots.html", context, status=status)


@page(may=ANYONE)  # calendar programs send no cookies: whoever has the signed address may read it
def show_calendar(request: HttpRequest) -> HttpResponse:
    user = user_of_calendar_key(request.GET.get("key", "")[:LONGEST_KEY])
    if user is None or not user.has_perm("outreach.offer_slots"):
        raise Http404
    with in_scope(scope_of(user)), translation.override(user.language or wording.reader_language()):
        visits = queries.calendar_visits(user, since=localdate() - LOOKS_BACK)
        calendar = new_calendar(_("My visits"))
        host = request.get_host().partition(":")[0]
        for one in visits:
            event = Event()
            event.add("uid", f"visit-{one.pk}@{host}")
            event.add("dtstamp", one.written_at.astimezone(dt.UTC))
            _when(event, one)
            event.add("summary", _("Visit: %(company)s") % {"company": one.organisation.name})
            contact = getattr(one, "contact", None)
            if contact and contact.name:
                event.add("description", f"{contact.name} {contact.phone}".strip())
            if one.organisation.place_name:
                event.add("location", one.organisation.place_name)
            event.add("url", request.build_absolute_uri(reverse("visit", args=[one.pk])))
            calendar.add_component(event)
        for appointment in calendar_appointments(user, since=now()):  # one calendar for all that one does
            calendar.add_component(advice_entry(request, appointment))
        response = calendar_file(calendar, "visits.ics")
    response["Cache-Control"] = "private, no-cache"
    return response


def new_calendar(name: str) -> Calendar:
    """An empty calendar (RFC 5545)."""
    calendar = Calendar()
    calendar.add("prodid", f"-//Brobygger//Visits//{wording.reader_language().upper()}")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", name)
    return calendar


def calendar_file(calendar: Calendar, name: str) -> HttpResponse:
    """A calendar as a file that phones open."""
    response = HttpResponse(calendar.to_ical(), content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = f'inline; filename="{name}"'
    return response


def _when(event: Event, visit: Any) -> None:
    if visit.starts_at is None:
        event.add("dtstart", visit.visited_on)
        event.add("dtend", visit.visited_on + dt.timedelta(days=1))
        return
    event.add("dtstart", visit.starts_at.astimezone(dt.UTC))
    ends = visit.slot.ends_at if visit.slot else visit.starts_at + dt.timedelta(hours=1)
    event.add("dtend", ends.astimezone(dt.UTC))
