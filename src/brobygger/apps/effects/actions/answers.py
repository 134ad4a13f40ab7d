"""What somebody answers, or what was heard of them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.effects.enums import CAN_BE_SAID, LEFT, AnswerSource, StayAnswer
from brobygger.apps.effects.models import FollowUp
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import has_consent
from brobygger.data.places.labour_areas import labour_region

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


class NotAgreed(Exception):
    """The person does not agree, or no longer, that this is kept."""


@dataclass(frozen=True, slots=True)
class StayDetails:
    """
    Args:
        answer: one of `CAN_BE_SAID`.
        place_name, country: where the work is, as far as it is said.
        since_date: when somebody left, as far as it is known.
        note: on how we know.
    """

    answer: str
    place_name: str = ""
    country: str = ""
    since_date: dt.date | None = None
    note: str = ""


@transaction.atomic
def note_answer(
    *, follow_up: FollowUp, details: StayDetails, source: AnswerSource, by: User | None, at: dt.datetime
) -> FollowUp:
    """
    Note where somebody is: said by the person, or heard of them. A later answer to the same question replaces it, but
    what was heard never replaces what the person said.

    Raises:
        PermissionDenied: it is about somebody else, and `by` does not run the programme.
        NotAgreed: see there.
        ValidationError: the answer cannot be, by field.
    """
    is_own = source == AnswerSource.SELF
    # the person without a log-in answers with a signed link: then `by` is nobody
    check_may(by, "effects.answer_follow_up" if is_own else "effects.note_answer", follow_up)
    follow_up = (
        FollowUp.objects.select_for_update(of=("self",))
        .select_related("member__candidate")
        .get(pk=follow_up.pk)
    )
    if not has_consent(follow_up.member.candidate, ConsentPurpose.FOLLOW_UP):
        raise NotAgreed(_("This person does not agree to be followed up."))
    if follow_up.due_date > at.date():
        raise ValidationError({"answer": _("This question is due later.")})
    if follow_up.source == AnswerSource.SELF and not is_own:
        raise ValidationError({"answer": _("The person has answered already.")})
    region = _region(follow_up, details)
    follow_up.answer, follow_up.source, follow_up.note = details.answer, source, details.note.strip()
    follow_up.place_name, follow_up.country = details.place_name.strip(), details.country
    follow_up.region = region
    follow_up.since_date = details.since_date if details.answer in LEFT else None
    follow_up.answered_at, follow_up.answered_by = at, by
    follow_up.answered_by_name = (by.get_full_name() or by.get_username()) if by else ""
    follow_up.full_clean(exclude=("member", "answered_by"), validate_unique=False)
    follow_up.save()
    # the trail is never erased: it says that there is an answer, not which
    changes = {"months": follow_up.months, "source": source}
    record(action="effects.note_answer", subject=follow_up, by=by, at=at, changes=changes)
    return follow_up


def _region(follow_up: FollowUp, details: StayDetails) -> str:
    """
    The code of the labour market that was named; empty: none was.

    Raises:
        ValidationError: what was said does not fit together, by field.
    """
    wrong: dict[str, str] = {}
    answer, since, home = details.answer, details.since_date, follow_up.member.home_region
    if answer not in CAN_BE_SAID:
        raise ValidationError({"answer": _("Choose one of the answers.")})
    if since is not None and answer in LEFT:
        if since < follow_up.member.began_on:
            wrong["since_date"] = _("This lies before the beginning, %(day)s.") % {
                "day": follow_up.member.began_on
            }
        elif since > follow_up.due_date + dt.timedelta(days=366):
            wrong["since_date"] = _("This lies long after the question.")
    region = (
        labour_region(details.place_name.strip(), details.country) if details.place_name.strip() else None
    )
    if details.place_name.strip() and region is None and answer != StayAnswer.ABROAD:
        wrong["place_name"] = _(
            "We do not know “%(place)s” in this country. Write the town or municipality."
        ) % {"place": details.place_name.strip()}
    elif region is not None and home:
        is_home = region.code == home
        if is_home and answer in LEFT:
            wrong["place_name"] = _("“%(place)s” lies in the region of the placement: that is staying.") % {
                "place": details.place_name.strip()
            }
        elif not is_home and answer not in LEFT:
            wrong["place_name"] = _(
                "“%(place)s” lies outside the region of the placement: that is leaving."
            ) % {"place": details.place_name.strip()}
    if wrong:
        raise ValidationError(wrong)
    return region.code if region else ""
