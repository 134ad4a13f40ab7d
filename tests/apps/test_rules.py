"""Who may do what: every role against every permission, and whose."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import rules
from django.contrib.auth.models import AnonymousUser

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.queries import visible_opportunities
from brobygger.apps.organisations.enums import ContactRight
from brobygger.apps.people.models import Candidate
from brobygger.apps.people.queries import known_names, visible_candidates
from tests.factories import (
    CandidateFactory,
    CandidateIdentityFactory,
    ContactFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
)
from tests.factories.moments import NOW

M, S, PA, CO, CA, CN, AG, AM, FU = Role
RUNS = {M, S}
WITHOUT_OBJECT = {
    "base.view_history": RUNS,
    "base.view_mail": RUNS,
    "base.view_own_mail": set(Role),
    "base.choose_mail": set(Role),
    "classifications.view_vocabulary": set(Role),
    "classifications.change_vocabulary": RUNS,
    "classifications.correct_readings": RUNS,
    "people.view_candidates": RUNS | {PA},
    "people.add_candidate": RUNS | {PA},
    "organisations.view_organisations": RUNS | {PA},
    "organisations.set_contacts": RUNS,
    "programmes.view_programme": set(Role),
    "programmes.change_programme": RUNS,
    "programmes.change_weights": {M},
    "opportunities.view_opportunities": RUNS | {PA, CO, CA, AM},
    "matching.run_matching": RUNS,
    "matching.preview_ad": RUNS | {PA, CO},
    "matching.view_pool": RUNS | {PA, CO, CN, FU},
    "matching.view_small_groups": RUNS,
    "matching.search_market": RUNS,
    "matching.view_fairness": RUNS | {PA, CN, FU},
    "matching.replay_run": RUNS,
    "matching.forget_inputs": {M},
    "matching.record_outcome": RUNS,
    "matching.view_weights": RUNS,
    "matching.propose_weights": RUNS,
    "matching.decide_weights": {M},
}
OF_SOMEBODY_ELSE = {
    "people.view_candidate": RUNS,
    "people.view_identity": RUNS,
    "people.change_candidate": RUNS,
    "matching.view_best_opportunities": RUNS,
}
OF_ANOTHER_COMPANY = {
    "opportunities.view_opportunity": RUNS,
    "opportunities.change_opportunity": RUNS,
    "matching.view_ranking": RUNS,
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", WITHOUT_OBJECT)
def test_role_has_permission(user_of: Callable[[Role], User], role: Role, permission: str) -> None:
    assert user_of(role).has_perm(permission) == (role in WITHOUT_OBJECT[permission])


@pytest.mark.parametrize("permission", sorted({**WITHOUT_OBJECT, **OF_SOMEBODY_ELSE, **OF_ANOTHER_COMPANY}))
def test_visitor_sees_vocabulary_and_programmes_only(permission: str) -> None:
    allowed = {"classifications.view_vocabulary", "programmes.view_programme"}
    assert rules.has_perm(permission, AnonymousUser(), None) == (permission in allowed)


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", OF_SOMEBODY_ELSE)
def test_role_has_permission_on_a_hidden_candidate(
    user_of: Callable[[Role], User], role: Role, permission: str
) -> None:
    assert user_of(role).has_perm(permission, CandidateFactory()) == (role in OF_SOMEBODY_ELSE[permission])


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("permission", OF_ANOTHER_COMPANY)
def test_role_has_permission_on_a_draft_of_another_company(
    user_of: Callable[[Role], User], role: Role, permission: str
) -> None:
    draft = OpportunityFactory(state=OpportunityState.DRAFT)
    assert user_of(role).has_perm(permission, draft) == (role in OF_ANOTHER_COMPANY[permission])


@pytest.mark.parametrize("permission", OF_SOMEBODY_ELSE)
def test_candidate_has_permission_on_the_own_page(user_of: Callable[[Role], User], permission: str) -> None:
    user = user_of(Role.CANDIDATE)
    assert user.has_perm(permission, CandidateFactory(user=user))


@pytest.mark.parametrize("permission", OF_ANOTHER_COMPANY)
def test_company_has_permission_on_its_own_draft(user_of: Callable[[Role], User], permission: str) -> None:
    user, organisation = user_of(Role.COMPANY), OrganisationFactory()
    organisation.contacts.add(user)
    assert user.has_perm(
        permission, OpportunityFactory(organisation=organisation, state=OpportunityState.DRAFT)
    )


READS = {"opportunities.view_opportunity", "opportunities.view_applications", "matching.view_ranking"}
WRITES = {"opportunities.change_opportunity", "opportunities.invite_candidate"}
SEES = {"organisations.view_organisation", "organisations.view_contacts"}
MANAGES = {"organisations.change_organisation", "organisations.invite_contact"}
RIGHTS = {
    ContactRight.READ: READS | SEES,
    ContactRight.WRITE: READS | SEES | WRITES | {"opportunities.add_opportunity"},
    ContactRight.MANAGE: READS | SEES | WRITES | {"opportunities.add_opportunity"} | MANAGES,
}


@pytest.mark.parametrize("right", ContactRight)
def test_contact_does_what_the_right_allows(user_of: Callable[[Role], User], right: ContactRight) -> None:
    user = user_of(Role.COMPANY)
    organisation = ContactFactory(user=user, right=right).organisation
    ContactFactory(user=user, right=ContactRight.MANAGE)  # of another organisation: says nothing of this one
    draft = OpportunityFactory(organisation=organisation, state=OpportunityState.DRAFT)

    allowed = {one for one in READS | WRITES if user.has_perm(one, draft)}
    about_itself = SEES | MANAGES | {"opportunities.add_opportunity"}
    allowed |= {one for one in about_itself if user.has_perm(one, organisation)}
    assert allowed == RIGHTS[right]


def test_contact_who_is_no_company_user_has_no_permission(user_of: Callable[[Role], User]) -> None:
    user, organisation = user_of(Role.COUNCIL), OrganisationFactory()
    organisation.contacts.add(user)
    assert not user.has_perm(
        "opportunities.change_opportunity", OpportunityFactory(organisation=organisation)
    )


def test_inactive_user_has_no_permission(user_of: Callable[[Role], User]) -> None:
    user = user_of(Role.MANAGER)
    user.is_active = False
    assert not user.has_perm("people.view_candidates")


@pytest.mark.parametrize("role", Role)
def test_names_of_many_are_read_by_whom_the_rule_lets_see_each(
    user_of: Callable[[Role], User], role: Role
) -> None:
    """One candidate of a programme that the user leads, one of a programme that it is a partner of, one of none."""
    user, candidates = user_of(role), [CandidateIdentityFactory().candidate for _ in range(3)]
    for candidate, is_lead in zip(candidates, (True, False), strict=False):
        programme, organisation = ProgrammeFactory(), OrganisationFactory()
        PartnershipFactory(programme=programme, organisation=organisation, is_lead=is_lead)
        organisation.contacts.add(user)
        programme.candidates.add(candidate)

    known = known_names(user, [one.pk for one in candidates])

    assert known == {
        one.pk: one.identity.name for one in candidates if user.has_perm("people.view_identity", one)
    }
    assert len(known) == {Role.MANAGER: 3, Role.SECRETARIAT: 3, Role.PARTNER: 1}.get(role, 0)


def test_company_sees_a_candidate_who_shows_itself_but_not_who_it_is(user_of: Callable[[Role], User]) -> None:
    company, candidate = ContactFactory().user, CandidateFactory(visible_to_companies_at=NOW)
    assert company.has_perm("people.view_candidate", candidate)
    assert not company.has_perm("people.view_identity", candidate)
    assert not company.has_perm("people.change_candidate", candidate)
    assert not user_of(Role.COUNCIL).has_perm("people.view_candidate", candidate)


@pytest.mark.parametrize("role", Role)
def test_lists_hold_what_the_rules_allow(user_of: Callable[[Role], User], role: Role) -> None:
    user = user_of(role)
    own = OrganisationFactory()
    own.contacts.add(user)
    opportunities = [
        OpportunityFactory(organisation=organisation, state=state)
        for organisation in (own, OrganisationFactory())
        for state in OpportunityState
    ]
    candidates = [
        CandidateFactory(),
        CandidateFactory(visible_to_companies_at=NOW),
        CandidateFactory(user=user),
    ]

    allowed = [one for one in opportunities if user.has_perm("opportunities.view_opportunity", one)]
    assert list(visible_opportunities(user).order_by("pk")) == allowed
    allowed_people = [one for one in candidates if user.has_perm("people.view_candidate", one)]
    assert list(visible_candidates(user).order_by("pk")) == allowed_people


PARTNER_MAY = {
    "people.view_candidate": {"partner", "lead"},
    "people.view_identity": {"lead"},
    "people.change_candidate": {"lead"},
    "people.give_consent": set(),
    "people.erase_candidate": set(),
}


@pytest.mark.parametrize("permission", PARTNER_MAY)
@pytest.mark.parametrize("tie", ["partner", "lead", "none"])
def test_partner_has_permission_by_programme(
    user_of: Callable[[Role], User], permission: str, tie: str
) -> None:
    user, candidate = partner_of(user_of, tie)
    assert user.has_perm(permission, candidate) == (tie in PARTNER_MAY[permission])


@pytest.mark.parametrize("tie", ["partner", "lead", "none"])
def test_partner_changes_what_it_leads(user_of: Callable[[Role], User], tie: str) -> None:
    user, candidate = partner_of(user_of, tie)
    programme = candidate.programmes.get()
    opportunity, organisation = OpportunityFactory(programme=programme), OrganisationFactory()
    programme.organisations.add(organisation)
    for permission, thing in (
        ("programmes.change_programme", programme),
        ("opportunities.change_opportunity", opportunity),
        ("organisations.vet_organisation", organisation),
    ):
        assert user.has_perm(permission, thing) == (tie == "lead"), permission
    assert user.has_perm("opportunities.view_opportunity", opportunity) == (tie != "none")


def partner_of(user_of: Callable[[Role], User], tie: str) -> tuple[User, Candidate]:
    """Somebody who speaks for a partner, and a candidate of a programme that the partner is tied to, or not."""
    user, university, programme = user_of(Role.PARTNER), OrganisationFactory(), ProgrammeFactory()
    university.contacts.add(user)
    candidate = CandidateFactory()
    programme.candidates.add(candidate)
    if tie != "none":
        PartnershipFactory(programme=programme, organisation=university, is_lead=tie == "lead")
    return user, candidate
