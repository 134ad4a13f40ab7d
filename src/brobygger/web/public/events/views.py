"""Events for everybody: a list, one with its registration, and both as a calendar. Nothing here says who comes."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final

from django.conf import settings
from django.contrib import messages
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import STANDS, EventKind, EventState, RegistrationState, Tag
from brobygger.apps.people.queries import candidate_of_user
from brobygger.web.calendars import events_response
from brobygger.web.page import ANYONE, PageRequest, page
from brobygger.web.public.events import wording
from brobygger.web.public.events.entry_form import EntryForm
from brobygger.web.public.events.programme import programme_days

PER_PAGE: Final = 20
LONGEST_FEED: Final = 200
MOST_PER_HOUR: Final = 300  # registrations from one address: a lecture hall behind one router
AN_HOUR: Final = 3600
SECOND_TAP: Final = dt.timedelta(minutes=10)
FILTERS: Final = ("text", "programme", "kind", "tag")


@page(may=ANYONE)
def list_events(request: HttpRequest) -> HttpResponse:
    chosen, is_past = _chosen(request), request.GET.get("when") == "past"
    found = queries.past_events if is_past else queries.upcoming_events
    rows = Paginator(found(chosen, at=now()), PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "rows": rows,
        "entries": [_entry(one) for one in rows],
        "chosen": chosen,
        "is_past": is_past,
        "kinds": EventKind.choices,
        "tags": Tag.choices,
        "programmes": queries.programmes_with_events(),
        "query": query.urlencode(),
        "may_plan": request.user.has_perm("events.view_plan"),
        "is_known": request.user.is_authenticated,
    }
    return render(request, "public/events/list.html", context)


@page(may="events.view_event", of=queries.event_by_id)
def show_event(request: HttpRequest, event: Any) -> HttpResponse:
    return render(request, "public/events/event.html", _page_of(request, event))


@page(may=ANYONE)
def show_calendar(request: HttpRequest) -> HttpResponse:
    """What is to come, and what was called off, for a calendar program."""
    rows = queries.upcoming_events(_chosen(request), at=now())[:LONGEST_FEED]
    return events_response(request, _("Events"), rows, file="events")


@page(may="events.view_event", of=queries.event_by_id)
def show_item(request: HttpRequest, event: Any) -> HttpResponse:
    return events_response(request, event.title, [event], file=event.code)


@page(may="events.register", of=queries.event_by_id, writes=True)
def register(request: HttpRequest, event: Any) -> HttpResponse:
    user = request.user if request.user.is_authenticated else None
    form = EntryForm(request, event, request.POST)
    if not form.is_valid():
        return _again(request, event, form)
    if not _may_try(request, event):
        form.add_error(
            None,
            _("Too many registrations have come from your network address. Please try again in an hour."),
        )
        return _again(request, event, form, status=429)
    try:
        registration = actions.register(
            event=event,
            entry=form.entry(),
            candidate=candidate_of_user(user) if user else None,
            organisation=form.organisation(),
            by=user,
            at=(at := now()),
        )
    except ValidationError as error:
        _tell(form, error)
        return _again(request, event, form)
    except (actions.NotOpen, actions.NeedsLogIn) as error:
        form.add_error(None, str(error))
        return _again(request, event, form)
    if user is None or registration.user_id != user.pk:  # whether it was known is told to the mailbox alone
        if _is_worth_another_mail(registration, at):
            actions.send_ticket_again(registration=registration, by=None, at=at)
        return redirect("event-thanks")
    messages.success(request, _("You are registered."))
    return redirect("ticket", key=registration.key)


@page(may=ANYONE)
def thank(request: HttpRequest) -> HttpResponse:
    return render(request, "public/events/thanks.html")


@page(may="events.view_own_registrations")
def list_own(request: PageRequest) -> HttpResponse:
    rows = Paginator(queries.registrations_of_user(request.user), PER_PAGE).get_page(request.GET.get("page"))
    entries = [
        {"registration": one, **_entry(one.event), "state": wording.registration_chip(one)} for one in rows
    ]
    return render(request, "public/events/own.html", {"rows": rows, "entries": entries})


def _page_of(request: HttpRequest, event: Any, form: EntryForm | None = None) -> dict[str, Any]:
    user, at = request.user, now()
    own = queries.own_registration(event, user) if user.is_authenticated else None
    stands = own is not None and own.state in STANDS
    is_open = event.is_open_for_registration(at)
    may_register = is_open and not stands and user.has_perm("events.register", event)
    needs_log_in = is_open and event.needs_log_in and not user.is_authenticated
    figures = queries.seat_figures(event)
    has_seat = own is not None and own.state == RegistrationState.CONFIRMED
    may_see_guests = user.has_perm("events.view_registrations", event)
    sessions = queries.sessions_of(event)
    form_asked = queries.input_form_of(event)
    return {
        **_entry(event),
        "seats": wording.seats(figures) if event.takes_registrations else "",
        "ways": wording.ways_said(figures),
        "days": programme_days(event, sessions),
        "can_choose": any(one.capacity is not None for one in sessions),
        "decisions": [
            (one, wording.decision_chip(one, localdate()))
            for one in (queries.decisions_of(event) if has_seat or may_see_guests else ())
        ],
        "may_give_input": form_asked is not None
        and form_asked.asks_partners()
        and form_asked.is_open(at)
        and user.has_perm("events.give_input", event),
        "are_seats_kept": event.capacity is not None and bool(queries.quotas_of(event)),
        "is_full": figures.capacity is not None and not figures.free,
        "is_open": is_open,
        "is_cancelled": event.state == EventState.CANCELLED,
        "needs_log_in": needs_log_in,
        "form": form or (EntryForm(request, event) if may_register and not needs_log_in else None),
        "registration": own,
        "registration_state": wording.registration_chip(own) if own else None,
        "companies": [one.organisation.name for one in queries.participations_of(event)],
        "ends": event.local(event.registration_ends_at) if event.registration_ends_at else None,
        "may_change": user.has_perm("events.change_event", event),
        "is_dating": event.kind == EventKind.DATING,
        "may_join_dating": user.has_perm("events.view_own_evenings"),
        "may_keep_door": user.has_perm("events.keep_door", event),
    }


def _entry(event: Any) -> dict[str, Any]:
    return {
        "event": event,
        "when": wording.when(event),
        "where": wording.where(event),
        "chip": wording.state_chip(event),
        "is_cancelled": event.state == EventState.CANCELLED,
    }


def _again(request: HttpRequest, event: Any, form: EntryForm, status: int = 422) -> HttpResponse:
    return render(request, "public/events/event.html", _page_of(request, event, form), status=status)


def _tell(form: EntryForm, error: ValidationError) -> None:
    if hasattr(error, "error_dict"):
        for name, found in error.message_dict.items():
            form.add_error(name if name in form.fields else None, found)
    else:
        form.add_error("email" if "email" in form.fields else None, error)


def _chosen(request: HttpRequest) -> queries.EventFilter:
    given = {name: request.GET.get(name, "").replace("\x00", "").strip()[:100] for name in FILTERS}
    given["tag"] = (
        given["tag"] or request.GET.get("topic", "")[:100]
    )  # as calendars that were subscribed to before ask
    return queries.EventFilter(**given)


def _is_worth_another_mail(registration: Any, at: dt.datetime) -> bool:
    """Whoever registers again has lost the first mail, perhaps. Not for a second tap, and once an hour."""
    is_first = bool(cache.add(f"event-mail:{registration.pk}", 1, AN_HOUR))
    return is_first and at - registration.registered_at > SECOND_TAP


def _may_try(request: HttpRequest, event: Any) -> bool:
    """Counts the registrations of an address within an hour, in all processes. Who is logged in is not counted."""
    if request.user.is_authenticated:
        return True
    noted = request.headers.get("X-Forwarded-For", "") if settings.SECURE_PROXY_SSL_HEADER else ""
    address = noted.rpartition(",")[2].strip() or request.META.get("REMOTE_ADDR", "")
    key = f"event:{event.pk}:{address}"
    cache.add(key, 0, AN_HOUR)
    try:
        return bool(cache.incr(key) <= MOST_PER_HOUR)
    except ValueError:  # it ran out in this moment
        return True
