"""Which organisations take part in an event, themselves or represented by another one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.locking import locked
from brobygger.apps.events.models import Participation

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import Event
    from brobygger.apps.organisations.models import Organisation


@transaction.atomic
def note_participation(
    *,
    event: Event,
    organisation: Organisation,
    representative: Organisation | None = None,
    by: User | None,
    at: dt.datetime,
) -> Participation:
    """
    Note that an organisation takes part: itself, or represented by another. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: an organisation cannot represent itself.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # the permission was asked for
        locked(event)
        one = Participation.objects.filter(event=event, organisation=organisation).first()
        if one is not None and one.representative_id == (representative.pk if representative else None):
            return one
        one = one or Participation(event=event, organisation=organisation)
        one.representative, one.noted_at = representative, at
        one.full_clean()
        one.save()
    changes = {
        "event": event.pk,
        "organisation": organisation.pk,
        "representative": representative.pk if representative else None,
    }
    record(action="events.note_participation", subject=one, by=by, at=at, changes=changes)
    return one


@transaction.atomic
def remove_participation(*, participation: Participation, by: User | None, at: dt.datetime) -> None:
    """
    Take an organisation off an event's list.

    Raises:
        PermissionDenied: `by` may not change the event.
    """
    check_may(by, "events.change_event", participation.event)
    changes = {"event": participation.event_id, "organisation": participation.organisation_id}
    record(action="events.remove_participation", subject=participation, by=by, at=at, changes=changes)
    participation.delete()
