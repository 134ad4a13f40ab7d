from __future__ import annotations

from dataclasses import asdict

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.matching.models import Match, MatchRun, WeightProposal
from brobygger.core.matching import Weights
from tests.factories.moments import NOW
from tests.factories.opportunities import OpportunityFactory
from tests.factories.people import CandidateFactory
from tests.factories.programmes import ProgrammeFactory


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


class WeightProposalFactory(DjangoModelFactory):
    class Meta:
        model = WeightProposal

    programme = factory.SubFactory(ProgrammeFactory)
    in_use = factory.LazyFunction(lambda: asdict(Weights()))
    proposed = factory.LazyFunction(lambda: asdict(Weights(skills=25, languages=23)))
    figures = factory.LazyFunction(
        lambda: {
            "pairs": 240,
            "stages": {"rejected": 120, "invited": 60, "dated_again": 30, "hired": 30},
            "in_use": {"log_loss": 1.2, "auc": 0.61},
            "proposed": {"log_loss": 1.1, "auc": 0.74},
            "gain": 0.1,
            "gain_error": 0.02,
            "is_better": True,
        }
    )
    fairness_before = factory.LazyFunction(lambda: {"top": 20, "smallest": 10, "groups": {}})
    fairness_after = factory.LazyFunction(lambda: {"top": 20, "smallest": 10, "groups": {}})
    proposed_at = NOW
