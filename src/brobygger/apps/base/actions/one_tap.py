"""Links in mails with which a receiver does one thing, once, without logging in."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.models import LOG_IN, LinkUnknown, OneTapLink, User, all_rows, token_digest
from brobygger.apps.base.queries import one_tap_link

if TYPE_CHECKING:
    from django.utils.functional import Promise

TOKEN_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class OneTap:
    """
    What a link shall do.

    Args:
        label: what the mail calls it, like “Yes, I come”. Lazy, so that it is said in the receiver's language.
        action: a name that `web.one_tap` knows.
        arguments: what the action needs to know, such as ids.
        days: after so many the link is worth nothing.
    """

    label: str | Promise
    action: str
    arguments: Mapping[str, int | str]
    days: int


@transaction.atomic
def make_one_tap_link(*, user: User, tap: OneTap, by: User | None, at: dt.datetime) -> str:
    """Make a link with which `user` does `tap` without logging in; the answer is its whole address."""
    link, token = new_link(user=user, address="", language=language_of(user), tap=tap, at=at)
    changes = {"user": user.pk, "action": tap.action, "arguments": dict(tap.arguments)}
    record(action="base.make_one_tap_link", subject=link, by=by, at=at, changes=changes)
    return absolute(reverse("one-tap", args=[token]))


@transaction.atomic
def use_one_tap_link(*, token: str, at: dt.datetime, by: User | None = None) -> OneTapLink:
    """
    Use up a link, for the transaction that does what it says. It acts as its own user, whoever is logged in.

    Raises:
        LinkUnknown: no link has this token, or its user may not log in any more.
        LinkUsed: it was used before, even a moment ago in another process.
        LinkExpired: it is too old.
    """
    link = one_tap_link(token=token, at=at, is_locked=True)
    link.used_at = at
    link.save(update_fields=["used_at"])
    changes = {"action": link.action, "arguments": link.arguments, "by_link": link.pk}
    record(action="base.use_one_tap_link", subject=link, by=link.user, at=at, changes=changes)
    return link


@transaction.atomic
def make_log_in_link(
    *,
    user: User,
    address_id: int,
    language: str,
    going_to: str,
    expires_at: dt.datetime,
    by: User | None,
    at: dt.datetime,
) -> str:
    """
    Make a link that logs its user in; the answer is its whole address. It does nothing else, and no other link does this.

    Args:
        address_id: the e-mail address that it is sent to: whoever has the link reads that mailbox.
        language: what the mail is written in.
        going_to: the page of ours to go on to; empty: the usual one.
    """
    tap = OneTap("", LOG_IN, {"address": address_id, "next": going_to}, days=1)
    link, token = new_link(user=user, address="", language=language, tap=tap, at=at, expires_at=expires_at)
    changes = {"user": user.pk, "expires_at": expires_at.isoformat()}
    record(action="base.make_log_in_link", subject=link, by=by, at=at, changes=changes)
    return absolute(reverse("log-in-link", args=[token]))


@transaction.atomic
def use_log_in_link(*, token: str, at: dt.datetime, by: User | None = None) -> OneTapLink:
    """
    Use up a link that logs its user in.

    Raises:
        LinkUnknown: no such link has this token, or its user may not log in any more.
        LinkUsed, LinkExpired: it was used, or its user logged in otherwise meanwhile; or it is too old.
    """
    link = use_one_tap_link(token=token, at=at)
    if link.action != LOG_IN:
        raise LinkUnknown(link)
    return link


@transaction.atomic
def void_log_in_links(*, user: User, by: User | None, at: dt.datetime) -> int:
    """Make all log-in links that a user has worth nothing, and say how many. Repeating it changes nothing."""
    with all_rows():  # whoever is about to be logged in has no scope yet
        open_links = OneTapLink.objects.filter(user=user, action=LOG_IN, used_at=None, expires_at__gt=at)
        count = open_links.update(used_at=at)
    if count:
        record(action="base.void_log_in_links", subject=user, by=by, at=at, changes={"links": count})
    return count


def new_link(
    *,
    user: User | None,
    address: str,
    language: str,
    tap: OneTap,
    at: dt.datetime,
    expires_at: dt.datetime | None = None,
) -> tuple[OneTapLink, str]:
    """A link of a user, or of an address, and its token. It lasts for the days of `tap` unless told otherwise."""
    token = secrets.token_urlsafe(TOKEN_BYTES)
    with all_rows():  # whoever writes the mail does not see its receiver's links
        link = OneTapLink.objects.create(
            digest=token_digest(token),
            user=user,
            address=address.lower(),
            language=language,
            action=tap.action,
            arguments=dict(tap.arguments),
            created_at=at,
            expires_at=expires_at or at + dt.timedelta(days=tap.days),
        )
    return link, token


def language_of(user: User) -> str:
    """The language that a user reads, or the installation's."""
    return user.language or settings.LANGUAGE_CODE


def absolute(path: str) -> str:
    """The whole address of a page, for a mail."""
    return f"{settings.BROBYGGER_URL}{path}"
