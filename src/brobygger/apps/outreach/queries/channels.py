"""Reads of channels: the latest figures, how they changed, and which of them need a second look."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from brobygger.apps.outreach.enums import Measure, ReadingWarning
from brobygger.apps.outreach.models import Channel, ChannelReading


@dataclass(frozen=True, slots=True)
class MeasureFigures:
    """
    One measure of a channel.

    Args:
        readings: (day, figure), the first day first; at least one.
        warnings: about the latest of them.
    """

    measure: Measure
    readings: tuple[tuple[dt.date, int], ...]
    warnings: tuple[ReadingWarning, ...] = ()

    @property
    def day(self) -> dt.date:
        return self.readings[-1][0]

    @property
    def value(self) -> int:
        return self.readings[-1][1]

    @property
    def change(self) -> int | None:
        """Since the reading before; None: there is none."""
        return self.value - self.readings[-2][1] if len(self.readings) > 1 else None

    @property
    def since(self) -> dt.date | None:
        return self.readings[-2][0] if len(self.readings) > 1 else None


@dataclass(frozen=True, slots=True)
class ChannelFigures:
    """A channel with its measures, in the order of `Measure`."""

    channel: Channel
    measures: tuple[MeasureFigures, ...]


def channel_by_id(pk: int) -> Channel | None:
    return Channel.objects.select_related("programme").filter(pk=pk).first()


def reading_by_id(pk: int) -> ChannelReading | None:
    return ChannelReading.objects.select_related("channel__programme").filter(pk=pk).first()


def readings_of(channel: Channel) -> QuerySet[ChannelReading]:
    """All figures of a channel, the latest first."""
    found = ChannelReading.objects.filter(channel=channel).select_related("noted_by")
    return found.order_by("-day", "measure", "pk")


def channel_figures(*, programme: int | None = None, channel: int | None = None) -> list[ChannelFigures]:
    """The channels in the visitor's scope, those in use first. Two queries."""
    found = Channel.objects.select_related("programme")
    if programme is not None:
        found = found.filter(programme=programme)
    if channel is not None:
        found = found.filter(pk=channel)
    channels = list(found.order_by("-is_active", "programme__name", "name", "pk"))
    rows = ChannelReading.objects.filter(channel__in=[one.pk for one in channels]).order_by("day")
    by_channel: dict[int, dict[str, list[tuple[dt.date, int]]]] = defaultdict(lambda: defaultdict(list))
    for pk, measure, day, value in rows.values_list("channel", "measure", "day", "value"):
        by_channel[pk][measure].append((day, value))
    return [ChannelFigures(one, _measures(by_channel[one.pk])) for one in channels]


def total_of(figures: Sequence[ChannelFigures], measure: Measure) -> tuple[int, int]:
    """The latest figures of a measure over channels in use, added up, and of how many channels."""
    found = [
        one.value
        for figure in figures
        if figure.channel.is_active
        for one in figure.measures
        if one.measure == measure
    ]
    return sum(found), len(found)


def _measures(found: dict[str, list[tuple[dt.date, int]]]) -> tuple[MeasureFigures, ...]:
    views = dict(found.get(Measure.VIEWS, ()))
    return tuple(
        MeasureFigures(measure, tuple(found[measure]), tuple(_warnings(measure, found[measure], views)))
        for measure in Measure
        if found.get(measure)
    )


def _warnings(
    measure: Measure, readings: list[tuple[dt.date, int]], views: dict[dt.date, int]
) -> list[ReadingWarning]:
    day, value = readings[-1]
    warnings = []
    if measure.is_stock and len(readings) > 1 and value < readings[-2][1]:
        warnings.append(ReadingWarning.FALL)
    if measure == Measure.CLICKS and day in views and value > views[day]:
        warnings.append(ReadingWarning.CLICKS_ABOVE_VIEWS)
    return warnings
