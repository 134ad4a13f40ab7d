"""The inverted index: one by one or many together, the same people for the same skills."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.matching import Candidate, HeldSkill, Pool, relations_of
from brobygger.core.matching import postings as postings_module
from brobygger.core.matching.postings import credit_percent, percent_of
from tests.core.matching import examples
from tests.core.matching.examples import SKILLS, TAXONOMY, person, uri
from tests.drawing import times

OUTSIDE = "https://example.org/outside"


@times(60)
@given(st.lists(st.lists(examples.held_skills, max_size=5), max_size=7), st.sampled_from([1, 3, 1000]))
def test_postings_are_the_best_linked_skill_of_each_person(
    skills: list[list[HeldSkill]], at_once: int
) -> None:
    people = [Candidate(f"{row:03}", tuple(row_of)) for row, row_of in enumerate(skills)]
    pool, relations = Pool.of(people, TAXONOMY), relations_of(TAXONOMY)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postings_module, "AT_ONCE", at_once)
        numbers = {one: pool.skill_number(one) for one in SKILLS}
        pool.postings.prepare(number for number in numbers.values() if number >= 0)
    for needed, number in numbers.items():
        expected = {}
        for row, candidate in enumerate(people):
            links = [(percent_of(one.weight), relations.link(one.uri, needed)[1]) for one in candidate.skills]
            percents = [credit_percent(held, credit) for held, credit in links if credit]
            if percents:
                expected[row] = max(percents)
        if number < 0:
            assert needed == OUTSIDE
            assert not expected
            continue
        found = pool.postings.of_needed(number)
        assert dict(zip(found.rows.tolist(), found.percents.tolist(), strict=True)) == expected
        assert found.rows.tolist() == sorted(found.rows.tolist())


def test_postings_of_a_skill_outside_the_taxonomy_are_its_holders() -> None:
    pool = Pool.of([person("a", skills=[HeldSkill(OUTSIDE)]), person("b", skills=["cad"])], TAXONOMY)
    assert pool.postings.of_needed(pool.skill_number(OUTSIDE)).rows.tolist() == [0]
    assert pool.skill_number("https://example.org/never-heard-of") == -1


def test_pool_cache_forgets_the_oldest() -> None:
    pool = Pool.of([person("a")], TAXONOMY)
    for number in range(5_000):
        assert pool.cached(("number", number), lambda number=number: number) == number
    assert len(pool._cache) <= 1_024
    assert pool.cached(("number", 4_999), lambda: -1) == 4_999
    assert pool.cached(("number", 0), lambda: -1) == -1


def test_held_skill_refuses_a_weight_outside_its_range() -> None:
    for weight in (0.0, 1.1):
        with pytest.raises(ValueError, match=f"weight of {uri('cad')}"):
            HeldSkill(uri("cad"), weight)
