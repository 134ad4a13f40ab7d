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
from brobygger.apps.base.models import OneTapLink, User, all_rows, token_digest
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


def new_link(
    *, user: User | None, address: str, language: str, tap: OneTap, at: dt.datetime
) -> tuple[OneTapLink, str]:
    """A link of a user, or of an address, and its token."""
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
            expires_at=at + dt.timedelta(days=tap.days),
        )
    return link, token


def language_of(user: User) -> str:
    """The language that a user reads, or the installation's."""
    return user.language or settings.LANGUAGE_CODE


def absolute(path: str) -> str:
    """The whole address of a page, for a mail."""
    return f"{settings.BROBYGGER_URL}{path}"
