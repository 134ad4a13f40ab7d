from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.programmes.models import Arrangement, ExchangeEntry, Hub, Prospect
from brobygger.apps.surveys.models import Survey, SurveyQuestion, SurveyWave
from tests.factories.moments import DAY, NOW
from tests.factories.organisations import OrganisationFactory
from tests.factories.programmes import ProgrammeFactory


class ArrangementFactory(DjangoModelFactory):
    class Meta:
        model = Arrangement

    programme = factory.SubFactory(ProgrammeFactory)
    version = 1
    text = "We share the work."
    valid_from = DAY
    written_at = NOW


class ProspectFactory(DjangoModelFactory):
    class Meta:
        model = Prospect

    programme = factory.SubFactory(ProgrammeFactory)
    organisation = factory.SubFactory(OrganisationFactory)
    added_at = NOW
    changed_at = NOW


class ExchangeEntryFactory(DjangoModelFactory):
    class Meta:
        model = ExchangeEntry

    programme = factory.SubFactory(ProgrammeFactory)
    day = DAY
    kind = "seminar"
    title = "Seminar on materials"
    noted_at = NOW


class HubFactory(DjangoModelFactory):
    class Meta:
        model = Hub

    programme = factory.SubFactory(ProgrammeFactory)
    code = factory.Sequence(lambda number: f"hub-{number}")
    name = "Boston hub"
    city = "Boston"
    country = "US"
    changed_at = NOW


class SurveyFactory(DjangoModelFactory):
    class Meta:
        model = Survey

    programme = factory.SubFactory(ProgrammeFactory)
    title = "What do you know of Denmark?"
    written_at = NOW


class SurveyQuestionFactory(DjangoModelFactory):
    class Meta:
        model = SurveyQuestion

    survey = factory.SubFactory(SurveyFactory)
    position = factory.Sequence(lambda number: number + 1)
    text = "Could you see yourself working in Denmark?"
    kind = "yes_no"


class SurveyWaveFactory(DjangoModelFactory):
    class Meta:
        model = SurveyWave

    survey = factory.SubFactory(SurveyFactory)
    moment = "before"
    name = "Before"
    opens_on = DAY
    closes_on = DAY
    key = factory.Sequence(lambda number: f"key{number}")
