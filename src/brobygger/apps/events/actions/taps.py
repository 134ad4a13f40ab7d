"""What a phone noted after talks while it had no network: each tap is taken once, in whatever order they arrive."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from brobygger.apps.events import queries
from brobygger.apps.events.actions.talks import NotChosen, Settled, Tapped, TooEarly, say_after_talk
from brobygger.apps.events.enums import WishSide
from brobygger.apps.events.models import DatingCompany, DatingStudent

if TYPE_CHECKING:
    from uuid import UUID

    from brobygger.apps.base.models import User
    from brobygger.apps.events.enums import TalkAnswer
    from brobygger.apps.events.models import DatingLead


@dataclass(frozen=True, slots=True)
class Tap:
    """
    What the phone noted.

    Args:
        client_id: made on the phone, another one for each.
        other: number of the other side: a company's, where a candidate says it. Not of the talk, whose row is another
            one when the timetable is repaired meanwhile.
        opportunity: number of the one for which a company says yes; None, or one that it did not bring: the only open
            one that it brought.
        at: by the phone's clock.
    """

    client_id: UUID
    other: int
    answer: TalkAnswer
    at: dt.datetime
    opportunity: int | None = None


@dataclass(frozen=True, slots=True)
class Heard:
    """
    What became of the taps, by their ids.

    Args:
        leads: of those that are taken, or replaced by a later one: the lead where both said yes, else None.
        refused: of the others, why. The phone need not send them again either.
    """

    leads: Mapping[UUID, DatingLead | None]
    refused: Mapping[UUID, str]


def keep_taps(
    *, of: DatingCompany | DatingStudent, taps: Sequence[Tap], by: User | None, at: dt.datetime
) -> Heard:
    """
    Take the answers that somebody gave after talks. Of several for one talk the last one counts, and the others are
    not even looked at: a yes that was taken back on the phone makes no lead. Each talk is a transaction of its own.
    Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is not on this side.
    """
    side = WishSide.COMPANY if isinstance(of, DatingCompany) else WishSide.STUDENT
    leads: dict[UUID, DatingLead | None] = {}
    refused: dict[UUID, str] = {}
    in_order = sorted(taps, key=lambda one: (one.other, one.at, one.client_id))
    for other, of_talk in groupby(in_order, key=lambda one: one.other):
        group = list(of_talk)
        last, ids = group[-1], tuple(one.client_id for one in group)
        talk = queries.talk_with(of=of, other=other)
        if talk is None:
            gone = _("This talk is no longer in the timetable. Look at the list again.")
            refused |= dict.fromkeys(ids, gone)
            continue
        brought = None
        if isinstance(of, DatingCompany) and last.opportunity is not None:
            brought = of.opportunities.filter(pk=last.opportunity).first()
        try:
            lead = say_after_talk(
                talk=talk,
                side=side,
                answer=last.answer,
                opportunity=brought,
                tapped=Tapped(last.at, ids),
                by=by,
                at=at,
            )
        except (TooEarly, Settled, NotChosen) as error:
            refused |= dict.fromkeys(ids, str(error))
        else:
            leads |= dict.fromkeys(ids, lead)
    return Heard(leads, refused)
