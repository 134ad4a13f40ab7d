from __future__ import annotations

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.advice.enums import MeetingForm, TextKind, TrackKind
from brobygger.apps.advice.models import (
    AdviceAppointment,
    AdviceCase,
    AdviceComment,
    AdviceTime,
    AdviceVersion,
    IntakeTrack,
    TrackStep,
)
from brobygger.apps.base.enums import Role
from tests.factories.moments import NOW
from tests.factories.people import CandidateFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.users import UserFactory

TEXT = "Engineer with an eye for pumps.\nI have welded frames for two years.\nPython and English C1.\n"


class AdviceTimeFactory(DjangoModelFactory):
    """A time of an adviser of the secretariat, a week from `NOW`; each an hour after the one before."""

    class Meta:
        model = AdviceTime

    programme = factory.SubFactory(ProgrammeFactory)
    adviser = factory.SubFactory(UserFactory, role=Role.SECRETARIAT)
    starts_at = factory.Sequence(lambda number: NOW + dt.timedelta(days=7, hours=number % 100))
    ends_at = factory.LazyAttribute(lambda one: one.starts_at + dt.timedelta(minutes=30))
    form = MeetingForm.PLACE
    where = "Prøvevej 1, lokale 2"
    offered_at = NOW


class AdviceCaseFactory(DjangoModelFactory):
    class Meta:
        model = AdviceCase

    candidate = factory.SubFactory(CandidateFactory)
    programme = factory.SubFactory(ProgrammeFactory)
    adviser = factory.SubFactory(UserFactory, role=Role.SECRETARIAT)
    kind = TextKind.CV
    country = "DK"
    opened_at = NOW
    changed_at = NOW


class AdviceVersionFactory(DjangoModelFactory):
    class Meta:
        model = AdviceVersion

    case = factory.SubFactory(AdviceCaseFactory)
    number = 1
    text = TEXT
    language = "en"
    passages = factory.LazyAttribute(
        lambda one: [
            [one.text.index(line), one.text.index(line) + len(line)] for line in one.text.splitlines()
        ]
    )
    added_at = NOW


class AdviceCommentFactory(DjangoModelFactory):
    """On the first sentence of its version."""

    class Meta:
        model = AdviceComment

    version = factory.SubFactory(AdviceVersionFactory)
    start = 0
    end = 31
    quote = "Engineer with an eye for pumps."
    text = "Which pumps?"
    written_by = factory.SelfAttribute("version.case.adviser")
    written_at = NOW


class AdviceAppointmentFactory(DjangoModelFactory):
    class Meta:
        model = AdviceAppointment

    case = factory.SubFactory(AdviceCaseFactory)
    time = factory.SubFactory(AdviceTimeFactory, adviser=factory.SelfAttribute("..case.adviser"))
    booked_at = NOW
    changed_at = NOW


class IntakeTrackFactory(DjangoModelFactory):
    class Meta:
        model = IntakeTrack

    programme = factory.SubFactory(ProgrammeFactory)
    intake = "2026-autumn"
    kind = TrackKind.INTRODUCTION
    name = factory.Sequence(lambda number: f"Introduction {number}")
    made_at = NOW


class TrackStepFactory(DjangoModelFactory):
    class Meta:
        model = TrackStep

    track = factory.SubFactory(IntakeTrackFactory)
    position = factory.Sequence(lambda number: number + 1)
    title = "Register at the municipality"
