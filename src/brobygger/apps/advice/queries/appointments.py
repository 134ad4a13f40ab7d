"""Times that advisers offer, and who has booked them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Prefetch, QuerySet

from brobygger.apps.advice.enums import AppointmentState
from brobygger.apps.advice.models import AdviceAppointment, AdviceTime
from brobygger.apps.programmes.queries import programmes_of

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate

SHOWN = ("case__candidate__identity", "case__adviser", "time__adviser")


def time_by_id(pk: int) -> AdviceTime | None:
    return AdviceTime.objects.select_related("adviser", "programme").filter(pk=pk).first()


def times_of(adviser: User, *, since: dt.datetime) -> QuerySet[AdviceTime]:
    """An adviser's times that are not over, with `booked`: the appointment that stands, in a list."""
    booked = AdviceAppointment.objects.filter(state=AppointmentState.BOOKED).select_related(*SHOWN[:1])
    found = AdviceTime.objects.filter(adviser=adviser, ends_at__gte=since).select_related("programme")
    return found.prefetch_related(Prefetch("appointments", booked, to_attr="booked"))


def free_times(
    candidate: Candidate, *, at: dt.datetime, adviser_id: int | None = None
) -> QuerySet[AdviceTime]:
    """
    Times that a candidate can book: of the own programmes, or of all for somebody who is in none yet.

    Args:
        adviser_id: of this adviser alone.
    """
    own = programmes_of(candidate)
    found = AdviceTime.objects.free(at).select_related("adviser", "programme")
    if adviser_id is not None:
        return found.filter(adviser=adviser_id)
    return found.filter(programme__in=own.order_by().values("pk")) if own.exists() else found


def appointment_by_id(pk: int) -> AdviceAppointment | None:
    found = AdviceAppointment.objects.select_related(*SHOWN, "time__programme")
    return found.filter(pk=pk).first()


def coming_appointments(user: User, *, at: dt.datetime) -> QuerySet[AdviceAppointment]:
    """What a candidate has booked, the next first."""
    return _booked().filter(case__candidate__user=user, time__ends_at__gte=at)


def calendar_appointments(user: User, *, since: dt.datetime) -> QuerySet[AdviceAppointment]:
    """The appointments of a user, as candidate or as adviser, for the own calendar."""
    found = _booked().filter(time__ends_at__gte=since)
    return found.filter(case__candidate__user=user) | found.filter(time__adviser=user, case__ended_at=None)


def appointments_due(*, at: dt.datetime, before: dt.timedelta) -> QuerySet[AdviceAppointment]:
    """Those that begin soon and of which nobody was reminded."""
    return _booked().filter(reminded_at=None, time__starts_at__gt=at, time__starts_at__lte=at + before)


def _booked() -> QuerySet[AdviceAppointment]:
    found = AdviceAppointment.objects.filter(state=AppointmentState.BOOKED).select_related(*SHOWN)
    return found.order_by("time__starts_at", "pk")
