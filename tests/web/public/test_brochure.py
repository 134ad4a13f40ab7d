"""The brochure that anybody may print, and who knows the Brazilian market in the demo's pool."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils.timezone import now

from brobygger.apps.base.enums import Role
from brobygger.apps.matching.queries import search_market, understand_market_query
from tests.factories import CandidateDocumentFactory, PositionPreferenceFactory, ProgrammeFactory, UserFactory
from tests.scenarios.small_demo import small_demo

pytestmark = pytest.mark.django_db


def test_brochure_is_renewed_by_the_secretariat_and_read_by_anybody(visitor, vocabulary, client):
    programme = ProgrammeFactory(code="north", name="North")
    for number in range(12):
        candidate = CandidateDocumentFactory().candidate
        PositionPreferenceFactory(candidate=candidate, markets=["BR"] if number < 7 else [])
        programme.candidates.add(candidate)
    assert (
        "too few people"
        in client.get(reverse("brochure"), headers={"accept-language": "en"}).content.decode()
    )
    visitor(Role.SECRETARIAT).post(reverse("brochure-renew"))

    page = client.get(reverse("brochure"), {"programme": "north"}, headers={"accept-language": "da"})
    text = page.content.decode()
    assert "Brasilien" in text
    assert ">10<" in text
    assert ">7<" not in text
    assert client.get(reverse("brochure"), {"programme": "none"}).status_code == 404


def test_brazilian_portuguese_returns_a_ranked_list_over_the_demo(monkeypatch):
    """By what CVs declare of languages and markets; where somebody is from is not asked."""
    small_demo(monkeypatch)
    secretary = UserFactory(role=Role.SECRETARIAT)
    query = understand_market_query("Brazilian Portuguese", at=now()).query
    found = search_market(query, user=secretary).found

    assert [code for code, _level in query.languages] == ["pt-BR"]
    assert found
    assert [one.percent for one in found] == sorted((one.percent for one in found), reverse=True)
