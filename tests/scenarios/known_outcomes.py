"""Pairs of a programme of which it is known what came of them: languages counted more than anybody thought."""

from __future__ import annotations

import random

from brobygger.apps.matching.enums import OutcomeStage
from brobygger.apps.matching.models import Outcome
from brobygger.apps.programmes.models import Programme
from brobygger.core.matching import Part
from tests.factories import CandidateFactory, OpportunityFactory
from tests.factories.moments import NOW


def known_outcomes(programme: Programme, *, number: int = 240) -> None:
    """`number` outcomes, up to twelve people for each of the opportunities."""
    chance = random.Random(7)
    people = CandidateFactory.create_batch(12)
    for candidate_number in range(number):
        if candidate_number % 12 == 0:
            opportunity = OpportunityFactory(programme=programme)
        parts = {part.value: chance.randrange(10_001) for part in Part}
        pull = 7 * (parts["languages"] / 10_000 - 0.5) + chance.gauss(0, 1)
        Outcome.objects.create(
            opportunity=opportunity,
            candidate=people[candidate_number % 12],
            stage=list(OutcomeStage)[sum(pull > threshold for threshold in (0, 1, 2))],
            parts={**parts, "markets": None},
            recorded_at=NOW,
        )
