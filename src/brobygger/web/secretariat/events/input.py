"""What an event is to bring: the questions that it asks, what was answered, and the decisions that came of it."""

from __future__ import annotations

from typing import Any, Final

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.web.page import PageRequest, page
from brobygger.web.public.events import wording
from brobygger.web.secretariat.events.desk import desk_entry
from brobygger.web.secretariat.events.forms import DecisionForm, InputForm, QuestionRows, questions_said

YES_NO: Final = (True, False)


@page(may="events.change_event", of=queries.event_by_id)
def show_input(request: HttpRequest, event: Any) -> HttpResponse:
    return _input(request, event)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def save_input(request: PageRequest, event: Any) -> HttpResponse:
    form, rows = InputForm(event, request.POST), QuestionRows(request.POST, prefix="questions")
    if form.is_valid() and rows.is_valid():
        try:
            details = form.details(questions_said(rows))
            actions.save_input_form(event=event, details=details, by=request.user, at=now())
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, _("The questions are saved."))
            return redirect("event-input", pk=event.pk)
    return _input(request, event, form, rows, status=422)


@page(may="events.change_event", of=queries.event_by_id)
def show_decisions(request: HttpRequest, event: Any) -> HttpResponse:
    """The decisions of an event, to read, change and print."""
    return _decisions(request, event)


@page(may="events.change_event", of=queries.event_by_id, writes=True)
def save_decision(request: PageRequest, event: Any) -> HttpResponse:
    form = DecisionForm(event, request.POST)
    if form.is_valid():
        try:
            actions.save_decision(
                event=event,
                details=form.details(),
                decision=_chosen(event, request.POST.get("decision", "")),
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            for name, found in error.message_dict.items():
                form.add_error(name if name in form.fields else None, found)
        else:
            messages.success(request, _("The decision is saved."))
            return redirect("event-decisions", pk=event.pk)
    return _decisions(request, event, form, status=422)


def _input(
    request: HttpRequest, event: Any, form: Any = None, rows: Any = None, status: int = 200
) -> HttpResponse:
    known, at = queries.input_form_of(event), now()
    asked = queries.input_questions(known) if known else []
    initial = [
        {
            "text": one.text,
            "kind": one.kind,
            "choices": "; ".join(one.choices),
            "is_required": one.is_required,
        }
        for one in asked
    ]
    results = queries.input_results(known, at=at) if known else None
    context = {
        **desk_entry(event, "event-input"),
        "form": form or InputForm(event, form=known),
        "questions": rows or QuestionRows(initial=initial, prefix="questions"),
        "known": known,
        "is_open": known is not None and known.is_open(at),
        "results": results,
        "entries": [
            {
                "result": one,
                "counts": [(_said(answer), count, _share(count, one.counts)) for answer, count in one.counts],
            }
            for one in (results.questions if results else ())
        ],
        "fewest": queries.FEWEST,
    }
    return render(request, "secretariat/events/input.html", context, status=status)


def _decisions(request: HttpRequest, event: Any, form: Any = None, status: int = 200) -> HttpResponse:
    given = request.POST if form else request.GET
    chosen = _chosen(event, given.get("decision", ""))
    asked = given.get("question", "")
    initial: dict[str, Any] = {"question": asked}
    if chosen is not None:
        initial = {name: getattr(chosen, name) for name in ("text", "person", "due_date", "state")}
        initial |= {
            "organisation": str(chosen.organisation_id or ""),
            "question": str(chosen.question_id or ""),
        }
    context = {
        **desk_entry(event, "event-decisions"),
        "decisions": [(one, wording.decision_chip(one, localdate())) for one in queries.decisions_of(event)],
        "chosen": chosen,
        "form": form or DecisionForm(event, initial=initial),
    }
    return render(request, "secretariat/events/decisions.html", context, status=status)


def _chosen(event: Any, asked: str) -> Any:
    return next((one for one in queries.decisions_of(event) if str(one.pk) == asked), None)


def _said(answer: Any) -> str:
    if answer in YES_NO and isinstance(answer, bool):
        return _("Yes") if answer else _("No")
    return str(answer)


def _share(count: int, counts: Any) -> int:
    """In percent of all who answered the question."""
    total = sum(number for _answer, number in counts)
    return round(100 * count / total) if total else 0
