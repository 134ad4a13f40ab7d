"""What candidates reported as not right: the list, and one report with its answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import ReportOutcome
from brobygger.apps.organisations.actions import ImpossibleDecision, ReasonMissing
from brobygger.web import wording
from brobygger.web.ads import title_of, titles_of
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.companies.views import before_suspension

PER_PAGE = 30
REFUSED = (actions.ReportRefused, actions.AlreadyAnswered, ImpossibleDecision, ReasonMissing)


@page(may="opportunities.view_reports")
def list_reports(request: HttpRequest) -> HttpResponse:
    shows_answered = request.GET.get("show") == "answered"
    found = queries.answered_reports() if shows_answered else queries.open_reports()
    rows = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": rows,
        "titles": titles_of(one.opportunity for one in rows if one.opportunity),
        "shows_answered": shows_answered,
        "query": "show=answered" if shows_answered else "",
    }
    return render(request, "secretariat/reports.html", context)


@page(may="opportunities.view_reports")
def show_report(request: HttpRequest, *, pk: int) -> HttpResponse:
    return _report(request, pk)


@page(may="opportunities.answer_report", writes=True)
def answer_report(request: PageRequest, *, pk: int) -> HttpResponse:
    report, outcome = _found(pk), request.POST.get("outcome", "")
    try:
        if outcome not in ReportOutcome.values:
            raise actions.ReportRefused(_("Choose an outcome."))
        actions.answer_report(
            report=report,
            outcome=ReportOutcome(outcome),
            answer=request.POST.get("answer", ""),
            notice=request.POST.get("notice", ""),
            by=request.user,
            at=now(),
        )
    except REFUSED as error:
        messages.error(request, str(error))
        return _report(request, pk, status=422)
    messages.success(request, _("Answered. Whoever reported it gets a mail."))
    return redirect("reports")


@page(may="opportunities.take_down_opportunity", of=queries.opportunity_by_id, writes=True)
def put_back(request: PageRequest, opportunity: Any) -> HttpResponse:
    try:
        actions.put_back_opportunity(opportunity=opportunity, by=request.user, at=now())
    except actions.ImpossibleTransition as error:
        messages.error(request, str(error))
    else:
        messages.success(request, _("Put back. It is closed until the company opens it again."))
    return redirect("opportunity", pk=opportunity.pk)


def _found(pk: int) -> Any:
    report = queries.report_by_id(pk)
    if report is None:
        raise Http404
    return report


def _report(request: HttpRequest, pk: int, status: int = 200) -> HttpResponse:
    report = _found(pk)
    can_be_taken_down = report.opportunity is not None
    context = {
        "report": report,
        "title": title_of(report.opportunity) if report.opportunity else "",
        "others": [
            one for one in queries.reports_of_organisation(report.organisation)[:PER_PAGE] if one != report
        ],
        "outcomes": [
            (one.value, wording.capital(str(one.label)))
            for one in ReportOutcome
            if can_be_taken_down or one != ReportOutcome.TAKEN_DOWN
        ],
        "typed": {name: request.POST.get(name, "") for name in ("outcome", "answer", "notice")},
        "before": before_suspension(report.organisation, request.user) if report.is_open else [],
        "may_answer": report.is_open and request.user.has_perm("opportunities.answer_report"),
    }
    return render(request, "secretariat/report.html", context, status=status)
