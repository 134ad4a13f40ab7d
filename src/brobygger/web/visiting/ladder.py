"""How far companies have come: levels with evidence and time, what they know, and the ladder itself."""

from __future__ import annotations

import tomllib
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.enums import Awareness
from brobygger.apps.programmes.queries import programme_by_id, programmes_run_by
from brobygger.data.outreach import Level, first_tasks, in_language
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.paging import BoundedPaginator
from brobygger.web.sent import day_of, whole_number
from brobygger.web.visiting.tabs import tabs

PER_PAGE = 30


@page(may="outreach.view_ladder")
def show_ladder(request: PageRequest) -> HttpResponse:
    run = list(programmes_run_by(request.user))
    asked = request.GET.get("programme", "")
    programme = next((one for one in run if str(one.pk) == asked), queries.furthest_programme(run))
    language, today = wording.reader_language(), localdate()
    context: dict[str, Any] = {"tabs": tabs(request, "ladder"), "programmes": run, "programme": programme}
    if programme is not None:
        level = request.GET.get("level", "")
        found = queries.cooperations_of(
            programme, level=level, start_ups=request.GET.get("start_ups") == "yes"
        )
        rows = BoundedPaginator(found, PER_PAGE).get_page(request.GET.get("page"))
        counts = queries.counts_by_level(programme)
        names = {one.code: in_language(one.label, language) for one, _ in counts}
        query = request.GET.copy()
        query.pop("page", None)
        context |= {
            "rows": rows,
            "shown": [
                (one, names.get(one.level, ""), (today - one.level_since).days if one.level_since else None)
                for one in rows
            ],
            "counts": [(names[one.code], count) for one, count in counts],
            "levels": [
                {
                    "label": names[one.code],
                    "evidence": in_language(one.evidence, language),
                    "parts": in_language(one.parts, language),
                    "hours": one.hours,
                }
                for one, _ in counts
            ],
            "awareness": queries.counts_by_awareness(programme),
            "choices": list(names.items()),
            "level": level,
            "start_ups": request.GET.get("start_ups", ""),
            "query": query.urlencode(),
            "may_settle": request.user.has_perm("outreach.settle_plan", programme),
        }
    return render(request, "visiting/ladder.html", context)


@page(may="outreach.settle_plan", of=programme_by_id)
def show_plan(request: PageRequest, programme: Any) -> HttpResponse:
    plan = queries.plan_for(programme)
    target = str(plan.visit_target or "") if plan else ""
    text = ladder_text(queries.levels_of(programme)) if plan and plan.levels else ""
    return _plan(request, programme, target, text)


@page(may="outreach.settle_plan", of=programme_by_id, writes=True)
def settle_plan(request: PageRequest, programme: Any) -> HttpResponse:
    target, text = request.POST.get("visit_target", "").strip(), request.POST.get("levels", "")
    try:
        stored = [{"code": code, **one} for code, one in tomllib.loads(text).items()]
    except (tomllib.TOMLDecodeError, TypeError) as error:
        return _plan(
            request, programme, target, text, _("The ladder cannot be read: %(why)s") % {"why": error}, 422
        )
    visits = whole_number(target, most=999_999)
    if target and visits is None:
        return _plan(request, programme, target, text, _("Write a number of visits, or nothing."), 422)
    try:
        actions.settle_plan(
            programme=programme,
            levels=stored,
            visit_target=visits,
            by=request.user,
            at=now(),
        )
    except ValidationError as error:
        return _plan(request, programme, target, text, " ".join(error.messages), 422)
    messages.success(request, _("Saved."))
    return redirect("ladder")


def ladder_text(levels: tuple[Level, ...]) -> str:
    """A ladder as TOML, as `data.outreach` reads it."""
    lines = []
    for one in levels:
        lines.append(f"[{one.code}]\nhours = {one.hours}")
        for name, words in (("label", one.label), ("evidence", one.evidence), ("parts", one.parts)):
            said = ", ".join(f"{code} = {_quoted(text)}" for code, text in words.items())
            lines.append(f"{name} = {{ {said} }}")
        lines.append("")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    plain = " ".join(text.split()).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{plain}"'


def _plan(
    request: PageRequest, programme: Any, target: str, text: str, error: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "tabs": tabs(request, "ladder"),
        "programme": programme,
        "target": target,
        "text": text,
        "usual": ladder_text(queries.levels_of(programme)),
        "error": error,
    }
    return render(request, "visiting/plan.html", context, status=status)


@page(may="outreach.change_cooperation", of=queries.cooperation_for)
def show_company(request: PageRequest, cooperation: Any) -> HttpResponse:
    return _company(request, cooperation)


def _company(request: PageRequest, cooperation: Any, error: str = "", status: int = 200) -> HttpResponse:
    language, today = wording.reader_language(), localdate()
    levels = queries.levels_of(cooperation.programme)
    names = {one.code: in_language(one.label, language) for one in levels}
    context = {
        "tabs": tabs(request, "ladder"),
        "cooperation": cooperation,
        "organisation": cooperation.organisation,
        "programme": cooperation.programme,
        "level": names.get(cooperation.level, ""),
        "stays": [
            (names.get(one.entry.level, one.entry.level), one)
            for one in queries.stays_of(cooperation, today=today)
        ],
        "levels": list(names.items()),
        "awareness": Awareness.choices,
        "material": list(queries.material_of(cooperation)),
        "today": today.isoformat(),
        "error": error,
        "may_write": request.user.has_perm("opportunities.add_opportunity", cooperation.organisation),
    }
    return render(request, "visiting/ladder_company.html", context, status=status)


def _done(request: PageRequest, cooperation: Any, act: Any) -> HttpResponse:
    """Do something with a company, or say why not."""
    try:
        act(
            programme=cooperation.programme,
            organisation=cooperation.organisation,
            by=request.user,
            at=now(),
        )
    except ValidationError as error:
        return _company(request, cooperation, " ".join(error.messages), 422)
    messages.success(request, _("Saved."))
    return redirect("ladder-company", pk=cooperation.programme_id, organisation=cooperation.organisation_id)


@page(may="outreach.change_cooperation", of=queries.cooperation_for, writes=True)
def note_level(request: PageRequest, cooperation: Any) -> HttpResponse:
    said = request.POST
    return _done(
        request,
        cooperation,
        lambda **who: actions.note_level(
            level=said.get("level", ""),
            since=day_of(said.get("since", "")) or localdate(),
            evidence=said.get("evidence", ""),
            **who,
        ),
    )


@page(may="outreach.change_cooperation", of=queries.cooperation_for, writes=True)
def set_awareness(request: PageRequest, cooperation: Any) -> HttpResponse:
    asked = request.POST.get("awareness", "")
    if asked not in Awareness.values:
        return _company(request, cooperation, _("Choose what the company knows."), 422)
    return _done(request, cooperation, lambda **who: actions.set_awareness(awareness=Awareness(asked), **who))


@page(may="outreach.change_cooperation", of=queries.cooperation_for, writes=True)
def note_material(request: PageRequest, cooperation: Any) -> HttpResponse:
    said = request.POST
    day = day_of(said.get("sent_on", "")) or localdate()
    return _done(
        request,
        cooperation,
        lambda **who: actions.note_material(what=said.get("what", ""), sent_on=day, **who),
    )


@page(may="outreach.change_cooperation", of=queries.cooperation_for, writes=True)
def set_start_up(request: PageRequest, cooperation: Any) -> HttpResponse:
    said = request.POST
    return _done(
        request,
        cooperation,
        lambda **who: actions.set_start_up(
            is_start_up=said.get("is_start_up") == "yes",
            light_contract_date=day_of(said.get("light_contract_date", "")),
            excludes_equity=said.get("excludes_equity") == "yes",
            **who,
        ),
    )


@page(may="matching.preview_ad")
def list_first_tasks(request: PageRequest) -> HttpResponse:
    """Small tasks of low risk, each a button away from the form of an opportunity."""
    language = wording.reader_language()
    context = {
        "tasks": [
            {
                "code": one.code,
                "field": in_language(one.field, language),
                "title": in_language(one.title, language),
                "text": in_language(one.text, language),
                "hours": one.hours,
            }
            for one in first_tasks()
        ],
        "organisation": str(whole_number(request.GET.get("organisation")) or ""),
    }
    return render(request, "visiting/first_tasks.html", context)
