"""A candidate's page: the CV with its marks, the best opportunities, the step that opens most."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from brobygger.apps.advice.queries import own_tracks
from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching import queries as matching
from brobygger.apps.opportunities.queries import opportunity_by_id
from brobygger.apps.people import queries
from brobygger.apps.people.adapters import preferences_of
from brobygger.web import wording
from brobygger.web.ads import with_titles
from brobygger.web.candidate import shown
from brobygger.web.candidate.wishes.steps import missing_steps
from brobygger.web.company.applications.views import contact_rows
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import found_by_id

MOST_TO_DO = 3
MISSING = {
    "work": gettext_lazy("Say which kinds of opportunity you want."),
    "time": gettext_lazy("Say from when you are free."),
    "place": gettext_lazy("Say where you live, and how far you travel."),
    "permit": gettext_lazy("Say where you may work."),
}
STEPS = 6


@page(may="base.view_own_page")
def show_own_page(request: PageRequest) -> HttpResponse:
    """The home of a candidate. Before it: the CV, and the notice about ranking."""
    candidate = queries.candidate_of_user(request.user)
    if candidate is None or not hasattr(candidate, "document"):
        return redirect("my-cv")
    if queries.notice_seen_at(candidate) is None:
        return redirect("my-ranking")
    return _show(request, candidate)


@page(may="people.view_candidate", of=queries.candidate_by_id)
def show_candidate(request: HttpRequest, candidate: Any) -> HttpResponse:
    return _show(request, candidate)


def _show(request: HttpRequest, candidate: Any) -> HttpResponse:
    """Whole for the person and those who run the programme; anonymous for a company."""
    is_whole = request.user.has_perm("people.view_identity", candidate)
    facts = queries.facts_of(candidate)
    context: dict[str, Any] = {
        "candidate": candidate,
        "name": queries.name_of(candidate) if is_whole else "",
        "contact": [(label, value) for label, value in contact_rows(candidate)[1:] if value]
        if is_whole
        else [],
        "is_own": candidate.user_id == request.user.pk,
        "may_export": request.user.has_perm("people.export_candidate", candidate),
        **(_whole(candidate, facts) if is_whole else shown.anonymous(candidate, facts)),
        "may_change": request.user.has_perm("people.change_candidate", candidate),
        "opportunity_page": "",
    }
    if context["is_own"]:
        context["to_do"] = _to_do(candidate, facts)
    if request.user.has_perm("matching.view_best_opportunities", candidate):
        context |= _opportunities(candidate)
    context |= _pair(request, candidate, found_by_id(opportunity_by_id, request.GET.get("for")))
    return render(request, "candidate/candidate.html", context)


def _whole(candidate: Any, facts: list[Any]) -> dict[str, Any]:
    text = queries.marked_cv(candidate, facts) if hasattr(candidate, "document") else ()
    return {
        "pieces": list(wording.pieces(text)),
        "legend": wording.LEGEND,
        "understood": wording.facts_by_kind([one for one in facts if one.counts]),
    }


def _to_do(candidate: Any, facts: list[Any]) -> list[dict[str, Any]]:
    """What a candidate does next, the most useful first: (title, why, address) of at most three."""
    found: list[tuple[str | Promise, str, str]] = []
    unsure = sum(1 for one in queries.profile_facts(candidate, facts) if one.is_unsure)
    if unsure:
        title = ngettext("Answer %(count)d question", "Answer %(count)d questions", unsure) % {
            "count": unsure
        }
        found.append((title, _("We were not sure that we read this right."), reverse("my-profile")))
    found += [
        (step.title, str(MISSING[step.key]), f"{reverse('my-wishes')}?step={step.key}")
        for step in missing_steps(preferences_of(candidate))
    ]
    if not candidate.is_matched:
        found.insert(0, (_("You are not matched"), _("Say yes to see what fits you."), reverse("my-ranking")))
    if not candidate.is_visible_to_companies and not candidate.showings.exists():
        found.append(
            (_("Let companies find you"), _("They see no name. You choose which."), reverse("my-privacy"))
        )
    next_steps = [(one.next_step, one.track) for one in own_tracks(candidate) if one.next_step]
    found += [(step.title, track.name, reverse("my-track")) for step, track in next_steps[:1]]
    return [{"title": title, "why": why, "href": href} for title, why, href in found[:MOST_TO_DO]]


def _opportunities(candidate: Any) -> dict[str, Any]:
    ranking = matching.rank_opportunities(candidate, language=wording.reader_language(), top=matching.BEST)
    steps = [
        {
            "label": wording.step_label(effect.step.key, taxonomy()),
            "opened": len(effect.opened),
            "risen": len(effect.risen),
            "reach": effect.reach,
        }
        for effect in matching.steps_of(candidate, most=STEPS)
    ]
    titles = with_titles(row.opportunity for row in ranking.rows)
    rows = [
        {
            "row": row,
            "shown": shown,
            "chips": wording.chips(row.explanation.chips()),
            "parts": wording.part_rows(row.parts),
        }
        for row, (_opportunity, shown) in zip(ranking.rows, titles, strict=True)
    ]
    return {
        "ranking": ranking,
        "rows": rows,
        "steps": steps,
        "steps_as_of": wording.day(matching.steps_as_of()),
    }


def _pair(request: HttpRequest, candidate: Any, opportunity: Any) -> dict[str, Any]:
    """Why this candidate fits one opportunity or not, for a visitor who may see its ranking."""
    if opportunity is None or not request.user.has_perm("matching.view_ranking", opportunity):
        return {}
    back = reverse("opportunity", args=[opportunity.pk])
    return shown.fit(candidate, opportunity) | {"opportunity_page": back}
