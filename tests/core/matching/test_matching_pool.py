"""A pool that follows its candidates: changed in place of being built anew, and asked for one list alone."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.matching import (
    Candidate,
    Conditions,
    HeldSkill,
    MatchProblem,
    Offers,
    Opportunity,
    Pool,
    Weights,
    candidate_list,
    dials_for,
    opportunity_list,
    solve,
    what_if_counts,
    what_if_each,
)
from tests.core.matching.examples import (
    TAXONOMY,
    candidates,
    conditions,
    offer,
    opportunities,
    person,
    weights,
)

NAMES = [f"c{number}" for number in range(12)]  # "c10" comes before "c2": ids are no numbers to the pool
pools = st.lists(st.sampled_from(NAMES), unique=True, max_size=8).flatmap(
    lambda names: st.tuples(*map(candidates, names))
)
offers = st.tuples(opportunities("o0"), opportunities("o1"), opportunities("o2"))
changes = st.lists(st.tuples(pools, st.sets(st.sampled_from(NAMES), max_size=4)), min_size=1, max_size=4)


def solved(pool: Pool, asked: tuple[Opportunity, ...], read: Conditions) -> object:
    problem = MatchProblem(pool.candidates, asked, TAXONOMY)
    result = solve(problem, top=len(pool) or 1, pool=pool, conditions=read)
    return [result.for_opportunity(one.id) for one in asked], result.excluded, result.eligible


@given(pools, changes, offers, conditions)
def test_changed_pool_answers_as_one_built_anew(
    first: tuple[Candidate, ...],
    steps: list[tuple[tuple[Candidate, ...], set[str]]],
    asked: tuple[Opportunity, ...],
    read: Conditions,
) -> None:
    pool = Pool.of(first, TAXONOMY)
    held = {one.id: one for one in first}
    solved(pool, asked, read)  # every column is there, so every column has to be spliced
    for put, gone in steps:
        pool = pool.changed(put, gone - {one.id for one in put})
        held = {name: one for name, one in held.items() if name not in gone} | {one.id: one for one in put}
        anew = Pool.of(list(held.values()), TAXONOMY)

        assert pool.candidates == anew.candidates
        assert solved(pool, asked, read) == solved(anew, asked, read)


@given(pools, st.integers(0, 2**8 - 1), offers, conditions)
def test_part_of_a_pool_answers_as_one_built_anew(
    everybody: tuple[Candidate, ...], chosen: int, asked: tuple[Opportunity, ...], read: Conditions
) -> None:
    pool = Pool.of(everybody, TAXONOMY)
    solved(pool, asked, read)
    rows = [row for row in range(len(pool)) if chosen >> row & 1]

    part = pool.only(np.array(rows, np.int64))

    anew = Pool.of([pool.candidates[row] for row in rows], TAXONOMY)
    assert solved(part, asked, read) == solved(anew, asked, read)


def test_changed_pool_drops_values_that_nobody_has() -> None:
    pool = Pool.of([person("c1", fields=("0", "a"))], TAXONOMY)
    assert len(pool.fields.values) == 1
    for number in range(20):
        pool = pool.changed([person("c1", fields=(f"{number}",))])

    assert pool.fields.values == (("19",),)


def test_changed_pool_finds_a_skill_that_no_taxonomy_knows() -> None:
    asked = offer(skills=("python", "nowhere"))
    pool = Pool.of([person("c1", skills=("python", "somewhere"))], TAXONOMY)
    before = opportunity_list(pool, asked).best(1)

    after = pool.changed([replace(pool.candidates[0], skills=(HeldSkill(asked.skills[1].uri),))])

    assert opportunity_list(after, asked).best(1) != before
    assert opportunity_list(after, asked).best(1) == opportunity_list(
        Pool.of(after.candidates, TAXONOMY), asked
    ).best(1)


@given(pools, opportunities(), st.integers(0, 2**8 - 1), st.integers(0, 8), weights, conditions)
def test_one_list_equals_the_whole_match(
    everybody: tuple[Candidate, ...],
    asked: Opportunity,
    chosen: int,
    top: int,
    points: Weights,
    read: Conditions,
) -> None:
    pool = Pool.of(everybody, TAXONOMY)
    result = solve(
        MatchProblem(everybody, (asked,), TAXONOMY), top=len(everybody), weights=points, conditions=read
    )
    among = np.array([bool(chosen >> row & 1) for row in range(len(pool))], bool)

    found = opportunity_list(pool, asked, weights=points, conditions=read)

    whole = result.for_opportunity(asked.id)
    narrowed = [one for one in whole if among[pool.row(one.candidate)]]
    assert list(found.best(top)) == list(whole[:top])
    assert list(found.best(top, among)) == narrowed[:top]
    assert found.count(among) == len(narrowed)
    for least in (0.0, *(one.score for one in whole)):
        assert found.count(found.scoring(least)) == sum(one.score >= least for one in whole)
    assert found.eligible == result.eligible[asked.id]
    assert found.excluded == result.excluded[asked.id]


@given(pools, opportunities(), conditions)
def test_counts_of_the_dials_equal_the_match_run_again(
    everybody: tuple[Candidate, ...], asked: Opportunity, read: Conditions
) -> None:
    pool = Pool.of(everybody, TAXONOMY)
    dials = dials_for(asked, read)

    counts = what_if_counts(pool, asked, dials, conditions=read)

    again = what_if_each(pool, asked, dials, conditions=read)
    assert counts == tuple(one.eligible for one in again)


@given(candidates("c"), offers, st.integers(0, 4), weights, conditions)
def test_a_candidates_list_equals_the_whole_match(
    one: Candidate, asked: tuple[Opportunity, ...], top: int, points: Weights, read: Conditions
) -> None:
    result = solve(MatchProblem((one,), asked, TAXONOMY), top=len(asked), weights=points, conditions=read)
    counts = Counter(check for checks in result.excluded.values() for check, count in checks.items() if count)

    found = candidate_list(Offers.of(asked, TAXONOMY), one, weights=points, conditions=read)

    assert found.best(top) == result.for_candidate(one.id)[:top]
    assert len(found.rows) == sum(result.eligible.values())
    assert found.excluded == counts
