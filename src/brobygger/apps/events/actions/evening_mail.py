"""
Mails about an evening: the own talks when they are new or changed, and a yes of both.

They are owed to whoever takes part, as those about an event are to whoever registered: a no to reminders, or to mail,
leaves nobody before a table at the wrong hour.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from django.conf import settings
from django.urls import reverse

from brobygger.apps.base.actions import Address, OneTap, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows
from brobygger.apps.events import queries
from brobygger.apps.organisations.queries import contacts_of

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import (
        Appointment,
        DatingCompany,
        DatingEvening,
        DatingLead,
        DatingStudent,
    )


def tell_student_of_talks(
    student: DatingStudent,
    evening: DatingEvening,
    talks: Iterable[Appointment],
    *,
    is_changed: bool,
    by: User | None,
    at: dt.datetime,
) -> set[str]:
    """The addresses written to, in small letters; so below."""
    context = _context(evening, _rows_of_student(evening, talks), is_changed) | {
        "address": absolute(reverse("dating-student", args=[student.pk]))
    }
    return to_student(student, "evening_talks", context, by, at)


def tell_company_of_talks(
    company: DatingCompany,
    evening: DatingEvening,
    talks: Iterable[Appointment],
    *,
    is_changed: bool,
    by: User | None,
    at: dt.datetime,
) -> set[str]:
    context = _context(evening, _rows_of_company(evening, talks), is_changed) | {
        "address": absolute(reverse("dating-company", args=[company.pk]))
    }
    return to_company(company, "evening_talks", context, by, at)


def tell_student_of_move(
    student: DatingStudent,
    evening: DatingEvening,
    talks: Iterable[Appointment],
    *,
    is_event: bool,
    by: User | None,
    at: dt.datetime,
) -> set[str]:
    context = _moved(evening, _rows_of_student(evening, talks), is_event) | {
        "address": absolute(reverse("dating-student", args=[student.pk]))
    }
    return to_student(student, "evening_moved", context, by, at)


def tell_company_of_move(
    company: DatingCompany,
    evening: DatingEvening,
    talks: Iterable[Appointment],
    *,
    is_event: bool,
    by: User | None,
    at: dt.datetime,
) -> set[str]:
    context = _moved(evening, _rows_of_company(evening, talks), is_event) | {
        "address": absolute(reverse("dating-company", args=[company.pk]))
    }
    return to_company(company, "evening_moved", context, by, at)


def tell_of_lead(lead: DatingLead, *, by: User | None, at: dt.datetime) -> None:
    """Both learn that both said yes. With an application, its own mails tell the rest."""
    evening = lead.student.evening
    context = {
        "event": evening.event,
        "organisation": lead.company.organisation.name,
        "alias": lead.student.candidate.alias,
        "day": lead.due_date,
    }
    student = context | {
        "is_company": False,
        "address": absolute(reverse("dating-student", args=[lead.student_id])),
    }
    company = context | {
        "is_company": True,
        "address": absolute(reverse("dating-company", args=[lead.company_id])),
    }
    to_student(lead.student, "evening_lead", student, by, at)
    to_company(lead.company, "evening_lead", company, by, at)


def ask_for_name(student: DatingStudent, company: DatingCompany, *, by: User | None, at: dt.datetime) -> None:
    """Both said yes, and the candidate's name is missing for the application."""
    context = {
        "event": student.evening.event,
        "organisation": company.organisation.name,
        "address": f"{absolute(reverse('my-who'))}?next=evening",
    }
    to_student(student, "evening_name", context, by, at)


def tell_of_pause(lead: DatingLead, *, by: User | None, at: dt.datetime) -> None:
    """A candidate who waits for a message hears that the company no longer takes part. Not why."""
    context = {
        "event": lead.student.evening.event,
        "organisation": lead.company.organisation.name,
        "contact": settings.CONTROLLER["contact"],
        "address": absolute(reverse("dating-student", args=[lead.student_id])),
    }
    to_student(lead.student, "evening_lead_pauses", context, by, at)


Row: TypeAlias = "tuple[dt.datetime, str, str]"
"""When a talk begins, at which table, with whom."""


def _rows_of_student(evening: DatingEvening, talks: Iterable[Appointment]) -> list[Row]:
    times = evening.round_times()
    return [(times[one.round - 1][0], one.table, one.company.organisation.name) for one in talks]


def _rows_of_company(evening: DatingEvening, talks: Iterable[Appointment]) -> list[Row]:
    times = evening.round_times()
    return [(times[one.round - 1][0], one.table, one.student.candidate.alias) for one in talks]


def _context(evening: DatingEvening, rows: list[Row], is_changed: bool) -> dict[str, Any]:
    in_order = sorted(rows, key=lambda one: (one[0], queries.in_order(one[1]), one[2]))
    return {
        "event": evening.event,
        "rows": [{"start": start, "table": table, "who": who} for start, table, who in in_order],
        "is_changed": is_changed,
    }


def _moved(evening: DatingEvening, rows: list[Row], is_event: bool) -> dict[str, Any]:
    first = evening.event.local(evening.first_round_at)
    return _context(evening, rows, is_changed=True) | {"is_event": is_event, "first": first}


def to_student(
    student: DatingStudent,
    template: str,
    context: dict[str, Any],
    by: User | None,
    at: dt.datetime,
    links: Sequence[OneTap] = (),
) -> set[str]:
    """
    Args:
        links: what can be done from the mail; left out where there is no log-in in whose name it would be.
    """
    to: User | Address | None = student.candidate.user
    if to is None:
        identity = getattr(student.candidate, "identity", None)
        to = Address(identity.email) if identity and identity.email else None
        links = ()
    return _send([] if to is None else [(to, links)], template, context, by, at)


def to_company(
    company: DatingCompany,
    template: str,
    context: dict[str, Any],
    by: User | None,
    at: dt.datetime,
    links: Sequence[OneTap] = (),
) -> set[str]:
    """
    Args:
        links: what can be done from the mail, by those who write for the company; the others only read it.
    """
    with all_rows():  # a candidate, or a partner, does not see who speaks for the company
        users = [one.user for one in contacts_of(company.organisation).filter(user__is_active=True)]
        receivers = [
            (user, links if links and user.has_perm("events.change_dating_company", company) else ())
            for user in users
        ]
    return _send(receivers, template, context, by, at)


def _send(
    receivers: Iterable[tuple[User | Address, Sequence[OneTap]]],
    template: str,
    context: dict[str, Any],
    by: User | None,
    at: dt.datetime,
) -> set[str]:
    written = [
        send_message(
            to=to, topic=MailTopic.EVENTS, template=template, context=context, links=links, by=by, at=at
        )
        for to, links in receivers
    ]
    return {one.to_address.lower() for one in written if one is not None}
