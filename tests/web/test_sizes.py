"""Pages over the pool take as many queries with three candidates as with one."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brobygger.apps.base.enums import Role
from brobygger.apps.matching.queries import forget_live
from tests.factories import (
    CandidateDocumentFactory,
    CandidateFactFactory,
    MatchRunFactory,
    OpportunityFactFactory,
    UserFactory,
)
from tests.factories.moments import NOW
from tests.web.conftest import Visitor

ADDRESSES = [
    "/pool/",
    "/pool/markets/?text=welding",
    "/match-runs/",
    "/opportunities/{ad}/",
    "/opportunities/{ad}/?country=DK",
    "/opportunities/{ad}/what-if/?permit=permit:supported",
]


@pytest.mark.parametrize("role", [Role.SECRETARIAT, Role.COMPANY])
@pytest.mark.parametrize("address", ADDRESSES)
def test_page_takes_as_many_queries_for_three_candidates_as_for_one(
    vocabulary: object, visitor: Visitor, address: str, role: Role
) -> None:
    ad = OpportunityFactFactory().opportunity
    user = UserFactory(role=role)
    ad.organisation.contacts.add(user)
    client = visitor(user)
    counts = []
    for more in (1, 2):
        for _ in range(more):
            candidate = CandidateDocumentFactory(candidate__visible_to_companies_at=NOW).candidate
            CandidateFactFactory(candidate=candidate)
            MatchRunFactory(state="superseded")
        forget_live()
        client.get(address.format(ad=ad.pk))
        with CaptureQueriesContext(connection) as found:
            answer = client.get(address.format(ad=ad.pk))
        counts.append((answer.status_code, len(found)))

    assert counts[0] == counts[1]
