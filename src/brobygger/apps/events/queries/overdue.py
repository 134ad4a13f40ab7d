"""What companies promised after a talk and did not keep."""

from __future__ import annotations

import datetime as dt

from django.db.models import QuerySet

from brobygger.apps.events.models import DatingLead


def overdue_leads(day: dt.date) -> QuerySet[DatingLead]:
    """Leads in the visitor's scope whose company has not written by the promised day, the longest waiting first."""
    found = DatingLead.objects.overdue(day).select_related(
        "company__organisation", "student__evening__event", "student__candidate"
    )
    return found.order_by("due_date", "pk")
