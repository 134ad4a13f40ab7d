"""The front page, logging in and out, and the reader's language and colours."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.contrib.auth.forms import AuthenticationForm
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base import actions, queries
from brobygger.apps.base.enums import Role
from brobygger.web.page import ANYONE, page
from brobygger.web.shell import SCHEME_COOKIE, SCHEMES, navigation

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

A_YEAR = 365 * 24 * 3600
DEMO_PASSWORD = "demo"  # noqa: S105 - every user of a demo has it, and the log-in page says so
WHAT_THEY_SEE = {
    Role.MANAGER: _("Everything that the secretariat sees, and the weights of the match"),
    Role.SECRETARIAT: _("Opportunities, candidates and companies, and who fits whom"),
    Role.PARTNER: _("The candidates, companies and opportunities of the programmes you carry"),
    Role.COMPANY: _("Paste an ad and see whom you would reach"),
    Role.CANDIDATE: _("Your CV as it was read, and what fits you best"),
    Role.COUNCIL: _("The talent pool in numbers"),
    Role.AGENCY: _("Companies and open opportunities"),
    Role.AMBASSADOR: _("Open opportunities to tell about"),
    Role.FUNDER: _("The talent pool in numbers, and whether matches are fair"),
}


class LogInForm(AuthenticationForm):
    """Django's own, with fields that look like ours."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for field in self.fields.values():
            field.widget.attrs["class"] = "ds-input"


@page(may=ANYONE)
def home(request: HttpRequest) -> HttpResponse:
    """Visitors see what this is; everybody else goes to the first page that their role opens."""
    first = next(navigation(request), None)
    if not request.user.is_authenticated or first is None:
        return render(request, "account/welcome.html", {"demo_users": _demo_users(), "next": ""})
    return redirect(first.href)


@page(may=ANYONE)
def log_in_page(request: HttpRequest) -> HttpResponse:
    return _log_in_form(request, LogInForm(request), request.GET.get("next", ""))


@page(may=ANYONE, writes=True)
def log_in(request: HttpRequest) -> HttpResponse:
    form, target = LogInForm(request, request.POST), request.POST.get("next", "")
    if not form.is_valid():
        return _log_in_form(request, form, target, status=422)
    login(request, form.get_user())
    return _with_language(redirect(_safe(request, target)), form.get_user().language)


@page(may=ANYONE, writes=True)
def log_in_to_demo(request: HttpRequest) -> HttpResponse:
    """One click into a role; only where the installation is a demo."""
    if not settings.DEMO:
        raise Http404
    chosen = get_object_or_404(queries.demo_users(), username=request.POST.get("user", ""))
    user = authenticate(request, username=chosen.username, password=DEMO_PASSWORD)
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


def _log_in_form(
    request: HttpRequest, form: AuthenticationForm, target: str, status: int = 200
) -> HttpResponse:
    context = {"form": form, "next": target, "demo_users": _demo_users()}
    return render(request, "account/log_in.html", context, status=status)


def _demo_users() -> list[tuple[User, object]]:
    """The users of a demo, each with what the role sees; none in an installation that is no demo."""
    return [(user, WHAT_THEY_SEE[Role(user.role)]) for user in queries.demo_users()] if settings.DEMO else []
