"""A candidate says that an invitation, an answer, an opportunity or a company is not right."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import ReportReason
from brobygger.apps.organisations.queries import organisation_by_id
from brobygger.web import wording
from brobygger.web.ads import title_of
from brobygger.web.page import PageRequest, page


@page(may="opportunities.report_application", of=queries.application_by_id)
def show_for_application(request: PageRequest, application: Any) -> HttpResponse:
    return _form(request, application, "application")


@page(may="opportunities.report_application", of=queries.application_by_id, writes=True)
def report_application(request: PageRequest, application: Any) -> HttpResponse:
    return _report(request, application, "application")


@page(may="opportunities.report_opportunity", of=queries.opportunity_by_id)
def show_for_opportunity(request: PageRequest, opportunity: Any) -> HttpResponse:
    return _form(request, opportunity, "opportunity")


@page(may="opportunities.report_opportunity", of=queries.opportunity_by_id, writes=True)
def report_opportunity(request: PageRequest, opportunity: Any) -> HttpResponse:
    return _report(request, opportunity, "opportunity")


@page(may="opportunities.report_organisation", of=organisation_by_id)
def show_for_company(request: PageRequest, organisation: Any) -> HttpResponse:
    return _form(request, organisation, "company")


@page(may="opportunities.report_organisation", of=organisation_by_id, writes=True)
def report_company(request: PageRequest, organisation: Any) -> HttpResponse:
    return _report(request, organisation, "company")


def _report(request: PageRequest, thing: Any, kind: str) -> HttpResponse:
    try:
        actions.report(
            thing=thing,
            reason=request.POST.get("reason", ""),
            text=request.POST.get("text", ""),
            by=request.user,
            at=now(),
        )
    except actions.ReportRefused as error:
        messages.error(request, str(error))
        return _form(request, thing, kind, status=422)
    said = _(
        "Thank you. The secretariat looks into it and writes to you. The company does not learn who you are."
    )
    messages.success(request, said)
    return redirect(kind, pk=thing.pk)


def _form(request: PageRequest, thing: Any, kind: str, status: int = 200) -> HttpResponse:
    organisation = getattr(thing, "organisation", thing)
    opportunity = {"opportunity": thing, "application": getattr(thing, "opportunity", None)}.get(kind)
    if opportunity is not None:
        organisation = opportunity.organisation
    context = {
        "organisation": organisation,
        "opportunity": opportunity,
        "opportunity_title": title_of(opportunity) if opportunity else "",
        "waiting": queries.waiting_report_of(request.user, thing),
        "reasons": [(one.value, wording.capital(str(one.label))) for one in ReportReason],
        "reason": request.POST.get("reason", ""),
        "text": request.POST.get("text", ""),
        "send": reverse(f"{kind}-report-send", args=[thing.pk]),
        "back": reverse(kind, args=[thing.pk]),
    }
    return render(request, "candidate/report.html", context, status=status)
