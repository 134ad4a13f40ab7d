"""
The pages of django-allauth that this product has: where each lies, what it is, and who may enter.

What is not in the table has no address here. An entrance differs from `web.page.page` in two ways: it answers GET and
POST, and it may write while it answers GET (a verified address is noted, a code is used up, a limit is counted).
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any, Final

from allauth import urls as allauth_urls
from allauth.account import app_settings as account_settings
from allauth.account.internal.flows.email_verification_by_code import EMAIL_VERIFICATION_CODE_SESSION_KEY
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import URLPattern, URLResolver, path
from django.views.decorators.http import require_http_methods

from brobygger.web.page import ANYONE, refusal

View = Callable[..., HttpResponse]
LOGGED_IN = "base.manage_own_account"
"""The permission of everybody who is logged in, for their own account."""


@dataclass(frozen=True, slots=True)
class Entrance:
    """
    A page of allauth.

    Args:
        name: under which allauth finds it.
        at: its address in this product.
        may: the permission a visitor needs, or `ANYONE`.
        what: what one does there.
        also: another name for the address, which our own pages use.
    """

    name: str
    at: str
    may: str | None
    what: str
    also: str = ""


ENTRANCES = (
    # --- on the way in ---
    Entrance("account_login", "log-in/", ANYONE, "log in, and see the other ways to", also="log-in"),
    Entrance("account_logout", "log-out/", ANYONE, "log out, or give up a log-in half-way", also="log-out"),
    Entrance("account_signup", "sign-up/", ANYONE, "create a profile", also="sign-up"),
    Entrance("account_request_login_code", "log-in/code/", ANYONE, "ask for a code by mail"),
    Entrance("account_confirm_login_code", "log-in/code/enter/", ANYONE, "give the code"),
    Entrance("mfa_authenticate", "log-in/second-factor/", ANYONE, "give the second factor, after the first"),
    Entrance("mfa_login_webauthn", "log-in/passkey/", ANYONE, "log in with a passkey alone"),
    Entrance("account_reset_password", "log-in/password/", ANYONE, "ask for a code to set a new password"),
    Entrance("account_confirm_password_reset_code", "log-in/password/code/", ANYONE, "give that code"),
    Entrance("account_complete_password_reset", "log-in/password/new/", ANYONE, "set it, after the code"),
    Entrance("account_password_reset_completed", "log-in/password/done/", ANYONE, "read that it is set"),
    Entrance("account_inactive", "log-in/closed/", ANYONE, "read that the account is closed"),
    Entrance(
        "account_email_verification_sent", "account/email/code/", ANYONE, "verify an address with a code"
    ),
    Entrance("openid_connect_login", "log-in/with/<slug:provider_id>/", ANYONE, "go to the provider"),
    Entrance("openid_connect_callback", "log-in/with/<slug:provider_id>/back/", ANYONE, "come back from it"),
    Entrance("socialaccount_login_cancelled", "log-in/cancelled/", ANYONE, "read that one gave up there"),
    Entrance("socialaccount_login_error", "log-in/failed/", ANYONE, "read that the provider failed"),
    Entrance("socialaccount_signup", "sign-up/finish/", ANYONE, "give an address that the provider did not"),
    # --- one's own account ---
    Entrance("account_email", "account/email/", LOGGED_IN, "change the e-mail address"),
    Entrance("account_change_password", "account/password/", LOGGED_IN, "change the password"),
    Entrance("account_set_password", "account/password/set/", LOGGED_IN, "set a first password"),
    Entrance("account_reauthenticate", "account/confirm/", LOGGED_IN, "give the password again"),
    Entrance(
        "account_request_reauthentication_code", "account/confirm/code/", LOGGED_IN, "or ask for a code"
    ),
    Entrance(
        "account_confirm_reauthentication_code", "account/confirm/code/enter/", LOGGED_IN, "and give it"
    ),
    Entrance("mfa_reauthenticate", "account/confirm/second-factor/", LOGGED_IN, "or an authenticator code"),
    Entrance("mfa_reauthenticate_webauthn", "account/confirm/passkey/", LOGGED_IN, "or a passkey"),
    Entrance("mfa_index", "account/second-factor/", LOGGED_IN, "see the second factors"),
    Entrance("mfa_activate_totp", "account/second-factor/app/", LOGGED_IN, "join an authenticator app"),
    Entrance("mfa_deactivate_totp", "account/second-factor/app/remove/", LOGGED_IN, "remove it"),
    Entrance("mfa_view_recovery_codes", "account/recovery-codes/", LOGGED_IN, "see the recovery codes"),
    Entrance("mfa_generate_recovery_codes", "account/recovery-codes/new/", LOGGED_IN, "make new ones"),
    Entrance("mfa_download_recovery_codes", "account/recovery-codes/file/", LOGGED_IN, "keep them as a file"),
    Entrance("mfa_list_webauthn", "account/passkeys/", LOGGED_IN, "see the passkeys"),
    Entrance("mfa_add_webauthn", "account/passkeys/add/", LOGGED_IN, "add one"),
    Entrance("mfa_edit_webauthn", "account/passkeys/<int:pk>/", LOGGED_IN, "give one another name"),
    Entrance("mfa_remove_webauthn", "account/passkeys/<int:pk>/remove/", LOGGED_IN, "remove one"),
    Entrance("usersessions_list", "account/sessions/", LOGGED_IN, "see where one is logged in, and end it"),
    Entrance("socialaccount_connections", "account/providers/", LOGGED_IN, "join or leave a provider"),
)


def addresses() -> list[URLPattern]:
    """
    The addresses of the table, each with its entrance.

    Raises:
        ImproperlyConfigured: allauth has no page of a name in the table, as its settings are.
    """
    views = dict(_views(allauth_urls.urlpatterns))
    missing = [entrance.name for entrance in ENTRANCES if entrance.name not in views]
    if missing:
        raise ImproperlyConfigured(f"allauth has no page {', '.join(missing)}: remove it from ENTRANCES")
    found = []
    for one in ENTRANCES:
        marked = _entrance(WRAPS.get(one.name, _as_it_is)(views[one.name]), one.may)
        found += [path(one.at, marked, name=name) for name in (one.name, one.also) if name]
    return found


def _views(patterns: list[URLPattern | URLResolver]) -> Iterator[tuple[str, View]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _views(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name, pattern.callback


def _entrance(view: View, may: str | None) -> View:
    @require_http_methods(["GET", "HEAD", "POST"])
    @wraps(view)
    def entrance(request: HttpRequest, **address: Any) -> HttpResponse:
        if may is not ANYONE and not request.user.has_perm(may):
            return refusal(request)
        return view(request, **address)

    entrance.may, entrance.writes, entrance.answers_get = may, True, True  # type: ignore[attr-defined]
    return entrance


def _as_it_is(view: View) -> View:
    return view


def _with_a_page_between(view: View) -> View:
    """
    Send the visitor to the provider by a page that moves on at once.

    A redirect in answer to a form counts as a part of sending the form, and the content security policy lets forms be
    sent to us alone. Providers redirect on among hosts of theirs, so the hosts cannot be listed instead.
    """

    @wraps(view)
    def leave(request: HttpRequest, **address: Any) -> HttpResponse:
        response = view(request, **address)
        if response.status_code != 302 or not response["Location"].startswith(("https://", "http://")):
            return response
        return render(request, "account/to_provider.html", {"address": response["Location"]})

    return leave


def _with_a_new_beginning(view: View) -> View:
    """
    Where the code for an address ends, say why, and begin anew with one click: the address is not typed again.

    The library would lead to the log-in page, where nothing is known of it. A code to log in proves an address too,
    and a stranger learns as little as before: whoever has no account gets no mail.
    """

    @wraps(view)
    def verify(request: HttpRequest, **address: Any) -> HttpResponse:
        pending = request.session.get(EMAIL_VERIFICATION_CODE_SESSION_KEY)  # the library counts in it
        response = view(request, **address)
        if not pending or EMAIL_VERIFICATION_CODE_SESSION_KEY in request.session:
            return response
        seconds = account_settings.EMAIL_VERIFICATION_BY_CODE_TIMEOUT
        is_guessed = pending["failed_attempts"] >= account_settings.EMAIL_VERIFICATION_BY_CODE_MAX_ATTEMPTS
        if not is_guessed and time.time() - pending["at"] <= seconds:
            return response  # it was the right one
        context = {
            "email": pending["email"],
            "is_guessed": is_guessed,
            "minutes": seconds // 60,
            "next": request.POST.get("next") or request.GET.get("next", ""),
        }
        status = 422 if request.method == "POST" else 200
        return render(request, "account/code_over.html", context, status=status)

    return verify


WRAPS: Final[dict[str, Callable[[View], View]]] = {
    "account_email_verification_sent": _with_a_new_beginning,
    "openid_connect_login": _with_a_page_between,
}
"""What goes around a page of the library, by its name."""
