"""The candidates of the programmes."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render

from brobygger.apps.classifications.queries import area_choices, skills_of_words
from brobygger.apps.people.queries import candidate_list, home_countries
from brobygger.web import wording
from brobygger.web.page import PageRequest, page

PER_PAGE = 30
LONGEST_SKILL = 100


@page(may="people.view_candidates")
def list_candidates(request: PageRequest) -> HttpResponse:
    chosen = {
        name: request.GET.get(name, "").strip()
        for name in ("text", "language", "country", "area", "destination")
    }
    words = wording.words()
    said = request.GET.get("skill", "").strip()[:LONGEST_SKILL]
    skill = skills_of_words([said], language=wording.reader_language())[said] if said else None
    query = request.GET.copy()
    query.pop("page", None)
    found = candidate_list(request.user, **chosen, skill=skill.uri if skill else "")
    if said and skill is None:
        found = found.none()
    rows = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "rows": rows,
        "chosen": chosen,
        "languages": [(code, words.language_name(code)) for code in ("da", "nb", "sv", "en")],
        "skill": said,
        "skill_label": skill.label if skill else "",
        "homes": [(code, words.country(code)) for code in home_countries(request.user)],
        "countries": [(code, words.country(code)) for code in ("DK", "NO", "SE")],
        "areas": area_choices(),
        "query": query.urlencode(),
    }
    return render(request, "secretariat/candidates.html", context)
