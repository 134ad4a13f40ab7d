"""Which organisations take part in an event, themselves or represented by another one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.locking import locked
from brobygger.apps.events.models import Participation
from brobygger.apps.organisations.enums import OrganisationState

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
        ValidationError: an organisation cannot represent itself, and one that is suspended takes no part.
    """
    check_may(by, "events.change_event", event)
    if OrganisationState.SUSPENDED in (organisation.state, representative and representative.state):
        raise ValidationError(_("An organisation that is suspended cannot take part."))
    with all_rows():  # the permission was asked for
        locked(event)
        one = Participation.objects.filter(event=event, organisation=organisation).first()
        number = representative.pk if representative else None
        if one is not None and one.withdrawn_at is None and one.representative_id == number:
            return one
        one = one or Participation(event=event, organisation=organisation)
        one.representative, one.noted_at, one.withdrawn_at = representative, at, None
        one.full_clean()
        one.save()
    changes = {
        "event": event.pk,
        "organisation": organisation.pk,
        "representative": number,
    }
    record(action="events.note_participation", subject=one, by=by, at=at, changes=changes)
    return one


@transaction.atomic
def withdraw_participation(
    *, participation: Participation, by: User | None, at: dt.datetime
) -> Participation:
    """
    Let an organisation take no part in an event any more; that it was to stays known. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
    """
    check_may(by, "events.change_event", participation.event)
    if participation.withdrawn_at is None:
        participation.withdrawn_at = at
        participation.save(update_fields=["withdrawn_at"])
        changes = {"event": participation.event_id, "organisation": participation.organisation_id}
        record(action="events.withdraw_participation", subject=participation, by=by, at=at, changes=changes)
    return participation


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
