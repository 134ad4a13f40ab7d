"""A candidate ends the sharing of a text, or erases it."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.advice.actions.appointments import cancel_appointment
from brobygger.apps.advice.enums import AppointmentState
from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may

if TYPE_CHECKING:
    from brobygger.apps.advice.models import AdviceCase
    from brobygger.apps.base.models import User


@transaction.atomic
def end_sharing(*, case: AdviceCase, by: User | None, at: dt.datetime) -> None:
    """
    Let the adviser see the text no longer. Booked times of it are given back. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is somebody else's.
    """
    check_may(by, "advice.change_case", case)
    if case.ended_at is not None:
        return
    for one in case.appointments.filter(state=AppointmentState.BOOKED, time__starts_at__gt=at):
        cancel_appointment(appointment=one, by=by, at=at)
    case.ended_at = at
    case.changed_at = at
    case.save(update_fields=["ended_at", "changed_at"])
    record(action="advice.end_sharing", subject=case, by=by, at=at, changes={})


@transaction.atomic
def remove_case(*, case: AdviceCase, by: User | None, at: dt.datetime) -> None:
    """
    Erase a text with its versions, comments and appointments.

    Raises:
        PermissionDenied: it is somebody else's.
    """
    check_may(by, "advice.change_case", case)
    end_sharing(case=case, by=by, at=at)
    record(action="advice.remove_case", subject=case, by=by, at=at, changes={})
    case.delete()
