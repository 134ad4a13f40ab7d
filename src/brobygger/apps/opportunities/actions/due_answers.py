"""Answers that are owed: organisations are reminded of them, and candidates told of those that have not come."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.opportunities.actions import application_mail as mail
from brobygger.apps.opportunities.models import Application

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def remind_of_answers(*, day: dt.date, ahead_days: int = 2, by: User | None, at: dt.datetime) -> int:
    """
    Remind organisations of the answers that they owe: once, `ahead_days` before the promised day or later.

    May be repeated: nobody is reminded twice of one application. Answers how many applications it reminded of.
    """
    due = Application.objects.awaiting_answer().filter(
        reminded_at__isnull=True, answer_due_date__lte=day + dt.timedelta(days=ahead_days)
    )
    count = 0
    for application in _each_locked(due):
        application.reminded_at = at
        application.save(update_fields=["reminded_at"])
        mail.remind_of_answer(application, by=by, at=at)
        count += 1
    return count


@transaction.atomic
def tell_of_lapses(*, day: dt.date, by: User | None, at: dt.datetime) -> int:
    """
    Tell candidates whose answer was promised for a day before `day` and has not come: once for each application.

    It says no in nobody's name: the application stands, and the secretariat sees it. Answers how many were told.
    """
    count = 0
    for application in _each_locked(Application.objects.overdue(day).filter(lapse_told_at__isnull=True)):
        application.lapse_told_at = at
        application.save(update_fields=["lapse_told_at"])
        mail.tell_of_lapse(application, by=by, at=at)
        changes = {"due": str(application.answer_due_date)}
        record(action="opportunities.tell_of_lapse", subject=application, by=by, at=at, changes=changes)
        count += 1
    return count


def _each_locked(found: Any) -> list[Application]:
    rows = found.select_for_update(of=("self",)).select_related(
        "opportunity__organisation", "candidate__user"
    )
    return list(rows.order_by("pk"))
