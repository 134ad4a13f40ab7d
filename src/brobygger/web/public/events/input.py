"""The questions that an event asks: answered on the own page of somebody who takes part, or by a partner."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import RegistrationState
from brobygger.web.page import ANYONE, PageRequest, page
from brobygger.web.public.events import wording
from brobygger.web.public.events.entry_form import InputAnswerForm
from brobygger.web.public.events.own_page import entry_of, found_by_key


@never_cache
@page(may=ANYONE)
def ask_input(request: HttpRequest, *, key: str) -> HttpResponse:
    return _input_page(request, found_by_key(key))


@page(may=ANYONE, writes=True)
def give_input(request: HttpRequest, *, key: str) -> HttpResponse:
    registration = found_by_key(key)
    asked = open_input(registration, now())
    if asked is None:
        raise Http404
    form = InputAnswerForm(queries.input_questions(asked), request.POST)
    if _save(request, asked, form, registration=registration, by=None):
        return redirect("ticket", key=key)
    return _input_page(request, registration, form, status=422)


@never_cache
@page(may="events.give_input", of=queries.event_by_id)
def ask_partner_input(request: PageRequest, event: Any) -> HttpResponse:
    return _partner_page(request, event)


@page(may="events.give_input", of=queries.event_by_id, writes=True)
def give_partner_input(request: PageRequest, event: Any) -> HttpResponse:
    asked = queries.input_form_of(event)
    if asked is None or not asked.asks_partners():
        raise Http404
    form = InputAnswerForm(queries.input_questions(asked), request.POST)
    if _save(request, asked, form, registration=None, by=request.user):
        return redirect("event", pk=event.pk)
    return _partner_page(request, event, form, status=422)


def _save(request: HttpRequest, asked: Any, form: InputAnswerForm, *, registration: Any, by: Any) -> bool:
    """Keep the answers of a form; whether that was done. What is wrong stands in the form then."""
    if not form.is_valid():
        return False
    try:
        actions.give_input(form=asked, answers=form.answers(), registration=registration, by=by, at=now())
    except ValidationError as error:
        for name, found in error.message_dict.items():
            form.add_error(name if name in form.fields else None, found)
        return False
    except actions.InputClosed as error:
        form.add_error(None, str(error))
        return False
    messages.success(request, _("Thank you! Your answers are with those who work on it."))
    return True


def open_input(registration: Any, at: dt.datetime) -> Any:
    """The questions that the event asks of those who take part at the moment; None: none."""
    found = queries.input_form_of(registration.event)
    is_asked = found is not None and found.asks_participants() and found.is_open(at)
    return found if is_asked and registration.state == RegistrationState.CONFIRMED else None


def _input_page(
    request: HttpRequest, registration: Any, form: InputAnswerForm | None = None, status: int = 200
) -> HttpResponse:
    asked = open_input(registration, now())
    if asked is None:
        raise Http404
    context = {
        **entry_of(registration),
        **_asked(
            asked, form, queries.has_given_input(asked, registration=registration, user=registration.user)
        ),
        "send": reverse("ticket-input-send", args=[registration.key]),
        "back": reverse("ticket", args=[registration.key]),
    }
    return render(request, "public/events/input.html", context, status=status)


def _partner_page(
    request: PageRequest, event: Any, form: InputAnswerForm | None = None, status: int = 200
) -> HttpResponse:
    asked = queries.input_form_of(event)
    if asked is None or not asked.asks_partners() or not asked.is_open(now()):
        raise Http404
    context = {
        "event": event,
        "when": wording.when(event),
        **_asked(asked, form, queries.has_given_input(asked, registration=None, user=request.user)),
        "send": reverse("event-input-send", args=[event.pk]),
        "back": reverse("event", args=[event.pk]),
    }
    return render(request, "public/events/input.html", context, status=status)


def _asked(asked: Any, form: InputAnswerForm | None, has_given: bool) -> dict[str, Any]:
    return {
        "input_form": asked,
        "form": form or InputAnswerForm(queries.input_questions(asked)),
        "is_done": has_given and asked.is_anonymous,
        "is_again": has_given and not asked.is_anonymous,
        "ends": asked.event.local(asked.closes_at),
    }
