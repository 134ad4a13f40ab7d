"""Ads as JobPosting: what is published is in the words of schema.org."""

from __future__ import annotations

import datetime as dt

import pytest

from brobygger.core.reading import OpportunityKind
from brobygger.data.postings import Posting, to_job_posting

# the values that Google's documentation of job postings names
KNOWN = {
    "FULL_TIME", "PART_TIME", "CONTRACTOR", "TEMPORARY", "INTERN", "VOLUNTEER", "PER_DIEM", "OTHER",
}  # fmt: skip
USUAL = {OpportunityKind.INTERNSHIP: "INTERN", OpportunityKind.STUDENT_JOB: "PART_TIME"}


@pytest.mark.parametrize("kind", [None, *OpportunityKind])
def test_employment_type_is_a_known_value_or_left_out(kind: OpportunityKind | None) -> None:
    posting = Posting(
        id="1",
        title="Welder",
        text="Welder",
        organisation="Fjordsvejs",
        date_posted=dt.date(2027, 1, 4),
        changed_at=dt.datetime(2027, 1, 4, tzinfo=dt.UTC),
        kind=kind,
    )

    found = to_job_posting(posting, url="https://brobygger.example/jobs/1/")
    said = found.get("employmentType")
    assert found.get("additionalType") == (kind.value if kind else None)

    assert said is None or said in KNOWN
    if kind in USUAL:
        assert said == USUAL[kind]
    if kind in (None, OpportunityKind.JOB, OpportunityKind.GRADUATE_JOB):
        assert said is None, "full time or part time is not known"
