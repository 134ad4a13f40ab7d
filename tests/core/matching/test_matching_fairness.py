"""Figures by group: known intervals, suppression that cannot be undone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from brobygger.core.matching import fairness, solve
from brobygger.core.matching.fairness import ratio_interval, share_interval, suppressed
from tests.core.matching.examples import offer, person, problem
from tests.drawing import times


def test_share_interval_is_clopper_and_pearsons() -> None:
    for hits, size in ((0, 10), (3, 10), (10, 10), (81, 263)):
        expected = stats.binomtest(hits, size).proportion_ci(method="exact")
        assert share_interval(hits, size) == pytest.approx((expected.low, expected.high), abs=1e-9)


def test_ratio_interval_is_katzs() -> None:
    # risks 0.3 and 0.5 of 100 each: log ratio ± 1.96 · sqrt(1/30 - 1/100 + 1/50 - 1/100) = ± 0.3579
    assert ratio_interval(30, 100, 50, 100) == pytest.approx((0.4195, 0.8582), abs=2e-4)
    low, high = ratio_interval(0, 20, 5, 20)
    assert 0 < low < 1 < high or high < 1
    assert ratio_interval(10, 10, 10, 10)[0] < 1 < ratio_interval(10, 10, 10, 10)[1]


sizes = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 40), max_size=6)


@times(200)
@given(sizes, st.integers(1, 15))
def test_suppressed_groups_hide_each_other(sizes: dict[str, int], smallest: int) -> None:
    hidden = suppressed(sizes, smallest)
    assert {name for name, size in sizes.items() if size < smallest} <= hidden
    if hidden and hidden != set(sizes):
        assert len(hidden) >= 2
        assert sum(sizes[name] for name in hidden) >= smallest
    if all(size >= smallest for size in sizes.values()):
        assert not hidden


def _run(chosen: str) -> tuple[object, dict[str, str]]:
    """40 people in two groups of 20; those of `chosen` have the skill that five offers of four want."""
    people = [
        person(f"{group}{row:02}", skills=["cad"] if group == chosen else [])
        for group in "fm"
        for row in range(20)
    ]
    offers = [offer(f"o{row}", skills=["cad"]) for row in range(5)]
    return solve(problem(people, offers), top=4), {one.id: one.id[0] for one in people}


def test_fairness_compares_selection_and_exposure() -> None:
    result, sex = _run("m")
    report = fairness(result, {"sex": sex}, top=4)  # type: ignore[arg-type]
    women, men = report.groups["sex"]
    assert (women.name, women.people, women.selected, women.rate) == ("f", 20, 0, 0.0)
    assert (men.selected, men.rate, men.mean_rank, men.exposure, men.pool_share) == (4, 0.2, 2.5, 1.0, 0.5)
    assert (women.ratio, men.ratio) == (0.0, None)
    assert women.needs_a_look
    assert women.ratio_interval is not None
    assert not women.is_adverse  # 0 of 20 against 4 of 20 may be chance


def test_fairness_is_sure_of_a_large_difference() -> None:
    people = [
        person(f"{group}{row:03}", skills=["cad"] if group == "m" else [])
        for group in "fm"
        for row in range(100)
    ]
    result = solve(problem(people, [offer(skills=["cad"])]), top=60)
    women, men = fairness(result, {"sex": {one.id: one.id[0] for one in people}}).groups["sex"]
    assert women.is_adverse
    assert not men.is_adverse


def test_fairness_shows_nothing_of_small_groups() -> None:
    result, sex = _run("m")
    small = {**sex, "m00": "x", "m01": "x"}
    groups = {one.name: one for one in fairness(result, {"sex": small}).groups["sex"]}  # type: ignore[arg-type]
    assert groups["x"].suppressed
    assert groups["m"].suppressed  # with the total known, x would be the rest
    assert not groups["f"].suppressed
    assert (groups["x"].people, groups["m"].rate, groups["m"].exposure) == (None, None, None)


def test_fairness_leaves_out_whoever_has_no_group() -> None:
    result, _ = _run("f")
    assert fairness(result, {"origin": {}}).groups["origin"] == ()  # type: ignore[arg-type]
