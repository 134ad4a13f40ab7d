"""“Yes, I agree”: one side's yes to an agreement, from a mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from brobygger.apps.placements import actions, queries
from brobygger.apps.placements.enums import AgreementSide, AgreementState
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_agreement(link: OneTapLink) -> str:
    agreement = _agreement(link)
    version = queries.newest_version(agreement)
    if version is None or version.number != int(link.arguments["version"]):
        raise NotPossible(_("The agreement was changed meanwhile: a newer mail has the new version."))
    if agreement.state == AgreementState.DECLINED:
        raise NotPossible(_("This agreement was declined."))
    side = AgreementSide(link.arguments["side"]).label
    return _(
        "You say yes for %(side)s to version %(number)d of the agreement with %(organisation)s: from %(day)s, "
        "%(hours)s hours a week in %(place)s. You do so in your name."
    ) % {
        "side": side,
        "number": version.number,
        "organisation": agreement.organisation,
        "day": date_format(version.start_date, "DATE_FORMAT"),
        "hours": version.hours_per_week.normalize(),
        "place": version.place_name,
    }


def accept_agreement(link: OneTapLink, at: dt.datetime) -> str:
    agreement = _agreement(link)
    assert link.user is not None, "without a user the agreement was not found"
    try:
        done = actions.accept_agreement(
            agreement=agreement,
            number=int(link.arguments["version"]),
            side=AgreementSide(link.arguments["side"]),
            is_by_link=True,
            by=link.user,
            at=at,
        )
    except (actions.NotAtThisStage, PermissionDenied) as error:
        raise NotPossible(str(error)) from error
    if done.state == AgreementState.AGREED:
        return _("All sides agree. A mail says so to everybody.")
    return _("Your yes is noted. The others are still to answer.")


def _agreement(link: OneTapLink) -> Any:
    """
    Raises:
        NotPossible: it is gone, or the user may no longer answer it.
    """
    found = queries.agreement_by_id(int(link.arguments["agreement"]))
    if found is None or link.user is None or not link.user.has_perm("placements.answer_agreement", found):
        raise NotPossible(_("This agreement is not there for you any more."))
    return found
