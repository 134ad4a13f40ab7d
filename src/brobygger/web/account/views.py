"""The front page, one click into a demo, one's own account, and the reader's language and colours."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth import authenticate, login
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import now
from django.views.decorators.cache import never_cache

from brobygger.apps.base import actions, queries
from brobygger.apps.outreach.queries import published_stories
from brobygger.web.account.adapters import display_name
from brobygger.web.account.demo import DEMO_PASSWORD
from brobygger.web.account.entrances import LOGGED_IN
from brobygger.web.account.language import remember_language
from brobygger.web.page import ANYONE, page
from brobygger.web.shell import SCHEME, SCHEMES, navigation

STORIES = 3  # on the front page


@page(may=ANYONE)
def home(request: HttpRequest) -> HttpResponse:
    """Visitors see what this is; everybody else goes to the first page that their role opens."""
    first = next(navigation(request), None)
    if not request.user.is_authenticated or first is None:
        stories = list(published_stories()[:STORIES])
        return render(request, "account/welcome.html", {"next": "", "stories": stories})
    return redirect(first.href)


@page(may=LOGGED_IN)
def own_account(request: HttpRequest) -> HttpResponse:
    """How somebody logs in, and the ways to change it."""
    assert request.user.is_authenticated  # the permission says so
    factors = list(Authenticator.objects.filter(user=request.user).values_list("type", flat=True))
    joined = SocialAccount.objects.filter(user=request.user).exists()
    context: dict[str, Any] = {
        "has_password": request.user.has_usable_password(),
        "has_app": Authenticator.Type.TOTP in factors,
        "passkeys": factors.count(Authenticator.Type.WEBAUTHN),
        "sessions": UserSession.objects.filter(user=request.user).count(),
        "provider": settings.OIDC_APP["name"] if settings.OIDC_SERVER or joined else "",
        "is_joined": joined,
    }
    return render(request, "account/own_account.html", context)


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


@never_cache
@page(may=ANYONE)
def tell_form_token(request: HttpRequest) -> HttpResponse:
    """
    The form token of who is logged in by now, for a page that was opened before; empty for a visitor.

    Pages of other sites cannot read the answer: no header lets them.
    """
    if not request.user.is_authenticated:
        return JsonResponse({"token": "", "who": ""})
    return JsonResponse({"token": get_token(request), "who": display_name(request.user)})


@page(may=ANYONE, writes=True)
def set_language(request: HttpRequest) -> HttpResponse:
    language = request.POST.get("language", "")
    if language not in dict(settings.LANGUAGES):
        raise Http404
    if request.user.is_authenticated:
        actions.set_language(user=request.user, language=language, by=request.user, at=now())
    remember_language(request, language)
    return redirect(_safe(request, request.POST.get("next")))


@page(may=ANYONE, writes=True)
def set_scheme(request: HttpRequest) -> HttpResponse:
    scheme = request.POST.get("scheme", "")
    if scheme in SCHEMES:
        request.session[SCHEME] = scheme
    return redirect(_safe(request, request.POST.get("next")))


def _safe(request: HttpRequest, target: str | None) -> str:
    """The page to go on to, if it is one of ours."""
    if target and url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    ):
        return target
    return "/"
