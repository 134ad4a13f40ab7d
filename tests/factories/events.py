from __future__ import annotations

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.events.enums import EventKind, EventState, RegistrationState, Side
from brobygger.apps.events.models import CheckIn, Event, EventSeries, Participation, Registration
from tests.factories.moments import NOW
from tests.factories.organisations import OrganisationFactory
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


class RegistrationFactory(DjangoModelFactory):
    class Meta:
        model = Registration

    event = factory.SubFactory(EventFactory)
    name = factory.Sequence(lambda number: f"Ida Prøvesen {number}")
    email = factory.Sequence(lambda number: f"ida{number}@example.org")
    language = "en"
    side = Side.STUDENT
    number = factory.Sequence(lambda number: number + 1)
    code = factory.Sequence(lambda number: f"C{number:07}")
    key = factory.Sequence(lambda number: f"key-of-registration-{number:012}")
    state = RegistrationState.CONFIRMED
    registered_at = NOW
    changed_at = NOW


class CheckInFactory(DjangoModelFactory):
    class Meta:
        model = CheckIn

    registration = factory.SubFactory(RegistrationFactory)
    client_id = factory.Faker("uuid4")
    checked_in_at = NOW
    received_at = NOW


class ParticipationFactory(DjangoModelFactory):
    class Meta:
        model = Participation

    event = factory.SubFactory(EventFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    noted_at = NOW
