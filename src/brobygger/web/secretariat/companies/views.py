"""The companies of the programmes."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from brobygger.apps.organisations.queries import organisations
from brobygger.web import wording
from brobygger.web.page import page

PER_PAGE = 30


@page(may="organisations.view_organisations")
def list_companies(request: HttpRequest) -> HttpResponse:
    chosen = {name: request.GET.get(name, "").strip() for name in ("text", "country")}
    query = request.GET.copy()
    query.pop("page", None)
    words = wording.words()
    context = {
        "rows": Paginator(organisations(**chosen), PER_PAGE).get_page(request.GET.get("page")),
        "chosen": chosen,
        "countries": [(code, words.country(code)) for code in ("DK", "NO", "SE")],
        "query": query.urlencode(),
    }
    return render(request, "secretariat/companies.html", context)
