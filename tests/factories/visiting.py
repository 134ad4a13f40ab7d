from __future__ import annotations

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.base.enums import Role
from brobygger.apps.outreach.enums import GrantPurpose, VisitState
from brobygger.apps.outreach.models import (
    Call,
    CallBatch,
    Cooperation,
    Grant,
    GrantCondition,
    HostStory,
    RegisteredCompany,
    TargetList,
    Visit,
    VisitSlot,
)
from tests.factories.moments import DAY, NOW
from tests.factories.organisations import OrganisationFactory
from tests.factories.programmes import ProgrammeFactory
from tests.factories.users import UserFactory


class RegisteredCompanyFactory(DjangoModelFactory):
    class Meta:
        model = RegisteredCompany

    country = "DK"
    number = factory.Sequence(lambda number: f"{number + 10_000_000}")
    name = factory.Sequence(lambda number: f"Aadal Pumper {number}")
    industry_code = "28.13.00"
    industry = "Pumper"
    employees = 38
    size_class = "small"
    municipality = "Horsens"
    region = "Midtjylland"
    is_exporter = True
    phone = "+45 70 00 00 01"
    seen_at = NOW


class TargetListFactory(DjangoModelFactory):
    class Meta:
        model = TargetList

    programme = factory.SubFactory(ProgrammeFactory)
    name = factory.Sequence(lambda number: f"Liste {number}")
    made_at = NOW


class CallBatchFactory(DjangoModelFactory):
    """A batch of one agent, `agent`."""

    class Meta:
        model = CallBatch
        skip_postgeneration_save = True

    programme = factory.SubFactory(ProgrammeFactory)
    name = "Prøvebunke"
    made_at = NOW

    @factory.post_generation
    def agent(self, create, given, **rest):  # type: ignore[no-untyped-def]
        self.agents.add(given or UserFactory(role=Role.AGENCY))


class CallFactory(DjangoModelFactory):
    class Meta:
        model = Call

    batch = factory.SubFactory(CallBatchFactory)
    company = factory.SubFactory(RegisteredCompanyFactory)
    position = factory.Sequence(lambda number: number + 1)
    changed_at = NOW


class VisitSlotFactory(DjangoModelFactory):
    class Meta:
        model = VisitSlot

    programme = factory.SubFactory(ProgrammeFactory)
    visitor = factory.SubFactory(UserFactory)
    starts_at = factory.Sequence(lambda number: NOW + dt.timedelta(days=7 + number))
    ends_at = factory.LazyAttribute(lambda slot: slot.starts_at + dt.timedelta(hours=1))
    offered_at = NOW


class VisitFactory(DjangoModelFactory):
    class Meta:
        model = Visit

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    state = VisitState.DONE
    visited_on = DAY
    written_at = NOW


class CooperationFactory(DjangoModelFactory):
    class Meta:
        model = Cooperation

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    changed_at = NOW


class HostStoryFactory(DjangoModelFactory):
    class Meta:
        model = HostStory

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    title = "Prøvehistorie"
    story = "Det gik godt."
    language = "da"
    written_at = NOW


class GrantFactory(DjangoModelFactory):
    class Meta:
        model = Grant

    programme = factory.SubFactory(ProgrammeFactory)
    name = "Prøvepulje"
    funder = "Prøvefonden"
    purpose = GrantPurpose.EXTEND
    changed_at = NOW


class GrantConditionFactory(DjangoModelFactory):
    class Meta:
        model = GrantCondition

    grant = factory.SubFactory(GrantFactory)
    text = "En rapport"
    due_date = DAY
