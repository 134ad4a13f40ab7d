"""The signed address with which somebody answers without logging in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core import signing

from brobygger.apps.base.models import all_rows
from brobygger.apps.effects.models import FollowUp

if TYPE_CHECKING:
    import datetime as dt

SALT: Final = "effects.follow-up"
KEY_DAYS: Final = 90


def key_of(follow_up: FollowUp) -> str:
    """What stands in the address: the number of the question, signed with the moment."""
    return signing.dumps(follow_up.pk, salt=SALT)


def follow_up_by_key(key: str, *, day: dt.date) -> FollowUp | None:
    """The question that an address is for; None where it is not ours, too old, not due, or gone with the consent."""
    try:
        pk = signing.loads(key, salt=SALT, max_age=KEY_DAYS * 24 * 3600)
    except signing.BadSignature:
        return None
    with all_rows():  # the address says who may: it came by mail
        found = FollowUp.objects.filter(pk=pk, due_date__lte=day)
        return found.select_related("member__candidate__user", "member__programme").first()
