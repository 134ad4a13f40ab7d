from __future__ import annotations

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.events.enums import EventKind, EventState
from brobygger.apps.events.models import Event, EventSeries
from tests.factories.moments import NOW
from tests.factories.programmes import ProgrammeFactory


class EventSeriesFactory(DjangoModelFactory):
    class Meta:
        model = EventSeries

    programme = factory.SubFactory(ProgrammeFactory)
    name = "Prøvesemester"
    start_date = dt.date(2026, 8, 1)
    end_date = dt.date(2027, 1, 31)


class EventFactory(DjangoModelFactory):
    class Meta:
        model = Event

    programme = factory.SubFactory(ProgrammeFactory)
    code = factory.Sequence(lambda number: f"event-{number}")
    kind = EventKind.SEMINAR
    title = "Prøveseminar"
    starts_at = NOW + dt.timedelta(days=14)
    ends_at = NOW + dt.timedelta(days=14, hours=2)
    state = EventState.OPEN
    created_at = NOW
    changed_at = NOW
