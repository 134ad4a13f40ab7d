"""How a view says who may enter and whether it may write."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods

ANYONE = None
READS = ("SELECT", "SAVEPOINT", "RELEASE SAVEPOINT", "EXPLAIN", "WITH")
View = Callable[..., HttpResponse]


def page(*, may: str | None, writes: bool = False) -> Callable[[View], View]:
    """
    Mark a function as a page.

    Args:
        may: the permission a visitor needs, or `ANYONE`. A visitor who is not logged in is asked to.
        writes: a page that writes answers POST; every other page answers GET and cannot change the
            database, not even by accident.
    """

    def mark(view: View) -> View:
        @require_http_methods(["POST"] if writes else ["GET", "HEAD"])
        @wraps(view)
        def entrance(request: HttpRequest, **kwargs: Any) -> HttpResponse:
            if may is not ANYONE and not request.user.has_perm(may):
                if not request.user.is_authenticated:
                    return redirect_to_login(request.get_full_path())
                raise PermissionDenied
            if writes:
                return view(request, **kwargs)
            # the session's own writes happen in the middleware, outside this wrapper
            with connection.execute_wrapper(_only_reads):
                return view(request, **kwargs)

        entrance.may, entrance.writes = may, writes  # type: ignore[attr-defined]
        return entrance

    return mark


def _only_reads(
    execute: Callable[..., Any], sql: str, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    if not sql.lstrip().upper().startswith(READS):
        raise RuntimeError(f"A page that only reads tried to write: {sql[:80]}")
    return execute(sql, params, many, context)
