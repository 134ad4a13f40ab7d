"""Appointments with advisers: booked, moved, cancelled, and remembered the day before."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from brobygger.apps.advice.actions.cases import CaseDetails, NotShared, add_version, open_case, touch
from brobygger.apps.advice.actions.mail import tell_of_appointment
from brobygger.apps.advice.enums import AppointmentState
from brobygger.apps.advice.models import AdviceAppointment, AdviceTime
from brobygger.apps.advice.queries.appointments import appointments_due
from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may

if TYPE_CHECKING:
    from brobygger.apps.advice.models import AdviceCase
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate

REMIND_BEFORE: Final = dt.timedelta(
    hours=30
)  # a run in the morning of the day before reaches the whole next day


class TimeTaken(Exception):
    """Somebody else was faster, the time was taken back, or it is over."""


class AppointmentOver(Exception):
    """The appointment was cancelled, or has begun."""


@transaction.atomic
def book_adviser(
    *,
    candidate: Candidate,
    time: AdviceTime,
    details: CaseDetails,
    text: str = "",
    by: User | None,
    at: dt.datetime,
) -> AdviceAppointment:
    """
    Book a time, and share a text with its adviser by that.

    Args:
        text: the first version; empty: it comes later.

    Raises:
        PermissionDenied: it is somebody else's time or profile.
        TimeTaken: the time is not free.
        NothingNew: the text is too short to be one.
        ValidationError: what was said is too long.
    """
    case = open_case(candidate=candidate, adviser=time.adviser, details=details, by=by, at=at)
    if text:
        add_version(case=case, text=text, by=by, at=at, is_told=False)
    return book_again(case=case, time=time, by=by, at=at)


@transaction.atomic
def book_again(*, case: AdviceCase, time: AdviceTime, by: User | None, at: dt.datetime) -> AdviceAppointment:
    """
    Book a time for a text that its adviser reads already.

    Raises:
        PermissionDenied: it is somebody else's, or another adviser's time.
        NotShared: the sharing has ended.
        TimeTaken: the time is not free.
    """
    check_may(by, "advice.change_case", case)
    if case.ended_at is not None:
        raise NotShared(_("You have ended the sharing. Ask an adviser anew."))
    if time.adviser_id != case.adviser_id:
        raise PermissionDenied(f"{time} is no time of the adviser of {case.pk}.")
    _claim(time, at)
    try:
        with transaction.atomic():
            appointment = AdviceAppointment.objects.create(case=case, time=time, booked_at=at, changed_at=at)
    except IntegrityError as error:
        raise TimeTaken(_("Somebody else was faster. Choose another time.")) from error
    touch(case, at)
    record(action="advice.book_appointment", subject=appointment, by=by, at=at, changes={"time": time.pk})
    tell_of_appointment(appointment, "advice_booked", by=by, at=at)
    return appointment


@transaction.atomic
def move_appointment(
    *, appointment: AdviceAppointment, time: AdviceTime, by: User | None, at: dt.datetime
) -> AdviceAppointment:
    """
    Move an appointment to another time of the same adviser. The old time is free again.

    Raises:
        PermissionDenied: it is somebody else's, or another adviser's time.
        AppointmentOver: it was cancelled or has begun.
        TimeTaken: the time is not free.
    """
    case = appointment.case
    check_may(by, "advice.change_case", case)
    if time.adviser_id != case.adviser_id:
        raise PermissionDenied(f"{time} is no time of the adviser of {case.pk}.")
    row = _standing(appointment, at)
    if row.time_id == time.pk:
        return row
    _claim(time, at)
    row.time, row.sequence, row.changed_at, row.reminded_at = time, row.sequence + 1, at, None
    row.save(update_fields=["time", "sequence", "changed_at", "reminded_at"])
    touch(case, at)
    record(action="advice.move_appointment", subject=row, by=by, at=at, changes={"time": time.pk})
    tell_of_appointment(row, "advice_moved", by=by, at=at)
    return row


@transaction.atomic
def cancel_appointment(*, appointment: AdviceAppointment, by: User | None, at: dt.datetime) -> None:
    """
    Cancel an appointment: its candidate or its adviser may. Its time is free again.

    Raises:
        PermissionDenied: it is somebody else's.
        AppointmentOver: it was cancelled already or has begun.
    """
    check_may(by, "advice.view_case", appointment.case)
    row = _standing(appointment, at)
    row.state, row.cancelled_at, row.cancelled_by = AppointmentState.CANCELLED, at, by
    row.changed_at, row.sequence = at, row.sequence + 1
    row.save(update_fields=["state", "cancelled_at", "cancelled_by", "changed_at", "sequence"])
    touch(row.case, at)
    record(action="advice.cancel_appointment", subject=row, by=by, at=at, changes={})
    tell_of_appointment(row, "advice_cancelled", by=by, at=at)


@transaction.atomic
def remind_of_appointments(*, by: User | None, at: dt.datetime) -> int:
    """Remind both sides of what comes soon, once; how many appointments that are. Run it every day."""
    with all_rows():  # the appointments of everybody
        due = list(appointments_due(at=at, before=REMIND_BEFORE).select_for_update(of=("self",)))
        for one in due:
            one.reminded_at = at
            one.save(update_fields=["reminded_at"])
            record(action="advice.remind", subject=one, by=by, at=at, changes={})
            tell_of_appointment(one, "advice_reminder", by=by, at=at)
    return len(due)


def _standing(appointment: AdviceAppointment, at: dt.datetime) -> AdviceAppointment:
    """
    The appointment, locked.

    Raises:
        AppointmentOver: it was cancelled or has begun.
    """
    found = AdviceAppointment.objects.select_for_update(of=("self",)).select_related(
        "case__candidate__identity", "case__adviser", "time__adviser"
    )
    row = found.get(pk=appointment.pk)
    if not row.is_booked or row.time.starts_at <= at:
        raise AppointmentOver(_("This appointment is over, or was cancelled."))
    return row


def _claim(time: AdviceTime, at: dt.datetime) -> None:
    """
    Lock a time, so that two who want it come one after the other.

    Raises:
        TimeTaken: it is not free.
    """
    with all_rows():
        AdviceTime.objects.select_for_update().filter(pk=time.pk).first()
        if not AdviceTime.objects.free(at).filter(pk=time.pk).exists():
            raise TimeTaken(_("Somebody else was faster. Choose another time."))
