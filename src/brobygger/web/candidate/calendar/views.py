"""A candidate's own calendar: the deadlines of what fits best, at an address that only the candidate knows."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.advice.queries import calendar_appointments
from brobygger.apps.base import actions
from brobygger.apps.base.queries import calendar_key, in_scope, user_of_calendar_key
from brobygger.apps.matching.queries import rank_opportunities
from brobygger.apps.people.queries import candidate_of_user
from brobygger.apps.programmes.queries import scope_of
from brobygger.web import wording
from brobygger.web.calendars import advice_entry, calendar_response
from brobygger.web.page import ANYONE, PageRequest, page

LENGTH = 30  # of the ranked list whose deadlines are shown
LONGEST_KEY = 200


@page(may="base.view_own_page")
def show_calendar(request: PageRequest) -> HttpResponse:
    key = calendar_key(request.user)
    address = request.build_absolute_uri(f"{reverse('own-deadlines')}?key={key}") if key else ""
    return render(request, "candidate/calendar.html", {"address": address})


@page(may="base.view_own_page", writes=True)
def renew_calendar(request: PageRequest) -> HttpResponse:
    actions.renew_calendar_address(user=request.user, by=request.user, at=now())
    messages.success(request, _("This is your address now; an earlier one no longer works."))
    return redirect("own-calendar")


@page(may="base.view_own_page", writes=True)
def remove_calendar(request: PageRequest) -> HttpResponse:
    actions.remove_calendar_address(user=request.user, by=request.user, at=now())
    messages.success(request, _("The address no longer works."))
    return redirect("own-calendar")


@page(may=ANYONE)  # calendar programs send no cookies: whoever has the signed address may read it
def show_deadlines(request: HttpRequest) -> HttpResponse:
    user = user_of_calendar_key(request.GET.get("key", "")[:LONGEST_KEY])
    if user is None or not user.has_perm("base.view_own_page"):
        raise Http404
    with in_scope(scope_of(user)):  # the key says whose calendar it is: nobody is logged in
        return _deadlines_of(request, user)


def _deadlines_of(request: HttpRequest, user: Any) -> HttpResponse:
    candidate = candidate_of_user(user)
    if candidate is None:
        raise Http404
    today = localdate(now())
    with translation.override(user.language or wording.reader_language()):
        ranking = rank_opportunities(candidate, language=wording.reader_language(), top=LENGTH)
        fitting = [row.opportunity for row in ranking.rows]
        due = [one for one in fitting if one.valid_through and one.valid_through >= today]
        response = calendar_response(
            request,
            _("My deadlines"),
            sorted(due, key=lambda one: (one.valid_through, one.pk)),
            entries=[advice_entry(request, one) for one in calendar_appointments(user, since=now())],
        )
    response["Cache-Control"] = "private, no-cache"
    return response
