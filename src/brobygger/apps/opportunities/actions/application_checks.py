"""What has to hold before somebody applies or is invited, and what is said where it does not."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext as _

from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import FetchedAd
from brobygger.apps.opportunities.queries.approvals import unapproved_by
from brobygger.apps.opportunities.queries.invitations import invitations_left, invitations_per_day
from brobygger.apps.people.queries import name_of

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models import Opportunity
    from brobygger.apps.people.models import Candidate

LONGEST_TEXT = 5_000  # letters of what is written to the other side


class ImpossibleStep(Exception):
    """The application cannot go where it was sent. The message says where it stands."""


class NotOpen(Exception):
    """Nobody can apply or be invited: the opportunity is not open, or its deadline is over."""


class NotShared(Exception):
    """The candidate has not agreed that the company gets name, contact details and CV."""


class NoName(Exception):
    """The candidate has not said a name, which the company gets. The message says where to give it."""

    def __str__(self) -> str:
        return _(
            "The company gets your name, and you have not given it yet. Open the page to apply or the page of the"
            " invitation, and give your name there."
        )


class EnoughInvited(Exception):
    """The company has invited as many today as it may. The message says how to ask for more."""


class NoSuchReason(ValueError):
    """The reason is none of those that may be given for how the application ended, or a no gives none."""


class TextTooLong(ValueError):
    """What was written is longer than `LONGEST_TEXT`."""


def check_name(candidate: Candidate) -> None:
    """
    Raises:
        NoName: see there.
    """
    if not name_of(candidate):
        raise NoName


def check_number(opportunity: Opportunity, by: User | None, at: dt.datetime) -> None:
    """
    Raises:
        EnoughInvited: see there.
    """
    if invitations_left(opportunity, by, at=at) != 0:
        return
    said = _(
        "For “%(title)s” you have invited as many candidates today as is possible: %(count)d. Go on tomorrow. If you"
        " need more, write to the secretariat: it can invite for you, or let you invite more."
    ) % {"title": opportunity.title, "count": invitations_per_day(opportunity.organisation)}
    raise EnoughInvited(f"{said} {settings.CONTROLLER['contact']}".strip())


def check_approved(opportunity: Opportunity, candidate: Candidate) -> None:
    """
    Raises:
        NotOpen: a programme keeps the opportunity from the candidate.
    """
    missing = unapproved_by(opportunity, candidate)
    if missing:
        raise NotOpen(
            _("%(programme)s has not approved “%(title)s” for its candidates yet.")
            % {"programme": missing[0], "title": opportunity.title}
        )


def check_open(opportunity: Opportunity, at: dt.datetime) -> None:
    if opportunity.state != OpportunityState.OPEN:
        raise NotOpen(_("“%(title)s” is not open.") % {"title": opportunity.title})
    if opportunity.valid_through and opportunity.valid_through < at.date():
        raise NotOpen(_("The deadline of “%(title)s” is over.") % {"title": opportunity.title})
    fetched = FetchedAd.objects.filter(opportunity=opportunity).first()
    if fetched is not None:  # nobody of the company would read it here
        raise NotOpen(
            _("“%(title)s” comes from %(source)s: one applies there, on the page of the ad.")
            % {"title": opportunity.title, "source": fetched.source_name}
        )


def letters_in(text: str) -> str:
    """
    What was written to the other side, as it is kept.

    Raises:
        TextTooLong: see there.
    """
    text = text.replace("\x00", " ").replace("\r\n", "\n").strip()
    if len(text) > LONGEST_TEXT:
        raise TextTooLong(
            _("The text has %(count)d letters; %(most)d are possible.")
            % {"count": len(text), "most": LONGEST_TEXT}
        )
    return text
