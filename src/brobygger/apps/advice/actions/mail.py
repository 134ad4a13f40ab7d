"""Mails about appointments and comments, each in its receiver's language."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.apps.advice.enums import MeetingForm
from brobygger.apps.base.actions import Address, OneTap, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import User
from brobygger.apps.people.queries import name_of

if TYPE_CHECKING:
    from brobygger.apps.advice.models import AdviceAppointment, AdviceCase
    from brobygger.apps.people.models import Candidate

CANCEL = "advice.cancel_appointment"


def tell_of_appointment(
    appointment: AdviceAppointment, template: str, *, by: User | None, at: dt.datetime
) -> None:
    """Both sides learn that an appointment was booked, moved or cancelled, or comes soon: `template` says which."""
    case, time = appointment.case, appointment.time
    links = [cancel_link(appointment, at)] if appointment.is_booked else []
    context = {
        "case": case,
        "starts": time.starts_at,
        "ends": time.ends_at,
        "is_video": time.form == MeetingForm.VIDEO,
        "where": time.where,
        "adviser": called(time.adviser),
        "candidate": called_candidate(case.candidate),
        "address": absolute(reverse("advice-case", args=[case.pk])),
        "calendar": absolute(reverse("advice-appointment-calendar", args=[appointment.pk]))
        if appointment.is_booked
        else "",
    }
    _to_candidate(case.candidate, template, context, links, by, at)
    _send(time.adviser, template, {**context, "is_adviser": True}, links, by, at)


def tell_candidate_of_comments(case: AdviceCase, *, by: User | None, at: dt.datetime) -> None:
    adviser = called(case.adviser) if case.adviser else ""
    _to_candidate(case.candidate, "advice_comments", {**_case(case), "adviser": adviser}, [], by, at)


def tell_adviser(case: AdviceCase, template: str, *, by: User | None, at: dt.datetime) -> None:
    """The adviser learns that a text waits: a new one, or a new version."""
    if case.adviser is not None:
        context = {**_case(case), "candidate": called_candidate(case.candidate)}
        _send(case.adviser, template, context, [], by, at)


def cancel_link(appointment: AdviceAppointment, at: dt.datetime) -> OneTap:
    """Good until the appointment begins."""
    days = max((appointment.time.starts_at - at).days + 1, 1)
    return OneTap(
        _("Cancel the appointment"),
        CANCEL,
        {"appointment": appointment.pk, "sequence": appointment.sequence},
        days,
    )


def called(user: User) -> str:
    return user.get_full_name() or user.get_username()


def called_candidate(candidate: Candidate) -> str:
    """The name, where the candidate has said it: who asks an adviser for help is no stranger to them."""
    return name_of(candidate) or candidate.alias


def _case(case: AdviceCase) -> dict[str, Any]:
    return {"case": case, "address": absolute(reverse("advice-case", args=[case.pk]))}


def _to_candidate(
    candidate: Candidate,
    template: str,
    context: dict[str, Any],
    links: list[OneTap],
    by: User | None,
    at: dt.datetime,
) -> None:
    to: User | Address | None = candidate.user
    if to is None:
        identity = getattr(candidate, "identity", None)
        to = Address(identity.email) if identity and identity.email else None
    if to is not None:
        _send(to, template, {**context, "is_adviser": False}, links, by, at)


def _send(
    to: User | Address,
    template: str,
    context: dict[str, Any],
    links: list[OneTap],
    by: User | None,
    at: dt.datetime,
) -> None:
    is_with_log_in = isinstance(to, User)  # a link acts as its user
    send_message(
        to=to,
        topic=MailTopic.REMINDERS,
        template=template,
        context=context,
        links=links if is_with_log_in else [],
        by=by,
        at=at,
    )
