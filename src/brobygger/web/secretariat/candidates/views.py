"""The candidates of the programmes."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from brobygger.apps.classifications.queries import area_choices
from brobygger.apps.people.queries import candidate_list
from brobygger.web import wording
from brobygger.web.page import PageRequest, page

PER_PAGE = 30


@page(may="people.view_candidates")
def list_candidates(request: PageRequest) -> HttpResponse:
    chosen = {
        name: request.GET.get(name, "").strip()
        for name in ("text", "language", "country", "area", "destination")
    }
    words = wording.words()
    query = request.GET.copy()
    query.pop("page", None)
    rows = Paginator(candidate_list(request.user, **chosen), PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": rows,
        "chosen": chosen,
        "languages": [(code, words.language_name(code)) for code in ("da", "nb", "sv", "en")],
        "countries": [(code, words.country(code)) for code in ("DK", "NO", "SE")],
        "areas": area_choices(),
        "query": query.urlencode(),
    }
    return render(request, "secretariat/candidates.html", context)
