"""
The link in the mail with a log-in code: it logs in whoever reads the mailbox, with one tap and once.

Opening it changes nothing, for programs that look through mail open links too. All that comes after the first factor
(a closed account, a second factor) is allauth's, as after the code.
"""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from allauth.account import app_settings
from allauth.account.internal.flows.email_verification import verify_email_indirectly
from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.account.internal.userkit import filter_users_by_email
from allauth.account.models import EmailAddress, Login
from allauth.account.utils import get_next_redirect_url
from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache

from brobygger.apps.base import actions, queries
from brobygger.apps.base.actions import LinkExpired, LinkRefused, LinkUnknown, LinkUsed
from brobygger.web.account.language import language_in_use
from brobygger.web.page import ANYONE, page

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def link_into_account(request: HttpRequest, email: str) -> str:
    """A link that logs in who has this address, in the language in use; empty where nobody can be told by it."""
    users = filter_users_by_email(email, is_active=True, prefer_verified=True, for_login=True)
    address = EmailAddress.objects.filter(user=users[0], email__iexact=email).first() if users else None
    if address is None:
        return ""
    at = now()
    return actions.make_log_in_link(
        user=users[0],
        address_id=address.pk,
        language=language_in_use(),
        going_to=get_next_redirect_url(request) or "",
        expires_at=at + dt.timedelta(seconds=app_settings.LOGIN_BY_CODE_TIMEOUT),
        by=None,
        at=at,
    )


@never_cache
@page(may=ANYONE)
def ask(request: HttpRequest, token: str) -> HttpResponse:
    """Whom one tap logs in."""
    try:
        link = queries.log_in_link(token=token, at=now())
        context = {"token": token, "email": _address(link).email, "link": link}
    except LinkRefused as error:
        return _refusal(request, error)
    with translation.override(link.language):
        return render(request, "account/log_in_link.html", context)


@never_cache
@page(may=ANYONE, writes=True)
def enter(request: HttpRequest, token: str) -> HttpResponse:
    too_many: HttpResponse | None = ratelimit.consume_or_429(request, action="login")
    if too_many is not None:
        return too_many
    try:
        link = actions.use_log_in_link(token=token, at=now())
        address = _address(link)
    except LinkRefused as error:
        return _refusal(request, error)
    # somebody else may be logged in here, or half-way: what that one proved is not this one's
    logout(request, show_message=False)
    record_authentication(request, link.user, method="code", email=address.email)
    verify_email_indirectly(request, link.user, address.email)
    going_to = str(link.arguments["next"]) or None
    login = Login(user=link.user, email=address.email, redirect_url=going_to)
    response: HttpResponse = perform_login(request, login)
    return response


def _address(link: OneTapLink) -> EmailAddress:
    """
    The address that the link was sent to.

    Raises:
        LinkUnknown: it is no longer its user's.
    """
    address = EmailAddress.objects.filter(pk=link.arguments["address"], user=link.user).first()
    if address is None:
        raise LinkUnknown(link)
    return address


def _refusal(request: HttpRequest, error: LinkRefused) -> HttpResponse:
    """Why nobody is logged in, in the language of the mail where that is known, and the way to a new link."""
    with translation.override(error.link.language if error.link else translation.get_language()):
        if isinstance(error, LinkUsed):
            status, title = 410, _("This link was used")
            text = _(
                "A link logs you in once. It stops working as soon as you have logged in in another way."
            )
        elif isinstance(error, LinkExpired):
            status, title = 410, _("This link has expired")
            text = _("A link that logs in works for a quarter of an hour. Have a new one sent to you.")
        else:
            status, title = 404, _("We do not know this link")
            text = _(
                "Perhaps it was cut off in the mail: copy the whole of it. Or have a new one sent to you."
            )
        return render(
            request, "account/log_in_link_refused.html", {"title": title, "text": text}, status=status
        )
