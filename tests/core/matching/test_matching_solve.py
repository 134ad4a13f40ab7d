"""The kernel against an independent judge, and what must not matter to it."""

from __future__ import annotations

import pickle
import random
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.matching import (
    Conditions,
    MatchProblem,
    Part,
    Pool,
    Rule,
    Weights,
    is_eligible,
    objections,
    score_pair,
    solve,
)
from brobygger.core.matching import topk as topk_module
from brobygger.core.matching.topk import BestOfEach, Scored
from brobygger.core.reading import Level
from tests.core.matching import examples
from tests.core.matching.examples import TAXONOMY, need, offer, person, problem
from tests.drawing import times


@times(60)
@given(examples.problems(), examples.conditions, examples.weights, st.integers(0, 5))
def test_solve_has_no_objection_from_the_independent_judge(
    problem: MatchProblem, conditions: Conditions, weights: Weights, top: int
) -> None:
    result = solve(problem, top=top, weights=weights, conditions=conditions)
    assert objections(problem, result, top=top, weights=weights, conditions=conditions) == []


def test_objections_finds_a_wrong_result() -> None:
    asked = problem([person("a", skills=["cad"]), person("b", eqf=1)], [offer(skills=["cad"], eqf=2)])
    result = solve(asked)
    wrong = replace(
        result, by_opportunity=replace(result.by_opportunity, total=result.by_opportunity.total + 1)
    )
    assert "opportunity o: listed" in objections(asked, wrong, top=20)[0]
    assert any("excluded {}" in one for one in objections(asked, replace(result, excluded={"o": {}}), top=20))


@times(40)
@given(examples.problems(), examples.conditions)
def test_solve_never_lists_an_ineligible_pair(problem: MatchProblem, conditions: Conditions) -> None:
    people = {one.id: one for one in problem.candidates}
    offers = {one.id: one for one in problem.opportunities}
    result = solve(problem, conditions=conditions)
    for match in result:
        assert is_eligible(people[match.candidate], offers[match.opportunity], conditions)
        pair = score_pair(
            people[match.candidate],
            offers[match.opportunity],
            taxonomy=problem.taxonomy,
            conditions=conditions,
        )
        assert (match.total, match.score) == (pair.total, pair.score)
        assert list(match.parts.values()) == [None if one is None else one / 10_000 for one in pair.values]
    assert sum(result.eligible.values()) == sum(
        is_eligible(one, other, conditions) for one in people.values() for other in offers.values()
    )


@times(30)
@given(examples.problems(), st.randoms(use_true_random=False))
def test_solve_is_the_same_to_the_byte_in_any_order(problem: MatchProblem, shuffler: random.Random) -> None:
    people, offers = list(problem.candidates), list(problem.opportunities)
    shuffler.shuffle(people)
    shuffler.shuffle(offers)
    shuffled = MatchProblem(tuple(people), tuple(offers), problem.taxonomy)
    assert pickle.dumps(solve(problem, top=3)) == pickle.dumps(solve(shuffled, top=3))


def test_solve_breaks_ties_by_id_both_ways() -> None:
    result = solve(problem([person(one) for one in "cab"], [offer(one) for one in "zyx"]), top=2)
    assert [one.candidate for one in result.for_opportunity("x")] == ["a", "b"]
    assert [one.opportunity for one in result.for_candidate("c")] == ["x", "y"]
    assert [one.rank for one in result.for_candidate("c")] == [1, 2]


def test_solve_keeps_the_best_of_each_while_many_pass_by(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topk_module, "WAITING", 7)  # settle often
    generator = np.random.default_rng(5)
    totals = generator.integers(0, 6, (40, 9))
    best = BestOfEach(9, 3)
    for number, row in enumerate(totals):
        rows = np.flatnonzero(generator.random(9) < 0.7)
        totals[number, np.setdiff1d(np.arange(9), rows)] = -1
        best.take(
            number, Scored(rows, np.zeros((len(Part), len(rows)), np.int32), row[rows].astype(np.int64))
        )
    ranked = best.ranked((), ())
    for candidate in range(9):
        column = totals[:, candidate]
        expected = sorted((-total, number) for number, total in enumerate(column.tolist()) if total >= 0)[:3]
        assert list(zip(-ranked.total[candidate], ranked.partner[candidate], strict=True)) == expected


def test_solve_counts_exclusions_by_rule() -> None:
    asked = offer(languages=(need("da", Level.B2),), eqf=7)
    people = [
        person("a", eqf=6, languages=(("da", Level.C1),)),
        person("b", eqf=7, languages=(("da", Level.A1),)),
    ]
    result = solve(problem([*people, person("c")], [asked]))
    assert result.excluded_by_rule == {
        "education": 1, "language": 1,
        **dict.fromkeys(sorted({rule.value for rule in Rule} - {"education", "language"}), 0),
    }  # fmt: skip
    assert [one.candidate for one in result.for_opportunity("o")] == ["c"]


def test_solve_accepts_empty_sides() -> None:
    assert list(solve(problem([], [offer()]))) == []
    assert list(solve(problem([person()], []))) == []
    assert solve(problem([person()], [])).for_candidate("c") == ()


def test_solve_takes_a_pool_that_the_caller_keeps() -> None:
    asked = problem([person("a", skills=["cad"])], [offer(skills=["cad"])])
    pool = Pool.of(asked.candidates, TAXONOMY)
    assert pickle.dumps(solve(asked, pool=pool)) == pickle.dumps(solve(asked))
    with pytest.raises(ValueError, match="same candidates"):
        solve(asked, pool=Pool.of([person("b")], TAXONOMY))


def test_solve_refuses_nonsense() -> None:
    with pytest.raises(ValueError, match="top must not be negative"):
        solve(problem([], []), top=-1)
    with pytest.raises(ValueError, match="candidate id 'a' is used 2 times"):
        problem([person("a"), person("a")], [])


def test_both_sides_are_kept_apart() -> None:
    asked = offer(skills=["cad"], place=examples.OSLO)
    assert (
        list(solve(problem([person("a", skills=["cad"], place=examples.AARHUS, moves_to=())], [asked]))) == []
    )
    mover = person("a", skills=["cad"], place=examples.AARHUS, moves_to=("NO",))
    (match,) = solve(problem([mover], [asked]))
    assert match.company_score is not None
    assert match.candidate_score is not None
    assert match.company_score > match.candidate_score


@pytest.mark.parametrize(
    ("make", "facts", "message"),
    [
        (person, {"eqf": 9}, "candidate c: eqf must be from 1 to 8, got 9"),
        (person, {"commute_minutes": float("inf")}, "candidate c: commute_minutes"),
        (person, {"experience_years": -1.0}, "candidate c: experience_years"),
        (person, {"hours": (37.0, 20.0)}, "candidate c: hours a week"),
        (offer, {"remote_share": 1.5}, "opportunity o: remote_share must be from 0 to 1, got 1.5"),
        (offer, {"months": float("nan")}, "opportunity o: months"),
        (offer, {"start_flexible_days": -1}, "opportunity o: start_flexible_days"),
    ],
)
def test_people_and_offers_refuse_impossible_facts(
    make: Callable[..., object], facts: dict, message: str
) -> None:
    with pytest.raises(ValueError, match=message):
        make(**facts)
