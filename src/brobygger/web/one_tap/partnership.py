"""“Yes, we would like to join”: what the contact of a prospective partner answers from a mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied
from django.utils.translation import gettext as _

from brobygger.apps.base.queries import all_rows
from brobygger.apps.programmes import actions, queries
from brobygger.apps.programmes.enums import PROSPECT_TRANSITIONS, InvitationAnswer, ProspectState
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_partnership(link: OneTapLink) -> str:
    prospect = _prospect(link)
    said = {"organisation": prospect.organisation, "programme": prospect.programme}
    answer = InvitationAnswer(link.arguments["answer"])
    if answer == InvitationAnswer.YES:
        return (
            _(
                "You say that %(organisation)s would like to join %(programme)s. A person confirms it and writes to "
                "you; nobody is bound before."
            )
            % said
        )
    if answer == InvitationAnswer.TALK:
        return (
            _(
                "You ask to talk about %(programme)s first. Somebody will call or write to you; you can still say yes or no."
            )
            % said
        )
    return _("You say no, thank you, for %(organisation)s. Nobody asks again because of this list.") % said


def answer_partnership(link: OneTapLink, at: dt.datetime) -> str:
    _prospect(link)
    answer = InvitationAnswer(link.arguments["answer"])
    try:
        actions.answer_invitation(
            prospect_id=int(link.arguments["prospect"]), address=link.address, answer=answer, by=None, at=at
        )
    except (actions.ImpossibleMove, PermissionDenied, ObjectDoesNotExist) as error:
        raise NotPossible(_gone()) from error
    if answer == InvitationAnswer.YES:
        return _("Thank you. A person confirms it and writes to you.")
    if answer == InvitationAnswer.TALK:
        return _("Thank you. Somebody will get in touch with you.")
    return _("Thank you for the answer.")


def _prospect(link: OneTapLink) -> Any:
    """
    Raises:
        NotPossible: it was answered or decided meanwhile, or the invitation went to somebody else.
    """
    with all_rows():  # whoever is asked sees nothing of the programme's records
        found = queries.prospect_by_id(int(link.arguments["prospect"]))
    if found is None or found.contact_email.lower() != link.address.lower():
        raise NotPossible(_gone())
    wanted = {"yes": ProspectState.WILLING, "talk": ProspectState.TALKING, "no": ProspectState.DECLINED}
    if wanted[str(link.arguments["answer"])] not in PROSPECT_TRANSITIONS[ProspectState(found.state)]:
        raise NotPossible(_gone())
    return found


def _gone() -> str:
    return _(
        "This invitation was answered or taken back. Write to whoever sent it if you want to change that."
    )
