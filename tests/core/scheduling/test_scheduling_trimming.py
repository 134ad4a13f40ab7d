"""Trimming the companies' best gives what a flow gives, with prices that prove it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from brobygger.core.scheduling.data import best_first
from brobygger.core.scheduling.flow import Demand, Network, best_pairs
from brobygger.core.scheduling.trimming import trimmed
from tests.drawing import times


def demand(most: list[int]) -> Demand:
    return Demand(np.array(most, np.int64), np.zeros((len(most), 0), np.int64))


@st.composite
def networks(draw: st.DrawFn) -> Network:
    """Students and companies with few seats; some pairs are worth less than the fee for them."""
    students, companies = draw(st.integers(1, 6)), draw(st.integers(1, 5))
    ends = [(one, two) for one in range(students) for two in range(companies) if draw(st.integers(0, 3))]
    assume(ends)
    student, company = np.array(ends, np.int64).T
    return Network(
        student,
        company,
        np.array([draw(st.integers(-2, 9)) for _ in ends], np.int64),
        demand([draw(st.integers(1, 3)) for _ in range(students)]),
        demand([draw(st.integers(1, 4)) for _ in range(companies)]),
    )


@times(200)
@given(networks())
def test_trimmed_choice_is_worth_what_the_flow_is_worth(network: Network) -> None:
    found = trimmed(network, best_first(network.company, network.worth))
    assume(found is not None)
    assert found is not None
    chosen, _ = found

    assert network.worth[chosen].sum() == network.worth[best_pairs(network)].sum()
    assert (
        np.bincount(network.student[chosen], minlength=6)[: len(network.students.most)]
        <= network.students.most
    ).all()
    assert (
        np.bincount(network.company[chosen], minlength=5)[: len(network.companies.most)]
        <= network.companies.most
    ).all()


@times(200)
@given(networks())
def test_prices_of_a_trimmed_choice_prove_it(network: Network) -> None:
    found = trimmed(network, best_first(network.company, network.worth))
    assume(found is not None)
    assert found is not None
    chosen, prices = found

    earned = int(network.worth[chosen].sum())
    paid = int(prices.student @ network.students.most + prices.company @ network.companies.most)
    profit = int(np.maximum(-prices.slack(network), 0).sum())
    assert prices.student.min() >= 0
    assert prices.company.min() >= 0
    assert paid + profit == earned


def test_flow_takes_over_where_many_have_too_many_meetings() -> None:
    student, company = (one.ravel() for one in np.indices((40, 20)))
    network = Network(student, company, np.ones(800, np.int64), demand([1] * 40), demand([40] * 20))

    assert trimmed(network, best_first(company, network.worth)) is None


def test_flow_takes_over_where_the_ways_out_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    network = Network(
        np.array([0, 0, 1]), np.array([0, 1, 1]), np.array([5, 4, 3]), demand([1, 1]), demand([1, 1])
    )
    order = best_first(network.company, network.worth)
    assert trimmed(network, order) is not None

    monkeypatch.setattr("brobygger.core.scheduling.trimming.LOOKS", 0)

    assert trimmed(network, order) is None


@pytest.mark.parametrize("high", [9, 1 << 61])  # the second does not fit into one number with its owner
def test_best_first_sorts_by_owner_then_worth_then_who_is_later(high: int) -> None:
    owner, worth = np.array([1, 0, 1, 1, 0]), np.array([3, high, 7, 7, 1])

    assert best_first(owner, worth).tolist() == [1, 4, 2, 3, 0]
    assert best_first(owner, worth, np.array([0, 0, 2, 1, 0])).tolist() == [1, 4, 3, 2, 0]
