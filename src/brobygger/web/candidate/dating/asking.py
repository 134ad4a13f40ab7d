"""Who asks a company for a talk: the anonymous profile, for this evening alone, with the message and the answer."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now

from brobygger.apps.base.queries import all_rows
from brobygger.apps.events import queries
from brobygger.apps.people.queries import facts_of
from brobygger.web.candidate import shown
from brobygger.web.page import PageRequest, page


@page(may="events.view_dating_company", of=queries.dating_company_by_id)
def show_who_asks(request: PageRequest, company: Any) -> HttpResponse:
    """Of a request that waits or is agreed, while the evening is not over; of any other there is nothing to see."""
    asked = request.GET.get("request", "")
    own = queries.requests_of(of=company, at=now())
    rows = {str(one.request.pk): one for one in (*own.asked, *own.agreed)}
    found = rows.get(asked)
    # in the scope of the company: a candidate who withdrew is not among them
    student = None if found is None else queries.dating_student_by_id(found.request.student_id)
    if found is None or student is None or company.evening.event.ends_at <= now():
        return redirect("dating-company", pk=company.pk)
    with all_rows():  # whoever asks lets this company see it: for this evening, and not in any list
        profile = shown.anonymous(student.candidate, facts_of(student.candidate))
    context = {
        "company": company,
        "event": company.evening.event,
        "one": found,
        "may_change": request.user.has_perm("events.change_dating_company", company),
        "takes_requests": queries.takes_requests(company.evening, now()),
        **profile,
    }
    return render(request, "company/evening_asks.html", context)
