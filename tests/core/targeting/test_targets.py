"""Target lists: a score that is the sum of named parts, and a reason for each company that is left out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.targeting import (
    MOST_POINTS,
    Company,
    Criteria,
    Exclusion,
    Part,
    PartResult,
    score_company,
    unmatched_branches,
)

FITS = Company(size="small", industry_code="28.13.00", is_exporter=True, places=("Horsens", "Midtjylland"))
LIST = Criteria(branches=("28", "62.10"), places=("midtjylland",))


def test_company_that_fits_everything_has_all_points() -> None:
    scored = score_company(FITS, LIST)

    assert (scored.score, scored.excluded) == (100, None)
    assert sum(MOST_POINTS.values()) == 100


def test_what_a_register_does_not_say_earns_half() -> None:
    scored = score_company(Company(), LIST)

    assert {part: result for part, result, _ in scored.parts} == {
        Part.SIZE: PartResult.UNKNOWN,
        Part.EXPORT: PartResult.UNKNOWN,
        Part.INDUSTRY: PartResult.UNKNOWN,
        Part.REGION: PartResult.UNKNOWN,
        Part.NEW: PartResult.FULFILLED,
    }
    assert scored.score == 55


@pytest.mark.parametrize(
    ("company", "reason"),
    [
        (replace(FITS, is_on_no_call_list=True, is_partner=True), Exclusion.NO_CALL),
        (replace(FITS, is_protected=True), Exclusion.PROTECTED),
        (replace(FITS, is_active=False), Exclusion.CLOSED),
        (replace(FITS, is_partner=True), Exclusion.PARTNER),
        (replace(FITS, is_recent=True, was_visited=True), Exclusion.RECENTLY_VISITED),
        (replace(FITS, is_in_a_batch=True), Exclusion.IN_A_BATCH),
        (replace(FITS, size="micro"), Exclusion.TOO_SMALL),
        (replace(FITS, size="large"), Exclusion.TOO_LARGE),
        (replace(FITS, size=""), None),
        (replace(FITS, places=("Odense",)), None),
        (replace(FITS, industry_code="01.10"), None),
    ],
)
def test_company_is_left_out_with_the_reason(company: Company, reason: Exclusion | None) -> None:
    assert score_company(company, LIST).excluded == reason


def test_other_places_and_branches_are_left_out_where_the_list_says_so() -> None:
    strict = replace(LIST, only_branches=True, only_places=True)

    assert score_company(replace(FITS, places=("Odense",)), strict).excluded == Exclusion.OTHER_REGION
    assert score_company(replace(FITS, industry_code="01.10"), strict).excluded == Exclusion.OTHER_INDUSTRY


def test_branches_that_no_company_has_are_named() -> None:
    assert unmatched_branches(Criteria(branches=("28", "45", "62.01")), ["28.13.00", ""]) == ("45", "62.01")


companies = st.builds(
    Company,
    size=st.sampled_from(("", "micro", "small", "medium", "large")),
    industry_code=st.sampled_from(("", "28.13", "62.10", "01")),
    is_exporter=st.sampled_from((None, True, False)),
    places=st.sampled_from(((), ("Horsens",), ("Midtjylland",))),
    was_visited=st.booleans(),
)


@given(companies, st.dictionaries(st.sampled_from(list(Part)), st.integers(0, 50)))
def test_score_is_the_sum_of_its_parts_and_never_more_than_their_points(
    company: Company, points: dict[Part, int]
) -> None:
    criteria = replace(LIST, points=points)
    scored = score_company(company, criteria)

    assert scored.score == sum(one for _, _, one in scored.parts)
    assert all(0 <= one <= criteria.most(part) for part, _, one in scored.parts)
    assert [part for part, _, _ in scored.parts] == list(Part)
