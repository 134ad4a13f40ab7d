from __future__ import annotations

import datetime as dt

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.opportunities.enums import ApplicationState, Side
from brobygger.apps.opportunities.models import Application
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
