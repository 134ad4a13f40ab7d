"""Shares with intervals, differences of two, and answers as they may be shown: against checks that share no formula."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.effects.proportions import Direction, Proportion, difference
from brobygger.core.effects.proportions_checks import objections, objections_to_difference
from brobygger.core.effects.summaries import LEAST, grouped, of_choice, of_scale, of_yes_or_no

shares = st.integers(1, 400).flatmap(
    lambda total: st.integers(0, total).map(lambda count: Proportion(count, total))
)


@given(shares)
def test_interval_holds_what_the_test_does_not_reject(share: Proportion) -> None:
    assert objections(share, share.interval()) == []


@given(shares, shares)
def test_difference_is_put_together_of_both_intervals_and_turns_with_them(
    one: Proportion, other: Proportion
) -> None:
    found, turned = difference(one, other), difference(other, one)

    assert objections_to_difference(one, other, found) == []
    assert (turned.low, turned.high) == pytest.approx((-found.high, -found.low))
    assert found.low <= found.value <= found.high


def test_published_figures_come_out() -> None:
    """Newcombe 1998, table II, method 10: 56/70 – 48/80 and 10/10 – 0/10; Wilson 1927 as in Newcombe's first paper: 81/263."""
    assert Proportion(81, 263).interval() == pytest.approx((0.2553, 0.3662), abs=5e-5)
    found = difference(Proportion(48, 80), Proportion(56, 70))
    assert (found.low, found.high) == pytest.approx((0.0524, 0.3339), abs=5e-5)
    assert found.says is Direction.MORE
    all_or_none = difference(Proportion(0, 10), Proportion(10, 10))
    assert (all_or_none.low, all_or_none.high) == pytest.approx((0.6075, 1.0), abs=5e-5)
    assert difference(Proportion(50, 100), Proportion(52, 100)).says is Direction.OPEN


def test_share_of_nobody_is_refused() -> None:
    with pytest.raises(ValueError, match="0 of 0"):
        Proportion(0, 0)


@given(st.lists(st.integers(0, 40), min_size=2, max_size=8))
def test_every_shown_group_is_large_enough_and_they_add_up(counts: list[int]) -> None:
    groups = grouped(counts)

    assert sum(group.count for group in groups) == (sum(counts) if sum(counts) >= LEAST else 0)
    assert all(group.count >= LEAST for group in groups)
    places = sorted(place for group in groups for place in group.options)
    assert places == (list(range(len(counts))) if groups else [])
    assert of_choice(counts).groups == groups


@given(st.lists(st.integers(0, 30), min_size=5, max_size=5))
def test_no_number_of_a_scale_tells_of_a_few(counts: list[int]) -> None:
    found = of_scale(counts)

    assert all(group.count >= LEAST for group in found.groups)
    assert (found.mean is None) == (min(counts) < LEAST)
    if found.share:
        assert LEAST <= found.share.count <= found.share.total - LEAST


def test_small_answers_are_not_shown() -> None:
    assert of_yes_or_no(1, 2).total is None
    assert of_yes_or_no(2, 20).share is None
    shown = of_yes_or_no(10, 20).share
    assert shown is not None
    assert shown.value == pytest.approx(2 / 3)
