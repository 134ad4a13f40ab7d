"""A query answers with what the scope lets see, and fails where nobody said who is looking."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db.models import Model

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import (
    RowScope,
    ScopedManager,
    ScopeMissing,
    User,
    in_scope,
    outside_of_scopes,
)
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import Opportunity, OpportunityFact
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.models import Candidate, CandidateDocument, CandidateIdentity
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    CandidateDocumentFactory,
    CandidateFactory,
    CandidateIdentityFactory,
    OpportunityFactFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
)
from tests.factories.moments import NOW

OUR_MODELS = [model for model in apps.get_models() if model.__module__.startswith("brobygger.")]
SCOPED = [model for model in OUR_MODELS if hasattr(model, "scope")]
OPEN_TO_ALL = {
    "base.User": "read before anybody is known to be looking; pages reach others through scoped rows",
    "base.AuditEntry": "has no keys to follow; its only page asks for a permission over everything",
    "base.AuditHead": "one row: the end of the audit trail",
    "base.CountedTry": "counts tries before anybody is known; only the cache reads it",
    "classifications.Vocabulary": "says nothing of people or companies",
    "events.EventSeries": "public: what a programme plans to hold",
    "events.EventTarget": "public, as the target",
    "programmes.ErasedCount": "numbers that point at nobody",
    "programmes.Programme": "public: what a programme is for, and its targets",
    "programmes.ProgrammeTarget": "public, as the programme",
    "programmes.Partnership": "public: who carries a programme",
}
UserOf = Callable[[Role], User]


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model._meta.label)
def test_query_without_a_scope_fails(db: None, model: type[Model]) -> None:
    with outside_of_scopes(), pytest.raises(ScopeMissing, match=model._meta.label):
        model._default_manager.exists()


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model._meta.label)
def test_visitor_without_rows_sees_none_and_the_query_runs(db: None, model: type[Model]) -> None:
    with in_scope(scope_of(AnonymousUser())):
        assert list(model._default_manager.all()) == []


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model._meta.label)
def test_every_role_can_ask(user_of: UserOf, model: type[Model], role: Role) -> None:
    with in_scope(scope_of(user_of(role))):
        assert model._default_manager.count() == 0


def test_every_model_is_scoped_or_says_why_not() -> None:
    silent = [model._meta.label for model in OUR_MODELS if model not in SCOPED]
    assert sorted(silent) == sorted(OPEN_TO_ALL)


@pytest.mark.parametrize("model", SCOPED, ids=lambda model: model._meta.label)
def test_scoped_model_has_no_other_manager(model: type[Model]) -> None:
    assert isinstance(model.scope, RowScope)  # type: ignore[attr-defined]
    assert [type(manager).__mro__.count(ScopedManager) for manager in model._meta.managers] == [1]


def test_partner_sees_the_rows_of_its_programmes_only(user_of: UserOf) -> None:
    user, university = user_of(Role.PARTNER), OrganisationFactory()
    university.contacts.add(user)
    ours, theirs = ProgrammeFactory(), ProgrammeFactory()
    PartnershipFactory(programme=ours, organisation=university)
    inside, outside = CandidateFactory(), CandidateFactory(visible_to_companies_at=NOW)
    for one in (inside, outside):
        CandidateIdentityFactory(candidate=one)
        CandidateDocumentFactory(candidate=one)
    ours.candidates.add(inside)
    theirs.candidates.add(outside)
    ad = OpportunityFactory(programme=ours, state=OpportunityState.DRAFT)
    OpportunityFactory(programme=theirs)
    OpportunityFactFactory(opportunity=ad)

    with in_scope(scope_of(user)):
        assert list(Candidate.objects.all()) == [inside]
        assert [one.candidate for one in CandidateIdentity.objects.all()] == [inside]
        assert [one.candidate for one in CandidateDocument.objects.all()] == [inside]
        assert list(Opportunity.objects.all()) == [ad]
        assert [one.opportunity for one in OpportunityFact.objects.all()] == [ad]
        assert list(ours.candidates.all()) == [inside]
        assert list(theirs.candidates.all()) == []  # also where the way leads through another record


def test_two_leads_see_the_same(user_of: UserOf) -> None:
    programme, candidate = ProgrammeFactory(), CandidateFactory()
    programme.candidates.add(candidate)
    for _ in range(2):
        user, organisation = user_of(Role.PARTNER), OrganisationFactory()
        organisation.contacts.add(user)
        PartnershipFactory(programme=programme, organisation=organisation, is_lead=True)
        with in_scope(scope_of(user)):
            assert list(Candidate.objects.all()) == [candidate]
        assert user.has_perm("people.change_candidate", candidate)


def test_candidate_in_two_programmes_of_a_partner_is_found_once(user_of: UserOf) -> None:
    user, university, candidate = user_of(Role.PARTNER), OrganisationFactory(), CandidateFactory()
    university.contacts.add(user)
    for _ in range(2):
        programme = ProgrammeFactory()
        programme.candidates.add(candidate)
        PartnershipFactory(programme=programme, organisation=university)

    with in_scope(scope_of(user)):
        assert Candidate.objects.count() == 1


def test_company_sees_itself_and_who_shows_itself(user_of: UserOf) -> None:
    user, own = user_of(Role.COMPANY), OrganisationFactory()
    own.contacts.add(user)
    OpportunityFactory()
    ad = OpportunityFactory(organisation=own, state=OpportunityState.DRAFT)
    CandidateFactory()
    shown = CandidateFactory(visible_to_companies_at=NOW)

    with in_scope(scope_of(user)):
        assert list(Organisation.objects.all()) == [own]
        assert list(Opportunity.objects.all()) == [ad]
        assert list(Candidate.objects.all()) == [shown]


def test_candidate_sees_itself_and_what_is_open(user_of: UserOf) -> None:
    user = user_of(Role.CANDIDATE)
    oneself = CandidateFactory(user=user)
    CandidateFactory(visible_to_companies_at=NOW)
    ad = OpportunityFactory()
    OpportunityFactory(state=OpportunityState.DRAFT)

    with in_scope(scope_of(user)):
        assert list(Candidate.objects.all()) == [oneself]
        assert list(Opportunity.objects.all()) == [ad]
        assert list(Organisation.objects.all()) == [ad.organisation]


def test_inactive_user_sees_what_a_visitor_sees(user_of: UserOf) -> None:
    user = user_of(Role.MANAGER)
    user.is_active = False
    CandidateFactory()

    with in_scope(scope_of(user)):
        assert not Candidate.objects.exists()


def test_scopes_nest_and_end(user_of: UserOf) -> None:
    CandidateFactory()
    with in_scope(scope_of(user_of(Role.COUNCIL))):
        with in_scope(scope_of(user_of(Role.MANAGER))):
            assert Candidate.objects.count() == 1
        assert Candidate.objects.count() == 0
    assert Candidate.objects.count() == 1
