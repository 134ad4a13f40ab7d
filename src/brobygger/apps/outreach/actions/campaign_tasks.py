"""What is to be done for a campaign, by whom and until when."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.enums import AudienceKind
from brobygger.apps.outreach.models import Campaign, CampaignTask


@transaction.atomic
def add_campaign_task(
    *,
    campaign: Campaign,
    text: str,
    audience: AudienceKind,
    due_date: dt.date,
    owner: User | None = None,
    by: User | None,
    at: dt.datetime,
) -> CampaignTask:
    """
    Say what somebody does for a campaign.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no words.
    """
    check_may(by, "outreach.change_campaigns")
    text = " ".join(text.split())
    task = CampaignTask(campaign=campaign, text=text, audience=audience, due_date=due_date, owner=owner)
    task.full_clean()
    task.save()
    changes = {"audience": audience, "due_date": due_date.isoformat()}
    record(action="outreach.add_campaign_task", subject=campaign, by=by, at=at, changes=changes)
    return task


@transaction.atomic
def finish_campaign_task(
    *, task: CampaignTask, is_done: bool, by: User | None, at: dt.datetime
) -> CampaignTask:
    """
    Say that a task is done, or that it is not after all. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "outreach.change_campaigns")
    task = CampaignTask.objects.select_for_update().get(pk=task.pk)
    if (task.done_at is not None) != is_done:
        task.done_at, task.done_by = (at, by) if is_done else (None, None)
        task.save(update_fields=["done_at", "done_by"])
        changes = {"task": task.pk, "is_done": is_done}
        record(action="outreach.finish_campaign_task", subject=task.campaign, by=by, at=at, changes=changes)
    return task
