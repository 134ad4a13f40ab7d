"""Reads of mails to many, of the students on the list, and of agents and ambassadors."""

from brobygger.apps.outreach.models import FALLBACK
from brobygger.apps.outreach.queries.audience import (
    Audience,
    Receiver,
    Segment,
    audience,
    audience_of,
    known_values,
)
from brobygger.apps.outreach.queries.campaigns import (
    Progress,
    allowance,
    campaign_by_id,
    campaigns,
    due_students,
    failures_of,
    is_anything_waiting,
    progress_of,
    running_campaigns,
    sequence_by_id,
    sequences,
    students,
    unsettled,
    waiting_of,
)

__all__ = [
    "FALLBACK",
    "Audience",
    "Progress",
    "Receiver",
    "Segment",
    "allowance",
    "audience",
    "audience_of",
    "campaign_by_id",
    "campaigns",
    "due_students",
    "failures_of",
    "is_anything_waiting",
    "known_values",
    "progress_of",
    "running_campaigns",
    "sequence_by_id",
    "sequences",
    "students",
    "unsettled",
    "waiting_of",
]
