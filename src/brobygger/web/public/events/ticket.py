"""The own page of somebody who registered. The key in its address is the permission: it came by mail."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import STANDS, EventState, PhotoAnswer, RegistrationState, Way
from brobygger.web.page import ANYONE, page
from brobygger.web.public.events import wording
from brobygger.web.public.events.input import open_input
from brobygger.web.public.events.own_page import entry_of, found_by_key
from brobygger.web.public.events.programme import programme_days
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
        label=gettext_lazy("What should stay, what should be different?"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4, "class": "ds-input short"}),
    )


@never_cache
@page(may=ANYONE)
def show_ticket(request: HttpRequest, *, key: str) -> HttpResponse:
    registration = found_by_key(key)
    event, at = registration.event, now()
    state = RegistrationState(registration.state)
    came = getattr(registration, "check_in", None)
    is_seat = state == RegistrationState.CONFIRMED
    sessions = queries.sessions_of(event)
    asked = open_input(registration, at)
    goes_on = event.starts_at - actions.DOORS_OPEN <= at <= event.ends_at
    context = {
        **entry_of(registration),
        "chip": wording.registration_chip(registration),
        "is_seat": is_seat,
        "way": str(Way(registration.way).label).capitalize(),
        "online_address": event.online_address if is_seat and registration.is_online else "",
        "may_attend": is_seat and registration.is_online and came is None and goes_on,
        "other_ways": [
            (way.value, way.label)
            for way in event.ways
            if way != registration.way and state in STANDS and came is None and at < event.ends_at
        ]
        if event.state == EventState.OPEN
        else [],
        "photo_choices": [(PhotoAnswer.YES, _("Yes")), (PhotoAnswer.NO, _("No"))],
        "days": programme_days(
            event,
            sessions,
            own=queries.session_seats(registration) if sessions else {},
            may_choose=is_seat and not registration.is_online and at < event.ends_at,
        ),
        "input_form": asked,
        "has_given_input": asked is not None
        and queries.has_given_input(asked, registration=registration, user=registration.user),
        "has_decisions": is_seat and bool(queries.decisions_of(event)),
        "is_offer": state == RegistrationState.OFFERED and registration.offered_until > at,
        "until": event.local(registration.offered_until) if registration.offered_until else None,
        "is_waiting": state == RegistrationState.WAITING,
        "waiting_before": queries.waiting_before(registration) if state == RegistrationState.WAITING else 0,
        "may_cancel": state in STANDS and at < event.starts_at and event.state == EventState.OPEN,
        "qr": qr(registration.code),
        "answers": wording.answers(queries.questions_of(event), registration),
        "came": came is not None,
        "is_over": at >= event.ends_at,
        "ends": event.local(event.ends_at),
        "may_answer": came is not None and at >= event.ends_at and not registration.gave_feedback,
    }
    return render(request, "public/events/ticket.html", context)


@page(may=ANYONE, writes=True)
def take_seat(request: HttpRequest, *, key: str) -> HttpResponse:
    try:
        actions.take_seat(registration=found_by_key(key), by=None, at=now())
        messages.success(request, _("The seat is yours."))
    except actions.ImpossibleStep as error:
        messages.error(request, str(error))
    return redirect("ticket", key=key)


@page(may=ANYONE, writes=True)
def cancel(request: HttpRequest, *, key: str) -> HttpResponse:
    try:
        actions.cancel_registration(registration=found_by_key(key), by=None, at=now())
        messages.success(request, _("Your registration is cancelled. Thank you for telling us."))
    except actions.ImpossibleStep as error:
        messages.error(request, str(error))
    return redirect("ticket", key=key)


@page(may=ANYONE, writes=True)
def choose_session(request: HttpRequest, *, key: str) -> HttpResponse:
    """Take a seat in a session, wait for one, or give it back."""
    registration, asked = found_by_key(key), request.POST.get("session", "")
    session = next((one for one in queries.sessions_of(registration.event) if str(one.pk) == asked), None)
    if session is None:
        messages.error(request, _("This session is not on the programme any more."))
        return redirect("ticket", key=key)
    said: dict[str, Any] = {"registration": registration, "session": session, "by": None, "at": now()}
    does = request.POST.get("said")
    try:
        if does == "leave":
            actions.leave_session(**said)
        else:
            actions.choose_session(**said, waits=does == "wait")
        messages.success(request, _("Saved: %(name)s.") % {"name": session.title})
    except (actions.ImpossibleStep, actions.SessionFull) as error:
        messages.error(request, str(error))
    return redirect("ticket", key=key)


@page(may=ANYONE, writes=True)
def change_way(request: HttpRequest, *, key: str) -> HttpResponse:
    way, registration = request.POST.get("way", ""), found_by_key(key)
    if way in Way.values:
        try:
            actions.change_way(registration=registration, way=Way(way), by=None, at=now())
            messages.success(request, _("Changed. We have written to you."))
        except actions.ImpossibleStep as error:
            messages.error(request, str(error))
    return redirect("ticket", key=key)


@page(may=ANYONE, writes=True)
def say_photos(request: HttpRequest, *, key: str) -> HttpResponse:
    said, registration = request.POST.get("photos", ""), found_by_key(key)
    if said in (PhotoAnswer.YES, PhotoAnswer.NO):
        actions.say_photos(registration=registration, photos=PhotoAnswer(said), by=None, at=now())
        messages.success(request, _("Saved."))
    return redirect("ticket", key=key)


@page(may=ANYONE, writes=True)
def attend(request: HttpRequest, *, key: str) -> HttpResponse:
    """“I am here”, from somebody who takes part online."""
    try:
        actions.attend_online(registration=found_by_key(key), by=None, at=now())
        messages.success(request, _("Noted: you are here."))
    except actions.ImpossibleStep as error:
        messages.error(request, str(error))
    return redirect("ticket", key=key)


@never_cache
@page(may=ANYONE)
def show_decisions(request: HttpRequest, *, key: str) -> HttpResponse:
    """What came of the event, for those who took part."""
    registration = found_by_key(key)
    if registration.state != RegistrationState.CONFIRMED:
        raise Http404
    decisions = queries.decisions_of(registration.event)
    rows = [(one, wording.decision_chip(one, localdate())) for one in decisions]
    return render(request, "public/events/decisions.html", {**entry_of(registration), "decisions": rows})


@never_cache
@page(may=ANYONE)
def ask_feedback(request: HttpRequest, *, key: str) -> HttpResponse:
    registration = found_by_key(key)
    context = {**entry_of(registration), "form": FeedbackForm(), "is_done": registration.gave_feedback}
    return render(request, "public/events/feedback.html", context)


@page(may=ANYONE, writes=True)
def give_feedback(request: HttpRequest, *, key: str) -> HttpResponse:
    registration = found_by_key(key)
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
    context = {**entry_of(registration), "form": form, "is_done": registration.gave_feedback}
    return render(request, "public/events/feedback.html", context, status=422)


@never_cache
@page(may=ANYONE)
def show_certificate(request: HttpRequest, *, key: str) -> HttpResponse:
    """That somebody was there, for printing. Only for those whom the door saw."""
    registration = found_by_key(key)
    came = getattr(registration, "check_in", None)
    if came is None or now() < registration.event.ends_at:
        raise Http404
    chosen = queries.chosen_sessions(registration)
    sessions, time = queries.attended(registration, queries.sessions_of(registration.event), chosen)
    context = {
        **entry_of(registration),
        "hours": round(time.total_seconds() / 3600, 1),
        "chosen": [one for one in sessions if one.pk in chosen],
        "owner": registration.event.programme.owner,
    }
    return render(request, "public/events/certificate.html", context)
