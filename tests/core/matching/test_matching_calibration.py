"""Weights fitted to outcomes, on outcomes drawn from known weights."""

from __future__ import annotations

import numpy as np
import pytest

from brobygger.core.matching import Match, Part, TooFewOutcomes, Weights, calibrate


def match(values: dict[Part, float | None]) -> Match:
    return Match(
        candidate="c", opportunity="o", rank=1, total=0, score=0.5, parts=values,
        company_score=None, candidate_score=None,
    )  # fmt: skip


def drawn(true: dict[Part, float], number: int, seed: int = 1) -> tuple[list[Match], list[bool]]:
    """Pairs with parts at random; a placement is more likely where `true` says that a part counts."""
    random = np.random.default_rng(seed)
    matches, outcomes = [], []
    for _ in range(number):
        parts: dict[Part, float | None] = {part: float(random.random()) for part in Part}
        pull = sum(strength * (parts[part] - 0.5) for part, strength in true.items())
        matches.append(match(parts))
        outcomes.append(bool(random.random() < 1 / (1 + np.exp(-pull))))
    return matches, outcomes


def test_weights_move_to_what_counted() -> None:
    matches, outcomes = drawn({Part.LANGUAGES: 12.0, Part.SKILLS: 4.0}, 2000)

    found = calibrate(matches, outcomes)

    assert found.languages > 2 * found.skills
    assert max(Part, key=found.of) is Part.LANGUAGES
    assert found.total == pytest.approx(Weights().total, abs=len(Part) / 2)


def test_fitted_weights_tell_new_outcomes_better() -> None:
    true = {Part.LANGUAGES: 10.0, Part.PLACE: 6.0}
    fresh, came = drawn(true, 2000, seed=2)

    found = calibrate(*drawn(true, 2000))

    assert order_right(fresh, came, found) > order_right(fresh, came, Weights()) + 0.05


def order_right(matches: list[Match], outcomes: list[bool], weights: Weights) -> float:
    """Share of (placed, not placed) pairs that the weights put in the right order."""
    score = np.array([sum(weights.of(part) * one.parts[part] for part in Part) for one in matches])
    came = np.array(outcomes)
    return float((score[came][:, None] > score[~came][None, :]).mean())


def test_few_outcomes_move_weights_less_than_many() -> None:
    true = {Part.LANGUAGES: 12.0}
    few, many = (calibrate(*drawn(true, number)) for number in (80, 4000))

    assert Weights().languages < few.languages < many.languages


def test_part_that_is_not_used_stays_out() -> None:
    matches, outcomes = drawn({Part.MARKETS: 9.0, Part.SKILLS: 3.0}, 400)

    assert calibrate(matches, outcomes, weights=Weights(markets=0)).markets == 0


def test_unknown_part_counts_as_one_half() -> None:
    matches, outcomes = drawn({Part.SKILLS: 6.0}, 300)
    halves = [match({**one.parts, Part.PLACE: 0.5}) for one in matches]
    unknown = [match({**one.parts, Part.PLACE: None}) for one in matches]

    assert calibrate(halves, outcomes) == calibrate(unknown, outcomes)


def test_too_few_outcomes_are_refused() -> None:
    matches, _ = drawn({}, 40)

    with pytest.raises(TooFewOutcomes, match="5 placements and 35 without"):
        calibrate(matches, [True] * 5 + [False] * 35)
    with pytest.raises(ValueError, match="40 matches, but 1 outcomes"):
        calibrate(matches, [True])
