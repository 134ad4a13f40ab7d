"""What a ranking was made from survives being kept, and gives the same ranking."""

from __future__ import annotations

import dataclasses
import json

import numpy as np
import pytest
from hypothesis import given

from brobygger.core.matching import Candidate, MatchProblem, output_digest, solve
from brobygger.data.match_inputs import (
    UnreadableInputs,
    from_bytes,
    packed,
    to_bytes,
    unpacked,
    without_candidate,
)
from brobygger.data.scoring_version import scoring_version
from tests.core.matching.examples import make_taxonomy, offer, person, problems


def by_id(problem: MatchProblem) -> tuple[list[object], list[object]]:
    return sorted(problem.candidates, key=lambda one: one.id), sorted(
        problem.opportunities, key=lambda one: one.id
    )


@given(problems())
def test_inputs_read_back_as_they_were(problem: MatchProblem) -> None:
    content = to_bytes(problem.candidates, problem.opportunities)

    read = from_bytes(unpacked(packed(content)), problem.taxonomy)

    assert repr(by_id(read)) == repr(by_id(problem))  # repr tells 37 from 37.0
    assert to_bytes(read.candidates, read.opportunities) == content


@given(problems())
def test_output_has_one_digest_whatever_the_order_of_the_input(problem: MatchProblem) -> None:
    other = MatchProblem(problem.candidates[::-1], problem.opportunities[::-1], problem.taxonomy)

    assert output_digest(solve(problem)) == output_digest(solve(other))
    assert to_bytes(problem.candidates, problem.opportunities) == to_bytes(
        other.candidates, other.opportunities
    )


def test_output_with_one_point_more_has_another_digest() -> None:
    result = solve(MatchProblem((person(),), (offer(),), make_taxonomy()))
    ranked = result.by_opportunity
    raised = dataclasses.replace(result, by_opportunity=dataclasses.replace(ranked, total=ranked.total + 1))

    assert output_digest(raised) != output_digest(result)


def test_candidate_is_taken_out_of_kept_inputs() -> None:
    content = to_bytes([person("a"), person("b")], [offer()])

    assert without_candidate(content, "a") == to_bytes([person("b")], [offer()])
    assert without_candidate(content, "c") is None


def test_field_added_since_has_its_default() -> None:
    kept = json.loads(to_bytes([person("a")], []))
    del kept["candidates"][0]["markets"]

    read = from_bytes(json.dumps(kept).encode(), make_taxonomy())

    assert read.candidates[0].markets == Candidate("a").markets


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"nonsense", "damaged"),
        (b"[]", "format"),
        (b'{"format":"brobygger-match-inputs-1","candidates":[{"id":"a","charm":3}],"opportunities":[]}', "charm"),
        (b'{"format":"brobygger-match-inputs-1","candidates":[{"id":"a","eqf":12}],"opportunities":[]}', "eqf"),
        (b'{"format":"brobygger-match-inputs-1"}', "candidates"),
    ],
)  # fmt: skip
def test_inputs_that_cannot_be_read_are_named(content: bytes, message: str) -> None:
    with pytest.raises(UnreadableInputs, match=message):
        from_bytes(content, make_taxonomy())


def test_damaged_bytes_are_named() -> None:
    with pytest.raises(UnreadableInputs, match="damaged"):
        unpacked(b"nonsense")


def test_numbers_of_numpy_are_kept_and_what_is_no_number_is_refused() -> None:
    exact = to_bytes([person("a", experience_years=np.float64(2.5), eqf=np.int64(6))], [])

    assert exact == to_bytes([person("a", experience_years=2.5, eqf=6)], [])
    with pytest.raises(TypeError, match="set cannot be kept"):
        to_bytes([person("a", markets={"DK"})], [])


def test_scoring_version_names_code_and_libraries() -> None:
    assert f"numpy {np.__version__}" in scoring_version()
    assert len(scoring_version()) <= 100  # a column
