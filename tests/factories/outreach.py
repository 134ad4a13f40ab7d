from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.outreach.models import (
    Agent,
    AmbassadorBooking,
    Campaign,
    CampaignTask,
    Channel,
    ChannelReading,
    Student,
)
from tests.factories.moments import DAY, NOW
from tests.factories.programmes import ProgrammeFactory


class StudentFactory(DjangoModelFactory):
    class Meta:
        model = Student

    programme = factory.SubFactory(ProgrammeFactory)
    email = factory.Sequence(lambda number: f"student{number}@students.example")
    language = "en"
    intake = "2026-autumn"
    basis = "public_task"
    source = "the admission list"
    added_at = NOW


class CampaignFactory(DjangoModelFactory):
    class Meta:
        model = Campaign

    programme = factory.SubFactory(ProgrammeFactory)
    name = "Welcome"
    topic = "studies"
    basis = "public_task"
    texts = factory.LazyFunction(lambda: {"en": {"subject": "Welcome", "text": "Hello {name},\nwelcome."}})
    created_at = NOW


class AgentFactory(DjangoModelFactory):
    class Meta:
        model = Agent

    programme = factory.SubFactory(ProgrammeFactory)
    kind = "career_agent"
    name = "Ada Prøvesen"
    code = factory.Sequence(lambda number: f"agent-{number}")
    since_at = NOW


class AmbassadorBookingFactory(DjangoModelFactory):
    class Meta:
        model = AmbassadorBooking

    agent = factory.SubFactory(AgentFactory, kind="ambassador")
    school = "Prøveskolen"
    level = "upper_secondary"
    contact_name = "Lea Lærer"
    contact_email = "lea@school.example"
    wanted_on = DAY
    asked_at = NOW


class CampaignTaskFactory(DjangoModelFactory):
    class Meta:
        model = CampaignTask

    campaign = factory.SubFactory(CampaignFactory)
    text = "Hang up the poster"
    audience = "students"
    due_date = DAY


class ChannelFactory(DjangoModelFactory):
    class Meta:
        model = Channel

    programme = factory.SubFactory(ProgrammeFactory)
    kind = "social"
    name = factory.Sequence(lambda number: f"Side {number}")
    added_at = NOW


class ChannelReadingFactory(DjangoModelFactory):
    class Meta:
        model = ChannelReading

    channel = factory.SubFactory(ChannelFactory)
    measure = "followers"
    day = DAY
    value = 100
    noted_at = NOW
