"""Outcomes are recorded, weights proposed from them, and a named person takes or declines them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.matching import adapters, queries
from brobygger.apps.matching.actions import (
    DecidedAlready,
    NothingRead,
    WeightsChanged,
    accept_weights,
    decline_weights,
    propose_weights,
    record_outcome,
)
from brobygger.apps.matching.enums import OutcomeStage, ProposalState
from brobygger.apps.matching.models import Match, Outcome, WeightProposal
from brobygger.apps.people.actions import add_fact
from brobygger.apps.programmes.models import Programme
from brobygger.core.matching import Part, Stage, TooFewOutcomes, Weights
from brobygger.core.reading import Modality, Skill
from tests.factories import CandidateFactory, OpportunityFactory, WeightProposalFactory
from tests.factories.moments import LATER, NOW
from tests.scenarios.first_match import FirstMatch, first_match
from tests.scenarios.known_outcomes import known_outcomes


@pytest.fixture
def moment(vocabulary: Vocabulary) -> FirstMatch:
    return first_match()


@pytest.fixture
def manager(user_of: Callable[[Role], User]) -> User:
    return user_of(Role.MANAGER)


def test_stages_are_those_of_the_core() -> None:
    assert [stage.value for stage in OutcomeStage] == [stage.value for stage in Stage]


def test_record_outcome_keeps_the_parts_as_they_were(moment: FirstMatch, manager: User) -> None:
    outcome = record_outcome(
        opportunity=moment.developer_ad,
        candidate=moment.welder,
        stage=OutcomeStage.INVITED,
        by=manager,
        at=NOW,
    )
    learned = Skill("skill:python", "Python", Modality.HELD)
    add_fact(candidate=moment.welder, value=learned, by=None, at=LATER)
    hired = record_outcome(
        opportunity=moment.developer_ad,
        candidate=moment.welder,
        stage=OutcomeStage.HIRED,
        by=manager,
        at=LATER,
    )

    assert hired.pk == outcome.pk
    assert hired.parts == outcome.parts
    assert set(hired.parts) == {part.value for part in Part}
    now_parts = adapters.load_parts(moment.developer_ad, moment.welder)
    assert now_parts is not None
    assert now_parts["skills"] > outcome.parts["skills"]
    entries = AuditEntry.objects.filter(action="matching.record_outcome").order_by("pk")
    assert [one.changes["stage"] for one in entries] == [[None, "invited"], ["invited", "hired"]]


def test_recorded_parts_are_those_of_a_run(moment: FirstMatch) -> None:
    from brobygger.apps.matching.actions import run_matching

    run = run_matching(programme=moment.programme, by=None, at=NOW)
    for match in Match.objects.filter(run=run):
        outcome = record_outcome(
            opportunity=match.opportunity,
            candidate=match.candidate,
            stage=OutcomeStage.REJECTED,
            by=None,
            at=NOW,
        )
        assert outcome.parts == match.parts


def test_record_outcome_repeated_changes_nothing(moment: FirstMatch) -> None:
    for at in (NOW, LATER):
        record_outcome(
            opportunity=moment.welder_ad, candidate=moment.welder, stage=OutcomeStage.HIRED, by=None, at=at
        )

    assert Outcome.objects.get().recorded_at == NOW
    assert AuditEntry.objects.filter(action="matching.record_outcome").count() == 1


def test_record_outcome_refuses(moment: FirstMatch, user_of: Callable[[Role], User]) -> None:
    with pytest.raises(NothingRead):
        record_outcome(
            opportunity=moment.welder_ad,
            candidate=CandidateFactory(),
            stage=OutcomeStage.HIRED,
            by=None,
            at=NOW,
        )
    with pytest.raises(PermissionDenied):
        record_outcome(
            opportunity=moment.welder_ad, candidate=moment.welder, stage=OutcomeStage.HIRED,
            by=user_of(Role.COMPANY), at=NOW,
        )  # fmt: skip
    assert not Outcome.objects.exists()


def test_propose_weights_changes_nothing_but_lays_a_proposal_open(moment: FirstMatch, manager: User) -> None:
    known_outcomes(moment.programme)

    proposal = propose_weights(programme=moment.programme, by=manager, at=NOW)

    assert Programme.objects.get(pk=moment.programme.pk).weights == {}
    assert Weights.from_mapping(proposal.in_use) == Weights()
    assert proposal.proposed["languages"] > 2 * proposal.in_use["languages"]
    assert proposal.figures["pairs"] == sum(proposal.figures["stages"].values()) == 240
    assert proposal.figures["is_better"]
    assert proposal.figures["proposed"]["auc"] > proposal.figures["in_use"]["auc"]
    before, after = queries.fairness_of(proposal)
    assert before.top == after.top
    assert set(before.groups) == set(after.groups) == {"sex", "origin", "language"}
    entry = AuditEntry.objects.get(action="matching.propose_weights")
    assert (entry.by_id, entry.changes["outcomes"]) == (manager.pk, 240)


def test_outcomes_of_other_programmes_do_not_count(moment: FirstMatch) -> None:
    known_outcomes(moment.programme, number=199)
    other = Outcome.objects.first()
    assert other is not None
    Outcome.objects.create(
        opportunity=OpportunityFactory(),
        candidate=moment.welder,
        stage="hired",
        parts=other.parts,
        recorded_at=NOW,
    )

    with pytest.raises(TooFewOutcomes, match="199 labelled pairs"):
        propose_weights(programme=moment.programme, by=None, at=NOW)
    assert not WeightProposal.objects.exists()
    assert queries.outcome_counts(moment.programme.pk).need.missing == 1


def test_newer_proposal_takes_the_place_of_an_open_one(moment: FirstMatch) -> None:
    known_outcomes(moment.programme)
    first, second = (propose_weights(programme=moment.programme, by=None, at=at) for at in (NOW, LATER))

    first.refresh_from_db()
    assert first.state == ProposalState.SUPERSEDED
    assert first.proposed == second.proposed
    assert queries.open_proposal(moment.programme.pk) == second


def test_accept_weights_changes_the_programme_and_names_who(manager: User) -> None:
    proposal = WeightProposalFactory()

    accept_weights(proposal=proposal, reason=" It fits what companies say. ", by=manager, at=LATER)

    programme = Programme.objects.get(pk=proposal.programme_id)
    assert Weights.from_mapping(programme.weights) == Weights.from_mapping(proposal.proposed)
    stored = WeightProposal.objects.get()
    assert (stored.state, stored.decided_by, stored.decided_by_name, stored.decided_at) == (
        ProposalState.ACCEPTED, manager, manager.username, LATER,
    )  # fmt: skip
    assert stored.reason == "It fits what companies say."
    entry = AuditEntry.objects.get(action="matching.accept_weights")
    assert (entry.by_name, entry.changes["reason"]) == (manager.username, stored.reason)
    assert AuditEntry.objects.filter(action="programmes.set_weights").exists()


def test_decline_weights_leaves_the_programme_alone(manager: User) -> None:
    proposal = WeightProposalFactory()

    decline_weights(proposal=proposal, reason="Too few hires.", by=manager, at=LATER)

    assert Programme.objects.get(pk=proposal.programme_id).weights == {}
    assert WeightProposal.objects.get().state == ProposalState.DECLINED
    assert AuditEntry.objects.get().action == "matching.decline_weights"


@pytest.mark.parametrize("decide", [accept_weights, decline_weights])
def test_decision_is_refused_to_others_and_without_reason(
    decide: Callable[..., object], manager: User, user_of: Callable[[Role], User]
) -> None:
    proposal = WeightProposalFactory()
    for by in (None, user_of(Role.SECRETARIAT), user_of(Role.COUNCIL)):
        with pytest.raises(PermissionDenied):
            decide(proposal=proposal, reason="Because.", by=by, at=NOW)
    with pytest.raises(ValueError, match="needs a reason"):
        decide(proposal=proposal, reason="  ", by=manager, at=NOW)
    assert WeightProposal.objects.get().state == ProposalState.OPEN
    assert not AuditEntry.objects.exists()


def test_decided_proposal_is_not_decided_again(manager: User) -> None:
    proposal = WeightProposalFactory()
    decline_weights(proposal=proposal, reason="No.", by=manager, at=NOW)

    with pytest.raises(DecidedAlready):
        accept_weights(proposal=proposal, reason="Yes.", by=manager, at=LATER)
    assert Programme.objects.get(pk=proposal.programme_id).weights == {}


def test_accept_weights_refuses_when_the_weights_have_changed(manager: User) -> None:
    proposal = WeightProposalFactory()
    Programme.objects.filter(pk=proposal.programme_id).update(weights={"skills": 90})

    with pytest.raises(WeightsChanged):
        accept_weights(proposal=proposal, reason="Yes.", by=manager, at=LATER)
    assert WeightProposal.objects.get().state == ProposalState.OPEN
    assert Programme.objects.get(pk=proposal.programme_id).weights == {"skills": 90}


def test_database_refuses_two_open_proposals_and_nameless_decisions(db: None) -> None:
    proposal = WeightProposalFactory()
    with pytest.raises(IntegrityError), transaction.atomic():
        WeightProposalFactory(programme=proposal.programme)
    with pytest.raises(IntegrityError), transaction.atomic():
        WeightProposalFactory(state=ProposalState.ACCEPTED)


@pytest.mark.parametrize("number", [1, 3, 30])
def test_outcomes_are_read_in_one_query(
    moment: FirstMatch, number: int, django_assert_num_queries: Callable[..., object]
) -> None:
    known_outcomes(moment.programme, number=number)

    with django_assert_num_queries(1):
        assert len(adapters.load_labelled(moment.programme.pk)) == number
    with django_assert_num_queries(1):
        assert queries.outcome_counts(moment.programme.pk).need.pairs == number
