"""Who speaks for an organisation, and what each may do for it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from django.core.validators import validate_email
from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.actions import Address, OneTap, record, send_message
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.enums import ContactRight
from brobygger.apps.organisations.models import Contact, ContactInvitation, Organisation

if TYPE_CHECKING:
    from django.db.models import Model

ACCEPT: Final = "organisations.accept_contact_invitation"
INVITATION_DAYS: Final = 14


class LastManager(Exception):
    """An organisation would be left with nobody who may change it and its contacts."""


class OtherRole(Exception):
    """The address belongs to somebody who uses the product as something else than a company."""


class AlreadyContact(Exception):
    """The address belongs to somebody who speaks for the organisation already."""


@transaction.atomic
def set_contacts(
    *, organisation: Organisation, users: Iterable[User], by: User | None, at: dt.datetime
) -> None:
    """
    Say which users speak for an organisation; all others no longer do. Repeating it changes nothing.

    New ones get every right, those who stay keep theirs.

    Raises:
        PermissionDenied: `by` may not; a company cannot name its own contacts.
    """
    check_may(by, "organisations.set_contacts")
    before = sorted(organisation.contacts.values_list("pk", flat=True))
    after = sorted(user.pk for user in users)
    if before != after:
        organisation.contacts.set(after)
        changes = {"contacts": [before, after]}
        record(action="organisations.set_contacts", subject=organisation, by=by, at=at, changes=changes)


@transaction.atomic
def invite_contact(
    *,
    organisation: Organisation,
    email: str,
    right: ContactRight,
    language: str = "",
    by: User | None,
    at: dt.datetime,
) -> ContactInvitation:
    """
    Ask somebody by mail to speak for an organisation: one tap accepts. Repeating it sends the mail again.

    Args:
        language: that the mail is written in, where nobody has a log-in with this address.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: this is no address.
        AlreadyContact: nothing to ask.
    """
    check_may(by, "organisations.invite_contact", organisation)
    email = email.strip().lower()
    validate_email(email)
    if organisation.contacts.filter(email__iexact=email).exists():
        raise AlreadyContact(
            _("%(email)s speaks for %(organisation)s already.") % _named(organisation, email)
        )
    invitation, _is_new = ContactInvitation.objects.select_for_update().get_or_create(
        organisation=organisation,
        email=email,
        defaults={"right": right, "invited_at": at, "invited_by": by},
    )
    invitation.right, invitation.invited_at, invitation.invited_by = right, at, by
    invitation.save()
    # the link is the address's, also where somebody has a log-in with it: it acts once they say yes
    send_message(
        to=Address(email, _language_of(email) or language),
        topic=MailTopic.ACCOUNT,
        template="contact_invitation",
        context={
            "organisation": organisation,
            "inviter": by.get_full_name() or by.get_username() if by else "",
            "right": ContactRight(right).label,
        },
        links=[
            OneTap(
                gettext_lazy("Yes, I speak for the company"),
                ACCEPT,
                {"invitation": invitation.pk},
                INVITATION_DAYS,
            )
        ],
        by=by,
        at=at,
    )
    _note("organisations.invite_contact", organisation, {"invitation": invitation.pk, "right": right}, by, at)
    return invitation


@transaction.atomic
def withdraw_contact_invitation(*, invitation: ContactInvitation, by: User | None, at: dt.datetime) -> None:
    """
    Take an invitation back: the link in its mail does nothing any more.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "organisations.invite_contact", invitation.organisation)
    changes: dict[str, object] = {"invitation": invitation.pk}
    ContactInvitation.objects.filter(pk=invitation.pk).delete()
    _note("organisations.withdraw_contact_invitation", invitation.organisation, changes, by, at)


@transaction.atomic
def accept_contact_invitation(
    *, invitation_id: int, address: str, by: User | None, at: dt.datetime
) -> Contact:
    """
    Speak for the organisation that asked. Who has no log-in with the address gets one.

    Args:
        address: whose link it is; only the one that was invited can accept.

    Raises:
        ContactInvitation.DoesNotExist: it was taken back.
        OtherRole: a candidate, say, cannot be a company with the same address.
    """
    with all_rows():  # whoever accepts sees nothing of the organisation yet
        invitation = (
            ContactInvitation.objects.select_for_update(of=("self",))
            .select_related("organisation")
            .get(pk=invitation_id, email__iexact=address)
        )
        user = user_with(email=invitation.email, language=_language_of(invitation.email), at=at)
        contact, _is_new = Contact.objects.get_or_create(
            organisation=invitation.organisation, user=user, defaults={"right": invitation.right}
        )
        invitation.delete()
        if contact.organisation.registered_at and contact.organisation.confirmed_at is None:
            contact.organisation.confirmed_at = at
            contact.organisation.save(update_fields=["confirmed_at"])
    changes = {"user": user.pk, "right": contact.right}
    _note("organisations.accept_contact_invitation", contact.organisation, changes, by or user, at)
    return contact


@transaction.atomic
def change_contact(*, contact: Contact, right: ContactRight, by: User | None, at: dt.datetime) -> Contact:
    """
    Give somebody who speaks for an organisation another right. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        LastManager: nobody else may change the organisation.
    """
    check_may(by, "organisations.invite_contact", contact.organisation)
    contact = _locked(contact)
    before = contact.right
    if before == right:
        return contact
    if right != ContactRight.MANAGE:
        _check_another_manages(contact)
    contact.right = right
    contact.save(update_fields=["right"])
    changes = {"user": contact.user_id, "right": [before, right]}
    _note("organisations.change_contact", contact.organisation, changes, by, at)
    return contact


@transaction.atomic
def remove_contact(*, contact: Contact, by: User | None, at: dt.datetime) -> None:
    """
    Let somebody no longer speak for an organisation. The log-in stays.

    Raises:
        PermissionDenied: `by` may not.
        LastManager: nobody else may change the organisation.
    """
    check_may(by, "organisations.invite_contact", contact.organisation)
    contact = _locked(contact)
    _check_another_manages(contact)
    changes = {"user": contact.user_id, "right": [contact.right, None]}
    contact.delete()
    _note("organisations.remove_contact", contact.organisation, changes, by, at)


def user_with(*, email: str, name: str = "", language: str = "", at: dt.datetime) -> User:
    """
    The company user with this address, made where there is none: without a password, so that it enters by mail.

    Raises:
        OtherRole: the address belongs to a user of another kind, or to one who may not log in.
    """
    email = email.strip().lower()
    user = User.objects.select_for_update().filter(email__iexact=email).order_by("pk").first()
    if user is None:
        user = User(username=_free_username(email), email=email, role=Role.COMPANY, language=language)
        user.first_name = name[: User._meta.get_field("first_name").max_length]
        user.set_unusable_password()
        user.save()
        record(action="base.save_user", subject=user, by=None, at=at, changes={"role": Role.COMPANY})
    elif user.role != Role.COMPANY or not user.is_active:
        raise OtherRole(
            _("%(email)s has a log-in of another kind already. Use another address for the company.")
            % {"email": email}
        )
    return user


def _free_username(email: str) -> str:
    """The address, or with a number where a user is called so already."""
    longest = User._meta.get_field("username").max_length or 150
    name, number = email[:longest], 1
    while User.objects.filter(username=name).exists():
        number += 1
        name = f"{email[: longest - 5]}-{number}"
    return name


def _language_of(email: str) -> str:
    found = User.objects.filter(email__iexact=email).values_list("language", flat=True).first()
    return found or ""


def _locked(contact: Contact) -> Contact:
    """The row, with all others of its organisation locked too: two managers cannot remove each other at once."""
    rows = list(Contact.objects.select_for_update().filter(organisation=contact.organisation_id))
    found = next((row for row in rows if row.pk == contact.pk), None)
    if found is None:
        raise Contact.DoesNotExist
    return found


def _check_another_manages(contact: Contact) -> None:
    others = Contact.objects.filter(
        organisation=contact.organisation_id, right=ContactRight.MANAGE, user__is_active=True
    ).exclude(pk=contact.pk)
    if contact.right == ContactRight.MANAGE and not others.exists():
        raise LastManager(
            _("Somebody has to manage the company: give a colleague this right before you take it away here.")
        )


def _named(organisation: Organisation, email: str) -> dict[str, object]:
    return {"organisation": organisation, "email": email}


def _note(action: str, subject: Model, changes: dict[str, object], by: User | None, at: dt.datetime) -> None:
    record(action=action, subject=subject, by=by, at=at, changes=changes)
