"""What is due today: in the visitor's scope, the most urgent first, nothing where nothing is due."""

from __future__ import annotations

import datetime as dt

import pytest
from django.utils.timezone import localdate, now
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.opportunities.models import Opportunity
from brobygger.apps.organisations.enums import OrganisationState
from tests.factories import (
    ApplicationFactory,
    MessageFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.web.conftest import Visitor


def waits(opportunity: Opportunity, days: int) -> None:
    """An application whose answer was promised so many days from today."""
    ApplicationFactory(opportunity=opportunity, answer_due_date=localdate() + dt.timedelta(days=days))


def shown(visitor: Visitor, who: Role | User) -> str:
    response = visitor(who).get("/today/")
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.usefixtures("vocabulary")
def test_all_that_is_due_is_there(visitor: Visitor) -> None:
    waits(OpportunityFactory(title="Late welder"), -2)
    waits(OpportunityFactory(title="Waiting developer"), 3)
    OrganisationFactory(name="Nyværk", state=OrganisationState.APPLIED, registered_at=now())
    OpportunityFactory(title="Ends soon", valid_through=localdate() + dt.timedelta(days=5))
    OpportunityFactory(title="Ends later", valid_through=localdate() + dt.timedelta(days=50))
    MessageFactory(subject="Came back", failed_at=now())

    html = shown(visitor, Role.SECRETARIAT)

    for words in ("Late welder", "Waiting developer", "Nyværk", "Ends soon", "Came back", "A new match run"):
        assert words in html, words
    assert "Ends later" not in html
    assert html.index("Answers that did not come in time") < html.index("Answers that are owed")


@pytest.mark.usefixtures("vocabulary")
def test_partner_sees_what_is_due_in_its_programmes_only(visitor: Visitor) -> None:
    user, university, programme = UserFactory(role=Role.PARTNER), OrganisationFactory(), ProgrammeFactory()
    university.contacts.add(user)
    PartnershipFactory(programme=programme, organisation=university, is_lead=True)
    waits(OpportunityFactory(title="Ours", programme=programme), -1)
    waits(OpportunityFactory(title="Theirs", programme=ProgrammeFactory()), -1)

    html = shown(visitor, user)

    assert "Ours" in html
    assert "Theirs" not in html


@pytest.mark.usefixtures("vocabulary")
def test_nothing_due_is_said(visitor: Visitor) -> None:
    user, university = UserFactory(role=Role.PARTNER), OrganisationFactory()
    university.contacts.add(user)

    assert "Nothing is due" in shown(visitor, user)


@pytest.mark.usefixtures("vocabulary")
@pytest.mark.parametrize("count", [1, 3])
def test_page_takes_a_fixed_number_of_queries(
    visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        waits(OpportunityFactory(valid_through=localdate()), -1)
        OrganisationFactory(state=OrganisationState.APPLIED, registered_at=now())
        MessageFactory(failed_at=now())
    client = visitor(Role.SECRETARIAT)
    client.get("/today/")

    with django_assert_num_queries(45):
        assert client.get("/today/").status_code == 200
