"""A programme that asks for it approves each opportunity before its candidates see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, User, in_scope
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.opportunities import actions, queries
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import Opportunity, OpportunityApproval
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.actions import set_approval
from brobygger.apps.programmes.models import Programme
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    CandidateFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW


@pytest.fixture
def programme(db: None) -> Programme:
    return ProgrammeFactory(name="Tech i Østjylland", approves_opportunities=True)


@pytest.fixture
def lead(programme: Programme) -> User:
    user, university = (
        UserFactory(role=Role.PARTNER, first_name="Bo", last_name="Prøve"),
        OrganisationFactory(),
    )
    university.contacts.add(user)
    PartnershipFactory(programme=programme, organisation=university, is_lead=True)
    return user


@pytest.fixture
def student(programme: Programme) -> Candidate:
    candidate = CandidateFactory(user=UserFactory(role=Role.CANDIDATE), visible_to_companies_at=NOW)
    programme.candidates.add(candidate)
    return candidate


@pytest.fixture
def ad(programme: Programme) -> Opportunity:
    return OpportunityFactory(title="Svejser", programme=programme)


def decide(ad: Opportunity, programme: Programme, by: User, reason: str = "", *, approve: bool = True) -> Any:
    return actions.decide_on_opportunity(
        opportunity=ad, programme=programme, approve=approve, reason=reason, by=by, at=NOW
    )


def seen_by(user: Any) -> list[Opportunity]:
    """What the lists show, which is what the permission says."""
    with in_scope(scope_of(user)):
        seen = list(queries.published_opportunities(at=NOW))
    for one in Opportunity.objects.all():
        assert user.has_perm("opportunities.view_opportunity", one) == (one in seen)
    return seen


def test_opportunity_of_a_programme_that_asks_is_shown_to_nobody_before_it_is_approved(
    ad: Opportunity, programme: Programme, lead: User, student: Candidate
) -> None:
    stranger = CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    readers = [student.user, stranger.user, AnonymousUser()]
    assert [seen_by(one) for one in readers] == [[], [], []]

    decide(ad, programme, lead)

    assert [seen_by(one) for one in readers] == [[ad], [ad], [ad]]


def test_opportunity_of_others_is_hidden_from_the_candidates_of_the_programme_alone(
    programme: Programme, lead: User, student: Candidate
) -> None:
    stranger = CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    other = OpportunityFactory(programme=ProgrammeFactory())
    nobodys = OpportunityFactory(programme=None)
    assert seen_by(student.user) == []
    assert set(seen_by(stranger.user)) == set(seen_by(AnonymousUser())) == {other, nobodys}

    decide(other, programme, lead)
    decide(nobodys, programme, lead, "Too far away.", approve=False)

    assert seen_by(student.user) == [other]


def test_who_is_in_two_programmes_that_ask_needs_the_yes_of_both(
    ad: Opportunity, programme: Programme, lead: User, student: Candidate
) -> None:
    second = ProgrammeFactory(approves_opportunities=True)
    second.candidates.add(student)
    decide(ad, programme, lead)
    assert seen_by(student.user) == []

    decide(ad, second, UserFactory(role=Role.SECRETARIAT))

    assert seen_by(student.user) == [ad]


def test_programme_that_does_not_ask_hides_nothing(
    ad: Opportunity, programme: Programme, lead: User, student: Candidate
) -> None:
    set_approval(programme=programme, asks=False, by=lead, at=NOW)
    ad.refresh_from_db()

    assert seen_by(student.user) == [ad]
    assert queries.hidden_from(student) == frozenset()
    assert AuditEntry.objects.get(action="programmes.set_approval").changes == {
        "approves_opportunities": [True, False]
    }


def test_nobody_is_invited_for_what_their_programme_has_not_approved(
    ad: Opportunity, programme: Programme, lead: User, student: Candidate
) -> None:
    contact = UserFactory(role=Role.COMPANY)
    ad.organisation.contacts.add(contact)

    with pytest.raises(actions.NotOpen, match="Tech i Østjylland"):
        actions.invite(opportunity=ad, candidate=student, by=contact, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.apply(opportunity=ad, candidate=student, share=True, by=student.user, at=NOW)

    decide(ad, programme, lead)
    assert actions.invite(opportunity=ad, candidate=student, by=contact, at=NOW).state == "invited"


def test_company_is_told_what_its_own_programme_decided_and_why(
    ad: Opportunity, programme: Programme, lead: User
) -> None:
    contact = UserFactory(role=Role.COMPANY, email="hr@example.com", language="en")
    ad.organisation.contacts.add(contact)
    other = ProgrammeFactory(approves_opportunities=True)

    decide(ad, programme, lead, "Say what it pays.", approve=False)
    decide(ad, programme, lead, "Say what it pays.", approve=False)  # changes nothing
    decide(ad, other, UserFactory(role=Role.SECRETARIAT), "Not for us.", approve=False)

    mail = Message.objects.get()
    assert (mail.to_user, "not approved" in mail.subject) == (contact, True)
    assert "Say what it pays." in mail.text
    assert "Bo Prøve" in mail.text
    assert queries.approval_at_home(ad)[1].reason == "Say what it pays."
    decide(ad, programme, lead)
    assert Message.objects.count() == 2
    told = AuditEntry.objects.filter(action="opportunities.decide_on_opportunity").order_by("pk")
    assert [one.changes["approved"] for one in told] == [[None, False], [None, False], [False, True]]


def test_another_text_is_looked_at_again(
    vocabulary: Vocabulary, ad: Opportunity, programme: Programme, lead: User, student: Candidate
) -> None:
    decide(ad, programme, lead)

    actions.change_ad(opportunity=ad, title="Svejser i Aarhus", text=ad.text, by=None, at=LATER)
    assert seen_by(student.user) == [ad]
    actions.change_ad(opportunity=ad, title=ad.title, text="Pay us first.\n", by=None, at=LATER)

    assert seen_by(student.user) == []
    assert AuditEntry.objects.filter(action="opportunities.change_ad").last().changes["approvals_voided"] == 1


def test_what_waits_is_on_the_list_until_it_is_decided(
    ad: Opportunity, programme: Programme, lead: User
) -> None:
    other = OpportunityFactory(programme=None, title="Fræser")
    OpportunityFactory(programme=programme, state=OpportunityState.DRAFT)
    OpportunityFactory(programme=ProgrammeFactory(approves_opportunities=True))  # is not published
    with in_scope(scope_of(lead)):
        assert list(queries.undecided_opportunities(programme)) == [ad]
        assert list(queries.undecided_opportunities(programme, of_others=True)) == [other]
        assert list(queries.undecided_opportunities(programme, of_others=True, text="svejs")) == []
        assert list(queries.waiting_for_approval(lead)) == [ad]

        assert (
            actions.approve_opportunities(opportunities=[ad, other], programme=programme, by=lead, at=NOW)
            == 2
        )

        assert not queries.undecided_opportunities(programme).exists()
        assert not queries.undecided_opportunities(programme, of_others=True).exists()
        assert not queries.waiting_for_approval(lead).exists()
        assert queries.approvals_in(programme, is_approved=True).count() == 2


def test_only_who_leads_the_programme_decides(
    ad: Opportunity, programme: Programme, user_of: Callable[[Role], User]
) -> None:
    member, partner = user_of(Role.PARTNER), OrganisationFactory()
    partner.contacts.add(member)
    PartnershipFactory(programme=programme, organisation=partner, is_lead=False)

    for role in set(Role) - {Role.MANAGER, Role.SECRETARIAT}:
        with pytest.raises(PermissionDenied):
            decide(ad, programme, user_of(role))
    for nobody in (member, None):
        with pytest.raises(PermissionDenied):
            decide(ad, programme, nobody)  # type: ignore[arg-type]


def test_no_has_a_reason(ad: Opportunity, programme: Programme, lead: User) -> None:
    with pytest.raises(actions.ReasonNeeded):
        decide(ad, programme, lead, "  ", approve=False)
    with pytest.raises(IntegrityError):
        OpportunityApproval.objects.create(
            opportunity=ad, programme=programme, is_approved=False, decided_at=NOW, decided_by_name="Bo"
        )
