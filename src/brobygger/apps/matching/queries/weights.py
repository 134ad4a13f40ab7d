"""Reads of outcomes and of the weights that they speak for."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from django.db.models import QuerySet

from brobygger.apps.matching.enums import OutcomeStage, ProposalState
from brobygger.apps.matching.models import Outcome, WeightProposal
from brobygger.apps.matching.queries.runs import report_of
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries import candidates_of
from brobygger.core.matching import FairnessReport, Need, Part, Stage, Weights, need_of


@dataclass(frozen=True, slots=True)
class OutcomeCounts:
    """How many pairs of a programme came how far, and whether that is enough to propose weights."""

    by_stage: dict[OutcomeStage, int]
    need: Need


@dataclass(frozen=True, slots=True)
class Shift:
    """Points of one part before and after, as shares of all points, in percent."""

    part: Part
    before: float
    after: float

    @property
    def change(self) -> float:
        return self.after - self.before


def programme_for_weights(*, pk: int) -> Programme:
    """The programme of an address. Raises DoesNotExist."""
    return Programme.objects.get(pk=pk)


def weight_proposal(*, pk: int) -> WeightProposal:
    """The proposal of an address, with its programme. Raises DoesNotExist."""
    return WeightProposal.objects.select_related("programme").get(pk=pk)


def outcome_counts(programme_id: int) -> OutcomeCounts:
    """What came of a programme's pairs. One query."""
    stages = Counter(
        Outcome.objects.filter(opportunity__programme=programme_id).order_by().values_list("stage", flat=True)
    )
    return OutcomeCounts(
        {stage: stages[stage] for stage in OutcomeStage}, need_of([Stage(one) for one in stages.elements()])
    )


def weight_proposals(programme_id: int) -> QuerySet[WeightProposal]:
    """All proposals to a programme, latest first."""
    return WeightProposal.objects.filter(programme=programme_id).order_by("-proposed_at", "-pk")


def open_proposal(programme_id: int) -> WeightProposal | None:
    """The proposal that waits for a decision; None if none does."""
    return weight_proposals(programme_id).filter(state=ProposalState.OPEN).first()


def shifts_of(proposal: WeightProposal) -> tuple[Shift, ...]:
    """Every part in use before and after, in the order of `Part`."""
    before, after = Weights.from_mapping(proposal.in_use), Weights.from_mapping(proposal.proposed)
    return tuple(
        Shift(part, 100 * before.of(part) / before.total, 100 * after.of(part) / after.total)
        for part in parts_in_use(before)
    )


def parts_in_use(weights: Weights) -> tuple[Part, ...]:
    """The parts that count at all; no proposal adds one."""
    return tuple(part for part in Part if weights.of(part))


def is_outdated(proposal: WeightProposal, programme: Programme) -> bool:
    """Whether the programme counts differently by now than when the proposal was made."""
    return Weights.from_mapping(programme.weights) != Weights.from_mapping(proposal.in_use)


def fairness_of(proposal: WeightProposal) -> tuple[FairnessReport, FairnessReport]:
    """Of the same pool, with the weights in use and with the proposed ones."""
    return report_of(proposal.fairness_before), report_of(proposal.fairness_after)


def opportunities_for_outcomes(programme_id: int) -> QuerySet[Opportunity]:
    """Opportunities of a programme, open or not, that an outcome can be recorded for."""
    return (
        Opportunity.objects.filter(programme=programme_id)
        .select_related("organisation")
        .order_by("title", "pk")
    )


def candidates_for_outcomes(programme_id: int) -> QuerySet[Candidate]:
    """Candidates of a programme with a CV."""
    return candidates_of(programme_id).filter(document__isnull=False).order_by("alias", "pk")
