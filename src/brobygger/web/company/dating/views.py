"""A company's walk to an evening: join, say what it brings and whom it would like to meet, its talks, its answers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.base.enums import Role
from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import WishSide
from brobygger.apps.matching.queries import pair_scores
from brobygger.apps.organisations.queries import organisation_by_id
from brobygger.apps.people.queries import candidate_of_user
from brobygger.web.ads import with_titles
from brobygger.web.company.dating.taps import answer_after_talk, show_evening, take_taps
from brobygger.web.company.dating.wishing import (
    REFUSED,
    STRENGTHS,
    choice,
    done,
    evening_context,
    wishes_in,
)
from brobygger.web.page import PageRequest, page


@page(may="events.view_own_evenings")
def list_evenings(request: PageRequest) -> HttpResponse:
    """Of a company's user or a candidate: those to come, and those that one took part in."""
    rows = queries.own_evenings(request.user, at=now())
    return render(
        request, "company/evenings.html", {"rows": rows, "is_company": request.user.role == Role.COMPANY}
    )


@page(may="events.join_evening", of=queries.evening_by_id, writes=True)
def join_evening(request: PageRequest, evening: Any) -> HttpResponse:
    """Take part: as a candidate, or for a company that the user writes for."""
    try:
        if request.user.role == Role.CANDIDATE:
            candidate = candidate_of_user(request.user)
            if candidate is None:
                messages.error(request, _("Begin with your CV: companies cannot find you without one."))
                return redirect("my-cv")
            student = actions.place_student(evening=evening, candidate=candidate, by=request.user, at=now())
            return redirect("dating-student-wishes", pk=student.pk)
        asked = request.POST.get("organisation", "")
        organisation = organisation_by_id(int(asked)) if asked.isdecimal() else None
        if organisation is None:
            messages.error(request, _("Choose the company that takes part."))
            return redirect("dating")
        company = actions.place_company(evening=evening, organisation=organisation, by=request.user, at=now())
    except REFUSED as error:
        messages.error(request, str(error))
        return redirect("dating")
    return redirect("dating-company-wishes", pk=company.pk)


@page(may="events.view_dating_company", of=queries.dating_company_by_id)
def show_company(request: PageRequest, company: Any) -> HttpResponse:
    return show_evening(request, "company/evening.html", _evening(request, company), "dating-company-sync")


@page(may="events.change_dating_company", of=queries.dating_company_by_id)
def show_wishes(request: PageRequest, company: Any) -> HttpResponse:
    return _form(request, company)


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def save_wishes(request: PageRequest, company: Any) -> HttpResponse:
    asked = {int(one) for one in request.POST.getlist("opportunity") if one.isdecimal()}
    brought = [one for one in queries.open_opportunities_of(company.organisation) if one.pk in asked]
    wishes = wishes_in(request)
    try:
        actions.bring_opportunities(company=company, opportunities=brought, by=request.user, at=now())
        if request.POST.get("part") == "opportunities":  # what is brought decides who is listed, and how
            messages.success(request, _("Saved. Those who fit what you bring stand first."))
            return redirect("dating-company-wishes", pk=company.pk)
        count = actions.say_company_wishes(company=company, wishes=wishes, by=request.user, at=now())
    except REFUSED as error:
        messages.error(request, str(error))
        return _form(request, company, status=422)
    messages.success(request, _("Saved: %(count)d wishes. Nobody but you sees them.") % {"count": count})
    return redirect("dating-company", pk=company.pk)


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def withdraw(request: PageRequest, company: Any) -> HttpResponse:
    def act() -> str:
        actions.withdraw_company(company=company, by=request.user, at=now())
        return _(
            "You no longer take part. The organiser sees it, and finds other talks for those you would meet."
        )

    done(request, act, "dating-company", company.pk)
    return redirect("dating")


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def say_after_talk(request: PageRequest, company: Any) -> HttpResponse:
    asked = request.POST.get("opportunity", "")
    opportunity = company.opportunities.filter(pk=int(asked)).first() if asked.isdecimal() else None
    return answer_after_talk(request, company, WishSide.COMPANY, opportunity, "dating-company")


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def sync(request: PageRequest, company: Any) -> HttpResponse:
    return take_taps(request, company, lambda: _evening(request, company))


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def answer_lead(request: PageRequest, company: Any) -> HttpResponse:
    asked = request.POST.get("lead", "")
    lead = queries.lead_by_id(int(asked)) if asked.isdecimal() else None
    if lead is None or lead.company_id != company.pk:
        messages.error(request, _("This talk is no longer in the timetable. Look at the list again."))
        return redirect("dating-company", pk=company.pk)

    def act() -> str:
        actions.answer_lead(lead=lead, by=request.user, at=now())
        return _("Thank you: your promise is kept.")

    return done(request, act, "dating-company", company.pk)


def _evening(request: PageRequest, company: Any) -> dict[str, Any]:
    return evening_context(company, request) | {
        "company": company,
        "is_company": True,
        "needs_name": False,
        "waiting": (),
        "brought": with_titles(company.opportunities.order_by("title", "pk")),
        "may_change": request.user.has_perm("events.change_dating_company", company),
        "today": localdate(),
    }


def _form(request: PageRequest, company: Any, status: int = 200) -> HttpResponse:
    """The candidates who take part and show themselves, those who fit what the company brings first."""
    students = queries.students_at(company.evening)
    brought = list(company.opportunities.all())
    scores: dict[int, tuple[int, Any]] = {}
    found = pair_scores([one.pk for one in brought], [one.candidate_id for one in students])
    by_pk = {one.pk: one for one in brought}
    for (opportunity, candidate), percent in found.items():
        scores[candidate] = max(
            scores.get(candidate, (0, None)), (percent, by_pk[opportunity]), key=lambda one: one[0]
        )
    wishes = queries.own_wishes(of=company)
    typed = wishes_in(request)
    rows = [
        {
            "student": one,
            "percent": scores.get(one.candidate_id, (None, None))[0],
            "opportunity": scores.get(one.candidate_id, (None, None))[1],
            **choice(wishes, one.pk),
            **({"value": str(typed[one.pk])} if one.pk in typed else {}),
        }
        for one in students
    ]
    rows.sort(key=lambda row: (row["percent"] is None, -(row["percent"] or 0)))
    offers = with_titles(queries.open_opportunities_of(company.organisation))
    context = {
        "company": company,
        "evening": company.evening,
        "rows": rows,
        "strengths": STRENGTHS,
        "offers": [(one, shown, one.pk in by_pk) for one, shown in offers],
        "takes_wishes": company.evening.takes_wishes(now()),
    }
    return render(request, "company/evening_wishes.html", context, status=status)
