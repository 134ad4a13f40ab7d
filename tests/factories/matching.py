from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.matching.models import Match, MatchRun
from tests.factories.moments import NOW
from tests.factories.opportunities import OpportunityFactory
from tests.factories.people import CandidateFactory


class MatchRunFactory(DjangoModelFactory):
    class Meta:
        model = MatchRun

    fairness = factory.LazyFunction(lambda: {"top": 20, "smallest": 10, "groups": {}})
    inputs_digest = "0" * 64
    vocabulary_digest = "0" * 64
    candidate_count = 1
    opportunity_count = 1
    started_at = NOW


class MatchFactory(DjangoModelFactory):
    class Meta:
        model = Match

    run = factory.SubFactory(MatchRunFactory)
    opportunity = factory.SubFactory(OpportunityFactory)
    candidate = factory.SubFactory(CandidateFactory)
    rank = 1
    score = 500_000
    percent = 50
    parts = factory.LazyFunction(dict)
