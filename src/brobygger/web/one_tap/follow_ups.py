"""“Still in the same company”: the answer to the question where somebody works now, from a mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils.translation import gettext as _

from brobygger.apps.effects import actions, queries
from brobygger.apps.effects.enums import AnswerSource, StayAnswer
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_answer(link: OneTapLink) -> str:
    _follow_up(link)
    label = StayAnswer(link.arguments["answer"]).label
    return _("You answer where you are now: %(answer)s. It is counted in a group, and never shown alone.") % {
        "answer": label
    }


def answer_follow_up(link: OneTapLink, at: dt.datetime) -> str:
    details = actions.StayDetails(answer=str(link.arguments["answer"]))
    try:
        actions.note_answer(
            follow_up=_follow_up(link), details=details, source=AnswerSource.SELF, by=link.user, at=at
        )
    except ValidationError as error:
        raise NotPossible(" ".join(error.messages)) from error
    except (actions.NotAgreed, PermissionDenied) as error:
        raise NotPossible(str(error)) from error
    return _("Thank you. You can say more, or answer otherwise, on the page that the mail names.")


def _follow_up(link: OneTapLink) -> Any:
    """
    Raises:
        NotPossible: it is gone, or somebody else's.
    """
    found = queries.follow_up_by_id(int(link.arguments["follow_up"]))
    if found is None or link.user is None or not link.user.has_perm("effects.answer_follow_up", found):
        raise NotPossible(_("This question is not there any more."))
    return found
