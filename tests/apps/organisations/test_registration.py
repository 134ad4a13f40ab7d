"""A company registers itself, confirms its address, and is looked at by a person."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied, ValidationError
from hypothesis import given
from hypothesis import strategies as st

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, OneTapLink, User, in_scope
from brobygger.apps.opportunities.actions import NotAccepted, open_opportunity, save_opportunity_from_text
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.organisations.actions import (
    ImpossibleDecision,
    ReasonMissing,
    Registration,
    accept_contact_invitation,
    confirm_registration,
    register_organisation,
    vet_organisation,
)
from brobygger.apps.organisations.actions.register_numbers import CVR, ORGANISASJONSNUMMER, plain_number
from brobygger.apps.organisations.enums import ContactRight, OrganisationState
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import waiting_organisations
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    CandidateFactory,
    ContactFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import LATER, NOW

FORM = Registration(
    name="Prøveværk A/S",
    country="DK",
    registered_number="DK 10 10 10 18",
    place_name="Aalborg",
    contact_name="Ida Prøvesen",
    contact_email="Ida@prove.example",
    looks_for="Interns who weld.",
    language="da",
)


@pytest.mark.parametrize(
    ("country", "written", "kept"),
    [
        ("DK", "DK 10 10 10 18", "10101018"),
        ("NO", "123 456 785 MVA", "123456785"),
        ("SE", "212000-0142", "2120000142"),
        ("DE", " HRB  12 ", "HRB 12"),
        ("DK", "", ""),
    ],
)
def test_register_number_is_kept_plain(country: str, written: str, kept: str) -> None:
    assert plain_number(country, written) == kept


@pytest.mark.parametrize(
    ("country", "written", "why"),
    [
        ("DK", "1010100", "8 digits"),
        ("DK", "10101017", "check digit"),
        ("DK", "00000000", "check digit"),
        ("NO", "123456784", "organisasjonsnummer"),
        ("SE", "2120000143", "check digit"),
        ("SE", "२१२००००१४२", "10 digits"),
    ],
)
def test_wrong_register_number_is_refused(country: str, written: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        plain_number(country, written)


@given(st.sampled_from(["DK", "NO"]), st.data())
def test_every_single_wrong_digit_is_found(country: str, data: st.DataObject) -> None:
    """Modulus 11 finds every change of one digit: no weight and no difference of digits is divisible by 11."""
    weights = CVR if country == "DK" else ORGANISASJONSNUMMER
    digits = data.draw(st.lists(st.integers(0, 9), min_size=len(weights), max_size=len(weights)))
    place, other = data.draw(st.integers(0, len(weights) - 1)), data.draw(st.integers(0, 9))
    if sum(w * d for w, d in zip(weights, digits, strict=True)) % 11 or not any(digits):
        return
    assert plain_number(country, "".join(map(str, digits))) == "".join(map(str, digits))
    if digits[place] != other:
        digits[place] = other
        with pytest.raises(ValidationError):
            plain_number(country, "".join(map(str, digits)))


def test_company_registers_and_confirms_its_address(db: None) -> None:
    programme = ProgrammeFactory()
    with in_scope(scope_of(AnonymousUser())):
        made = register_organisation(registration=replace(FORM, programmes=[programme.pk]), by=None, at=NOW)

    assert made is not None
    assert (made.state, made.registered_number, made.code) == ("applied", "10101018", "proevevaerk-as")
    assert list(made.programmes.all()) == [programme]
    user = User.objects.get(email="ida@prove.example")
    assert (user.role, user.language, user.has_usable_password()) == (Role.COMPANY, "da", False)
    assert made.contact_rights.get().right == ContactRight.MANAGE
    link = OneTapLink.objects.get(action="organisations.confirm_registration")
    assert (link.user, link.arguments) == (user, {"organisation": made.pk})

    for at in (NOW, LATER):
        confirm_registration(organisation_id=made.pk, by=user, at=at)
    made.refresh_from_db()
    assert made.confirmed_at == NOW
    with pytest.raises(PermissionDenied):
        confirm_registration(organisation_id=made.pk, by=UserFactory(role=Role.COMPANY), at=NOW)


@pytest.mark.parametrize(
    "again",
    [
        {"name": "Another name"},
        {"name": "PRØVEVÆRK", "registered_number": ""},
        {"name": "Prøveværk ApS", "registered_number": "", "place_name": "aalborg "},
    ],
)
def test_known_company_is_not_made_twice_and_its_people_hear_of_it(db: None, again: dict[str, str]) -> None:
    known = OrganisationFactory(name="Prøveværk A/S", place_name="Aalborg", registered_number="10 10 10 18")
    manager = ContactFactory(organisation=known, user__email="boss@prove.example")
    ContactFactory(organisation=known, right=ContactRight.READ, user__email="reader@prove.example")

    assert register_organisation(registration=replace(FORM, **again), by=None, at=NOW) is None

    assert Organisation.objects.get() == known
    mail = Message.objects.get()
    assert (mail.to_user, "ida@prove.example" in mail.text) == (manager.user, True)
    assert not User.objects.filter(email="ida@prove.example").exists()
    tap = OneTapLink.objects.get(action="organisations.invite_contact")
    assert tap.arguments == {"organisation": known.pk, "email": "ida@prove.example", "right": "write"}


def test_secretariat_hears_of_a_known_company_without_contacts(db: None) -> None:
    OrganisationFactory(name="Prøveværk", place_name="Aalborg")
    UserFactory(role=Role.SECRETARIAT, email="office@region.example")
    assert register_organisation(registration=FORM, by=None, at=NOW) is None
    assert Message.objects.get().to_address == "office@region.example"


def test_same_name_at_another_place_is_another_company(db: None) -> None:
    OrganisationFactory(name="Prøveværk", place_name="Odense")
    assert register_organisation(registration=FORM, by=None, at=NOW) is not None


def test_log_in_that_was_there_joins_only_by_its_own_tap(db: None) -> None:
    user = UserFactory(role=Role.COMPANY, email="ida@prove.example")
    made = register_organisation(registration=FORM, by=None, at=NOW)
    assert made is not None
    assert not made.contacts.exists()
    invitation = made.contact_invitations.get()
    accept_contact_invitation(invitation_id=invitation.pk, address=user.email, by=None, at=LATER)
    made.refresh_from_db()
    assert (list(made.contacts.all()), made.confirmed_at) == ([user], LATER)


def test_company_user_registers_a_second_company(db: None) -> None:
    user = UserFactory(role=Role.COMPANY, email="ida@prove.example")
    made = register_organisation(registration=replace(FORM, contact_email="other@x.example"), by=user, at=NOW)
    assert made is not None
    assert list(made.contacts.all()) == [user]


def test_candidates_address_does_not_become_a_company(db: None) -> None:
    candidate = UserFactory(role=Role.CANDIDATE, email="ida@prove.example")
    made = register_organisation(registration=FORM, by=None, at=NOW)
    assert made is not None
    accepted = made.contact_invitations.get()
    assert candidate.role == Role.CANDIDATE
    assert accepted.email == candidate.email


def test_role_without_the_permission_does_not_register(user_of: Callable[[Role], User]) -> None:
    with pytest.raises(PermissionDenied):
        register_organisation(registration=FORM, by=user_of(Role.CANDIDATE), at=NOW)


def test_waiting_company_writes_drafts_but_opens_and_sees_nothing(
    user_of: Callable[[Role], User], vocabulary: object
) -> None:
    user, secretary = user_of(Role.COMPANY), user_of(Role.SECRETARIAT)
    organisation = OrganisationFactory(state=OrganisationState.APPLIED)
    organisation.contacts.add(user)
    candidate = CandidateFactory(visible_to_companies_at=NOW)

    with in_scope(scope_of(user)):
        draft = save_opportunity_from_text(organisation=organisation, text="Welder", by=user, at=NOW)
        assert list(Candidate.objects.all()) == []
    assert not user.has_perm("people.view_candidate", candidate)
    for by in (user, secretary, None):
        with pytest.raises(NotAccepted, match="still looking"):
            open_opportunity(opportunity=draft, by=by, at=NOW)
    with pytest.raises(NotAccepted):
        save_opportunity_from_text(
            organisation=organisation, text="Welder", state=OpportunityState.OPEN, by=None, at=NOW
        )
    for role in (Role.AGENCY, Role.AMBASSADOR, Role.CANDIDATE):
        with in_scope(scope_of(user_of(role))):
            assert not Organisation.objects.exists()

    vet_organisation(organisation=organisation, state=OrganisationState.ACCEPTED, by=secretary, at=NOW)
    draft.organisation.refresh_from_db()
    assert open_opportunity(opportunity=draft, by=user, at=NOW).state == OpportunityState.OPEN
    assert user.has_perm("people.view_candidate", candidate)
    with in_scope(scope_of(user)):
        assert list(Candidate.objects.all()) == [candidate]


def test_person_accepts_or_declines_and_the_contact_reads_who(db: None) -> None:
    secretary = UserFactory(role=Role.SECRETARIAT, first_name="Åse", last_name="Kontor")
    contact = ContactFactory(user__email="ida@prove.example")
    organisation = contact.organisation
    organisation.state = OrganisationState.APPLIED
    organisation.save()

    with pytest.raises(ReasonMissing):
        vet_organisation(organisation=organisation, state=OrganisationState.DECLINED, by=secretary, at=NOW)
    for _ in range(2):
        vet_organisation(
            organisation=organisation,
            state=OrganisationState.DECLINED,
            reason="It is no company.",
            by=secretary,
            at=NOW,
        )
    mail = Message.objects.get()
    assert mail.to_user == contact.user
    assert "Åse Kontor" in mail.text
    assert "It is no company." in mail.text
    vet_organisation(organisation=organisation, state=OrganisationState.ACCEPTED, by=secretary, at=LATER)
    with pytest.raises(ImpossibleDecision, match="accepted"):
        vet_organisation(
            organisation=organisation, state=OrganisationState.DECLINED, reason="No", by=secretary, at=LATER
        )
    assert AuditEntry.objects.filter(action="organisations.vet_organisation").count() == 2
    with pytest.raises(PermissionDenied):
        vet_organisation(organisation=organisation, state=OrganisationState.ACCEPTED, by=contact.user, at=NOW)


def test_partner_vets_for_the_programmes_it_leads(user_of: Callable[[Role], User]) -> None:
    user, university = user_of(Role.PARTNER), OrganisationFactory()
    university.contacts.add(user)
    led, other = ProgrammeFactory(), ProgrammeFactory()
    PartnershipFactory(programme=led, organisation=university, is_lead=True)
    PartnershipFactory(programme=other, organisation=university)
    ours, shared, theirs = (OrganisationFactory(state=OrganisationState.APPLIED) for _ in range(3))
    led.organisations.add(ours)
    other.organisations.add(shared)

    with in_scope(scope_of(user)):
        assert set(waiting_organisations()) == {ours, shared}
        vet_organisation(organisation=ours, state=OrganisationState.ACCEPTED, by=user, at=NOW)
        for one in (shared, theirs):
            with pytest.raises(PermissionDenied):
                vet_organisation(organisation=one, state=OrganisationState.ACCEPTED, by=user, at=NOW)


def test_opportunities_of_companies_that_were_there_before_stay_open(db: None) -> None:
    assert OpportunityFactory().organisation.is_accepted
