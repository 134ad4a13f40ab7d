"""A company's walk to an evening: join, say what it brings and whom it would like to meet, its talks, its answers."""

from __future__ import annotations

from collections.abc import Mapping
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
from brobygger.apps.people.queries import candidate_of_user, shown_among
from brobygger.web.ads import with_titles
from brobygger.web.company.dating import requesting
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
from brobygger.web.sent import found_by_id, whole_number, whole_numbers


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
        organisation = found_by_id(organisation_by_id, request.POST.get("organisation"))
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
    context = _evening(request, company) | requesting.requests_context(company)
    return show_evening(request, "company/evening.html", context, "dating-company-sync")


@page(may="events.change_dating_company", of=queries.dating_company_by_id)
def show_wishes(request: PageRequest, company: Any) -> HttpResponse:
    return _form(request, company)


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def save_wishes(request: PageRequest, company: Any) -> HttpResponse:
    asked = whole_numbers(request.POST.getlist("opportunity"))
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


@page(may="events.change_dating_company", of=queries.dating_company_by_id)
def show_whom_to_ask(request: PageRequest, company: Any) -> HttpResponse:
    return _asking(request, company, {}, 200)


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def ask_for_talk(request: PageRequest, company: Any) -> HttpResponse:
    return requesting.ask(
        request,
        company,
        found_by_id(queries.dating_student_by_id, request.POST.get("student")),
        WishSide.COMPANY,
        back="dating-company",
        form=lambda typed, status: _asking(request, company, typed, status),
    )


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def answer_request(request: PageRequest, company: Any) -> HttpResponse:
    return requesting.answer(request, company, "dating-company")


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
    asked = whole_number(request.POST.get("opportunity")) or 0
    opportunity = company.opportunities.filter(pk=asked).first()
    return answer_after_talk(request, company, WishSide.COMPANY, opportunity, "dating-company")


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def sync(request: PageRequest, company: Any) -> HttpResponse:
    return take_taps(request, company, lambda: _evening(request, company))


@page(may="events.change_dating_company", of=queries.dating_company_by_id, writes=True)
def answer_lead(request: PageRequest, company: Any) -> HttpResponse:
    lead = found_by_id(queries.lead_by_id, request.POST.get("lead"))
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
    wishes, typed = queries.own_wishes(of=company), wishes_in(request)
    brought = set(company.opportunities.values_list("pk", flat=True))
    rows = [
        {
            **row,
            **choice(wishes, row["student"].pk),
            **({"value": str(typed[row["student"].pk])} if row["student"].pk in typed else {}),
        }
        for row in _students(company)
    ]
    offers = with_titles(queries.open_opportunities_of(company.organisation))
    context = {
        "company": company,
        "evening": company.evening,
        "rows": rows,
        "strengths": STRENGTHS,
        "offers": [(one, shown, one.pk in brought) for one, shown in offers],
        "takes_wishes": company.evening.takes_wishes(now()),
    }
    return render(request, "company/evening_wishes.html", context, status=status)


def _asking(request: PageRequest, company: Any, typed: Mapping[int, str], status: int) -> HttpResponse:
    context = {
        "company": company,
        "evening": company.evening,
        "is_company": True,
        "rows": requesting.rows_to_ask(company, _students(company), "student", typed),
        "takes_requests": queries.takes_requests(company.evening, now()),
        "most_waiting": queries.most_waiting(company),
    }
    return render(request, "company/evening_ask.html", context, status=status)


def _students(company: Any) -> list[dict[str, Any]]:
    """The candidates who take part and are shown to the company, those who fit what it brings first."""
    students = queries.students_at(company.evening)
    with_page = shown_among([one.candidate_id for one in students])
    brought = list(company.opportunities.all())
    scores: dict[int, tuple[int, Any]] = {}
    found = pair_scores([one.pk for one in brought], [one.candidate_id for one in students])
    by_pk = {one.pk: one for one in brought}
    for (opportunity, candidate), percent in found.items():
        scores[candidate] = max(
            scores.get(candidate, (0, None)), (percent, by_pk[opportunity]), key=lambda one: one[0]
        )
    rows: list[dict[str, Any]] = [
        {
            "student": one,
            "has_page": one.candidate_id in with_page,
            "percent": scores.get(one.candidate_id, (None, None))[0],
            "opportunity": scores.get(one.candidate_id, (None, None))[1],
        }
        for one in students
    ]
    rows.sort(key=lambda row: (row["percent"] is None, -(row["percent"] or 0)))
    return rows
