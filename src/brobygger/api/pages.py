"""The OpenAPI document, and a page that explains the API."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from brobygger.api import document
from brobygger.api.problems import KINDS
from brobygger.apps.base.enums import TokenScope


@require_safe
@cache_control(max_age=3600)
def show_document(request: HttpRequest) -> HttpResponse:
    return JsonResponse(document.openapi_document())


@require_safe
def show_api(request: HttpRequest) -> HttpResponse:
    """Made from the document; nothing on it comes from elsewhere."""
    context = {
        "sections": document.operations(),
        "schemas": document.schemas(),
        "scopes": list(TokenScope),
        "kinds": KINDS,
        "prefix": request.build_absolute_uri(document.PREFIX),
    }
    return render(request, "public/api.html", context)


for _page in (show_document, show_api):
    _page.may = None  # type: ignore[attr-defined] # everybody
