"""A candidate asks for help with a text: by a time with an adviser, or in writing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.advice import actions, queries
from brobygger.apps.advice.actions import NothingNew, TimeTaken
from brobygger.apps.people.queries import candidate_of_user
from brobygger.web.advising.forms import AskForm
from brobygger.web.candidate.cv.received import ACCEPT, Unreadable, received
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import whole_number
from brobygger.web.visiting.forms import add_errors

MOST_TIMES = 24


@page(may="advice.ask_adviser")
def show_own(request: PageRequest) -> HttpResponse:
    return _own(request, AskForm())


@page(may="advice.ask_adviser", writes=True)
def ask(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-cv")
    form = AskForm(request.POST)
    how, _dash, number = request.POST.get("how", "").partition("-")
    pk = whole_number(number) or 0
    if not form.is_valid():
        return _own(request, form, status=422)
    try:
        text = _text(request, candidate)
        if how == "time":
            case = _book(request, candidate, form, pk, text)
        else:
            case = _ask_in_writing(request, candidate, form, pk, text)
    except Unreadable as error:
        form.add_error(None, str(error.message))
    except (NothingNew, TimeTaken) as error:
        form.add_error(None, str(error))
    except PermissionDenied:
        form.add_error(None, _("Choose a time, or who is to write to you."))
    except ValidationError as error:
        add_errors(form, error)
    else:
        return redirect("advice-case", pk=case.pk)
    return _own(request, form, status=422)


def _book(request: PageRequest, candidate: Any, form: AskForm, pk: int, text: str) -> Any:
    time = queries.time_by_id(pk)
    if time is None:
        raise TimeTaken(_("This time is not there any more. Choose another."))
    booked = actions.book_adviser(
        candidate=candidate, time=time, details=form.details(), text=text, by=request.user, at=now()
    )
    messages.success(request, _("Booked. You get a mail with the time and a link to cancel."))
    return booked.case


def _ask_in_writing(request: PageRequest, candidate: Any, form: AskForm, pk: int, text: str) -> Any:
    advisers = {one.pk: one for one in queries.advisers_of(candidate, at=now())}
    if pk not in advisers:
        raise PermissionDenied
    if not text:
        raise NothingNew(_("Whoever is to write to you needs a text: choose one, or paste it."))
    case = actions.ask_adviser(
        candidate=candidate,
        adviser=advisers[pk],
        details=form.details(),
        text=text,
        by=request.user,
        at=now(),
    )
    messages.success(request, _("Sent. You get a mail when there are comments."))
    return case


def _text(request: PageRequest, candidate: Any) -> str:
    """The text to share: what was uploaded or pasted, or else the CV of the profile where that is asked for."""
    if request.FILES.get("cv") or request.POST.get("text", "").strip():
        return received(request).text
    document = getattr(candidate, "document", None)
    return document.text if document and request.POST.get("share") == "cv" else ""


def _own(request: PageRequest, form: AskForm, status: int = 200) -> HttpResponse:
    candidate, moment = candidate_of_user(request.user), now()
    document = getattr(candidate, "document", None)
    context: dict[str, Any] = {
        "form": form,
        "candidate": candidate,
        "has_cv": bool(document and document.text),
        "accept": ACCEPT,
        "text": request.POST.get("text", ""),
        "how": request.POST.get("how", ""),
    }
    if candidate is not None:
        context |= {
            "appointments": list(queries.coming_appointments(request.user, at=moment)),
            "cases": list(queries.cases_of(candidate)),
            "times": list(queries.free_times(candidate, at=moment)[:MOST_TIMES]),
            "advisers": queries.advisers_of(candidate, at=moment),
        }
    return render(request, "advising/own.html", context, status=status)
