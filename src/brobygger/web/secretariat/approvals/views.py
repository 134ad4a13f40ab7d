"""Opportunities that a programme approves before its candidates see them."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.opportunities import actions, queries
from brobygger.apps.programmes.actions import set_approval
from brobygger.apps.programmes.queries import programme_by_id
from brobygger.web.ads import title_of, titles_of, with_titles
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import whole_numbers
from brobygger.web.wording import reader_language

PER_PAGE = 30
SHOWN = ("own", "others", "approved", "declined")


def _programme(pk: int, opportunity: int) -> Any:
    """The permission is about the programme; which opportunity it is stands in the address too."""
    return programme_by_id(pk)


@page(may="opportunities.approve_opportunity", of=programme_by_id)
def list_approvals(request: PageRequest, programme: Any) -> HttpResponse:
    show = request.GET.get("show", "")
    show = show if show in SHOWN else "own"
    text = request.GET.get("text", "").strip()
    decides = show in ("own", "others")
    found: Any = (
        queries.undecided_opportunities(programme, of_others=show == "others", text=text)
        if decides
        else queries.approvals_in(programme, is_approved=show == "approved")
    )
    rows = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    context = {
        "programme": programme,
        "rows": rows,
        "opportunities": with_titles(rows) if decides else [],
        "approvals": [] if decides else list(rows),
        "titles": {} if decides else titles_of(one.opportunity for one in rows),
        "show": show,
        "text": text,
        "query": query.urlencode(),
        "tabs": [(label, f"?show={name}", name == show, None) for name, label in _labels().items()],
        "may_change": request.user.has_perm("programmes.change_programme", programme),
    }
    return render(request, "secretariat/approvals.html", context)


@page(may="programmes.change_programme", of=programme_by_id, writes=True)
def choose_approval(request: PageRequest, programme: Any) -> HttpResponse:
    """Whether the programme approves opportunities at all."""
    asks = request.POST.get("asks") == "yes"
    set_approval(programme=programme, asks=asks, by=request.user, at=now())
    said = (
        _("From now on candidates of %(programme)s see what is approved here, and nothing else.")
        if asks
        else _("Candidates of %(programme)s see what is open, without approval.")
    )
    messages.success(request, said % {"programme": programme})
    return redirect("approvals", pk=programme.pk)


@page(may="opportunities.approve_opportunity", of=programme_by_id, writes=True)
def approve_chosen(request: PageRequest, programme: Any) -> HttpResponse:
    chosen = [
        queries.opportunity_to_decide(programme, one)
        for one in whole_numbers(request.POST.getlist("opportunity")[:PER_PAGE])
    ]
    count = actions.approve_opportunities(
        opportunities=[one for one in chosen if one is not None],
        programme=programme,
        by=request.user,
        at=now(),
    )
    if count:
        messages.success(request, _("Approved: %(count)d.") % {"count": count})
    else:
        messages.error(request, _("Choose what you approve."))
    return redirect("approvals", pk=programme.pk)


@page(may="opportunities.approve_opportunity", of=_programme)
def show_opportunity(request: PageRequest, programme: Any) -> HttpResponse:
    return _opportunity(request, programme)


@page(may="opportunities.approve_opportunity", of=_programme, writes=True)
def decide(request: PageRequest, programme: Any) -> HttpResponse:
    opportunity = _of_address(request, programme)
    decision = request.POST.get("decision", "")
    if decision not in ("approve", "decline"):
        messages.error(request, _("Choose: approve it, or do not."))
        return _opportunity(request, programme, status=422)
    try:
        actions.decide_on_opportunity(
            opportunity=opportunity,
            programme=programme,
            approve=decision == "approve",
            reason=request.POST.get("reason", ""),
            by=request.user,
            at=now(),
        )
    except actions.ReasonNeeded as error:
        messages.error(request, str(error))
        return _opportunity(request, programme, status=422)
    messages.success(request, _("Saved."))
    return redirect("approvals", pk=programme.pk)


def _labels() -> dict[str, str]:
    return {
        "own": _("From this programme"),
        "others": _("From elsewhere"),
        "approved": _("Approved"),
        "declined": _("Not approved"),
    }


def _of_address(request: PageRequest, programme: Any) -> Any:
    asked = request.resolver_match.kwargs["opportunity"] if request.resolver_match else 0
    found = queries.opportunity_to_decide(programme, asked)
    if found is None:
        raise Http404
    return found


def _opportunity(request: PageRequest, programme: Any, status: int = 200) -> HttpResponse:
    opportunity = _of_address(request, programme)
    approval = queries.approval_of(opportunity, programme)
    context = {
        "programme": programme,
        "opportunity": opportunity,
        "title": title_of(opportunity),
        "versions": [
            (one, queries.origin_of(one, reader_language())) for one in queries.versions_of(opportunity)
        ],
        "approval": approval,
        "reason": request.POST.get("reason", approval.reason if approval else ""),
    }
    return render(request, "secretariat/approval.html", context, status=status)
