from __future__ import annotations

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.opportunities.enums import ApplicationState, ReportAbout, ReportReason, Side
from brobygger.apps.opportunities.models import Application, Report
from tests.factories.moments import DAY, NOW
from tests.factories.opportunities import OpportunityFactory
from tests.factories.people import CandidateFactory


class ApplicationFactory(DjangoModelFactory):
    class Meta:
        model = Application

    opportunity = factory.SubFactory(OpportunityFactory)
    candidate = factory.SubFactory(CandidateFactory)
    begun_by = Side.CANDIDATE
    state = ApplicationState.APPLIED
    is_shared = True
    created_at = NOW
    changed_at = NOW
    answer_due_date = DAY + dt.timedelta(days=10)


class ReportFactory(DjangoModelFactory):
    """A candidate reports an opportunity; nobody has answered."""

    class Meta:
        model = Report

    candidate = factory.SubFactory(CandidateFactory)
    opportunity = factory.SubFactory(OpportunityFactory)
    organisation = factory.LazyAttribute(lambda one: one.opportunity.organisation)
    about = ReportAbout.OPPORTUNITY
    reason = ReportReason.MONEY
    created_at = NOW
