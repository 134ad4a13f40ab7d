"""The pool in numbers, who knows a market, match runs: what each reader is told."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.matching.actions import acknowledge_fairness, run_matching
from brobygger.apps.matching.models import MatchRun
from brobygger.apps.opportunities.actions import add_fact as add_need
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.organisations.enums import SizeClass
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.actions import add_fact
from brobygger.core.reading import Education, Market
from tests.factories import OpportunityFactory, UserFactory
from tests.factories.moments import LATER
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor


def shown(client: Client, address: str, **fields: str) -> str:
    response = client.get(address, fields)
    assert response.status_code == 200
    return response.content.decode()


def cells(html: str, row: str) -> list[str]:
    """The numbers of one row of the table, the total last."""
    found = re.search(rf'<th scope="row">{row}</th>((?:<td class="tabular">.*?</td>)+)</tr>', html)
    assert found, html
    return re.findall(r">([\d·]+)<", found.group(1))


def test_pool_counts_exactly_for_those_who_run_the_programme(moment: FirstMatch, visitor: Visitor) -> None:
    html = shown(visitor(Role.MANAGER), "/pool/", rows="skill", columns="country")

    assert cells(html, "welding") == ["2", "2"]
    assert '<strong class="tabular">4</strong>' in html


@pytest.mark.parametrize("role", [Role.COMPANY, Role.COUNCIL, Role.FUNDER])
def test_pool_tells_others_nothing_of_small_groups(moment: FirstMatch, visitor: Visitor, role: Role) -> None:
    html = shown(visitor(role), "/pool/", rows="skill", columns="language")

    assert '<strong class="tabular">&lt;5</strong>' in html
    assert "Numbers are rounded down" in html
    assert not re.findall(r'<td class="tabular">(?:<strong>)?\d', html)
    assert "Who knows a market?" not in html


def test_pool_with_unknown_dimensions_shows_the_usual_ones(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)

    html = shown(client, "/pool/", rows="nonsense", columns="sex")

    assert re.findall(r'<option value="(\w+)" selected>', html) == ["skill", "language"]


@pytest.mark.parametrize(
    "dimension", ["skill", "occupation", "language", "level", "country", "place", "education", "kind"]
)
@pytest.mark.parametrize("language", ["en", "da"])
def test_pool_shows_every_dimension(
    moment: FirstMatch, visitor: Visitor, dimension: str, language: str
) -> None:
    html = shown(visitor(Role.MANAGER, language), "/pool/", rows=dimension, columns="skill")

    assert f'<option value="{dimension}" selected>' in html


def test_market_search_finds_declared_knowledge(moment: FirstMatch, visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    asked = "welding, knows the Brazilian market"
    assert "Nobody has said all of it" in shown(client, "/pool/markets/", text=asked)

    add_fact(candidate=moment.welder, value=Market("BR"), by=None, at=LATER)

    html = shown(client, "/pool/markets/", text=asked)
    assert "1 person<" in html
    assert f'href="/candidates/{moment.welder.pk}/"' in html
    assert "Knows Brazil" in html


def test_market_search_lists_nobody_for_a_question_it_does_not_understand(
    moment: FirstMatch, visitor: Visitor
) -> None:
    html = shown(visitor(Role.MANAGER), "/pool/markets/", text="xyzzy")

    assert "Not understood, and not searched for: “xyzzy”." in html
    assert "/candidates/" not in html.partition("<main")[2]
    assert 'href="?text=Poland%2C%20German%20B2"' in html


def test_market_search_names_what_it_left_out(moment: FirstMatch, visitor: Visitor) -> None:
    html = shown(visitor(Role.MANAGER), "/pool/markets/", text="Polen, xyzzy")

    assert "Market: Poland" in html
    assert "Not understood, and not searched for: “xyzzy”." in html


@pytest.mark.parametrize("text", ["", "   ", "???", "x" * 5_000])
def test_market_search_survives_what_it_does_not_understand(
    moment: FirstMatch, visitor: Visitor, text: str
) -> None:
    shown(visitor(Role.MANAGER), "/pool/markets/", text=text)


def test_runs_before_the_first_one(vocabulary: object, visitor: Visitor) -> None:
    assert "Match again now" in shown(visitor(Role.MANAGER), "/match-runs/")


def test_run_is_made_by_those_who_run_the_programme(moment: FirstMatch, visitor: Visitor) -> None:
    response = visitor(Role.SECRETARIAT).post("/match-runs/run/", follow=True)

    html = response.content.decode()
    assert "Matched 4 candidates with 2 opportunities." in html
    assert "Nothing has changed since the last run." in html
    assert MatchRun.objects.count() == 1


def test_run_counts_neighbouring_languages_where_that_is_ticked(moment: FirstMatch, visitor: Visitor) -> None:
    secretariat = visitor(Role.SECRETARIAT)
    kept = [
        secretariat.post("/match-runs/run/", sent, follow=True).content.decode()
        for sent in ({}, {"neighbours": "count"})
    ]

    assert [one.parameters["neighbour_languages"] for one in MatchRun.objects.order_by("pk")] == [False, True]
    assert ["Danish, Norwegian and Swedish count for each other" in html for html in kept] == [False, True]
    assert ['value="count" checked' in html for html in kept] == [False, True]


@pytest.mark.parametrize("role", [Role.COUNCIL, Role.FUNDER, Role.COMPANY, Role.CANDIDATE])
def test_run_is_refused_to_others(moment: FirstMatch, visitor: Visitor, role: Role) -> None:
    assert visitor(role).post("/match-runs/run/").status_code == 403
    assert not MatchRun.objects.exists()


def test_run_needs_a_post(visitor: Visitor) -> None:
    assert visitor(Role.MANAGER).get("/match-runs/run/").status_code == 405


def test_council_reads_the_fairness_report_without_small_groups(moment: FirstMatch, visitor: Visitor) -> None:
    run = run_matching(by=None, at=LATER)
    acknowledge_fairness(run=run, by=UserFactory(role=Role.MANAGER), at=LATER)

    html = shown(visitor(Role.COUNCIL), "/match-runs/")

    assert "Fairness report" in html
    assert "Match again now" not in html
    assert "Women" not in html  # four people are too few to tell apart


@pytest.mark.parametrize("role", [Role.MANAGER, Role.COMPANY])
def test_demand_is_counted_by_size_and_by_need(moment: FirstMatch, visitor: Visitor, role: Role) -> None:
    small, large = moment.developer_ad, moment.welder_ad
    Organisation.objects.filter(pk=small.organisation_id).update(size_class=SizeClass.SMALL)
    Organisation.objects.filter(pk=large.organisation_id).update(size_class=SizeClass.LARGE)
    add_need(opportunity=small, value=Education(eqf=6, field="0613"), by=None, at=LATER)
    OpportunityFactory(state=OpportunityState.DRAFT)  # nobody looks for anything with it yet

    html = shown(visitor(role), "/pool/demand/")

    assert "Open now: 2 opportunities of 2 organisations" in html
    assert counts(html, "10–49 employees") == counts(html, "250 employees or more") == ["1", "1", "1"]
    assert counts(html, "Information and communication technologies") == ["1", "1", "1"]
    assert counts(html, "Welding") == ["1", "1", "1"]


def counts(html: str, row: str) -> list[str]:
    """Organisations, opportunities and people wanted of one row."""
    found = re.search(rf'<th scope="row">{row}</th>((?:<td class="tabular end">\d+</td>)+)</tr>', html)
    assert found, html
    return re.findall(r">(\d+)<", found.group(1))
