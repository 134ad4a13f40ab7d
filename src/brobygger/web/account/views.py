"""The front page, logging in and out, and the reader's language and colours."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now

from brobygger.apps.base import actions, queries
from brobygger.web.page import ANYONE, page
from brobygger.web.shell import NAVIGATION, SCHEME_COOKIE, SCHEMES

A_YEAR = 365 * 24 * 3600


@page(may=ANYONE)
def home(request: HttpRequest) -> HttpResponse:
    """Visitors see what this is; everybody else goes to the first page that their role opens."""
    if not request.user.is_authenticated:
        return render(request, "account/welcome.html", {"demo_users": _demo_users()})
    opens = (
        name
        for permission, _label, name in NAVIGATION
        if permission is None or request.user.has_perm(permission)
    )
    return redirect(next(opens))


@page(may=ANYONE)
def log_in_page(request: HttpRequest) -> HttpResponse:
    return render(
        request,
        "account/log_in.html",
        {
            "form": AuthenticationForm(request),
            "next": request.GET.get("next", ""),
            "demo_users": _demo_users(),
        },
    )


@page(may=ANYONE, writes=True)
def log_in(request: HttpRequest) -> HttpResponse:
    form = AuthenticationForm(request, request.POST)
    if not form.is_valid():
        context = {"form": form, "next": request.POST.get("next", ""), "demo_users": _demo_users()}
        return render(request, "account/log_in.html", context, status=422)
    login(request, form.get_user())
    return _with_language(redirect(_safe(request, request.POST.get("next"))), form.get_user().language)


@page(may=ANYONE, writes=True)
def log_in_to_demo(request: HttpRequest) -> HttpResponse:
    """One click into a role; only where the installation is a demo."""
    if not settings.DEMO:
        raise Http404
    chosen = get_object_or_404(queries.demo_users(), username=request.POST.get("user", ""))
    user = authenticate(request, username=chosen.username, password="demo")  # noqa: S106  (the demo's published password)
    if user is None:
        raise Http404
    login(request, user)
    return redirect(_safe(request, request.POST.get("next")))


@page(may=ANYONE, writes=True)
def log_out(request: HttpRequest) -> HttpResponse:
    logout(request)
    return redirect("home")


@page(may=ANYONE, writes=True)
def set_language(request: HttpRequest) -> HttpResponse:
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise Http404
    if request.user.is_authenticated:
        actions.set_language(user=request.user, language=language, by=request.user, at=now())
    return _with_language(redirect(_safe(request, request.POST.get("next"))), language)


@page(may=ANYONE, writes=True)
def set_scheme(request: HttpRequest) -> HttpResponse:
    scheme = request.POST.get("scheme", "")
    response = redirect(_safe(request, request.POST.get("next")))
    if scheme in SCHEMES:
        response.set_cookie(SCHEME_COOKIE, scheme, max_age=A_YEAR, samesite="Lax")
    return response


def _with_language(response: HttpResponse, language: str) -> HttpResponse:
    if language:
        translation.activate(language)
        response.set_cookie(settings.LANGUAGE_COOKIE_NAME, language, max_age=A_YEAR, samesite="Lax")
    return response


def _safe(request: HttpRequest, target: str | None) -> str:
    """The page to go on to, if it is one of ours."""
    if target and url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    ):
        return target
    return "/"


def _demo_users() -> list[object]:
    return list(queries.demo_users()) if settings.DEMO else []
