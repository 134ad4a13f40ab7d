"""Reads of the keys of programs and calendars."""

from __future__ import annotations

import datetime as dt
import hashlib
from typing import Final

from django.core.signing import BadSignature, Signer
from django.db.models import QuerySet

from brobygger.apps.base.models import ApiToken, CalendarAddress, User, all_rows

CALENDAR_SALT: Final = "brobygger.calendar"
LONGEST_ID: Final = 18  # digits that every database takes for an id


def digest_of(secret: str) -> str:
    """What is kept of a token's secret: SHA-256, in hexadecimal."""
    return hashlib.sha256(secret.encode("utf-8", "replace")).hexdigest()


def token_by_secret(secret: str, *, at: dt.datetime) -> ApiToken | None:
    """The token with this secret and its user; None if there is none that may be used at this moment."""
    with all_rows():  # the secret says whose it is
        return ApiToken.objects.usable(at).select_related("user").filter(digest=digest_of(secret)).first()


def tokens_of(user: User) -> QuerySet[ApiToken]:
    """The tokens of a user, latest first, also those that are worth nothing any more."""
    return ApiToken.objects.filter(user=user).order_by("-created_at", "-pk")


def calendar_key(user: User) -> str:
    """The signed part of the address of a user's calendar; "" if the user has none."""
    address = CalendarAddress.objects.filter(user=user).first()
    return "" if address is None else _signer(address).sign(str(user.pk))


def user_of_calendar_key(key: str) -> User | None:
    """Whose calendar this key opens; None if it is no key or one that was renewed."""
    pk = key.partition(":")[0]
    if not pk.isascii() or not pk.isdecimal() or len(pk) > LONGEST_ID:
        return None
    with all_rows():  # the key says whose it is
        addresses = CalendarAddress.objects.select_related("user")
        found = addresses.filter(user=int(pk), user__is_active=True).first()
    if found is None:
        return None
    try:
        _signer(found).unsign(key)
    except BadSignature:
        return None
    return found.user


def _signer(address: CalendarAddress) -> Signer:
    return Signer(salt=f"{CALENDAR_SALT}.{address.salt}")
