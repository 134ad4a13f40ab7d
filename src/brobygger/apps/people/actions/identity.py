"""Who a candidate is: the address that the log-in confirmed, name and phone as the person says."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.people.models import Candidate, CandidateIdentity

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

FEWEST_DIGITS: Final = 6  # of a phone number, as where contacts are noted


@transaction.atomic
def say_who(
    *, candidate: Candidate, name: str, phone: str = "", by: User | None, at: dt.datetime
) -> CandidateIdentity:
    """
    Keep a candidate's name and phone. The address is that of the log-in. Repeating it changes nothing.

    Args:
        phone: empty: not said.

    Raises:
        PermissionDenied: it is somebody else's.
        ValidationError: no name, or one or a phone that cannot be; by field, the message says what would be right.
    """
    check_may(by, "people.change_candidate", candidate)
    identity = CandidateIdentity.objects.select_for_update().filter(candidate=candidate).first()
    identity = identity or CandidateIdentity(candidate=candidate, email=_address_of(candidate))
    # PostgreSQL stores no NUL
    after = {
        "name": " ".join(name.replace("\x00", " ").split()),
        "phone": " ".join(phone.replace("\x00", " ").split()),
    }
    if not after["name"]:
        raise ValidationError({"name": _("Write your name.")})
    if after["phone"] and sum(letter.isdigit() for letter in after["phone"]) < FEWEST_DIGITS:
        raise ValidationError({"phone": _("Write the phone number with its digits, or leave it out.")})
    changed = [column for column, value in after.items() if getattr(identity, column) != value]
    if changed:
        identity.name, identity.phone = after["name"], after["phone"]
        identity.full_clean(exclude=("candidate", "email"), validate_unique=False)
        identity.save()
        # what it is stands in the row, which goes with the candidate; the trail does not
        record(action="people.say_who", subject=candidate, by=by, at=at, changes={"changed": changed})
    return identity


@transaction.atomic
def follow_address(*, user: User, by: User | None, at: dt.datetime) -> None:
    """Let the contact address of a candidate be the one that the log-in has confirmed anew."""
    candidate = Candidate.objects.filter(user=user).first()
    if candidate is None or not user.email:
        return
    identity = CandidateIdentity.objects.select_for_update().filter(candidate=candidate).first()
    identity = identity or CandidateIdentity(candidate=candidate)
    if identity.email != user.email:
        identity.email = user.email
        identity.save()
        record(action="people.follow_address", subject=candidate, by=by, at=at, changes={})


def _address_of(candidate: Candidate) -> str:
    return candidate.user.email if candidate.user else ""
