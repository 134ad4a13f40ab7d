"""The own page of somebody who registered. The key in its address is the permission: it came by mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import STANDS, EventState, RegistrationState
from brobygger.web.page import ANYONE, page
from brobygger.web.public.events import wording
from brobygger.web.qr import qr

MARKS = [(str(number), str(number)) for number in range(1, 6)]


class FeedbackForm(forms.Form):
    overall = forms.ChoiceField(
        label=gettext_lazy("How was the event?"), choices=MARKS, widget=forms.RadioSelect
    )
    useful = forms.ChoiceField(
        label=gettext_lazy("How useful was it for you?"), choices=MARKS, widget=forms.RadioSelect
    )
    text = forms.CharField(
        label=gettext_lazy("What shall stay, what shall be different?"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "ds-input short"}),
    )


@never_cache
@page(may=ANYONE)
def show_ticket(request: HttpRequest, *, key: str) -> HttpResponse:
    registration = _found(key)
    event, at = registration.event, now()
    state = RegistrationState(registration.state)
    came = getattr(registration, "check_in", None)
    context = {
        **_entry(registration),
        "chip": wording.registration_chip(registration),
        "is_seat": state == RegistrationState.CONFIRMED,
        "is_offer": state == RegistrationState.OFFERED and registration.offered_until > at,
        "until": event.local(registration.offered_until) if registration.offered_until else None,
        "is_waiting": state == RegistrationState.WAITING,
        "waiting_before": queries.waiting_before(registration) if state == RegistrationState.WAITING else 0,
        "may_cancel": state in STANDS and at < event.starts_at and event.state == EventState.OPEN,
        "qr": qr(registration.code),
        "answers": wording.answers(queries.questions_of(event), registration),
        "came": came is not None,
        "may_answer": came is not None and at >= event.ends_at and not registration.gave_feedback,
    }
    return render(request, "public/events/ticket.html", context)


@page(may=ANYONE, writes=True)
def take_seat(request: HttpRequest, *, key: str) -> HttpResponse:
    try:
        actions.take_seat(registration=_found(key), by=None, at=now())
        messages.success(request, _("The seat is yours."))
    except actions.ImpossibleStep as error:
        messages.error(request, str(error))
    return redirect("ticket", key=key)


@page(may=ANYONE, writes=True)
def cancel(request: HttpRequest, *, key: str) -> HttpResponse:
    try:
        actions.cancel_registration(registration=_found(key), by=None, at=now())
        messages.success(request, _("Your registration is cancelled. Thank you for telling us."))
    except actions.ImpossibleStep as error:
        messages.error(request, str(error))
    return redirect("ticket", key=key)


@never_cache
@page(may=ANYONE)
def ask_feedback(request: HttpRequest, *, key: str) -> HttpResponse:
    registration = _found(key)
    context = {**_entry(registration), "form": FeedbackForm(), "is_done": registration.gave_feedback}
    return render(request, "public/events/feedback.html", context)


@page(may=ANYONE, writes=True)
def give_feedback(request: HttpRequest, *, key: str) -> HttpResponse:
    registration = _found(key)
    form = FeedbackForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.give_feedback(
                registration=registration,
                overall=int(said["overall"]),
                useful=int(said["useful"]),
                text=said["text"],
                by=None,
                at=now(),
            )
        except (actions.FeedbackClosed, ValidationError) as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Thank you! Your answer helps us to make the next event better."))
            return redirect("ticket", key=key)
    context = {**_entry(registration), "form": form, "is_done": registration.gave_feedback}
    return render(request, "public/events/feedback.html", context, status=422)


@never_cache
@page(may=ANYONE)
def show_certificate(request: HttpRequest, *, key: str) -> HttpResponse:
    """That somebody was there, for printing. Only for those whom the door saw."""
    registration = _found(key)
    came = getattr(registration, "check_in", None)
    if came is None or now() < registration.event.ends_at:
        raise Http404
    hours = (registration.event.ends_at - registration.event.starts_at).total_seconds() / 3600
    context = {**_entry(registration), "hours": round(hours, 1), "owner": registration.event.programme.owner}
    return render(request, "public/events/certificate.html", context)


def _found(key: str) -> Any:
    registration = queries.registration_by_key(key)
    if registration is None:
        raise Http404
    return registration


def _entry(registration: Any) -> dict[str, Any]:
    event = registration.event
    return {
        "registration": registration,
        "event": event,
        "when": wording.when(event),
        "where": wording.where(event),
        "is_cancelled": event.state == EventState.CANCELLED,
    }
