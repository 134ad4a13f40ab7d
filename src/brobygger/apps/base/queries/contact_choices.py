"""Reads of the ways in which somebody wants to be reached."""

from __future__ import annotations

import re
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from brobygger.apps.base.enums import ContactWay
from brobygger.apps.base.models import ContactChoice, User, all_rows

PREFIXES = ("0045", "0046", "0047")
NATIONAL_DIGITS = 8


def phone_key(number: str) -> str:
    """A phone number as digits, without the prefix of Denmark, Norway or Sweden; the same number has one key."""
    digits = re.sub(r"\D", "", number)
    if number.strip().startswith("+"):
        digits = f"00{digits}"
    if digits.startswith(PREFIXES):
        return digits[4:].lstrip("0")[:20]
    return digits.lstrip("0")[:20] if len(digits) > NATIONAL_DIGITS else digits


def declines(*, user: User | None, address: str, way: ContactWay) -> bool:
    """Whether the latest word on a way to be reached was no; somebody who has said nothing has not declined."""
    with all_rows():  # the receiver's choice, not that of who writes
        of_address = Q(address=address.lower()) if address else Q(pk__in=())
        rows = ContactChoice.objects.filter(
            of_address if user is None else Q(user=user.pk) | of_address, way=way
        )
        latest = rows.order_by("-noted_at", "-pk").values_list("is_wanted", flat=True).first()
    return latest is False


def declined_by(way: ContactWay) -> tuple[frozenset[int], frozenset[str]]:
    """Who has declined a way: ids of users, and addresses of others in small letters. One query."""
    with all_rows():  # the receivers' choices, not those of who writes
        rows = list(
            ContactChoice.objects.filter(way=way, phone="")
            .order_by("noted_at", "pk")
            .values_list("user", "user__email", "address", "is_wanted")
        )
    users = {user: is_wanted for user, _email, _address, is_wanted in rows if user is not None}
    # what a user said of the own address counts with what was said before there was a log-in: the latest word
    addresses = {(address or email or "").lower(): is_wanted for _user, email, address, is_wanted in rows}
    return (
        frozenset(user for user, is_wanted in users.items() if not is_wanted),
        frozenset(one for one, is_wanted in addresses.items() if one and not is_wanted),
    )


def reasons_against_calls(
    *, phones: Iterable[str], users: Iterable[int] = (), addresses: Iterable[str] = ()
) -> tuple[dict[str, str], dict[int, str], dict[str, str]]:
    """
    Why not to call, of those who said no to phone calls: by `phone_key`, by user, by address. A reason may be empty.

    One query.
    """
    keys = {phone_key(one) for one in phones if one}
    mails = {one.lower() for one in addresses if one}
    with all_rows():  # what anybody was told by the person counts for everybody
        rows = ContactChoice.objects.filter(
            Q(phone__in=keys) | Q(user__in=set(users)) | Q(address__in=mails),
            way=ContactWay.PHONE,
            is_wanted=False,
        ).values_list("phone", "user", "address", "reason")
        found = list(rows)
    return (
        {phone: reason for phone, _user, _address, reason in found if phone},
        {user: reason for _phone, user, _address, reason in found if user is not None},
        {address: reason for _phone, _user, address, reason in found if address},
    )


def choices_of_contact(user: User) -> dict[ContactWay, ContactChoice]:
    """What a user said last, by way. Ways of which nothing was said are missing."""
    of_address = Q(address=user.email.lower()) if user.email else Q(pk__in=())
    with all_rows():  # a word from before the log-in stands under the address
        rows = ContactChoice.objects.filter(Q(user=user.pk) | of_address).select_related("noted_by")
        return {ContactWay(one.way): one for one in rows.order_by("noted_at", "pk")}


def contact_choices(text: str = "") -> QuerySet[ContactChoice]:
    """What people said, the latest first; of an address or number that holds `text`."""
    found = ContactChoice.objects.select_related("user", "noted_by").order_by("-noted_at", "-pk")
    if not text:
        return found
    digits = phone_key(text)
    of_phone = Q(phone__contains=digits) if digits else Q(pk__in=())
    return found.filter(Q(address__icontains=text) | Q(user__email__icontains=text) | of_phone)
