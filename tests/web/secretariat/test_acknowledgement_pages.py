"""A run waits on Today for who may acknowledge it; others do not see its figures before."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.enums import Role
from brobygger.apps.matching.actions import acknowledge_fairness
from brobygger.apps.matching.enums import MatchRunState
from brobygger.apps.matching.models import FairnessAcknowledgement, MatchRun, WeightProposal
from tests.factories import MatchRunFactory, UserFactory, WeightProposalFactory
from tests.factories.moments import LATER, NOW
from tests.web.conftest import Visitor

TITLE = "Fairness figures to read and acknowledge"


def report(rate: float) -> dict[str, Any]:
    figures = {
        "name": "f",
        "suppressed": False,
        "people": 40,
        "selected": 20,
        "rate": rate,
        "rate_interval": [0.1, 0.9],
        "ratio": rate,
        "ratio_interval": [0.1, 0.9],
        "mean_rank": 3.0,
        "exposure": 0.5,
        "pool_share": 0.5,
    }
    return {"top": 20, "smallest": 10, "groups": {"sex": [figures]}}


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.usefixtures("vocabulary")
def test_run_is_due_for_those_who_may_acknowledge_it(visitor: Visitor) -> None:
    run = MatchRunFactory(fairness=report(0.5))
    manager = visitor(Role.MANAGER)

    html = shown(manager, "/today/")
    assert TITLE in html and f'href="/match-runs/{run.pk}/"' in html
    assert TITLE not in shown(visitor(Role.SECRETARIAT), "/today/")

    manager.post(f"/match-runs/{run.pk}/acknowledge/", {"has_read": "yes"})
    assert TITLE not in shown(manager, "/today/")


@pytest.mark.usefixtures("vocabulary")
@pytest.mark.parametrize("count", [1, 3])
def test_today_asks_the_same_for_any_number_of_runs(
    visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    client = visitor(Role.MANAGER)
    MatchRunFactory.create_batch(count, state=MatchRunState.SUPERSEDED)
    shown(client, "/today/")
    with django_assert_num_queries(45):
        shown(client, "/today/")


def test_manager_acknowledges_with_a_note(visitor: Visitor) -> None:
    run = MatchRunFactory(fairness=report(0.5))
    client = visitor(UserFactory(role=Role.MANAGER, username="kim"))
    assert "I have read the figures" in shown(client, f"/match-runs/{run.pk}/")

    refused = client.post(f"/match-runs/{run.pk}/acknowledge/", {"note": "x"}, follow=True).content.decode()
    assert "Say that you have read the figures." in refused
    assert not FairnessAcknowledgement.objects.exists()
    long = {"has_read": "yes", "note": "x" * 1_001}
    assert "1000" in client.post(f"/match-runs/{run.pk}/acknowledge/", long, follow=True).content.decode()
    assert not FairnessAcknowledgement.objects.exists()

    said = {"has_read": "yes", "note": "<b>Look</b> at welders"}
    html = client.post(f"/match-runs/{run.pk}/acknowledge/", said, follow=True).content.decode()
    for words in ("It is noted", "kim read these figures on", "&lt;b&gt;Look&lt;/b&gt; at welders"):
        assert words in html
    assert "I have read the figures" not in html
    assert "acknowledged by kim on" in shown(client, "/match-runs/")


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.FUNDER])
def test_others_see_the_figures_once_acknowledged(visitor: Visitor, role: Role) -> None:
    old = MatchRunFactory(fairness=report(0.31), state=MatchRunState.SUPERSEDED, started_at=NOW)
    new = MatchRunFactory(fairness=report(0.32), started_at=LATER)
    client, manager = visitor(role), UserFactory(role=Role.MANAGER)
    html = shown(client, "/match-runs/") + shown(client, f"/match-runs/{old.pk}/")
    assert "0.31" not in html and "0.32" not in html
    assert "The figures are shown here once a programme manager has read them." in html

    acknowledge_fairness(run=old, by=manager, at=LATER)
    html = shown(client, "/match-runs/")
    assert "0.31" in html and "0.32" not in html and "A later run is not shown here yet" in html
    assert "0.31" in shown(client, f"/match-runs/{old.pk}/")
    assert "0.32" not in shown(client, f"/match-runs/{new.pk}/")

    acknowledge_fairness(run=new, by=manager, at=LATER)
    html = shown(client, "/match-runs/")
    assert "0.32" in html and "A later run" not in html


@pytest.mark.parametrize("role", [Role.MANAGER, Role.SECRETARIAT])
def test_those_who_run_the_matching_see_the_figures_at_once(visitor: Visitor, role: Role) -> None:
    run = MatchRunFactory(fairness=report(0.31))
    for address in ("/match-runs/", f"/match-runs/{run.pk}/"):
        html = shown(visitor(role), address)
        assert "0.31" in html
        assert ("I have read the figures" in html) == (role == Role.MANAGER)


def test_run_without_a_report_asks_nothing(visitor: Visitor) -> None:
    run = MatchRunFactory(fairness={})
    html = shown(visitor(Role.MANAGER), f"/match-runs/{run.pk}/")
    assert "I have read the figures" not in html
    assert visitor(Role.MANAGER).get("/match-runs/999999/").status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_asks_the_same_for_any_number_of_runs(
    moment: object, visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    client, manager = visitor(Role.MANAGER), UserFactory(role=Role.MANAGER)
    for run in MatchRunFactory.create_batch(count, state=MatchRunState.SUPERSEDED):
        acknowledge_fairness(run=run, by=manager, at=NOW)
    MatchRunFactory(fairness=report(0.5))
    shown(client, "/match-runs/")
    with django_assert_num_queries(15):
        shown(client, "/match-runs/")


def test_page_of_weights_leads_to_the_figures_first(visitor: Visitor) -> None:
    proposal = WeightProposalFactory()
    run = MatchRunFactory(programme=proposal.programme, fairness=report(0.5))
    client = visitor(Role.MANAGER)
    address = f"/programmes/{proposal.programme_id}/weights/"
    html = shown(client, address)
    assert f'href="/match-runs/{run.pk}/"' in html and "disabled" in html

    answer = client.post(f"/weight-proposals/{proposal.pk}/accept/", {"reason": "Yes"}, follow=True)
    assert "somebody has to read and acknowledge the fairness figures" in answer.content.decode()
    assert WeightProposal.objects.get().state == "open"

    acknowledge_fairness(run=MatchRun.objects.get(), by=UserFactory(role=Role.MANAGER), at=NOW)
    assert "disabled" not in shown(client, address)
