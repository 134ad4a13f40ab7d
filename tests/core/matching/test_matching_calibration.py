"""Weights fitted to outcomes: on outcomes drawn from planted weights, and judged by a checker of its own."""

from __future__ import annotations

import dataclasses
import random

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.matching import (
    LabelledPair,
    Part,
    Stage,
    TooFewOutcomes,
    Weights,
    calibrate,
    calibration_objections,
    need_of,
)
from brobygger.core.matching.calibration import HOLD
from tests.drawing import times

FAR = (0.0, 1.5, 3.0)  # beyond the average pull: invited, dated again, hired


def drawn(
    true: dict[Part, float], number: int, seed: int = 1, stages: tuple[float, ...] = FAR
) -> list[LabelledPair]:
    """Pairs with parts at random, eight an opportunity; they come further where `true` says that a part counts."""
    chance = np.random.default_rng(seed)
    pairs = []
    for count in range(number):
        parts: dict[Part, float | None] = {part: float(chance.random()) for part in Part}
        pull = sum(strength * (parts[part] - 0.5) for part, strength in true.items()) + chance.logistic()
        stage = list(Stage)[sum(pull > threshold for threshold in stages)]
        pairs.append(LabelledPair(f"o{count // 8}", f"c{count}", parts, stage))
    return pairs


def test_planted_weights_are_recovered() -> None:
    planted = {Part.SKILLS: 8.0, Part.LANGUAGES: 6.0, Part.PLACE: 4.0, Part.TIME: 2.0}

    found = calibrate(drawn(planted, 6000))

    total = found.proposed.total
    for part in Part:
        assert found.proposed.of(part) / total == pytest.approx(planted.get(part, 0) / 20, abs=0.05), part
    assert found.is_better


def test_proposal_that_is_no_better_says_so() -> None:
    as_in_use = {part: 0.15 * Weights().of(part) for part in Part}

    found = calibrate(drawn(as_in_use, 400))

    assert not found.is_better
    assert found.quality_proposed.auc == pytest.approx(found.quality_in_use.auc, abs=0.03)


def test_pure_chance_is_not_taken_for_a_gain() -> None:
    better = [calibrate(drawn({}, 240, seed=seed)).is_better for seed in range(4)]

    assert sum(better) <= 1


def test_held_out_figures_hold_for_new_outcomes() -> None:
    true = {Part.LANGUAGES: 8.0, Part.PLACE: 5.0}
    found = calibrate(drawn(true, 4000))  # of 1,600 the two shares were once .034 apart
    fresh = drawn(true, 4000, seed=2)

    def order_right(weights: Weights) -> float:
        scores = np.array([sum(weights.of(part) * one.parts[part] for part in Part) for one in fresh])
        heights = np.array([one.stage.height for one in fresh])
        further = heights[:, None] > heights[None, :]
        return float((scores[:, None] > scores[None, :])[further].mean())

    assert order_right(found.proposed) == pytest.approx(found.quality_proposed.auc, abs=0.03)
    assert order_right(Weights()) == pytest.approx(found.quality_in_use.auc, abs=0.03)
    assert order_right(found.proposed) > order_right(Weights()) + 0.05


@pytest.mark.parametrize("number", [200, 500])
@pytest.mark.parametrize("stages", [FAR, (0.0,), (0.5, 1.0), (-1.0, 6.0, 7.0)])
def test_checker_has_no_objection(number: int, stages: tuple[float, ...]) -> None:
    pairs = drawn({Part.SKILLS: 4.0, Part.WISHES: 3.0}, number, stages=stages)

    assert calibration_objections(pairs, calibrate(pairs), hold=HOLD) == []


def test_checker_sees_what_is_wrong() -> None:
    pairs = drawn({Part.SKILLS: 4.0}, 200)
    found = calibrate(pairs)

    def objections(**changes: object) -> str:
        return "; ".join(calibration_objections(pairs, dataclasses.replace(found, **changes), hold=HOLD))

    pushed = {**found.strengths, Part.PLACE: found.strengths[Part.PLACE] + 1}
    assert "place: a step of" in objections(strengths=pushed)
    assert "is negative" in objections(strengths={**found.strengths, Part.TIME: -0.1})
    assert "but its share is" in objections(proposed=Weights(skills=1))
    assert "auc in use" in objections(quality_in_use=dataclasses.replace(found.quality_in_use, auc=0.9))
    assert "not every pair was held out" in objections(held_out=found.held_out[1:])
    assert "pairs hired" in objections(stages={**found.stages, Stage.HIRED: 9999})


@times(5)
@given(
    seed=st.integers(0, 10_000),
    part=st.sampled_from(list(Part)),
    low=st.floats(0, 1),
    high=st.floats(0, 1),
    true=st.dictionaries(st.sampled_from(list(Part)), st.floats(-6, 6), max_size=4),
)
def test_more_of_a_part_never_lowers_the_score(
    seed: int, part: Part, low: float, high: float, true: dict[Part, float]
) -> None:
    """Even where the outcomes say the opposite: parts that count against somebody come to one point."""
    found = calibrate(drawn(true, 300, seed=seed, stages=(0.0, 1.0)))

    low, high = sorted((low, high))
    assert found.strengths[part] * low <= found.strengths[part] * high
    assert found.proposed.of(part) >= 1
    assert found.proposed.total == found.in_use.total


@times(3)
@given(seed=st.integers(0, 10_000))
def test_order_of_the_pairs_is_of_no_consequence(seed: int) -> None:
    pairs = drawn({Part.SKILLS: 4.0, Part.PLACE: 2.0}, 240, seed=seed)
    shuffled = random.Random(seed).sample(pairs, len(pairs))

    assert calibrate(shuffled) == calibrate(pairs)


def test_few_outcomes_move_weights_less_than_many() -> None:
    few, many = (calibrate(drawn({Part.MARKETS: 4.0}, number)).proposed for number in (200, 4000))

    assert Weights().markets < few.markets < many.markets


def test_part_that_is_not_used_stays_out() -> None:
    found = calibrate(drawn({Part.MARKETS: 9.0, Part.SKILLS: 3.0}, 400), weights=Weights(markets=0))

    assert found.proposed.markets == 0
    assert Part.MARKETS not in found.strengths


def test_part_that_is_never_known_keeps_about_its_share() -> None:
    pairs = drawn({Part.SKILLS: 3.0, Part.TIME: 3.0}, 400)
    silent = [dataclasses.replace(one, parts={**one.parts, Part.PLACE: None}) for one in pairs]

    assert calibrate(silent).proposed.place > 1


def test_unknown_part_counts_as_one_half() -> None:
    pairs = drawn({Part.SKILLS: 6.0}, 300)
    halves = [dataclasses.replace(one, parts={**one.parts, Part.PLACE: 0.5}) for one in pairs]
    unknown = [dataclasses.replace(one, parts={**one.parts, Part.PLACE: None}) for one in pairs]

    assert calibrate(halves).proposed == calibrate(unknown).proposed


@pytest.mark.parametrize(("total", "expected"), [(5, 100), (100, 100), (4000, 1000)])
def test_points_are_neither_coarse_nor_out_of_range(total: int, expected: int) -> None:
    half = total // 2
    weights = (
        Weights(half, total - half, *[0] * (len(Part) - 2))
        if total < 2000
        else Weights(*[total // len(Part)] * len(Part))
    )

    assert calibrate(drawn({Part.SKILLS: 5.0}, 300), weights=weights).proposed.total == expected


def test_few_opportunities_are_parted() -> None:
    pairs = [dataclasses.replace(one, opportunity="o") for one in drawn({Part.SKILLS: 4.0}, 200)]

    found = calibrate(pairs)

    assert {one.fold for one in found.held_out} == {0, 1, 2, 3, 4}
    assert calibration_objections(pairs, found, hold=HOLD) == []


def test_too_few_outcomes_are_refused() -> None:
    pairs = drawn({}, 199)
    with pytest.raises(TooFewOutcomes, match="199 labelled pairs.* at least 200 are needed, with 40 of each"):
        calibrate(pairs)
    rejected = [dataclasses.replace(one, stage=Stage.REJECTED) for one in drawn({}, 300)]
    one_sided = [dataclasses.replace(one, stage=Stage.HIRED) for one in rejected[:39]] + rejected[39:]
    with pytest.raises(TooFewOutcomes, match="261 of them rejected and 39 that came further"):
        calibrate(one_sided)


def test_need_says_what_is_missing() -> None:
    need = need_of([Stage.REJECTED] * 30 + [Stage.INVITED] * 5 + [Stage.HIRED] * 5)

    assert (need.pairs, need.missing, need.missing_rejected, need.missing_further) == (40, 160, 10, 30)
    assert not need.is_met


def test_wrong_input_is_refused() -> None:
    pairs = drawn({}, 240)
    with pytest.raises(ValueError, match="opportunity o0 and candidate c0 stand there 2 times"):
        calibrate([*pairs, pairs[0]])
    with pytest.raises(ValueError, match="hold must be above 0"):
        calibrate(pairs, hold=0)
    with pytest.raises(ValueError, match="skills must be a number from 0 to 1"):
        LabelledPair("o", "c", {Part.SKILLS: 1.2}, Stage.HIRED)


def test_binary_outcomes_agree_with_scikit_learn() -> None:
    """With two stages and no hold to speak of it is a plain logistic regression."""
    linear_model = pytest.importorskip("sklearn.linear_model")
    pairs = drawn(dict.fromkeys(Part, 4.0), 3000, stages=(0.0,))

    found = calibrate(pairs, hold=1e-6)

    shares = np.array([[one.parts[part] for part in Part] for one in pairs])
    came = [one.stage is not Stage.REJECTED for one in pairs]
    peer = linear_model.LogisticRegression(C=1e6, max_iter=2000).fit(shares, came)
    assert list(found.strengths.values()) == pytest.approx(peer.coef_[0].tolist(), abs=0.02)
    assert -found.thresholds[0] == pytest.approx(peer.intercept_[0], abs=0.05)
