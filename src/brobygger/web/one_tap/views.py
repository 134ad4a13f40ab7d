"""A link of a mail: what it will do, and doing it. Opening it changes nothing, for programs open links too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBadRequest
from django.shortcuts import render
from django.utils import translation
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from brobygger.apps.base.actions import (
    LinkExpired,
    LinkRefused,
    LinkUnknown,
    LinkUsed,
    use_one_tap_link,
)
from brobygger.apps.base.queries import acting_by, in_scope, one_tap_link
from brobygger.apps.programmes.queries import scope_of
from brobygger.web.one_tap import MUTE, ONE_TAP_ACTIONS, NotPossible, OneTapAction, ReasonMissing
from brobygger.web.page import ANYONE, page

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink

ONE_CLICK = ("List-Unsubscribe", "One-Click")  # what a mail program sends (RFC 8058)


@never_cache
@page(may=ANYONE)
def ask(request: HttpRequest, token: str) -> HttpResponse:
    """What one tap will do."""
    return _ask(request, token)


@never_cache
@page(may=ANYONE, writes=True)
def act(request: HttpRequest, token: str) -> HttpResponse:
    try:
        link, done = _done(token, now(), reason=request.POST.get("reason", ""))
    except ReasonMissing:
        return _ask(request, token, status=422)
    except (LinkRefused, NotPossible) as error:
        return _refusal(request, error)
    with translation.override(link.language):
        return render(
            request, "one_tap/done.html", {"done": done, "link": link, "is_mute": link.action == MUTE}
        )


def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    """
    The address of the header List-Unsubscribe: a mail program posts to it, a person who opens it is asked.

    A mail program has no form token. It need not: nothing but `base.mute_topic` is done here, and only for a link
    that nobody but its receiver has.
    """
    return (mute_for_program if request.method == "POST" else ask)(request, token=token)


unsubscribe.may, unsubscribe.writes = ANYONE, False  # type: ignore[attr-defined]
unsubscribe = csrf_exempt(unsubscribe)


@page(may=ANYONE, writes=True)
def mute_for_program(request: HttpRequest, token: str) -> HttpResponse:
    name, value = ONE_CLICK
    if request.POST.get(name) != value:
        return HttpResponseBadRequest()
    try:
        _done(token, now(), only=MUTE)
    except LinkUsed:
        return HttpResponse(status=204)  # what was asked for holds
    except (LinkRefused, NotPossible) as error:
        return _refusal(request, error)
    return HttpResponse(status=204)


def _ask(request: HttpRequest, token: str, status: int = 200) -> HttpResponse:
    """The page that asks; `status` 422 where a reason was missing."""
    try:
        link = one_tap_link(token=token, at=now())
        with _as_its_user(link):
            action = _action(link)
            context = {
                "what": action.describe(link),
                "reasons": action.reasons(link),
                "is_missing": status != 200,
                "token": token,
                "link": link,
                "who": link.user.email if link.user else link.address,
            }
            return render(request, "one_tap/ask.html", context, status=status)
    except (LinkRefused, NotPossible) as error:
        return _refusal(request, error)


@transaction.atomic
def _done(token: str, at: dt.datetime, only: str = "", reason: str = "") -> tuple[OneTapLink, str]:
    """
    Use a link up and do what it says, or neither.

    Raises:
        LinkRefused, NotPossible, ReasonMissing: nothing was done.
    """
    link = use_one_tap_link(token=token, at=at)
    if only and link.action != only:
        raise LinkUnknown
    action = _action(link)
    with _as_its_user(link), acting_by(link):
        if action.perform_with is None or not (reasons := action.reasons(link)):
            return link, action.perform(link, at)
        action.describe(link)  # whether it can be done goes before what is missing
        if reason not in dict(reasons):
            raise ReasonMissing
        return link, action.perform_with(link, at, reason)


def _action(link: OneTapLink) -> OneTapAction:
    """
    Raises:
        LinkUnknown: the product does no longer do what the link says.
    """
    try:
        return ONE_TAP_ACTIONS[link.action]
    except KeyError as error:
        raise LinkUnknown(link) from error


@contextmanager
def _as_its_user(link: OneTapLink) -> Iterator[None]:
    """See what the link's user may see, and speak the language that the mail was written in."""
    with in_scope(scope_of(link.user or AnonymousUser())), translation.override(link.language):
        yield


def _refusal(request: HttpRequest, error: LinkRefused | NotPossible) -> HttpResponse:
    """Why nothing is done, in the language of the link's receiver where that is known, and the way on."""
    link = error.link if isinstance(error, LinkRefused) else None
    with translation.override(link.language if link else translation.get_language()):
        if isinstance(error, NotPossible):
            status, title, text = 409, _("This cannot be done any more"), str(error)
        elif isinstance(error, LinkUsed):
            status, title = 410, _("That is done already")
            text = _("The link in the mail works once, and it was used. You need do nothing more.")
        elif isinstance(error, LinkExpired):
            status, title = 410, _("This link has expired")
            text = _("Links in mails work for a while only. Log in to do the same there.")
        else:
            status, title = 404, _("We do not know this link")
            text = _(
                "Perhaps it was cut off in the mail: copy the whole of it. Or log in to do the same there."
            )
        href = error.href if isinstance(error, NotPossible) else ""
        context = {"title": title, "text": text, "href": href}
        return render(request, "one_tap/refused.html", context, status=status)
