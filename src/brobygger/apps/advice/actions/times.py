"""Times at which somebody helps with CVs and applications."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.advice.enums import AppointmentState, MeetingForm
from brobygger.apps.advice.models import AdviceAppointment, AdviceTime
from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.models import VisitSlot
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries import programmes_joined_by


class AdviserBusy(Exception):
    """The adviser has another time, or offers to visit companies, at that time; or it is over."""


class TimeBooked(Exception):
    """Somebody has booked this time."""


@transaction.atomic
@all_rows()  # the adviser's times for other programmes count too
def offer_advice_times(
    *,
    programme: Programme,
    adviser: User,
    starts: Sequence[dt.datetime],
    length: dt.timedelta,
    form: MeetingForm,
    where: str,
    by: User | None,
    at: dt.datetime,
) -> list[AdviceTime]:
    """
    Offer times of the same length; all of them or none.

    Raises:
        PermissionDenied: `by` may not, or offers somebody else's time, or for a programme that is not their own.
        AdviserBusy: the adviser is not free then, or the time is over.
        ValidationError: no length, or nothing said of where.
    """
    check_may(by, "advice.offer_times")
    if by is not None and by.pk != adviser.pk:
        raise PermissionDenied(f"{by} may not offer the time of {adviser}.")
    if not programmes_joined_by(adviser).filter(pk=programme.pk).exists():
        raise PermissionDenied(f"{adviser} does not work for {programme}.")
    User.objects.select_for_update().get(pk=adviser.pk)  # two forms at once are one after the other
    offered = []
    for start in sorted(set(starts)):
        end = start + length
        clash = {"starts_at__lt": end, "ends_at__gt": start}
        if (
            start <= at
            or AdviceTime.objects.filter(adviser=adviser, **clash).exists()
            or VisitSlot.objects.filter(visitor=adviser, **clash).exists()
        ):
            raise AdviserBusy(f"{start:%Y-%m-%d %H:%M}")
        time = AdviceTime(
            programme=programme,
            adviser=adviser,
            starts_at=start,
            ends_at=end,
            form=form,
            where=where.strip(),
            offered_at=at,
        )
        time.full_clean()
        time.save()
        offered.append(time)
    for time in offered:
        record(action="advice.offer_time", subject=time, by=by, at=at, changes={"programme": programme.pk})
    return offered


@transaction.atomic
def withdraw_advice_time(*, time: AdviceTime, by: User | None, at: dt.datetime) -> None:
    """
    Take an offered time back.

    Raises:
        PermissionDenied: `by` may not.
        TimeBooked: somebody has it.
    """
    check_may(by, "advice.withdraw_time", time)
    with all_rows():
        AdviceTime.objects.select_for_update().get(pk=time.pk)
        if AdviceAppointment.objects.filter(time=time, state=AppointmentState.BOOKED).exists():
            raise TimeBooked(str(time))
        record(action="advice.withdraw_time", subject=time, by=by, at=at, changes={})
        AdviceTime.objects.filter(pk=time.pk).delete()  # appointments of it that were cancelled go too
