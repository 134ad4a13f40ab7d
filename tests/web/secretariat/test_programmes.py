"""The list of programmes: exact for those who see the candidates, without small numbers for all others."""

from __future__ import annotations

import pytest

from brobygger.apps.base.enums import Role
from tests.factories import CandidateFactory, ProgrammeFactory


@pytest.mark.parametrize(
    ("role", "count", "said"),
    [
        (Role.SECRETARIAT, 3, "3 candidates"),
        (Role.COMPANY, 3, "fewer than five candidates"),
        (Role.COMPANY, 13, "at least 10 candidates"),
        (Role.COMPANY, 0, "0 candidates"),
    ],
)
def test_small_number_of_candidates_is_for_those_who_see_the_list(visitor, role, count, said):
    ProgrammeFactory().candidates.add(*CandidateFactory.create_batch(count))

    page = visitor(role).get("/programmes/").content.decode()

    assert f"· {said} ·" in page
