"""An evening moves with its event, or its rounds do for themselves; whoever takes part is told."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.events.actions import evening_mail as mail
from brobygger.apps.events.enums import EventState
from brobygger.apps.events.models import Appointment, DatingEvening, Event, Registration

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def objection(evening: DatingEvening, event: Event) -> str:
    """Why the rounds cannot lie in the span of an event; empty where they can."""
    rounds = evening.round_times()
    if rounds[0][0] < event.starts_at:
        return _("The first round cannot begin before the event does.")
    if rounds[-1][1] > event.ends_at:
        late = int((rounds[-1][1] - event.ends_at).total_seconds() // 60)
        said = _(
            "The last round would end %(minutes)d minutes after the event. Take fewer or shorter rounds."
        )
        return said % {"minutes": late}
    return ""


def move_rounds(
    evening: DatingEvening, *, by_how_much: dt.timedelta, is_whole: bool, by: User | None, at: dt.datetime
) -> str:
    """
    Let the rounds of an event that moved move along. Where only its start did, they stay if they still fit in.

    Until when wishes are taken moves too, unless that is over: a deadline that has passed does not come back.

    Args:
        evening: its event as it will be.
        is_whole: the event lasts as long as before.

    Returns:
        Why the event cannot hold its rounds; empty where it can, and only then something is written.
    """
    if by_how_much and (is_whole or objection(evening, evening.event)):
        before = evening.first_round_at
        evening.first_round_at += by_how_much
        if at < evening.wishes_until:
            evening.wishes_until += by_how_much
        if not (refused := objection(evening, evening.event)):
            evening.changed_at = at
            evening.save(update_fields=["first_round_at", "wishes_until", "changed_at"])
            changes = {"first_round_at": [before.isoformat(), evening.first_round_at.isoformat()]}
            record(action="events.move_evening", subject=evening, by=by, at=at, changes=changes)
        return refused
    return objection(evening, evening.event)


def tell_of_move(
    evening: DatingEvening, *, is_event: bool, by: User | None, at: dt.datetime
) -> frozenset[str]:
    """
    Tell everybody who takes part in an open evening of its new times, each with the own talks that are published.

    Args:
        is_event: the event itself moved, not its rounds alone.

    Returns:
        The addresses that were written to, in small letters.
    """
    if evening.event.state != EventState.OPEN or evening.event.ends_at <= at:
        return frozenset()
    of_student: dict[int, list[Appointment]] = defaultdict(list)
    of_company: dict[int, list[Appointment]] = defaultdict(list)
    told: set[str] = set()
    with all_rows():  # everybody's talks, and everybody's address
        for talk in _talks_in_force(evening):
            of_student[talk.student_id].append(talk)
            of_company[talk.company_id].append(talk)
        students = evening.students.filter(withdrawn_at=None).order_by("pk")
        for student in students.select_related("candidate__user", "candidate__identity"):
            talks = of_student[student.pk]
            told |= mail.tell_student_of_move(student, evening, talks, is_event=is_event, by=by, at=at)
        companies = evening.companies.filter(withdrawn_at=None).order_by("pk")
        for company in companies.select_related("organisation"):
            talks = of_company[company.pk]
            told |= mail.tell_company_of_move(company, evening, talks, is_event=is_event, by=by, at=at)
    return frozenset(told)


def is_told(registration: Registration, told: frozenset[str]) -> bool:
    """Whether who registered was written to as somebody who takes part in the rounds."""
    address = registration.user.email if registration.user else registration.email
    return address.lower() in told


def _talks_in_force(evening: DatingEvening) -> list[Appointment]:
    found = Appointment.objects.filter(
        version__evening=evening,
        version__published_at__isnull=False,
        version__superseded_at=None,
        round__lte=evening.rounds,
    ).order_by("round", "table", "pk")
    return list(found.select_related("company__organisation", "student__candidate"))


def evening_of(event: Event) -> DatingEvening | None:
    """What makes an event an evening of talks, with the event as it is in hand; None: nothing."""
    found = DatingEvening._base_manager.filter(event=event).first()
    if found is not None:
        found.event = event
    return found
