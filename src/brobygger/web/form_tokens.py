"""Forms prove that a page of ours sent them, without a cookie of their own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponseForbidden
from django.http.response import HttpResponseBase
from django.middleware.csrf import CSRF_SESSION_KEY, CsrfViewMiddleware

from brobygger.web.still_here import may_be_ours


class FormTokens(CsrfViewMiddleware):
    """
    Who is logged in sends the token of the session; of a visitor, the browser's word for where the form stands is taken.

    A token protects what a session lets one do. A visitor has none, and gets none for reading a page with a form: the
    token in such a page is kept nowhere. Every browser names the page's site with a form (`Origin`); one that is kept
    from it gets a session with a token after the first refusal.
    """

    def process_view(
        self,
        request: HttpRequest,
        callback: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponseForbidden | None:
        if not _needs_token(request) and may_be_ours(request):
            request.csrf_processing_done = True  # type: ignore[attr-defined]  # Django's decorators heed it
            return None
        refusal = super().process_view(request, callback, args, kwargs)
        is_silent = not request.headers.get("Origin") and not request.headers.get("Referer")
        if refusal is not None and is_silent and "CSRF_COOKIE" in request.META:
            request.session[CSRF_SESSION_KEY] = request.META["CSRF_COOKIE"]
        return refusal

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if request.META.get("CSRF_COOKIE_NEEDS_UPDATE") and not _needs_token(request):
            return response
        return super().process_response(request, response)


def _needs_token(request: HttpRequest) -> bool:
    return request.user.is_authenticated or CSRF_SESSION_KEY in request.session
