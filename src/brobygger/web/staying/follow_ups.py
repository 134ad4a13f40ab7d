"""Who is to be asked, what was heard of them, and the short page on which somebody answers by a signed address."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brobygger.apps.base.queries import all_rows
from brobygger.apps.effects import actions, queries
from brobygger.apps.effects.actions import NotAgreed
from brobygger.apps.effects.enums import AnswerSource
from brobygger.apps.people.actions import withdraw_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import name_of
from brobygger.apps.programmes.queries import programmes_joined_by
from brobygger.web import wording
from brobygger.web.page import ANYONE, PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import whole_number
from brobygger.web.staying.forms import NoteForm, StayForm
from brobygger.web.staying.retention import tabs
from brobygger.web.visiting.forms import add_errors

PER_PAGE = 30


@page(may="effects.view_follow_ups")
def list_follow_ups(request: PageRequest) -> HttpResponse:
    """Questions whose turn has come: those that wait, or those with an answer."""
    asked, is_open = request.GET.get("programme", ""), request.GET.get("state") != "answered"
    programme = whole_number(asked)
    found = queries.follow_ups(day=localdate(), programme=programme, is_open=is_open)
    rows = BoundedPaginator(found, PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    runs = request.user.has_perm("effects.note_answer")
    context = {
        "tabs": tabs(request, "follow-ups"),
        "rows": rows,
        "entries": [{"one": one, "name": _name(one, runs=runs)} for one in rows],
        "is_open": is_open,
        "programme": asked,
        "programmes": list(programmes_joined_by(request.user)),
        "query": query.urlencode(),
    }
    return render(request, "staying/follow_ups.html", context)


@page(may="effects.note_answer", of=queries.follow_up_by_id)
def show_note(request: PageRequest, follow_up: Any) -> HttpResponse:
    return _note(request, follow_up, NoteForm())


@page(may="effects.note_answer", of=queries.follow_up_by_id, writes=True)
def note(request: PageRequest, follow_up: Any) -> HttpResponse:
    form = NoteForm(request.POST)
    if form.is_valid():
        source = AnswerSource(form.cleaned_data["source"])
        try:
            actions.note_answer(
                follow_up=follow_up, details=form.details(), source=source, by=request.user, at=now()
            )
        except ValidationError as error:
            add_errors(form, error)
        except NotAgreed as error:
            form.add_error(None, str(error))
        else:
            messages.success(request, _("Noted."))
            return redirect("follow-ups")
    return _note(request, follow_up, form, status=422)


@never_cache
@page(may=ANYONE)
def show_answer(request: HttpRequest, key: str) -> HttpResponse:
    """The short page of the mail. Its signed address is the permission."""
    return _answer(request, key, StayForm())


@page(may=ANYONE, writes=True)
def answer(request: HttpRequest, key: str) -> HttpResponse:
    follow_up, form = _found(key), StayForm(request.POST)
    candidate = follow_up.member.candidate
    with all_rows():  # the signed address says whose question it is
        if request.POST.get("said") == "never":
            withdraw_consent(
                candidate=candidate,
                purpose=ConsentPurpose.FOLLOW_UP,
                language=wording.reader_language(),
                by=candidate.user,
                at=now(),
            )
            return render(request, "staying/answered.html", {"is_over": True})
        if form.is_valid():
            try:
                actions.note_answer(
                    follow_up=follow_up,
                    details=form.details(),
                    source=AnswerSource.SELF,
                    by=candidate.user,
                    at=now(),
                )
            except ValidationError as error:
                add_errors(form, error)
            except NotAgreed:
                raise Http404 from None
            else:
                return render(request, "staying/answered.html", {"is_over": False})
    return _answer(request, key, form, status=422)


def _found(key: str) -> Any:
    found = queries.follow_up_by_key(key, day=localdate())
    if found is None:
        raise Http404
    return found


def _answer(request: HttpRequest, key: str, form: StayForm, status: int = 200) -> HttpResponse:
    follow_up = _found(key)
    if not form.is_bound and not follow_up.is_open:
        form = StayForm(
            initial={
                name: getattr(follow_up, name) for name in ("answer", "place_name", "country", "since_date")
            }
        )
    context = {"form": form, "key": key, "follow_up": follow_up, "programme": follow_up.member.programme}
    return render(request, "staying/answer.html", context, status=status)


def _note(request: PageRequest, follow_up: Any, form: NoteForm, status: int = 200) -> HttpResponse:
    context = {"form": form, "follow_up": follow_up, "name": _name(follow_up, runs=True)}
    return render(request, "staying/note.html", context, status=status)


def _name(follow_up: Any, *, runs: bool) -> str:
    candidate = follow_up.member.candidate
    return (name_of(candidate) if runs else "") or str(candidate.alias)
