"""Pages for what went wrong, in the reader's language and with a way back."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from brobygger.apps.base.queries import can_ever
from brobygger.web.still_here import still_here


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def form_token_refused(request: HttpRequest, reason: str = "") -> HttpResponse:
    """
    A form came with the token of another session, as after logging out and in in a second tab, or with none.

    Args:
        reason: Django's, in English; it is logged.
    """
    view = request.resolver_match.func if request.resolver_match else None
    may: str | None = getattr(view, "may", None)
    is_refused = may is not None and not can_ever(may, request.user)
    return still_here(request, must_log_in=is_refused and not request.user.is_authenticated)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return render(request, "errors/429.html", status=429)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request: what surrounds a page asks the database and the session, and either may be broken."""
    return HttpResponse(get_template("errors/500.html").render(), status=500)
