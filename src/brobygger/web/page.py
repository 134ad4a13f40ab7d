"""How a view says who may enter and whether it may write."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_http_methods
from django_htmx.http import HttpResponseClientRedirect
from django_htmx.middleware import HtmxDetails

from brobygger.apps.base.queries import can_ever, reading_only
from brobygger.web.lengths import refusal_of_long_texts
from brobygger.web.still_here import still_here

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

ANYONE = None
View = Callable[..., HttpResponse]


class PageRequest(HttpRequest):
    """A request as a page with a permission gets it: whose it is was asked before, and `htmx` says which part asks."""

    user: User
    htmx: HtmxDetails


def page(
    *, may: str | None, of: Callable[..., object] | None = None, writes: bool = False
) -> Callable[[View], View]:
    """
    Mark a function as a page.

    Args:
        may: the permission a visitor needs, or `ANYONE`. A visitor who is not logged in is asked to.
        of: finds the thing that the permission is about. It is called with the arguments of the address
            (`queries.opportunity(pk=…)`), the view gets what it returns in their place, and what it does
            not find (None, or `ObjectDoesNotExist`) is a page that does not exist. What lies outside of the
            visitor's scope is not found.
        writes: a page that writes answers POST; every other page answers GET and cannot change the
            database, not even by accident.
    """

    def mark(view: View) -> View:
        @require_http_methods(["POST", "GET", "HEAD"] if writes else ["GET", "HEAD"])
        @wraps(view)
        def entrance(request: HttpRequest, **address: Any) -> HttpResponse:
            if writes and request.method != "POST":
                return takes_forms_only(request)
            if may is not ANYONE and not can_ever(may, request.user):
                return refusal(request)
            things = () if of is None else (_found(of, address),)
            if may is not ANYONE and not request.user.has_perm(may, *things):
                return refusal(request)
            rest = address if of is None else {}
            if writes:
                return refusal_of_long_texts(request) or view(request, *things, **rest)
            # the session's own writes happen in the middleware, outside this wrapper
            with reading_only():
                return view(request, *things, **rest)

        entrance.may, entrance.writes = may, writes  # type: ignore[attr-defined]
        return entrance

    return mark


def _found(of: Callable[..., object], address: dict[str, Any]) -> object:
    try:
        found = of(**address)
    except ObjectDoesNotExist as error:
        raise Http404(str(error)) from error
    if found is None:
        raise Http404
    return found


def refusal(request: HttpRequest) -> HttpResponse:
    """
    The way to the log-in page, for a visitor who is not logged in; what a form held is not lost on it.

    Raises:
        PermissionDenied: the visitor is, and may not enter.
    """
    if request.user.is_authenticated:
        raise PermissionDenied
    if request.method == "POST":
        return still_here(request, must_log_in=True)
    if getattr(request, "htmx", False):  # a part of a page asks: the whole page has to go
        return HttpResponseClientRedirect(reverse("log-in"))
    return redirect_to_login(request.get_full_path())


def takes_forms_only(request: HttpRequest) -> HttpResponse:
    """
    What an address that only takes forms says to somebody who opens it, as after a bookmark or an old link.

    It leads to the nearest page above: `/opportunities/new/read/` lies below the form at `/opportunities/new/`.
    """
    response = render(request, "errors/405.html", {"above": _page_above(request.path)}, status=405)
    response["Allow"] = "POST"
    return response


def _page_above(path: str) -> str:
    """The nearest address above this one that can be opened."""
    while path.count("/") > 2:
        path = path.rstrip("/").rpartition("/")[0] + "/"
        try:
            view = resolve(path).func
        except Resolver404:
            continue
        if not getattr(view, "writes", False) or getattr(view, "answers_get", False):
            return path
    return reverse("home")
