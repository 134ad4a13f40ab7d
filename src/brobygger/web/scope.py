"""Every request sees what its user may see, and nothing else."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from brobygger.apps.base.queries import Scope, in_scope
from brobygger.apps.programmes.queries import scope_of


class EnterScope:
    """
    Lets the queries of a request answer with what `request.user` may see.

    The user is asked for when a query needs it: by then a key of the programming interface may have said who it is.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        def scope() -> Scope:
            return scope_of(request.user)

        with in_scope(scope):
            return self.get_response(request)
