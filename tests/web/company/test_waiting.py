"""A company that is not accepted writes drafts and gets no numbers of candidates, on no page and by no program."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from brobygger.apps.base.models import User
from brobygger.apps.events import actions as events
from brobygger.apps.opportunities.actions import save_opportunity_from_text
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.organisations.enums import OrganisationState
from brobygger.apps.organisations.models import Organisation
from tests.api.conftest import program  # noqa: F401 - fixtures are found by name
from tests.factories import ContactFactory, DatingEveningFactory, OrganisationFactory
from tests.factories.moments import NOW
from tests.scenarios.first_match import WELDER_AD, FirstMatch
from tests.web.conftest import Visitor

SAID = "Numbers are shown once your company is accepted."
COUNTS = re.compile(
    r"fits? all conditions|the pool|would fit|Why the others do not|class=\"tabular gain|aria-label=\"Score"
)
NOT_ACCEPTED = [one for one in OrganisationState if one is not OrganisationState.ACCEPTED]


@pytest.fixture(params=NOT_ACCEPTED)
def waiting(moment: FirstMatch, request: pytest.FixtureRequest) -> User:
    """Manages a company that somebody has still to look at, or that was declined or suspended."""
    said = {"vetted_by_name": "Ida Prøvesen", "vetted_at": NOW, "vetting_reason": "Prøve"}
    refused = request.param in (OrganisationState.DECLINED, OrganisationState.SUSPENDED)
    organisation = OrganisationFactory(state=request.param, **(said if refused else {}))
    return ContactFactory(organisation=organisation).user


@pytest.fixture
def draft(waiting: User) -> Opportunity:
    organisation = Organisation.objects.get(contacts=waiting)
    return save_opportunity_from_text(organisation=organisation, text=WELDER_AD, by=waiting, at=NOW)


def page(client: Client, address: str, status: int = 200, **headers: str) -> str:
    response = client.get(address, headers=headers)
    assert response.status_code == status
    return response.content.decode()


def test_pages_of_a_draft_tell_no_numbers(draft: Opportunity, waiting: User, visitor: Visitor) -> None:
    company, of_draft = visitor(waiting), f"/opportunities/{draft.pk}/"
    asked = "x-ray/?task:da:safety=B2&task:da:meetings=B1"

    for address in ("edit/", asked):
        html = page(company, of_draft + address)
        assert SAID in html, address
        assert not COUNTS.search(html), address
    fragment = page(company, of_draft + asked, **{"HX-Request": "true"})
    assert SAID in fragment
    assert not COUNTS.search(fragment)
    assert not COUNTS.search(page(company, of_draft))
    assert SAID in page(company, f"{of_draft}reach/")
    page(company, f"{of_draft}what-if/", 403)
    page(company, f"{of_draft}what-if/?dial=start:1", 403, **{"HX-Request": "true"})


def test_form_that_comes_back_tells_none_either(draft: Opportunity, waiting: User, visitor: Visitor) -> None:
    answer = visitor(waiting).post(f"/opportunities/{draft.pk}/save/", {"title": "", "text": WELDER_AD})

    assert answer.status_code == 422
    assert SAID in answer.content.decode()
    assert not COUNTS.search(answer.content.decode())


def test_pasted_ad_is_understood_and_not_counted(waiting: User, visitor: Visitor) -> None:
    html = visitor(waiting).post("/paste-an-ad/read/", {"text": WELDER_AD}).content.decode()

    assert "What we understood" in html
    assert SAID in html
    assert not COUNTS.search(html)


def test_pool_is_empty(waiting: User, visitor: Visitor) -> None:
    html = page(visitor(waiting), "/pool/?rows=language&columns=country")
    assert not re.search(r"English.*[1-9]", html)


def test_programs_are_told_none(
    draft: Opportunity,
    waiting: User,
    program: Callable[..., Client],  # noqa: F811
) -> None:
    client = program(waiting)

    told = client.post("/api/v1/ads/preview", {"text": WELDER_AD}, "application/json").json()

    assert (told["pool"], told["eligible"], told["excluded"]) == (None, None, [])
    assert told["facts"]
    for address in ("ranking", "dials", "what-if"):
        assert client.get(f"/api/v1/opportunities/{draft.pk}/{address}").status_code == 403


def test_evening_lists_nobody_to_it(waiting: User) -> None:
    organisation = Organisation.objects.get(contacts=waiting)
    with pytest.raises(events.NotTaking, match="accepted|suspended"):
        events.place_company(evening=DatingEveningFactory(), organisation=organisation, by=waiting, at=NOW)


def test_accepted_company_has_exact_numbers(moment: FirstMatch, visitor: Visitor) -> None:
    company = visitor(ContactFactory(organisation=moment.welding).user)
    html = page(company, f"/opportunities/{moment.welder_ad.pk}/x-ray/?task:da:safety=B2")
    assert SAID not in html
    assert '<b class="tabular">1</b> person fits all conditions' in html
    assert 'class="tabular gain' in html
    pasted = company.post("/paste-an-ad/read/", {"text": WELDER_AD}).content.decode()
    assert "fit all conditions" in pasted
    assert SAID not in pasted
