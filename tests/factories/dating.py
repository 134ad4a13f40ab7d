from __future__ import annotations

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.events.enums import EventKind, WishSide
from brobygger.apps.events.models import (
    Appointment,
    DatingCompany,
    DatingEvening,
    DatingStudent,
    DatingWish,
    TimetableVersion,
)
from tests.factories.events import EventFactory
from tests.factories.moments import NOW
from tests.factories.organisations import OrganisationFactory
from tests.factories.people import CandidateFactory

EVENING = NOW + dt.timedelta(days=14, hours=8)


class DatingEveningFactory(DjangoModelFactory):
    class Meta:
        model = DatingEvening

    event = factory.SubFactory(
        EventFactory,
        kind=EventKind.DATING,
        title="Company Dating Prøve",
        starts_at=EVENING,
        ends_at=EVENING + dt.timedelta(hours=3),
    )
    first_round_at = EVENING + dt.timedelta(minutes=30)
    rounds = 4
    wishes_until = EVENING - dt.timedelta(days=2)
    created_at = NOW
    changed_at = NOW


class DatingCompanyFactory(DjangoModelFactory):
    class Meta:
        model = DatingCompany
        skip_postgeneration_save = True

    evening = factory.SubFactory(DatingEveningFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    joined_at = NOW


class DatingStudentFactory(DjangoModelFactory):
    class Meta:
        model = DatingStudent

    evening = factory.SubFactory(DatingEveningFactory)
    candidate = factory.SubFactory(CandidateFactory)
    joined_at = NOW


class DatingWishFactory(DjangoModelFactory):
    class Meta:
        model = DatingWish

    student = factory.SubFactory(DatingStudentFactory)
    company = factory.SubFactory(DatingCompanyFactory)
    side = WishSide.STUDENT
    strength = 2
    made_at = NOW


class TimetableVersionFactory(DjangoModelFactory):
    class Meta:
        model = TimetableVersion

    evening = factory.SubFactory(DatingEveningFactory)
    number = factory.Sequence(lambda number: number + 1)
    parameters = factory.LazyFunction(lambda: {"floor": 1, "minimum": 0, "seed": 0, "locked": []})
    made_at = NOW


class AppointmentFactory(DjangoModelFactory):
    class Meta:
        model = Appointment

    version = factory.SubFactory(TimetableVersionFactory)
    round = 1
    table = "1"
    company = factory.SubFactory(DatingCompanyFactory)
    student = factory.SubFactory(DatingStudentFactory)
