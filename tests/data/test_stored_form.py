"""Records of the core as JSON and back: nothing is lost."""

from __future__ import annotations

from hypothesis import given

from brobygger.core import matching
from brobygger.core.matching import Candidate, Opportunity
from brobygger.data import stored_form
from brobygger.data.stored_form import form_of, from_stored, to_stored
from tests.core.matching.examples import candidates, opportunities


@given(candidates())
def test_candidate_comes_back_as_it_was(one: Candidate) -> None:
    assert from_stored(Candidate, to_stored(one)) == one


@given(opportunities())
def test_opportunity_comes_back_as_it_was(one: Opportunity) -> None:
    assert from_stored(Opportunity, to_stored(one)) == one


def test_form_names_the_code() -> None:
    assert form_of([stored_form]) == form_of([stored_form])
    assert form_of([stored_form]) != form_of([stored_form, matching])
