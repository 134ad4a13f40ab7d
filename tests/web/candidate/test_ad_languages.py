"""A candidate reads ads in the own language where there is a version in it, with what it is and the way to the others."""

from __future__ import annotations

from html import unescape
from typing import Any

import pytest
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.people.actions import give_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.models import Candidate
from tests.factories import ApplicationFactory, OpportunityTranslationFactory, UserFactory
from tests.factories.moments import NOW
from tests.scenarios.first_match import FirstMatch
from tests.web.conftest import Visitor

HEADING = '<h1 class="ds-heading" data-size="lg" lang="{}">{}</h1>'


@pytest.fixture
def student(moment: FirstMatch) -> User:
    """The welder, who speaks Danish."""
    user = UserFactory(role=Role.CANDIDATE)
    Candidate.objects.filter(pk=moment.welder.pk).update(user=user)
    give_consent(candidate=moment.welder, purpose=ConsentPurpose.MATCHING, by=None, at=NOW)
    return user


@pytest.fixture
def ad(moment: FirstMatch) -> Opportunity:
    OpportunityTranslationFactory(opportunity=moment.welder_ad, translator="machine")
    return moment.welder_ad


def shown(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return unescape(response.content.decode())


@pytest.mark.parametrize(
    "page", ["/opportunities/{}/", "/my-page/opportunities/{}/", "/opportunities/{}/apply/"]
)
def test_pages_of_an_ad_are_in_the_readers_language(
    ad: Opportunity, student: User, visitor: Visitor, page: str
) -> None:
    danish = shown(visitor(student, language="da"), page.format(ad.pk))
    assert HEADING.format("da", "Svejser") in danish
    assert "Maskinoversat fra engelsk." in danish
    assert f'href="/opportunities/{ad.pk}/?text=en#ad-heading" hreflang="en"' in danish

    swedish = shown(visitor(student, language="sv"), page.format(ad.pk))
    assert HEADING.format("en", "Welder") in swedish
    assert "Originalet är på engelska." in swedish
    assert f'href="/opportunities/{ad.pk}/?text=da#ad-heading" hreflang="da"' in swedish


def test_ad_is_marked_where_it_is_the_original_and_plain_where_it_is_not(
    ad: Opportunity, student: User, visitor: Visitor
) -> None:
    reader = visitor(student, language="da")

    translated = shown(reader, f"/opportunities/{ad.pk}/")
    assert '<div class="marked-text" lang="da">Svejser\nDu kan svejse.' in translated
    assert '<mark class="mark mark-skill" title' not in translated

    original = shown(reader, f"/opportunities/{ad.pk}/?text=en")
    assert '<div class="marked-text" lang="en">' in original
    assert '<mark class="mark mark-skill" title' in original


def test_own_page_lists_titles_in_the_readers_language(
    ad: Opportunity, student: User, visitor: Visitor
) -> None:
    assert 'lang="da">Svejser</a>' in shown(visitor(student, language="da"), "/my-page/")
    assert 'lang="en">Welder</a>' in shown(visitor(student, language="nb"), "/my-page/")


def test_application_shows_the_ad_in_the_language_of_each_side(
    moment: FirstMatch, ad: Opportunity, student: User, visitor: Visitor
) -> None:
    application = ApplicationFactory(opportunity=ad, candidate=Candidate.objects.get(pk=moment.welder.pk))
    contact = UserFactory(role=Role.COMPANY)
    moment.welding.contacts.add(contact)

    own = shown(visitor(student, language="da"), f"/applications/{application.pk}/")
    assert HEADING.format("da", "Svejser") in own
    assert "Maskinoversat fra engelsk." in own
    theirs = shown(visitor(contact, language="da"), f"/applications/{application.pk}/")
    assert "Welder" in theirs
    assert "Maskinoversat" not in theirs


@pytest.mark.parametrize("size", [1, 3])
def test_applications_are_listed_with_a_fixed_number_of_queries(
    moment: FirstMatch, student: User, visitor: Visitor, size: int, django_assert_num_queries: Any
) -> None:
    candidate = Candidate.objects.get(pk=moment.welder.pk)
    for _number in range(size):
        ApplicationFactory(opportunity=OpportunityTranslationFactory().opportunity, candidate=candidate)
    reader = visitor(student, language="da")

    with django_assert_num_queries(8):
        html = shown(reader, "/my-page/applications/")
    assert html.count('lang="da">Svejser</a>') == size
