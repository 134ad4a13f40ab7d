"""“Yes, write to me” and “Take me off the list”: what students on the list do from a mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from brobygger.apps.outreach import actions
from brobygger.apps.outreach.queries import agent_of_link
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_join(link: OneTapLink) -> str:
    agent = agent_of_link(int(link.arguments["agent"]))
    if agent is None:
        raise NotPossible(_("This link is not in use any more."))
    return _(
        "%(programme)s may write to you: news, events, and what helps with studies and work. You can end that with one"
        " tap in each mail."
    ) % {"programme": agent.programme}


def join(link: OneTapLink, at: dt.datetime) -> str:
    try:
        actions.join_list(
            agent_id=int(link.arguments["agent"]),
            address=link.address,
            name=str(link.arguments["name"]),
            language=link.language,
            by=None,
            at=at,
        )
    except actions.ImpossibleList as error:
        raise NotPossible(str(error)) from error
    return _("Welcome. You will hear from us.")


def describe_leave(link: OneTapLink) -> str:
    return _(
        "You take back your consent to our mails, for all topics. As we hold your name and address for these mails alone,"
        " both are erased at once."
    )


def leave(link: OneTapLink, at: dt.datetime) -> str:
    actions.leave_list(student_id=int(link.arguments["student"]), address=link.address, by=link.user, at=at)
    return _("You are off the list, and what we held about you for it is erased.")
