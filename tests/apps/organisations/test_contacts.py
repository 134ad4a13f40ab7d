"""Who speaks for an organisation: asked along, with a right of their own, and never without somebody who manages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry, Message, OneTapLink, User, in_scope
from brobygger.apps.organisations import queries
from brobygger.apps.organisations.actions import (
    AlreadyContact,
    LastManager,
    OtherRole,
    accept_contact_invitation,
    change_contact,
    invite_contact,
    remove_contact,
    withdraw_contact_invitation,
)
from brobygger.apps.organisations.enums import ContactRight
from brobygger.apps.organisations.models import Contact, ContactInvitation
from brobygger.apps.programmes.queries import scope_of
from tests.factories import ContactFactory, OrganisationFactory, UserFactory
from tests.factories.moments import LATER, NOW

EMAIL = "ny@fjord.example"


def test_contact_added_without_a_right_has_every_right(user_of: Callable[[Role], User]) -> None:
    organisation, user = OrganisationFactory(), user_of(Role.COMPANY)
    organisation.contacts.add(user)
    assert Contact.objects.get().right == ContactRight.MANAGE
    assert list(user.organisations.all()) == [organisation]


def test_colleague_is_asked_and_accepts_with_one_right(db: None) -> None:
    manager = ContactFactory()
    organisation = manager.organisation

    for at in (NOW, LATER):
        invitation = invite_contact(
            organisation=organisation, email=EMAIL.upper(), right=ContactRight.READ, by=manager.user, at=at
        )
    assert (Message.objects.count(), ContactInvitation.objects.count()) == (2, 1)
    assert re.search(r"/t/\S{20,}", Message.objects.first().text)
    link = OneTapLink.objects.first()
    assert (link.user, link.address, link.arguments) == (None, EMAIL, {"invitation": invitation.pk})

    contact = accept_contact_invitation(invitation_id=invitation.pk, address=EMAIL, by=None, at=LATER)

    assert (contact.right, contact.user.email, contact.user.role) == (ContactRight.READ, EMAIL, Role.COMPANY)
    assert not contact.user.has_usable_password()
    assert not ContactInvitation.objects.exists()
    entry = AuditEntry.objects.filter(action="organisations.accept_contact_invitation").get()
    assert entry.by_id == contact.user_id


def test_invitation_is_for_its_address_and_can_be_taken_back(db: None) -> None:
    manager = ContactFactory()
    ask = {"organisation": manager.organisation, "right": ContactRight.WRITE, "by": manager.user, "at": NOW}
    invitation = invite_contact(email=EMAIL, **ask)

    with pytest.raises(ContactInvitation.DoesNotExist):
        accept_contact_invitation(invitation_id=invitation.pk, address="other@x.example", by=None, at=NOW)
    withdraw_contact_invitation(invitation=invitation, by=manager.user, at=NOW)
    with pytest.raises(ContactInvitation.DoesNotExist):
        accept_contact_invitation(invitation_id=invitation.pk, address=EMAIL, by=None, at=NOW)
    with pytest.raises(ValidationError):
        invite_contact(email="no address", **ask)
    manager.user.email = EMAIL
    manager.user.save()
    with pytest.raises(AlreadyContact):
        invite_contact(email=EMAIL, **ask)


def test_candidate_does_not_become_a_company(db: None) -> None:
    UserFactory(role=Role.CANDIDATE, email=EMAIL)
    invitation = invite_contact(
        organisation=OrganisationFactory(), email=EMAIL, right=ContactRight.WRITE, by=None, at=NOW
    )
    with pytest.raises(OtherRole, match="another address"):
        accept_contact_invitation(invitation_id=invitation.pk, address=EMAIL, by=None, at=NOW)
    assert not Contact.objects.exists()


def test_last_manager_stays_and_only_managers_decide(db: None) -> None:
    manager = ContactFactory()
    reader = ContactFactory(organisation=manager.organisation, right=ContactRight.READ)
    sleeper = ContactFactory(organisation=manager.organisation)
    sleeper.user.is_active = False
    sleeper.user.save()

    with pytest.raises(LastManager):
        remove_contact(contact=manager, by=manager.user, at=NOW)
    with pytest.raises(LastManager):
        change_contact(contact=manager, right=ContactRight.WRITE, by=manager.user, at=NOW)
    with pytest.raises(PermissionDenied):
        change_contact(contact=reader, right=ContactRight.MANAGE, by=reader.user, at=NOW)

    change_contact(contact=reader, right=ContactRight.MANAGE, by=manager.user, at=NOW)
    with in_scope(scope_of(manager.user)):
        remove_contact(contact=manager, by=manager.user, at=NOW)
    assert [one.pk for one in queries.contacts_of(manager.organisation)] == [reader.pk, sleeper.pk]
    reader.refresh_from_db()
    with pytest.raises(LastManager):
        remove_contact(contact=reader, by=None, at=NOW)
