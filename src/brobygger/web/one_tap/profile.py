"""“Keep my profile”: the answer to the mail that says when it will be erased."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from brobygger.apps.people import actions, queries
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_keep(link: OneTapLink) -> str:
    _candidate(link)
    return _("Your profile stays for another two years. You can erase it yourself at any time.")


def keep(link: OneTapLink, at: dt.datetime) -> str:
    actions.keep_profile(candidate=_candidate(link), by=link.user, at=at)
    return _("Your profile stays. Log in now and then, or change something, and nobody will ask again.")


def _candidate(link: OneTapLink) -> Any:
    """
    Raises:
        NotPossible: the profile is gone, or is no longer the user's.
    """
    candidate = queries.candidate_by_id(pk=int(link.arguments["candidate"]))
    if candidate is None or link.user is None or candidate.user_id != link.user.pk:
        raise NotPossible(_("This profile is not there any more."))
    return candidate
