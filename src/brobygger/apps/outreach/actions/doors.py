"""Which door brought a candidate and an organisation together."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.models import Application
from brobygger.apps.outreach.enums import Door
from brobygger.apps.outreach.models import Campaign, PlacementDoor


@transaction.atomic
def note_door(
    *,
    application: Application,
    door: Door,
    detail: str = "",
    campaign: Campaign | None = None,
    by: User | None,
    at: dt.datetime,
) -> PlacementDoor:
    """
    Say what brought an application, in place of what was said before. Repeating it changes nothing.

    Args:
        detail: which visit, event or agent.
        campaign: which mail to many; left out where the door is another one.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "outreach.note_door", application)
    known = PlacementDoor.objects.select_for_update(of=("self",)).filter(application=application).first()
    detail = detail.strip()[:120]
    campaign = campaign if door == Door.CAMPAIGN else None
    if known and (known.door, known.detail, known.campaign) == (door, detail, campaign):
        return known
    before = known.door if known else ""
    noted = known or PlacementDoor(application=application)
    noted.door, noted.detail, noted.noted_at, noted.noted_by = door, detail, at, by
    noted.campaign = campaign
    noted.full_clean()
    noted.save()
    record(action="outreach.note_door", subject=application, by=by, at=at, changes={"door": [before, door]})
    return noted
