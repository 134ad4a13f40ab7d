"""The programmes that a candidate takes part in, and those that are open to join."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.people.queries import candidate_of_user
from brobygger.apps.programmes import actions, queries
from brobygger.web import wording
from brobygger.web.page import PageRequest, page


@page(may="base.view_own_page")
def show_programmes(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-cv")
    joined, language = list(queries.programmes_of(candidate)), wording.reader_language()
    found = [one for one in queries.open_programmes(day=localdate()) if one not in joined]
    context = {
        "joined": [(one, one.description_in(language)) for one in joined],
        "open": [(one, one.description_in(language)) for one in found],
    }
    return render(request, "candidate/programmes.html", context)


@page(may="base.view_own_page", writes=True)
def join(request: PageRequest) -> HttpResponse:
    candidate, programme = _both(request)
    try:
        actions.join_programme(programme=programme, candidate=candidate, by=request.user, at=now())
    except actions.NotJoinable as error:
        messages.error(request, str(error))
    else:
        said = _("You take part in %(programme)s. Under “Privacy” you choose whether its companies see you.")
        messages.success(request, said % {"programme": programme})
    return redirect("my-programmes")


@page(may="base.view_own_page", writes=True)
def leave(request: PageRequest) -> HttpResponse:
    candidate, programme = _both(request)
    actions.leave_programme(
        programme=programme,
        candidate=candidate,
        language=wording.reader_language(),
        by=request.user,
        at=now(),
    )
    messages.success(request, _("You no longer take part in %(programme)s.") % {"programme": programme})
    return redirect("my-programmes")


def _both(request: PageRequest) -> tuple[Any, Any]:
    """
    The candidate and the programme of a form.

    Raises:
        Http404: one of them is not there.
    """
    candidate, asked = candidate_of_user(request.user), request.POST.get("programme", "")
    programme = queries.programme_by_code(asked)
    if candidate is None or programme is None:
        raise Http404
    return candidate, programme
