"""The fairness report of a run is acknowledged by a named person, once and for good; weights wait for that."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import QuerySet

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.matching import queries
from brobygger.apps.matching.actions import (
    FairnessNotRead,
    accept_weights,
    acknowledge_fairness,
    decline_weights,
)
from brobygger.apps.matching.enums import MatchRunState, ProposalState
from brobygger.apps.matching.models import FairnessAcknowledgement, MatchRun, WeightProposal
from tests.factories import MatchRunFactory, ProgrammeFactory, WeightProposalFactory
from tests.factories.moments import LATER, NOW


@pytest.fixture
def manager(user_of: Callable[[Role], User]) -> User:
    return user_of(Role.MANAGER)


def test_acknowledgement_names_who_and_when_and_stays(manager: User) -> None:
    run = MatchRunFactory(fairness={"top": 20, "smallest": 10, "groups": {"sex": [], "origin": []}})
    read = acknowledge_fairness(run=run, note="  Few women among the welders. ", by=manager, at=NOW)

    assert (read.acknowledged_by, read.acknowledged_by_name) == (manager, manager.get_username())
    assert (read.acknowledged_at, read.note) == (NOW, "Few women among the welders.")
    figures = '{"groups":{"origin":[],"sex":[]},"smallest":10,"top":20}'
    assert read.digest == hashlib.sha256(figures.encode()).hexdigest()
    entry = AuditEntry.objects.get(action="matching.acknowledge_fairness")
    assert (entry.by_id, entry.subject_id, entry.changes["fairness_digest"]) == (
        manager.pk,
        str(run.pk),
        read.digest,
    )
    assert "women" not in json.dumps(entry.changes)  # words are not in the trail

    for change in (
        lambda: read.save(),
        lambda: read.delete(),
        lambda: FairnessAcknowledgement.objects.all().delete(),
        lambda: FairnessAcknowledgement.objects.update(note=""),
    ):
        with pytest.raises(RuntimeError, match="never"):
            change()
    assert FairnessAcknowledgement.objects.get().note == read.note


def test_first_acknowledgement_stands(manager: User, user_of: Callable[[Role], User]) -> None:
    run = MatchRunFactory()
    first = acknowledge_fairness(run=run, note="Read", by=manager, at=NOW)
    again = acknowledge_fairness(run=run, note="Other", by=user_of(Role.MANAGER), at=LATER)

    assert again == first and again.note == "Read" and again.acknowledged_at == NOW
    assert AuditEntry.objects.filter(action="matching.acknowledge_fairness").count() == 1


@pytest.mark.parametrize("role", [role for role in Role if role != Role.MANAGER])
def test_only_the_manager_acknowledges(user_of: Callable[[Role], User], role: Role) -> None:
    with pytest.raises(PermissionDenied):
        acknowledge_fairness(run=MatchRunFactory(), by=user_of(role), at=NOW)
    assert not FairnessAcknowledgement.objects.exists()


def test_nobody_in_particular_cannot_acknowledge(db: None) -> None:
    nobody: Any = None
    with pytest.raises(PermissionDenied):
        acknowledge_fairness(run=MatchRunFactory(), by=nobody, at=NOW)


def test_what_cannot_be_is_refused(manager: User) -> None:
    with pytest.raises(ValidationError, match="no fairness report"):
        acknowledge_fairness(run=MatchRunFactory(fairness={}), by=manager, at=NOW)
    with pytest.raises(ValidationError, match="1000"):
        acknowledge_fairness(
            run=MatchRunFactory(programme=ProgrammeFactory()), note="x" * 1_001, by=manager, at=NOW
        )
    assert not FairnessAcknowledgement.objects.exists()


def test_each_run_with_a_report_is_to_be_acknowledged(manager: User) -> None:
    old = MatchRunFactory(state=MatchRunState.SUPERSEDED, started_at=NOW)
    MatchRunFactory(fairness={}, programme=ProgrammeFactory())
    new = MatchRunFactory(started_at=LATER)
    assert list(queries.runs_to_acknowledge()) == [new, old]

    acknowledge_fairness(run=new, by=manager, at=LATER)
    assert list(queries.runs_to_acknowledge()) == [old]


def test_figures_are_published_once_acknowledged(manager: User) -> None:
    old = MatchRunFactory(state=MatchRunState.SUPERSEDED, started_at=NOW)
    new = MatchRunFactory(started_at=LATER)
    assert queries.published_run() is None and not queries.is_published(new)

    acknowledge_fairness(run=old, by=manager, at=LATER)
    assert queries.published_run() == old
    acknowledge_fairness(run=new, by=manager, at=LATER)
    assert queries.published_run() == new and queries.is_published(MatchRun.objects.get(pk=new.pk))


@pytest.mark.parametrize("is_of_all", [False, True])
def test_weights_wait_for_the_acknowledgement(manager: User, is_of_all: bool) -> None:
    proposal = WeightProposalFactory()
    run = MatchRunFactory(programme=None if is_of_all else proposal.programme)

    with pytest.raises(FairnessNotRead):
        accept_weights(proposal=proposal, reason="Fits", by=manager, at=NOW)
    proposal.programme.refresh_from_db()
    assert WeightProposal.objects.get().state == ProposalState.OPEN and proposal.programme.weights == {}
    assert not AuditEntry.objects.filter(action="matching.accept_weights").exists()

    acknowledge_fairness(run=run, by=manager, at=NOW)
    assert (
        accept_weights(proposal=proposal, reason="Fits", by=manager, at=NOW).state == ProposalState.ACCEPTED
    )


def test_weights_do_not_wait_for_other_or_earlier_runs(manager: User) -> None:
    proposal = WeightProposalFactory()
    MatchRunFactory(programme=ProgrammeFactory())
    MatchRunFactory(programme=proposal.programme, state=MatchRunState.SUPERSEDED)
    MatchRunFactory(fairness={})
    assert (
        accept_weights(proposal=proposal, reason="Fits", by=manager, at=NOW).state == ProposalState.ACCEPTED
    )


def test_proposal_can_be_declined_without(manager: User) -> None:
    proposal = WeightProposalFactory()
    MatchRunFactory(programme=proposal.programme)
    assert decline_weights(proposal=proposal, reason="No", by=manager, at=NOW).state == ProposalState.DECLINED


def test_name_stays_when_the_user_is_removed(manager: User) -> None:
    name = manager.get_username()
    acknowledge_fairness(run=MatchRunFactory(), by=manager, at=NOW)
    QuerySet(User).filter(pk=manager.pk).delete()
    read = FairnessAcknowledgement.objects.get()
    assert (read.acknowledged_by, read.acknowledged_by_name) == (None, name)
