"""“Cancel the appointment”: what both sides of an appointment with an adviser can do from a mail."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.core.exceptions import PermissionDenied
from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from brobygger.apps.advice import actions, queries
from brobygger.web.one_tap.action import NotPossible

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_appointment(link: OneTapLink) -> str:
    start = localtime(_appointment(link).time.starts_at)
    return _(
        "You cancel the appointment on %(day)s, %(time)s. The other side gets a mail, and the time can be booked again."
    ) % {"day": date_format(start, "DATE_FORMAT"), "time": date_format(start, "TIME_FORMAT")}


def cancel_appointment(link: OneTapLink, at: dt.datetime) -> str:
    try:
        actions.cancel_appointment(appointment=_appointment(link), by=link.user, at=at)
    except (actions.AppointmentOver, PermissionDenied) as error:
        raise NotPossible(str(error)) from error
    return _("The appointment is cancelled, and the other side knows.")


def _appointment(link: OneTapLink) -> Any:
    """
    Raises:
        NotPossible: the appointment was cancelled or moved since the mail, or is not the user's any more.
    """
    found = queries.appointment_by_id(int(link.arguments["appointment"]))
    if found is None or link.user is None or not link.user.has_perm("advice.view_case", found.case):
        raise NotPossible(_("This appointment is not there for you any more."))
    if not found.is_booked:
        raise NotPossible(_("This appointment was cancelled already."))
    if found.sequence != link.arguments["sequence"]:
        raise NotPossible(_("This appointment was moved. The newer mail has a link of its own."))
    return found
