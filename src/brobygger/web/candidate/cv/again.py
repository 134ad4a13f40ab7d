"""“Read my CV again”: what the reader has learned since, shown before it is kept."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.classifications import queries as classifications
from brobygger.apps.people import actions, queries
from brobygger.core.skills import Taxonomy
from brobygger.web import wording
from brobygger.web.candidate.facts.views import value_in_words
from brobygger.web.page import PageRequest, page


@page(may="base.view_own_page")
def show_again(request: PageRequest) -> HttpResponse:
    return _preview(request, _candidate(request))


@page(may="base.view_own_page", writes=True)
def read_again(request: PageRequest) -> HttpResponse:
    """Keep what was shown; if somebody changed the profile meanwhile, show it anew."""
    candidate = _candidate(request)
    try:
        actions.read_candidate_again(
            candidate=candidate, seen=request.POST.get("seen", ""), by=request.user, at=now()
        )
    except actions.ChangedMeanwhile as error:
        messages.error(request, str(error))
        return _preview(request, candidate, status=409)
    messages.success(request, _("Your CV has been read again."))
    return redirect("my-profile")


def _candidate(request: PageRequest) -> Any:
    """
    The visitor's own record, with a CV to read.

    Raises:
        Http404: there is none.
    """
    candidate = queries.candidate_of_user(request.user)
    document = getattr(candidate, "document", None)
    if document is None or not document.text:
        raise Http404
    return candidate


def _preview(request: PageRequest, candidate: Any, status: int = 200) -> HttpResponse:
    found, concepts = queries.rereading(candidate), classifications.taxonomy()
    context = {
        "found": found,
        "added": [_row(one, concepts) for one in found.added],
        "changed": [(_row(before, concepts), _row(after, concepts)) for before, after in found.changed],
        "gone": [_row(one, concepts) for one in found.gone],
    }
    return render(request, "candidate/cv_again.html", context, status=status)


def _row(one: Any, concepts: Taxonomy) -> dict[str, Any]:
    """A thing as the profile calls it, with its words in the CV."""
    kind = one.fact.kind
    return {
        "name": wording.FACT_NAMES[kind],
        "value": wording.capital(value_in_words(kind, one.fact.value, concepts)),
        "quote": one.quote,
        "is_unsure": one.is_unsure,
    }
