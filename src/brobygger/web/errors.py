"""Pages for what went wrong, in the reader's language and with a way back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/429.html", status=429)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request: what surrounds a page asks the database and the session, and either may be broken."""
    return HttpResponse(get_template("errors/500.html").render(), status=500)
