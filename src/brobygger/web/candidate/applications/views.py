"""A candidate's applications: what was sent where, what came back, and applying."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now

from brobygger.apps.opportunities import actions, queries
from brobygger.apps.people.enums.consents import ConsentPurpose, current_text
from brobygger.apps.people.queries import agrees_to_share, candidate_of_user, has_cv, name_of
from brobygger.web import wording
from brobygger.web.ads import shown_ad, with_titles
from brobygger.web.company.applications.views import PER_PAGE, REFUSED, contact_rows, entry
from brobygger.web.page import PageRequest, page
from brobygger.web.who import WhoForm, missing_who, saved_who


@page(may="base.view_own_page")
def list_own_applications(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-page")
    rows = Paginator(queries.applications_of(candidate), PER_PAGE).get_page(request.GET.get("page"))
    applied = with_titles(one.opportunity for one in rows)
    entries = [
        {**entry(one), "shown": shown} for one, (_opportunity, shown) in zip(rows, applied, strict=True)
    ]
    context = {"rows": rows, "entries": entries}
    return render(request, "candidate/applications.html", context)


@page(may="opportunities.apply", of=queries.opportunity_by_id)
def show_form(request: PageRequest, opportunity: Any) -> HttpResponse:
    return _form(request, opportunity)


@page(may="opportunities.apply", of=queries.opportunity_by_id, writes=True)
def apply(request: PageRequest, opportunity: Any) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:
        raise Http404
    if not name_of(candidate):
        who = saved_who(request, candidate)
        if who.errors:
            return _form(request, opportunity, who=who, status=422)
        candidate.refresh_from_db()
    try:
        application = actions.apply(
            opportunity=opportunity,
            candidate=candidate,
            message=request.POST.get("message", ""),
            share=request.POST.get("share") == "yes",
            language=wording.reader_language(),
            by=request.user,
            at=now(),
        )
    except REFUSED as error:
        messages.error(request, str(error))
        return _form(request, opportunity, status=422)
    return redirect("application", pk=application.pk)


def _form(
    request: PageRequest, opportunity: Any, who: WhoForm | None = None, status: int = 200
) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-page")
    context = {
        "opportunity": opportunity,
        "who": who or missing_who(candidate),
        "ad": shown_ad(request, opportunity, reverse("opportunity", args=[opportunity.pk])),
        "contact": contact_rows(candidate),
        "has_cv": has_cv(candidate),
        "agrees": agrees_to_share(candidate, opportunity.pk),
        "share_text": current_text(ConsentPurpose.SHARE_ON_APPLICATION).sentence,
        "earlier": queries.application_of_pair(candidate, opportunity),
        "figures": queries.reply_figures(opportunity.organisation, day=localdate()),
        "message": request.POST.get("message", ""),
    }
    return render(request, "candidate/apply.html", context, status=status)
