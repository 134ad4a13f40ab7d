"""Channels of a programme, and what they stood at on which day."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.enums import ChannelKind, Measure
from brobygger.apps.outreach.models import Channel, ChannelReading
from brobygger.apps.programmes.models import Programme


class ImpossibleReading(ValueError):
    """A figure that cannot be; the text says why."""


@transaction.atomic
def add_channel(
    *,
    programme: Programme,
    kind: ChannelKind,
    name: str,
    link: str = "",
    by: User | None,
    at: dt.datetime,
) -> Channel:
    """
    Add a channel of a programme.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no name, one that is taken, or a link that is none.
    """
    check_may(by, "outreach.add_channel", programme)
    channel = Channel(programme=programme, kind=kind, name=_line(name), link=link.strip(), added_at=at)
    channel.full_clean()
    channel.save()
    record(action="outreach.add_channel", subject=channel, by=by, at=at, changes={"kind": kind})
    return channel


@transaction.atomic
def change_channel(
    *,
    channel: Channel,
    kind: ChannelKind,
    name: str,
    link: str = "",
    is_active: bool = True,
    by: User | None,
    at: dt.datetime,
) -> Channel:
    """
    Change a channel, or say that it is no longer in use. Its figures stay.

    Raises:
        PermissionDenied, ValidationError: as in `add_channel`.
    """
    check_may(by, "outreach.change_channel", channel)
    row = Channel.objects.select_for_update().get(pk=channel.pk)
    row.kind, row.name, row.link, row.is_active = kind, _line(name), link.strip(), is_active
    row.full_clean()
    row.save()
    changes = {"kind": kind, "is_active": is_active}
    record(action="outreach.change_channel", subject=row, by=by, at=at, changes=changes)
    return row


@transaction.atomic
def note_reading(
    *, channel: Channel, measure: Measure, day: dt.date, value: int, by: User | None, at: dt.datetime
) -> ChannelReading:
    """
    Note what a measure stood at on a day, in place of what was noted for that day. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        ImpossibleReading: the figure is below 0, or the day lies ahead.
    """
    check_may(by, "outreach.change_channel", channel)
    if value < 0:
        raise ImpossibleReading(_("A figure of a channel cannot be below 0."))
    if day > localdate(at):
        raise ImpossibleReading(_("The day lies ahead; nothing can have been counted then."))
    found = ChannelReading.objects.select_for_update().filter(channel=channel, measure=measure, day=day)
    known = found.first()
    if known and known.value == value:
        return known
    before = known.value if known else None
    row = known or ChannelReading(channel=channel, measure=measure, day=day)
    row.value, row.noted_at, row.noted_by = value, at, by
    row.full_clean(validate_unique=False)
    row.save()
    changes = {"measure": measure, "day": day.isoformat(), "value": [before, value]}
    record(action="outreach.note_reading", subject=channel, by=by, at=at, changes=changes)
    return row


@transaction.atomic
def remove_reading(*, reading: ChannelReading, by: User | None, at: dt.datetime) -> None:
    """
    Take a figure back that was noted by mistake.

    Raises:
        PermissionDenied: `by` may not.
    """
    channel = reading.channel
    check_may(by, "outreach.change_channel", channel)
    changes = {"measure": reading.measure, "day": reading.day.isoformat(), "value": [reading.value, None]}
    reading.delete()
    record(action="outreach.remove_reading", subject=channel, by=by, at=at, changes=changes)


def _line(text: str) -> str:
    return " ".join(text.split())
