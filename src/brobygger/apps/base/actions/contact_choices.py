"""In which ways somebody wants to be reached: said by the person, or noted by who was told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.enums import ContactWay
from brobygger.apps.base.models import ContactChoice, User, all_rows
from brobygger.apps.base.queries.contact_choices import choices_of_contact, phone_key
from brobygger.apps.base.rules import check_may

if TYPE_CHECKING:
    from collections.abc import Mapping

FEWEST_DIGITS = 6


class NobodyNamed(ValueError):
    """Neither an address nor a phone number; the text says what is needed."""


@transaction.atomic
def set_contact_ways(
    *, user: User, ways: Collection[ContactWay], by: User | None, at: dt.datetime
) -> frozenset[ContactWay]:
    """
    Let a user be reached in these ways and in no others. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is a person and not the user.
    """
    if by is not None and by.pk != user.pk:
        raise PermissionDenied(f"{by} may not choose how {user} is reached.")
    said = choices_of_contact(user)
    for way in ContactWay:
        is_wanted, known = way in ways, said.get(way)
        if known is None and is_wanted:
            continue  # nothing was said against it
        if known is None or known.is_wanted != is_wanted:
            _keep({"user": user}, way, is_wanted, "", by, at)
    return frozenset(ways)


@transaction.atomic
def note_contact_choice(
    *, who: str, way: ContactWay, is_wanted: bool, reason: str = "", by: User | None, at: dt.datetime
) -> ContactChoice:
    """
    Note what somebody said about being reached, by phone or face to face, in place of what was noted before.

    Args:
        who: an e-mail address or a phone number. Of an address that logs in the user is noted.
        reason: as the person gave it.

    Raises:
        PermissionDenied: `by` may not.
        NobodyNamed: `who` is neither.
        ValidationError: an address that is none.
    """
    check_may(by, "base.note_contact_choice")
    said = who.strip().lower()
    if "@" in said:
        validate_email(said)
        user = User.objects.filter(email__iexact=said, is_active=True).order_by("pk").first()
        key: dict[str, Any] = {"user": user} if user else {"address": said}
    else:
        digits = phone_key(said)
        if len(digits) < FEWEST_DIGITS:
            raise NobodyNamed(_("Give an e-mail address, or a phone number of six digits or more."))
        key = {"phone": digits}
    return _keep(key, way, is_wanted, " ".join(reason.split())[:200], by, at)


def _keep(
    key: Mapping[str, Any], way: ContactWay, is_wanted: bool, reason: str, by: User | None, at: dt.datetime
) -> ContactChoice:
    with all_rows():  # who notes it does not see the person's rows
        row, _is_new = ContactChoice.objects.update_or_create(
            way=way,
            **key,
            defaults={"is_wanted": is_wanted, "reason": reason, "noted_at": at, "noted_by": by},
        )
    changes = {"way": way.value, "is_wanted": is_wanted}
    record(action="base.note_contact_choice", subject=row, by=by, at=at, changes=changes)
    return row
