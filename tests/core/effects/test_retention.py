"""Curves and shares: the checker agrees, published numbers come out, and intervals hold what they promise."""

from __future__ import annotations

import dataclasses
import math
from collections import Counter

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.effects import (
    STILL_HERE,
    Answers,
    Evidence,
    Histories,
    WrongHistory,
    evidence_of,
    objections,
    retention_of,
    share_of,
    wilson,
)
from tests.drawing import times

CAUSES = ("elsewhere", "abroad")
# remission times of the treated group in Freireich et al. (Blood 21, 1963), as Kaplan–Meier's textbook example
TREATED = [(6, 1)] * 3 + [(7, 1), (10, 1), (13, 1), (16, 1), (22, 1), (23, 1)]
TREATED += [(one, STILL_HERE) for one in (6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35)]
each = st.lists(
    st.tuples(st.sampled_from([3.0, 6.0, 6.5, 12.0, 24.0]), st.integers(0, len(CAUSES))),
    min_size=1,
    max_size=30,
)


def of(rows):
    return Histories.of(CAUSES, rows)


@times(100)
@given(each)
def test_checker_has_no_objection(rows):
    histories = of(rows)
    answers = [Answers(6, len(rows) + 2, len(rows), sum(1 for _, how in rows if how == STILL_HERE))]

    result = retention_of(histories, answers, people=len(rows) + 2)

    assert objections(result, histories, answers) == []


@times(60)
@given(each)
def test_without_censoring_the_curve_is_the_share_that_is_counted(rows):
    rows = [(months, how or 1) for months, how in rows]
    curve = retention_of(of(rows), []).curve
    for step, months in enumerate(curve.months):
        gone = Counter(how for when, how in rows if when <= months)
        assert math.isclose(curve.stays[step], 1 - gone.total() / len(rows), abs_tol=1e-12)
        assert np.allclose(curve.gone[step], [gone[1] / len(rows), gone[2] / len(rows)])


@times(30)
@given(each)
def test_order_of_people_changes_nothing(rows):
    one, other = retention_of(of(rows), []).curve, retention_of(of(rows[::-1]), []).curve
    for field in dataclasses.fields(one):
        assert np.array_equal(getattr(one, field.name), getattr(other, field.name))


def test_published_example_comes_out():
    curve = retention_of(Histories.of(("relapse",), TREATED), []).curve
    at = {int(months): step for step, months in enumerate(curve.months)}
    # R: survfit(Surv(time, status) ~ 1, conf.type = "log-log")
    published = {6: (0.857, 0.620, 0.952), 10: (0.753, 0.503, 0.889), 23: (0.448, 0.188, 0.680)}
    for months, expected in published.items():
        step = at[months]
        found = (curve.stays[step], curve.lower[step], curve.upper[step])
        assert np.allclose(found, expected, atol=6e-4)
    assert curve.at(5) is None
    assert curve.at(8) == at[7]


def test_variance_of_leaving_is_that_of_a_plain_share_where_nobody_is_missing():
    curve = retention_of(of([(6, 1)] * 12 + [(12, 2)] * 8 + [(24, STILL_HERE)] * 20), []).curve
    error = math.sqrt(0.2 * 0.8 / 40)
    turn = math.exp(1.959964 * error / abs(0.2 * math.log(0.2)))
    assert np.allclose(
        (curve.gone_lower[1, 1], curve.gone_upper[1, 1]), (0.2**turn, 0.2 ** (1 / turn)), atol=1e-6
    )


def test_intervals_hold_the_truth_about_as_often_as_they_say():
    random = np.random.default_rng(20261129)
    held, held_gone, held_wilson, rounds, people, truth = 0, 0, 0, 300, 60, 0.7
    for _ in range(rounds):
        leaves = -np.log(1 - random.random(people)) * (12 / -math.log(truth))  # 70 % stay for a year
        seen = np.minimum(random.uniform(6, 40, people), 36)
        how = np.where(leaves > seen, STILL_HERE, np.where(random.random(people) < 0.5, 1, 2))
        curve = retention_of(Histories(CAUSES, np.minimum(leaves, seen), how), []).curve
        step = curve.at(12)
        held += curve.lower[step] <= truth <= curve.upper[step]
        held_gone += curve.gone_lower[step, 0] <= 0.15 <= curve.gone_upper[step, 0]
        lower, upper = wilson(int((random.random(people) < truth).sum()), people)
        held_wilson += lower <= truth <= upper
    # three standard errors of a share of 300 around 95 %
    for found in (held, held_gone, held_wilson):
        assert 0.91 <= found / rounds <= 0.99


@pytest.mark.parametrize(
    ("count", "of_all", "expected"),
    [
        (0, 10, (0.0, 0.2775)),
        (10, 10, (0.7225, 1.0)),
        (15, 20, (0.5313, 0.8881)),
        (81, 263, (0.2553, 0.3662)),
    ],
)
def test_wilson_is_as_published(count, of_all, expected):
    """The last: Newcombe, Statistics in Medicine 17 (1998), table I."""
    assert np.allclose(wilson(count, of_all), expected, atol=1e-4)


def test_nobody_left_still_leaves_doubt():
    curve = retention_of(of([(24, STILL_HERE)] * 10), []).curve
    assert (curve.stays[0], curve.upper[0]) == (1, 1)
    assert math.isclose(curve.lower[0], 0.025**0.1)
    assert retention_of(of([]), []).curve.months.size == 0


@pytest.mark.parametrize(
    ("known", "asked", "level"),
    [(4, 4, Evidence.HIDDEN), (5, 5, Evidence.COUNTS), (20, 34, Evidence.UNSURE), (20, 33, Evidence.GOOD)],
)
def test_how_much_may_be_said_depends_on_how_many_are_known(known, asked, level):
    assert evidence_of(known=known, asked=asked) is level


def test_missing_answers_leave_the_share_between_two_limits():
    found = share_of(Answers(12, asked=40, answered=30, stayed=24))
    assert (found.share, found.least, found.most, found.answer_rate) == (0.8, 0.6, 0.85, 0.75)
    assert share_of(Answers(12, 0, 0, 0)).share is None


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Histories.of(CAUSES, [(0, 1)]),
        lambda: Histories.of(CAUSES, [(float("nan"), 1)]),
        lambda: Histories.of(CAUSES, [(6, 3)]),
        lambda: Histories.of((), [(6, 0)]),
        lambda: Histories(CAUSES, np.array([6.0]), np.array([0.5])),
        lambda: Histories(CAUSES, np.array([6.0, 7.0]), np.array([1])),
        lambda: Answers(6, 3, 4, 1),
    ],
)
def test_impossible_histories_are_refused(wrong):
    with pytest.raises(WrongHistory):
        wrong()


def test_checker_finds_a_wrong_step():
    histories = of([(6, 1), (12, 2), (24, STILL_HERE)])
    result = retention_of(histories, [])
    spoiled = dataclasses.replace(
        result, curve=dataclasses.replace(result.curve, stays=result.curve.stays + 0.01)
    )
    assert objections(spoiled, histories, [])
