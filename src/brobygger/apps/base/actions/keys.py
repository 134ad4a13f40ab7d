"""Keys with which programs act for a user, and the address of a user's calendar."""

from __future__ import annotations

import datetime as dt
import secrets
from collections.abc import Iterable
from typing import Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.enums import TokenScope
from brobygger.apps.base.models import ApiToken, CalendarAddress, User
from brobygger.apps.base.queries.keys import digest_of

SECRET_MARK: Final = "brobygger_"  # noqa: S105 - begins every secret, so that one that lies around is recognised
SECRET_BYTES: Final = 32
MOST_DAYS: Final = 365
USE_NOTED_EVERY: Final = dt.timedelta(hours=1)


class ImpossibleToken(ValueError):
    """A token without a name or scope, or for too few or too many days. The message says what would be right."""


@transaction.atomic
def create_token(
    *, user: User, name: str, scopes: Iterable[TokenScope], days: int, by: User | None, at: dt.datetime
) -> tuple[ApiToken, str]:
    """
    Make a key for a program that acts for a user. Returns it with its secret, which is not kept anywhere.

    Args:
        name: what it is for.
        days: after how many it expires.

    Raises:
        ImpossibleToken: no name, no scope, or days outside of 1 to 365.
        PermissionDenied: `by` is a person and not the user.
    """
    _check_oneself(user, by)
    name, chosen = name.strip(), sorted({TokenScope(scope).value for scope in scopes})
    if not name or len(name) > 80:
        raise ImpossibleToken(_("A token needs a name of at most 80 letters, so that you know it again."))
    if not chosen:
        raise ImpossibleToken(_("Choose at least one thing that the token may be used for."))
    if not 1 <= days <= MOST_DAYS:
        raise ImpossibleToken(_("A token can last from 1 to %(days)d days.") % {"days": MOST_DAYS})
    secret = SECRET_MARK + secrets.token_urlsafe(SECRET_BYTES)
    expires_at = at + dt.timedelta(days=days)
    token = ApiToken.objects.create(
        user=user, name=name, digest=digest_of(secret), scopes=chosen, created_at=at, expires_at=expires_at
    )
    changes = {"scopes": chosen, "expires_at": expires_at.isoformat()}
    record(action="base.create_token", subject=token, by=by, at=at, changes=changes)
    return token, secret


@transaction.atomic
def revoke_token(*, token: ApiToken, by: User | None, at: dt.datetime) -> ApiToken:
    """
    Make a token worth nothing, at once. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is a person, and the token is somebody else's.
    """
    _check_oneself(token.user, by)
    token = ApiToken.objects.select_for_update().get(pk=token.pk)
    if token.revoked_at is None:
        token.revoked_at = at
        token.save(update_fields=["revoked_at"])
        record(action="base.revoke_token", subject=token, by=by, at=at, changes={})
    return token


def note_token_use(*, token: ApiToken, by: User | None, at: dt.datetime) -> None:
    """Remember when a token was last used, to the hour; that is no change anybody has to be told about."""
    if token.last_used_at is None or at - token.last_used_at >= USE_NOTED_EVERY:
        ApiToken.objects.filter(pk=token.pk).update(last_used_at=at)


@transaction.atomic
def renew_calendar_address(*, user: User, by: User | None, at: dt.datetime) -> CalendarAddress:
    """
    Give a user an address for the own calendar; an earlier one is worth nothing from now on.

    Raises:
        PermissionDenied: `by` is a person and not the user.
    """
    _check_oneself(user, by)
    address, _is_new = CalendarAddress.objects.update_or_create(
        user=user, defaults={"salt": secrets.token_urlsafe(SECRET_BYTES), "renewed_at": at}
    )
    record(action="base.renew_calendar_address", subject=user, by=by, at=at, changes={})
    return address


@transaction.atomic
def remove_calendar_address(*, user: User, by: User | None, at: dt.datetime) -> None:
    """
    Take the address of the own calendar away. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is a person and not the user.
    """
    _check_oneself(user, by)
    if CalendarAddress.objects.filter(user=user).delete()[0]:
        record(action="base.remove_calendar_address", subject=user, by=by, at=at, changes={})


def _check_oneself(user: User, by: User | None) -> None:
    if by is not None and by.pk != user.pk:
        raise PermissionDenied(f"{by} may not act with the keys of {user}.")
