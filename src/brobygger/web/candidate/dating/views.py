"""A candidate's walk to an evening: which companies, what one needs, the own talks, yes or no after each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import StudentPlace
from brobygger.apps.events.enums import WishSide
from brobygger.apps.matching.queries import pair_scores
from brobygger.apps.people.queries import name_of
from brobygger.web.ads import titles_of
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
from brobygger.web.sent import found_by_id, whole_number


@page(may="events.change_dating_student", of=queries.dating_student_by_id)
def show_student(request: PageRequest, student: Any) -> HttpResponse:
    context = _evening(request, student) | requesting.requests_context(student)
    return show_evening(request, "candidate/evening.html", context, "dating-student-sync")


@page(may="events.change_dating_student", of=queries.dating_student_by_id)
def show_wishes(request: PageRequest, student: Any) -> HttpResponse:
    return _form(request, student)


@page(may="events.change_dating_student", of=queries.dating_student_by_id, writes=True)
def save_wishes(request: PageRequest, student: Any) -> HttpResponse:
    said = request.POST
    place = StudentPlace(
        first_round=whole_number(said.get("first_round"), most=9999),
        last_round=whole_number(said.get("last_round"), most=9999),
        most=whole_number(said.get("most"), most=9999),
        rests="rests" in said,
        needs_accessible_table="needs_accessible_table" in said,
        needs_interpreter="needs_interpreter" in said,
    )
    wishes = wishes_in(request)
    try:
        actions.place_student(
            evening=student.evening, candidate=student.candidate, place=place, by=request.user, at=now()
        )
        count = actions.say_student_wishes(student=student, wishes=wishes, by=request.user, at=now())
    except REFUSED as error:
        messages.error(request, str(error))
        return _form(request, student, status=422)
    messages.success(request, _("Saved: %(count)d wishes. Nobody but you sees them.") % {"count": count})
    return redirect("dating-student", pk=student.pk)


@page(may="events.change_dating_student", of=queries.dating_student_by_id)
def show_whom_to_ask(request: PageRequest, student: Any) -> HttpResponse:
    return _asking(request, student, {}, 200)


@page(may="events.change_dating_student", of=queries.dating_student_by_id, writes=True)
def ask_for_talk(request: PageRequest, student: Any) -> HttpResponse:
    return requesting.ask(
        request,
        student,
        found_by_id(queries.dating_company_by_id, request.POST.get("company")),
        WishSide.STUDENT,
        back="dating-student",
        form=lambda typed, status: _asking(request, student, typed, status),
    )


@page(may="events.change_dating_student", of=queries.dating_student_by_id, writes=True)
def answer_request(request: PageRequest, student: Any) -> HttpResponse:
    return requesting.answer(request, student, "dating-student")


@page(may="events.change_dating_student", of=queries.dating_student_by_id, writes=True)
def withdraw(request: PageRequest, student: Any) -> HttpResponse:
    def act() -> str:
        actions.withdraw_student(student=student, by=request.user, at=now())
        return _("You no longer take part. Thank you for saying so.")

    done(request, act, "dating-student", student.pk)
    return redirect("dating")


@page(may="events.change_dating_student", of=queries.dating_student_by_id, writes=True)
def say_after_talk(request: PageRequest, student: Any) -> HttpResponse:
    return answer_after_talk(request, student, WishSide.STUDENT, None, "dating-student")


@page(may="events.change_dating_student", of=queries.dating_student_by_id, writes=True)
def sync(request: PageRequest, student: Any) -> HttpResponse:
    return take_taps(request, student, lambda: _evening(request, student))


def _evening(request: PageRequest, student: Any) -> dict[str, Any]:
    return evening_context(student, request) | {
        "student": student,
        "is_company": False,
        "may_change": True,
        "needs_name": not name_of(student.candidate),
        "waiting": queries.waiting_for_name(student),
    }


def _form(request: PageRequest, student: Any, status: int = 200) -> HttpResponse:
    wishes, typed = queries.own_wishes(of=student), wishes_in(request)
    companies, titles = _companies(student)
    rows = [
        {
            **row,
            **choice(wishes, row["company"].pk),
            **({"value": str(typed[row["company"].pk])} if row["company"].pk in typed else {}),
        }
        for row in companies
    ]
    context = {
        "student": student,
        "evening": student.evening,
        "rows": rows,
        "titles": titles,
        "strengths": STRENGTHS,
        "slots": queries.slots_of(student.evening, ()),
        "takes_wishes": student.is_walk_in or student.evening.takes_wishes(now()),
        "is_shown": student.candidate.is_visible_to_companies,
    }
    return render(request, "candidate/evening_wishes.html", context, status=status)


def _asking(request: PageRequest, student: Any, typed: Mapping[int, str], status: int) -> HttpResponse:
    companies, titles = _companies(student)
    context = {
        "student": student,
        "evening": student.evening,
        "is_company": False,
        "rows": requesting.rows_to_ask(student, companies, "company", typed),
        "titles": titles,
        "takes_requests": queries.takes_requests(student.evening, now()),
        "most_waiting": queries.most_waiting(student),
    }
    return render(request, "company/evening_ask.html", context, status=status)


def _companies(student: Any) -> tuple[list[dict[str, Any]], Any]:
    """The companies that take part, those whose opportunities fit first, and the titles of what they bring."""
    companies = queries.companies_at(student.evening)
    of_opportunity = {
        opportunity.pk: company.pk for company in companies for opportunity in company.opportunities.all()
    }
    best: dict[int, int] = {}
    for (opportunity, _candidate), percent in pair_scores(of_opportunity, [student.candidate_id]).items():
        company = of_opportunity[opportunity]
        best[company] = max(best.get(company, 0), percent)
    rows: list[dict[str, Any]] = [
        {
            "company": one,
            "brings": [opportunity for opportunity in one.opportunities.all() if opportunity.state == "open"],
            "percent": best.get(one.pk),
        }
        for one in companies
    ]
    rows.sort(key=lambda row: (row["percent"] is None, -(row["percent"] or 0)))
    return rows, titles_of(opportunity for one in companies for opportunity in one.opportunities.all())
