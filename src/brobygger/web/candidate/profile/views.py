"""A candidate's page: the CV with its marks, the best opportunities, the step that opens most."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from brobygger.apps.classifications.queries import marks_of, taxonomy
from brobygger.apps.matching import queries as matching
from brobygger.apps.opportunities.queries import opportunity_by_id
from brobygger.apps.people import queries
from brobygger.core.matching import Side
from brobygger.web import wording
from brobygger.web.page import page

SHOWN = 10
STEPS = 6


@page(may="base.view_own_page")
def show_own_page(request: HttpRequest) -> HttpResponse:
    candidate = queries.candidate_of_user(request.user)
    if candidate is None:
        raise Http404
    return _show(request, candidate)


@page(may="people.view_candidate", of=queries.candidate_by_id)
def show_candidate(request: HttpRequest, candidate: Any) -> HttpResponse:
    return _show(request, candidate)


def _show(request: HttpRequest, candidate: Any) -> HttpResponse:
    """Whole for the person and those who run the programme; anonymous for a company."""
    is_whole = request.user.has_perm("people.view_identity", candidate)
    facts = queries.facts_of(candidate)
    text = queries.marked_cv(candidate, facts) if is_whole else queries.anonymous_cv(candidate, facts)
    marks = [mark for mark in marks_of(facts) if is_whole or mark.kind in queries.OPEN_KINDS]
    context: dict[str, Any] = {
        "candidate": candidate,
        "name": queries.name_of(candidate) if is_whole else "",
        "is_own": candidate.user_id == request.user.pk,
        "may_export": request.user.has_perm("people.export_candidate", candidate),
        "pieces": list(wording.pieces(text)),
        "legend": wording.LEGEND,
        "understood": wording.facts_by_kind(marks),
    }
    if request.user.has_perm("matching.view_best_opportunities", candidate):
        context |= _opportunities(candidate)
    asked = request.GET.get("for", "")
    if asked.isdecimal():
        context |= _pair(request, candidate, int(asked))
    return render(request, "candidate/candidate.html", context)


def _opportunities(candidate: Any) -> dict[str, Any]:
    ranking = matching.rank_opportunities(candidate, language=wording.reader_language(), top=SHOWN)
    steps = [
        {
            "label": wording.step_label(effect.step.key, taxonomy()),
            "opened": len(effect.opened),
            "risen": len(effect.risen),
            "reach": effect.reach,
        }
        for effect in matching.steps_of(candidate, most=STEPS)
    ]
    rows = [
        {"row": row, "chips": wording.chips(row.explanation.chips()), "parts": wording.part_rows(row.parts)}
        for row in ranking.rows
    ]
    return {
        "ranking": ranking,
        "rows": rows,
        "steps": steps,
        "steps_as_of": wording.day(matching.steps_as_of()),
    }


def _pair(request: HttpRequest, candidate: Any, opportunity_id: int) -> dict[str, Any]:
    """Why this candidate fits one opportunity or not, for a visitor who may see its ranking."""
    opportunity = opportunity_by_id(opportunity_id)
    if opportunity is None or not request.user.has_perm("matching.view_ranking", opportunity):
        return {}
    explanation = matching.explain_pair(
        candidate, opportunity, language=wording.reader_language(), side=Side.COMPANY
    )
    return {"opportunity": opportunity, "explanation": explanation}
