"""Why this place: one opportunity for one candidate, with its reasons and what would have changed them."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from brobygger.apps.classifications.queries import taxonomy
from brobygger.apps.matching import queries as matching
from brobygger.apps.opportunities.queries import opportunity_by_id
from brobygger.apps.people import queries
from brobygger.core.matching import Counterfactual, Tone
from brobygger.core.skills import Taxonomy
from brobygger.web import wording
from brobygger.web.ads import shown_ad
from brobygger.web.page import PageRequest, page
from brobygger.web.rules import rules_for_match

STOPS, GOOD, LESS = (Tone.STOP,), (Tone.GOOD, Tone.PARTIAL), (Tone.MISSING, Tone.UNKNOWN)


@page(may="opportunities.view_opportunity", of=opportunity_by_id)
def show_opportunity(request: PageRequest, opportunity: Any) -> HttpResponse:
    """For candidates; everybody else has another page of an opportunity."""
    if not request.user.has_perm("base.view_own_page"):
        return redirect("opportunity", pk=opportunity.pk)
    candidate = queries.candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-cv")
    if queries.notice_seen_at(candidate) is None:
        return redirect("my-ranking")
    view = matching.view_pair(candidate, opportunity, language=wording.reader_language())
    if view is None:
        return redirect("my-page")
    concepts = taxonomy()
    context = {
        "opportunity": opportunity,
        "ad": shown_ad(request, opportunity, reverse("opportunity", args=[opportunity.pk])),
        "may_apply": request.user.has_perm("opportunities.apply", opportunity),
        "view": view,
        "parts": wording.part_rows(view.parts, view.weights),
        "stops": view.explanation.of(*STOPS),
        "good": view.explanation.of(*GOOD),
        "less": view.explanation.of(*LESS),
        "changes": [_change(one, concepts) for one in view.changes],
        "rules": rules_for_match(candidate, opportunity, view),
    }
    return render(request, "candidate/why.html", context)


def _change(one: Counterfactual, concepts: Taxonomy) -> dict[str, Any]:
    """“Danish at B1” and what it would have done, in numbers that a new match gave."""
    labels = [wording.step_label(key, concepts) for key in one.keys]
    words = wording.words()
    if one.opens:
        effect = _("You would meet all conditions, with a score of %(score)s.")
    elif one.rank != one.rank_before:
        effect = _("Your place in the list would rise from %(before)d to %(after)d.")
    else:
        effect = _("Your score would rise from %(from)s to %(score)s.")
    return {
        "keys": one.keys,
        "label": words.joined(labels),
        "effect": effect
        % {
            "score": round(100 * one.score),
            "from": round(100 * one.score_before),
            "before": one.rank_before or 0,
            "after": one.rank or 0,
        },
        "opens": one.opens,
    }
