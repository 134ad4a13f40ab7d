"""“Yes, we meet” and “No, thank you”: what somebody who is asked for a talk at an evening answers from a mail."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import RequestState, WishSide
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_accept(link: OneTapLink) -> str:
    request = _request(link)
    if not queries.takes_requests(request.student.evening, now()):
        raise NotPossible(_("Requests for talks at this evening are closed. Ask the organiser."))
    said = _("You say yes: you and %(who)s meet at “%(title)s”. The timetable says when.")
    return said % _said(request)


def accept_talk(link: OneTapLink, at: dt.datetime) -> str:
    said = _answer(link, at, actions.accept_talk)
    return _("Agreed: you and %(who)s meet at the evening. The timetable says when.") % said


def describe_decline(link: OneTapLink) -> str:
    said = _("You say no to a talk with %(who)s at “%(title)s”. No reason is needed, and none is told.")
    return said % _said(_request(link))


def decline_talk(link: OneTapLink, at: dt.datetime) -> str:
    said = _answer(link, at, actions.decline_talk)
    return _("%(who)s is told that no talk was agreed, and no reason.") % said


def _answer(link: OneTapLink, at: dt.datetime, act: Callable[..., object]) -> dict[str, str]:
    """Accept or decline; gives what the words of the answer name."""
    request = _request(link)
    assert link.user is not None, "without a user the request was not found"
    try:
        act(request=request, by=link.user, at=at)
    except (actions.RequestRefused, PermissionDenied) as error:
        raise NotPossible(str(error), _page_of(request)) from error
    return _said(request)


def _request(link: OneTapLink) -> Any:
    """
    Raises:
        NotPossible: it is gone, its time is up, or it was answered or taken back.
    """
    found = queries.request_by_id(int(link.arguments["request"]))
    if found is None or link.user is None:
        raise NotPossible(_("This request is not there any more. Look at the list again."))
    state = found.state_at(now())
    if state != RequestState.ASKED:
        said = _("This cannot be done any more: the request stands at “%(state)s”.")
        raise NotPossible(said % {"state": state.label}, _page_of(found))
    return found


def _said(request: Any) -> dict[str, str]:
    """Whoever is asked reads who asks."""
    by_student = request.side == WishSide.STUDENT
    who = request.student.candidate.alias if by_student else request.company.organisation.name
    return {"who": who, "title": request.student.evening.event.title}


def _page_of(request: Any) -> str:
    if request.side == WishSide.STUDENT:
        return reverse("dating-company", args=[request.company_id])
    return reverse("dating-student", args=[request.student_id])
