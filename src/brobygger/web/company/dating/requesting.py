"""Requests for talks as both sides' pages show and send them: who asks you, whom you have asked, and the form to ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localtime, now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import RequestState, WishSide
from brobygger.web.company.dating.wishing import done
from brobygger.web.page import PageRequest
from brobygger.web.sent import found_by_id

Form = Callable[[Mapping[int, str], int], HttpResponse]
"""The page with the form, with messages that were typed by the other's number, and the status."""


def requests_context(of: Any) -> dict[str, Any]:
    """What the page of one's own evening shows of requests, on either side."""
    at = now()
    takes, own = queries.takes_requests(of.evening, at), queries.requests_of(of=of, at=at)
    return {
        "takes_requests": takes,
        "asked": own.asked if takes else (),
        "asked_for": own.own,
        "agreed": own.agreed,
        "has_own_waiting": any(one.waits for one in own.own),
    }


def rows_to_ask(
    of: Any, rows: Iterable[dict[str, Any]], other: str, typed: Mapping[int, str]
) -> list[dict[str, Any]]:
    """
    Rows of the other side with what there is between the two, and what was typed and not sent.

    Args:
        other: the key of a row under which the other stands.
    """
    known = queries.requests_of(of=of, at=now()).by_other
    return [
        {**row, "request": known.get(row[other].pk), "typed": typed.get(row[other].pk, "")} for row in rows
    ]


def ask(request: PageRequest, of: Any, other: Any, side: WishSide, *, back: str, form: Form) -> HttpResponse:
    """
    Ask, and say until when it can be answered. What is refused says why, with what was typed.

    Args:
        other: the one to ask; None: somebody who does not take part, or whom the visitor is not shown.
        back: the name of the page of the own evening.
    """
    if other is None or other.evening_id != of.evening_id:
        messages.error(request, _("Somebody you chose does not take part any more. Look at the list again."))
        return form({}, 422)
    student, company = (of, other) if side == WishSide.STUDENT else (other, of)
    message = request.POST.get("message", "")
    try:
        made = actions.ask_for_talk(
            student=student, company=company, side=side, message=message, by=request.user, at=now()
        )
    except actions.RequestRefused as error:
        messages.error(request, str(error))
        return form({other.pk: message}, 422)
    who = company.organisation.name if side == WishSide.STUDENT else student.candidate.alias
    if made.state == RequestState.ACCEPTED:
        messages.success(request, _agreed(who))
    else:
        until = date_format(localtime(made.expires_at), "DATETIME_FORMAT")
        said = _("%(who)s is asked, and can answer until %(until)s.")
        messages.success(request, said % {"who": who, "until": until})
    return redirect(back, pk=of.pk)


def answer(request: PageRequest, of: Any, back: str) -> HttpResponse:
    """Yes or no to a request that this side was asked, or take back one that it made."""
    found = found_by_id(queries.request_by_id, request.POST.get("request"))
    act = ANSWERS.get(request.POST.get("answer", ""))
    if found is None or act is None or of not in (found.student, found.company):
        messages.error(request, _("This request is not there any more. Look at the list again."))
        return redirect(back, pk=of.pk)
    who = found.company.organisation.name if of == found.student else found.student.candidate.alias
    return done(request, lambda: act(request, found, who), back, of.pk)


def _accept(request: PageRequest, found: Any, who: str) -> str:
    actions.accept_talk(request=found, by=request.user, at=now())
    return _agreed(who)


def _decline(request: PageRequest, found: Any, who: str) -> str:
    actions.decline_talk(request=found, by=request.user, at=now())
    return _("%(who)s is told that no talk was agreed, and no reason.") % {"who": who}


def _withdraw(request: PageRequest, found: Any, who: str) -> str:
    actions.withdraw_request(request=found, by=request.user, at=now())
    return _("Taken back: %(who)s is no longer asked.") % {"who": who}


def _agreed(who: str) -> str:
    said = _("Agreed: you and %(who)s meet at the evening. The timetable says when.")
    return said % {"who": who}


ANSWERS: Mapping[str, Callable[[PageRequest, Any, str], str]] = {
    "accept": _accept,
    "decline": _decline,
    "withdraw": _withdraw,
}
