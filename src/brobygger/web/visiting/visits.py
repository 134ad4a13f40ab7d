"""Visits: the list, one visit with the guide for the talk, and which language is really needed in numbers."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.opportunities.enums import LanguageLevel, LanguageTask
from brobygger.apps.organisations.queries import organisation_by_id, organisations
from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import NeedAnswer, VisitNotes
from brobygger.apps.outreach.enums import VisitState
from brobygger.apps.programmes.queries import programme_by_id, programmes_run_by
from brobygger.core.reading import Level
from brobygger.data.outreach import in_language, worries
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import day_of, found_by_id, whole_number
from brobygger.web.visiting.tabs import tabs

PER_PAGE = 30
MOST_FOUND = 20
NOT_NEEDED = "none"
LANGUAGES = {"DK": "da", "NO": "nb", "SE": "sv"}
CODES = ("da", "nb", "sv", "en", "de")
CHIPS = {VisitState.PLANNED: "waiting", VisitState.DONE: "match", VisitState.CANCELLED: "neutral"}


@page(may="outreach.view_visits")
def list_visits(request: PageRequest) -> HttpResponse:
    chosen = {name: request.GET.get(name, "").strip() for name in ("text", "state", "worry", "programme")}
    programme = whole_number(chosen["programme"])
    found = queries.visits(
        programme=programme, state=chosen["state"], text=chosen["text"], worry=chosen["worry"]
    )
    rows = BoundedPaginator(found, PER_PAGE).get_page(request.GET.get("page"))
    language = wording.reader_language()
    labels = {one.code: in_language(one.label, language) for one in worries()}
    query = request.GET.copy()
    query.pop("page", None)
    run = list(programmes_run_by(request.user))
    context = {
        "tabs": tabs(request, "visits"),
        "rows": rows,
        "shown": [
            {
                "visit": one,
                "state": VisitState(one.state).label,
                "chip": CHIPS[VisitState(one.state)],
                "worries": [labels.get(worry.code, worry.code) for worry in one.worries.all()],
            }
            for one in rows
        ],
        "chosen": chosen,
        "states": VisitState.choices,
        "worries": list(labels.items()),
        "programmes": run,
        "aims": _aims(run if programme is None else [one for one in run if one.pk == programme]),
        "years": queries.counts_by_year(programme),
        "query": query.urlencode(),
        "may_import": request.user.has_perm("outreach.import_companies"),
    }
    return render(request, "visiting/visits.html", context)


def _aims(programmes: list[Any]) -> list[tuple[str, int, int | None]]:
    """(programme, visits that were made, visits aimed at) of those that have an aim, or a single one."""
    figures = queries.visit_aims(programmes)
    return [
        (programme.name, *figures[programme.pk])
        for programme in programmes
        if figures[programme.pk][1] or len(programmes) == 1
    ]


@page(may="outreach.add_visit", of=programme_by_id)
def show_new_visit(request: PageRequest, programme: Any) -> HttpResponse:
    return _new(request, programme)


@page(may="outreach.add_visit", of=programme_by_id, writes=True)
def add_visit(request: PageRequest, programme: Any) -> HttpResponse:
    organisation = found_by_id(organisation_by_id, request.POST.get("organisation"))
    day = day_of(request.POST.get("day", ""))
    if organisation is None or day is None:
        return _new(request, programme, _("Choose a company and a day."), 422)
    try:
        visit = actions.add_visit(
            programme=programme,
            organisation=organisation,
            day=day,
            visitor=request.user,
            by=request.user,
            at=now(),
        )
    except ValidationError as error:
        return _new(request, programme, " ".join(error.messages), 422)
    return redirect("visit", pk=visit.pk)


def _new(request: PageRequest, programme: Any, error: str = "", status: int = 200) -> HttpResponse:
    text = request.GET.get("text", request.POST.get("text", "")).strip()
    context = {
        "tabs": tabs(request, "visits"),
        "programme": programme,
        "text": text,
        "found": list(organisations(text=text)[:MOST_FOUND]) if text else [],
        "today": localdate().isoformat(),
        "error": error,
    }
    return render(request, "visiting/visit_new.html", context, status=status)


@page(may="outreach.change_visit", of=queries.visit_by_id)
def show_visit(request: PageRequest, visit: Any) -> HttpResponse:
    return _visit(request, visit)


@page(may="outreach.change_visit", of=queries.visit_by_id, writes=True)
def write_visit(request: PageRequest, visit: Any) -> HttpResponse:
    said = request.POST
    step = said.get("next_step", "")
    notes = VisitNotes(
        is_done=said.get("is_done") == "yes",
        needs=said.get("needs", ""),
        worries=tuple(said.getlist("worry")),
        languages=(*_answers(request), *_others(visit, said.get("code", ""))),
        next_step=step,
        next_owner=request.user if step.strip() and said.get("owner") != "visitor" else visit.visitor,
        next_due=day_of(said.get("next_due", "")),
        contact_name=said.get("contact_name", ""),
        contact_email=said.get("contact_email", "").strip(),
        contact_phone=said.get("contact_phone", "").strip(),
    )
    try:
        actions.write_visit(visit=visit, notes=notes, by=request.user, at=now())
    except ValidationError as error:
        return _visit(request, visit, " ".join(error.messages), 422)
    messages.success(request, _("Saved."))
    return redirect("visit", pk=visit.pk)


@page(may="outreach.change_visit", of=queries.visit_by_id, writes=True)
def cancel_visit(request: PageRequest, visit: Any) -> HttpResponse:
    try:
        actions.cancel_visit(visit=visit, by=request.user, at=now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    else:
        messages.success(request, _("The visit is cancelled."))
    return redirect("visit", pk=visit.pk)


@page(may="outreach.change_visit", of=queries.visit_by_id, writes=True)
def finish_step(request: PageRequest, visit: Any) -> HttpResponse:
    actions.finish_step(visit=visit, by=request.user, at=now())
    messages.success(request, _("Done."))
    return redirect("visit", pk=visit.pk)


@page(may="outreach.view_visits")
def show_needs(request: PageRequest) -> HttpResponse:
    asked = request.GET.get("programme", "")
    programme = whole_number(asked)
    branches, tasks = queries.language_needs(programme)
    counts, at_all = queries.worry_counts(programme)
    language = wording.reader_language()
    talk = sum(count for worry, count in counts if worry.is_about_talk)
    context = {
        "tabs": tabs(request, "visit-needs"),
        "programmes": programmes_run_by(request.user),
        "programme": asked,
        "branches": branches,
        "tasks": tasks,
        "compared": sum(one.compared for one in branches),
        "lower": sum(one.lower for one in branches),
        "dropped": sum(one.dropped for one in branches),
        "worries": [(in_language(one.label, language), count) for one, count in counts if count],
        "visits": at_all,
        "talk": talk,
    }
    return render(request, "visiting/needs.html", context)


def _visit(request: PageRequest, visit: Any, error: str = "", status: int = 200) -> HttpResponse:
    language = wording.reader_language()
    typed = request.POST if request.method == "POST" else None
    there = {(one.code, one.task): one for one in visit.languages.all()}
    code = (
        typed.get("code", "da")
        if typed
        else next((key[0] for key in there), LANGUAGES.get(visit.organisation.country, "da"))
    )
    named = set(typed.getlist("worry")) if typed else {one.code for one in visit.worries.all()}
    contact = getattr(visit, "contact", None)
    words = wording.words()

    def kept(name: str, value: object) -> object:
        return typed.get(name, "") if typed else value

    context = {
        "visit": visit,
        "organisation": visit.organisation,
        "state": VisitState(visit.state).label,
        "chip": CHIPS[VisitState(visit.state)],
        "is_planned": visit.state == VisitState.PLANNED,
        "is_cancelled": visit.state == VisitState.CANCELLED,
        "is_done": kept("is_done", "yes" if visit.state == VisitState.DONE else "") == "yes",
        "needs": kept("needs", visit.needs),
        "next_step": kept("next_step", visit.next_step),
        "next_due": kept("next_due", visit.next_due.isoformat() if visit.next_due else ""),
        "contact": {
            name: kept(f"contact_{name}", getattr(contact, name, "")) for name in ("name", "email", "phone")
        },
        "code": code,
        "codes": [(one, words.language_name(one)) for one in CODES],
        "worries": [
            (one.code, in_language(one.label, language), in_language(one.answer, language), one.code in named)
            for one in worries()
        ],
        "tasks": [
            {
                "name": task.value,
                "label": task.label,
                "stated": kept(f"stated-{task}", _choice(there.get((code, task.value)), "stated")),
                "real": kept(f"real-{task}", _choice(there.get((code, task.value)), "real")),
            }
            for task in LanguageTask
        ],
        "levels": [("", _("not asked")), (NOT_NEEDED, _("not needed")), *LanguageLevel.choices],
        "evidence": queries.evidence_for(visit.organisation),
        "error": error,
        "no_phone": queries.reason_against_calling(contact) if contact else None,
        "ladder_address": reverse("ladder-company", args=[visit.programme_id, visit.organisation_id]),
    }
    return render(request, "visiting/visit.html", context, status=status)


def _choice(need: Any, side: str) -> str:
    """What a row says before or after the talk, as the form shows it."""
    if need is None or not getattr(need, f"is_{side}_said"):
        return ""
    level: str = getattr(need, f"{side}_level")
    return level or NOT_NEEDED


def _answers(request: HttpRequest) -> list[NeedAnswer]:
    code = request.POST.get("code", "")
    if code not in CODES:
        return []
    found = []
    for task in LanguageTask:
        stated, real = (request.POST.get(f"{side}-{task}", "") for side in ("stated", "real"))
        if stated or real:
            found.append(NeedAnswer(code, task, bool(stated), _level(stated), bool(real), _level(real)))
    return found


def _others(visit: Any, code: str) -> list[NeedAnswer]:
    """What was said of languages that the form does not show."""
    return [
        NeedAnswer(
            one.code,
            LanguageTask(one.task),
            one.is_stated_said,
            _level(one.stated_level),
            one.is_real_said,
            _level(one.real_level),
        )
        for one in visit.languages.all()
        if one.code != code
    ]


def _level(text: str) -> Level | None:
    return Level(text) if text in LanguageLevel.values else None
