"""One event on its organiser's desk: its state and numbers, its questions and quotas, who registered, who takes part."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import TRANSITIONS, EventKind, EventState, RegistrationState, Way
from brobygger.apps.organisations.queries import organisation_by_id, organisations
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.public.events import wording
from brobygger.web.secretariat.events.forms import (
    QuestionRows,
    QuotaRows,
    group_name,
    questions_said,
    quotas_said,
)
from brobygger.web.sent import found_by_id

PER_PAGE: Final = 50
FEWEST_ANSWERS: Final = 3  # fewer would tell who said what
REFUSED: Final = (actions.ImpossibleTransition, actions.ImpossibleStep)


@page(may="events.change_event", of=queries.event_by_id)
def show_desk(request: HttpRequest, event: Any) -> HttpResponse:
    at, figures, feedback = now(), queries.seat_figures(event), queries.feedback_figures(event)
    steps, at_tables = TRANSITIONS[EventState(event.state)], queries.attendance(event)
    context = {
        **desk_entry(event, "event-desk"),
        "figures": figures,
        "have_seats": figures.confirmed + at_tables.placed,
        "came": figures.came + at_tables.came,
        "at_tables": at_tables,
        "seats": wording.seats(figures),
        "ways": [(str(Way(way).label).capitalize(), one, wording.seats(one)) for way, one in figures.ways],
        "quotas": [
            {"name": group_name(one.grouping, one.group), "quota": one, "taken": taken}
            for one, taken in queries.quota_figures(event)
        ],
        "feedback": feedback,
        "is_little": 0 < feedback.count < FEWEST_ANSWERS,
        "texts": queries.feedback_texts(event),
        "may_open": EventState.OPEN in steps,
        "may_cancel": EventState.CANCELLED in steps,
        "may_hold": EventState.HELD in steps and at >= event.starts_at,
        "is_dating": event.kind == EventKind.DATING,
        "engaged": len(queries.participations_of(event)) + len(queries.organisations_at_tables(event)),
    }
    return render(request, "secretariat/events/desk.html", context)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def open_event(request: PageRequest, event: Any) -> HttpResponse:
    return _moved(
        request,
        event,
        lambda: actions.open_event(event=event, by=request.user, at=now()),
        _("The event is announced: everybody sees it."),
    )


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def cancel_event(request: PageRequest, event: Any) -> HttpResponse:
    reason = request.POST.get("reason", "").replace("\x00", " ").strip()[:1000]
    return _moved(
        request,
        event,
        lambda: actions.cancel_event(event=event, reason=reason, by=request.user, at=now()),
        _("The event is cancelled. Everybody who registered is told."),
    )


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def hold_event(request: PageRequest, event: Any) -> HttpResponse:
    return _moved(
        request,
        event,
        lambda: actions.hold_event(event=event, by=request.user, at=now()),
        _("The event counts as held."),
    )


@page(may="events.change_event", of=queries.event_by_id)
def show_setup(request: HttpRequest, event: Any) -> HttpResponse:
    return _setup(request, event)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def set_questions(request: PageRequest, event: Any) -> HttpResponse:
    rows = QuestionRows(request.POST, prefix="questions")
    if not rows.is_valid():
        return _setup(request, event, questions=rows, status=422)
    try:
        actions.set_questions(event=event, questions=questions_said(rows), by=request.user, at=now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _setup(request, event, questions=rows, status=422)
    messages.success(request, _("The questions are saved."))
    return redirect("event-setup", pk=event.pk)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def set_quotas(request: PageRequest, event: Any) -> HttpResponse:
    rows = QuotaRows(request.POST, prefix="quotas")
    if not rows.is_valid():
        return _setup(request, event, quotas=rows, status=422)
    try:
        actions.set_quotas(event=event, quotas=quotas_said(rows), by=request.user, at=now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _setup(request, event, quotas=rows, status=422)
    messages.success(request, _("The quotas are saved."))
    return redirect("event-setup", pk=event.pk)


@page(may="events.change_event", of=queries.event_by_id)
def list_organisations(request: HttpRequest, event: Any) -> HttpResponse:
    rows, at_tables = queries.participations_of(event), queries.organisations_at_tables(event)
    context = {
        **desk_entry(event, "event-organisations"),
        "rows": rows,
        "at_tables": at_tables,
        "count": len(rows) + len(at_tables),
        "direct": sum(one.representative_id is None for one in rows) + len(at_tables),
        "represented": sum(one.representative_id is not None for one in rows),
        "organisations": organisations().values_list("pk", "name", "country"),
    }
    return render(request, "secretariat/events/organisations.html", context)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def add_organisation(request: PageRequest, event: Any) -> HttpResponse:
    organisation = _organisation(request, "organisation")
    representative = _organisation(request, "representative")
    if organisation is None:
        messages.error(request, _("Choose an organisation."))
        return redirect("event-organisations", pk=event.pk)
    try:
        actions.note_participation(
            event=event,
            organisation=organisation,
            representative=representative,
            by=request.user,
            at=now(),
        )
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("%(name)s takes part.") % {"name": organisation.name})
    return redirect("event-organisations", pk=event.pk)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def remove_organisation(request: PageRequest, event: Any) -> HttpResponse:
    found = found_by_id(queries.participation_by_id, request.POST.get("participation"))
    if found is not None and found.event_id == event.pk:
        actions.remove_participation(participation=found, by=request.user, at=now())
        messages.success(request, _("Taken off the list."))
    return redirect("event-organisations", pk=event.pk)


@page(may="events.view_registrations", of=queries.event_by_id)
def list_registrations(request: HttpRequest, event: Any) -> HttpResponse:
    questions = queries.questions_of(event)
    may_note_online = now() >= event.starts_at - actions.DOORS_OPEN
    rows = BoundedPaginator(queries.registrations_of(event), PER_PAGE).get_page(request.GET.get("page"))
    entries = [
        {
            "registration": one,
            "chip": wording.registration_chip(one),
            "answers": wording.answers(questions, one),
            "came": getattr(one, "check_in", None),
            "photos": wording.photo_mark(one),
            "way": one.get_way_display() if len(event.ways) > 1 else "",
            "may_attend": one.is_online and one.state == RegistrationState.CONFIRMED and may_note_online,
            "is_asked": one.state == RegistrationState.ASKED,
            "stayed_away": event.state == EventState.HELD
            and one.state == RegistrationState.CONFIRMED
            and not hasattr(one, "check_in"),
        }
        for one in rows
    ]
    context = {
        **desk_entry(event, "event-registrations"),
        "rows": rows,
        "entries": entries,
        "figures": queries.seat_figures(event),
        "may_decide": request.user.has_perm("events.decide_registration", event),
    }
    return render(request, "secretariat/events/registrations.html", context)


@page(may="events.decide_registration", of=queries.event_by_id, writes=True)
def decide(request: PageRequest, event: Any) -> HttpResponse:
    found = found_by_id(queries.registration_by_id, request.POST.get("registration"))
    if found is None or found.event_id != event.pk:
        messages.error(request, _("This registration is not there any more."))
        return redirect("event-registrations", pk=event.pk)
    does = {
        "yes": actions.approve_registration,
        "no": actions.decline_registration,
        "cancel": actions.cancel_registration,
        "out": actions.undo_check_in,
        "online": actions.attend_online,
    }.get(request.POST.get("said", ""))
    if does is not None:
        try:
            does(registration=found, by=request.user, at=now())
            messages.success(request, _("Saved: %(name)s.") % {"name": found.name})
        except REFUSED as error:
            messages.error(request, str(error))
    return redirect("event-registrations", pk=event.pk)


def desk_entry(event: Any, current: str) -> dict[str, Any]:
    """What each page of the desk shows above its content."""
    tabs = [
        (_("The event"), "event-desk"),
        (_("Registrations"), "event-registrations"),
        (_("Programme"), "event-sessions"),
        (_("Organisations"), "event-organisations"),
        (_("Questions and quotas"), "event-setup"),
        (_("Input"), "event-input"),
        (_("Decisions"), "event-decisions"),
        (_("Delegates"), "event-delegates"),
        (_("Badges"), "event-badges"),
    ]
    return {
        "event": event,
        "when": wording.when(event),
        "where": wording.where(event),
        "chip": wording.state_chip(event),
        "tabs": [(label, reverse(name, args=[event.pk]), name == current, None) for label, name in tabs],
    }


def _setup(
    request: HttpRequest, event: Any, questions: Any = None, quotas: Any = None, status: int = 200
) -> HttpResponse:
    asked = [
        {
            "text": one.text,
            "kind": one.kind,
            "choices": "; ".join(one.choices),
            "is_required": one.is_required,
        }
        for one in queries.questions_of(event)
    ]
    kept = [
        {"group": f"{one.grouping}:{one.group}", "least": one.least, "most": one.most}
        for one in queries.quotas_of(event)
    ]
    context = {
        **desk_entry(event, "event-setup"),
        "questions": questions or QuestionRows(initial=asked, prefix="questions"),
        "quotas": quotas or QuotaRows(initial=kept, prefix="quotas"),
    }
    return render(request, "secretariat/events/setup.html", context, status=status)


def _organisation(request: HttpRequest, name: str) -> Any:
    return found_by_id(organisation_by_id, request.POST.get(name))


def _moved(request: HttpRequest, event: Any, act: Callable[[], object], said: str) -> HttpResponse:
    try:
        act()
        messages.success(request, said)
    except REFUSED as error:
        messages.error(request, str(error))
    return redirect("event-desk", pk=event.pk)
