"""The vectorised versions say the same as the plain ones, for every rule and every part."""

from __future__ import annotations

import numpy as np
from hypothesis import given

from brobygger.core.matching import (
    Conditions,
    MatchProblem,
    Pool,
    Weights,
    is_eligible,
    judge,
    score_pair,
    screen,
)
from brobygger.core.matching.score import UNKNOWN, parts_for, totals
from tests.core.matching import examples
from tests.drawing import times


@times(60)
@given(examples.problems(), examples.conditions)
def test_screen_equals_judge_for_every_rule_and_pair(problem: MatchProblem, conditions: Conditions) -> None:
    pool = Pool.of(problem.candidates, problem.taxonomy)
    for opportunity in problem.opportunities:
        screening = screen(pool, opportunity, conditions)
        for row, candidate in enumerate(pool.candidates):
            verdicts = judge(candidate, opportunity, conditions)
            assert tuple(one.check for one in verdicts) == screening.checks
            assert [one.outcome for one in verdicts] == [column[row] for column in screening.outcomes], (
                verdicts
            )
            assert is_eligible(candidate, opportunity, conditions) == screening.eligible[row]


@times(60)
@given(examples.problems(), examples.conditions, examples.weights)
def test_parts_for_equals_score_pair_for_every_part(
    problem: MatchProblem, conditions: Conditions, weights: Weights
) -> None:
    pool = Pool.of(problem.candidates, problem.taxonomy)
    rows = np.arange(len(pool))
    for opportunity in problem.opportunities:
        parts = parts_for(pool, opportunity, rows, weights, conditions)
        for row, candidate in enumerate(pool.candidates):
            pair = score_pair(
                candidate, opportunity, taxonomy=problem.taxonomy, weights=weights, conditions=conditions
            )
            expected = [UNKNOWN if value is None else value for value in pair.values]
            assert expected == parts[:, row].tolist()
            assert pair.total == totals(parts, weights)[row]
            assert all(value is None or 0 <= value <= 10_000 for value in pair.values)
