"""Mails about requests for talks: that one is asked, with both answers as links, and what came of what one asked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.actions import OneTap
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.events.actions.evening_mail import to_company, to_student
from brobygger.apps.events.enums import WishSide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import TalkRequest

ACCEPT: Final = "events.accept_talk"
DECLINE: Final = "events.decline_talk"
A_DAY: Final = dt.timedelta(days=1)


def tell_of_request(request: TalkRequest, *, by: User | None, at: dt.datetime) -> None:
    """Whoever is asked reads who asks, the message, and until when; a link says yes, another no."""
    days = max(
        1, -(-(request.expires_at - at) // A_DAY)
    )  # what is left of the last day the action itself refuses
    arguments = {"request": request.pk}
    links = [
        OneTap(_("Yes, we meet"), ACCEPT, arguments, days),
        OneTap(_("No, thank you"), DECLINE, arguments, days),
    ]
    _tell(request, "talk_asked", to_asker=False, by=by, at=at, links=links)


def tell_of_yes(request: TalkRequest, *, by: User | None, at: dt.datetime) -> None:
    _tell(request, "talk_agreed", to_asker=True, by=by, at=at)


def tell_of_no(request: TalkRequest, *, by: User | None, at: dt.datetime) -> None:
    """That no talk was agreed; not why, for nobody was asked why."""
    _tell(request, "talk_declined", to_asker=True, by=by, at=at)


def tell_of_lapse(request: TalkRequest, *, by: User | None, at: dt.datetime) -> None:
    """That it was not answered in time, which is no no."""
    _tell(request, "talk_lapsed", to_asker=True, by=by, at=at)


def _tell(
    request: TalkRequest,
    template: str,
    *,
    to_asker: bool,
    by: User | None,
    at: dt.datetime,
    links: Sequence[OneTap] = (),
) -> None:
    student, company = request.student, request.company
    context: dict[str, Any] = {
        "event": student.evening.event,
        "message": request.message,
        "until": request.expires_at,
    }
    if (request.side == WishSide.STUDENT) == to_asker:
        context |= {
            "who": company.organisation.name,
            "address": absolute(reverse("dating-student", args=[student.pk])),
        }
        to_student(student, template, context, by, at, links)
    else:
        context |= {
            "who": student.candidate.alias,
            "address": absolute(reverse("dating-company", args=[company.pk])),
        }
        to_company(company, template, context, by, at, links)
