"""Reads of organisations: which a user may write for is what the rules say, in one query."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User, in_scope
from brobygger.apps.organisations import queries
from brobygger.apps.organisations.enums import ContactRight, OrganisationKind
from brobygger.apps.programmes.queries import scope_of
from tests.factories import ContactFactory, OrganisationFactory, PartnershipFactory, ProgrammeFactory


@pytest.mark.parametrize("role", Role)
def test_organisations_one_writes_for_are_those_that_the_rules_allow(
    user_of: Callable[[Role], User], role: Role
) -> None:
    user, programme, university = user_of(role), ProgrammeFactory(), OrganisationFactory()
    ContactFactory(user=user, organisation=university, right=ContactRight.READ)
    PartnershipFactory(programme=programme, organisation=university, is_lead=True)
    reads, writes, of_programme, foreign = (OrganisationFactory() for _ in range(4))
    ContactFactory(user=user, organisation=reads, right=ContactRight.READ)
    ContactFactory(user=user, organisation=writes, right=ContactRight.WRITE)
    programme.organisations.add(of_programme)
    everything = (university, reads, writes, of_programme, foreign)

    allowed = {one.pk for one in everything if user.has_perm("opportunities.add_opportunity", one)}
    with in_scope(scope_of(user)):
        assert {one.pk for one in queries.organisations_written_by(user)} == allowed


@pytest.mark.django_db
def test_organisations_are_narrowed_and_counted_by_kind_and_size() -> None:
    small = OrganisationFactory(size_class="small")
    OrganisationFactory(size_class="large")
    town = OrganisationFactory(kind=OrganisationKind.MUNICIPALITY, size_class="")

    assert queries.organisation_counts("kind") == {"company": 2, "municipality": 1}
    assert queries.organisation_counts("size_class") == {"small": 1, "large": 1, "": 1}
    assert list(queries.organisations(kind="municipality")) == [town]
    assert list(queries.organisations(kind="company", size_class="small")) == [small]
