"""A company invites so many candidates a day and no more; who runs the programme may, and may let it invite more."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client
from django.urls import reverse

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, User
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.actions import EnoughInvited
from brobygger.apps.opportunities.models import Application, Opportunity
from brobygger.apps.organisations.actions import set_invitation_limit
from tests.factories import CandidateFactory, OpportunityFactory, UserFactory
from tests.factories.moments import NOW

TOMORROW = NOW + dt.timedelta(days=1)


@pytest.fixture(autouse=True)
def _two_a_day(settings: Any) -> None:
    settings.INVITATIONS_PER_DAY = 2
    settings.CONTROLLER = {"name": "", "address": "", "contact": "desk@example.org"}


@pytest.fixture
def ad(db: None) -> Opportunity:
    return OpportunityFactory(title="Svejser")


@pytest.fixture
def contact(ad: Opportunity) -> User:
    user = UserFactory(role=Role.COMPANY)
    ad.organisation.contacts.add(user)
    return user


def invite(ad: Opportunity, by: User | None, at: dt.datetime = NOW) -> Application:
    candidate = CandidateFactory(visible_to_companies_at=NOW)
    return actions.invite(opportunity=ad, candidate=candidate, by=by, at=at)


def test_third_invitation_of_a_day_says_how_to_get_more(ad: Opportunity, contact: User) -> None:
    first = invite(ad, contact)
    invite(ad, contact)
    actions.invite(opportunity=ad, candidate=first.candidate, by=contact, at=NOW)  # changes nothing

    with pytest.raises(EnoughInvited, match=r"“Svejser”.*2.*secretariat.*desk@example\.org"):
        invite(ad, contact)

    assert Application.objects.count() == 2


def test_limit_is_of_each_opportunity_and_day(ad: Opportunity, contact: User) -> None:
    other = OpportunityFactory(organisation=ad.organisation)
    for _number in range(2):
        invite(ad, contact)

    assert queries.invitations_left(ad, contact, at=NOW) == 0
    assert queries.invitations_left(other, contact, at=NOW) == 2
    assert queries.invitations_left(ad, contact, at=TOMORROW) == 2
    invite(other, contact)
    invite(ad, contact, TOMORROW)


def test_whoever_declined_and_is_invited_again_counts_again(ad: Opportunity, contact: User) -> None:
    application = invite(ad, contact)
    candidate = application.candidate
    candidate.user = UserFactory(role=Role.CANDIDATE)
    candidate.save()
    actions.answer_invitation(application=application, accept=False, by=candidate.user, at=NOW)

    actions.invite(opportunity=ad, candidate=candidate, by=contact, at=TOMORROW)

    assert queries.invitations_left(ad, contact, at=TOMORROW) == 1


def test_who_runs_the_programme_invites_for_the_company_without_a_limit(
    ad: Opportunity, contact: User, user_of: Callable[[Role], User]
) -> None:
    for _number in range(3):
        invite(ad, user_of(Role.SECRETARIAT))
    invite(ad, None)

    assert queries.invitations_left(ad, contact, at=NOW) == 0


def test_secretariat_lets_a_company_invite_more_or_none(
    ad: Opportunity, contact: User, user_of: Callable[[Role], User]
) -> None:
    desk = user_of(Role.SECRETARIAT)
    for per_day, left in ((3, 3), (0, 0), (None, 2)):
        set_invitation_limit(organisation=ad.organisation, per_day=per_day, by=desk, at=NOW)
        ad.organisation.refresh_from_db()
        assert queries.invitations_left(ad, contact, at=NOW) == left
    changes = AuditEntry.objects.filter(action="organisations.set_invitation_limit").order_by("pk")
    assert [one.changes["invitations_per_day"] for one in changes] == [[None, 3], [3, 0], [0, None]]

    for wrong in (-1, 501):
        with pytest.raises(ValueError, match="0 to 500"):
            set_invitation_limit(organisation=ad.organisation, per_day=wrong, by=desk, at=NOW)
    with pytest.raises(PermissionDenied):
        set_invitation_limit(organisation=ad.organisation, per_day=99, by=contact, at=NOW)


def test_page_says_that_it_is_enough_for_today(ad: Opportunity, contact: User) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(contact)
    chosen = [CandidateFactory(visible_to_companies_at=NOW) for _number in range(3)]
    address = reverse("opportunity-invite", args=[ad.pk])
    for one in chosen[:2]:
        client.post(address, {"candidate": one.pk})

    page = client.post(address, {"candidate": chosen[2].pk}, follow=True).content.decode()

    assert "invited as many candidates today as is possible: 2" in page
    assert "desk@example.org" in page
    assert Application.objects.count() == 2


def test_secretariat_sets_the_number_on_the_page_of_the_company(
    ad: Opportunity, user_of: Callable[[Role], User]
) -> None:
    client = Client(headers={"accept-language": "en"})
    client.force_login(user_of(Role.SECRETARIAT))
    address = reverse("company-invitations", args=[ad.organisation_id])

    assert client.post(address, {"per_day": "many"}).status_code == 422
    client.post(address, {"per_day": "40"})
    ad.organisation.refresh_from_db()
    assert ad.organisation.invitations_per_day == 40
    client.post(address, {"per_day": ""})
    ad.organisation.refresh_from_db()
    assert ad.organisation.invitations_per_day is None
