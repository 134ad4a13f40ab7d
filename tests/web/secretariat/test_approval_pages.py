"""A lead asks for approval, looks at ads and decides; the company reads what was decided."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.opportunities.models import OpportunityApproval
from brobygger.apps.programmes.models import Programme
from tests.factories import (
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
)

Visitor = Callable[..., Client]


@pytest.fixture
def programme(db: None) -> Programme:
    return ProgrammeFactory()


@pytest.fixture
def lead(programme: Programme) -> User:
    user, university = UserFactory(role=Role.PARTNER), OrganisationFactory()
    university.contacts.add(user)
    PartnershipFactory(programme=programme, organisation=university, is_lead=True)
    return user


def words(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_lead_asks_for_approval_and_decides(programme: Programme, lead: User, visitor: Visitor) -> None:
    own = OpportunityFactory(programme=programme, title="Svejser", text="Welding in Aarhus.\n")
    other = OpportunityFactory(programme=None, title="Fræser")
    desk, listed = visitor(lead), reverse("approvals", args=[programme.pk])
    assert listed in words(desk, reverse("programmes"))
    desk.post(reverse("approvals-choose", args=[programme.pk]), {"asks": "yes"})

    page = words(desk, reverse("today"))
    assert reverse("approval", args=[programme.pk, own.pk]) in page
    assert "Fræser" not in page
    assert "Svejser" in words(desk, listed)
    assert "Fræser" in words(desk, f"{listed}?show=others&text=fræs")
    one = reverse("approval", args=[programme.pk, own.pk])
    assert "Welding in Aarhus." in words(desk, one)
    assert desk.post(f"{one}decide/", {"decision": "decline"}).status_code == 422
    assert desk.post(f"{one}decide/", {"decision": "?"}).status_code == 422
    desk.post(f"{one}decide/", {"decision": "decline", "reason": "Say what it pays."})
    assert "Say what it pays." in words(desk, f"{listed}?show=declined")

    desk.post(reverse("approvals-approve", args=[programme.pk]), {"opportunity": [other.pk, "x"]})
    assert "Fræser" in words(desk, f"{listed}?show=approved")
    assert OpportunityApproval.objects.count() == 2

    contact = UserFactory(role=Role.COMPANY)
    own.organisation.contacts.add(contact)
    assert "Say what it pays." in words(visitor(contact), reverse("opportunity", args=[own.pk]))


def test_company_reads_that_its_opportunity_waits(programme: Programme, visitor: Visitor) -> None:
    Programme.objects.update(approves_opportunities=True)
    ad, contact = OpportunityFactory(programme=programme), UserFactory(role=Role.COMPANY)
    ad.organisation.contacts.add(contact)

    assert "looks at each opportunity before" in words(visitor(contact), reverse("opportunity", args=[ad.pk]))


def test_draft_and_what_another_programme_keeps_back_are_not_to_be_decided(
    programme: Programme, lead: User, visitor: Visitor
) -> None:
    draft = OpportunityFactory(programme=programme, state="draft")
    kept = OpportunityFactory(programme=ProgrammeFactory(approves_opportunities=True))

    for one in (draft, kept):
        assert visitor(lead).get(reverse("approval", args=[programme.pk, one.pk])).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_as_many_queries_whatever_its_length(
    programme: Programme, visitor: Visitor, django_assert_num_queries: Callable[..., object], count: int
) -> None:
    OpportunityFactory.create_batch(count, programme=programme)
    desk, address = visitor(Role.SECRETARIAT), reverse("approvals", args=[programme.pk])
    desk.get(address)

    with django_assert_num_queries(8):
        page = desk.get(address)
    assert page.content.decode().count("card-link") == count
