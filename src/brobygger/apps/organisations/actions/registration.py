"""A company registers itself, and its contact confirms the address."""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.core.exceptions import PermissionDenied
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.actions import Address, OneTap, record, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.actions.contacts import (
    ACCEPT,
    INVITATION_DAYS,
    OtherRole,
    user_with,
)
from brobygger.apps.organisations.actions.register_numbers import plain_number
from brobygger.apps.organisations.enums import ContactRight, OrganisationState
from brobygger.apps.organisations.models import Contact, ContactInvitation, Organisation

if TYPE_CHECKING:
    from brobygger.apps.organisations.enums import SizeClass

CONFIRM: Final = "organisations.confirm_registration"
INVITE: Final = "organisations.invite_contact"
SIMILAR: Final = frozenset({"a/s", "as", "asa", "aps", "ab", "ivs", "gmbh", "ltd", "inc", "publ"})

LETTERS: Final = str.maketrans({"æ": "ae", "ä": "ae", "ø": "oe", "ö": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class Registration:
    """
    What a company says of itself when it registers; empty: not said.

    Args:
        country: ISO 3166-1.
        looks_for: what it looks for, in a few words.
        language: that the contact reads: da, nb, sv or en.
        programmes: ids of the programmes that it would like to take part in.
    """

    name: str
    country: str
    contact_name: str
    contact_email: str
    registered_number: str = ""
    place_name: str = ""
    industry: str = ""
    size_class: SizeClass | str = ""
    website: str = ""
    looks_for: str = ""
    language: str = ""
    programmes: Collection[int] = ()


@transaction.atomic
def register_organisation(
    *, registration: Registration, by: User | None, at: dt.datetime
) -> Organisation | None:
    """
    Take a company in, to be looked at: until it is accepted it can write drafts, and nobody sees it.

    One that is there already is not made twice, and whoever asks does not learn that it is there: those who manage
    it get a mail that a colleague wants to join.

    Args:
        by: None for a visitor. A company user becomes the contact of the new company too.

    Returns:
        None where no company was made.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be; the message says what would be right.
    """
    check_may(by, "organisations.register_organisation")
    email = registration.contact_email.strip().lower()
    if by is not None and by.role == Role.COMPANY and by.email:
        email = by.email.lower()
    validate_email(email)
    number = plain_number(registration.country, registration.registered_number)
    with all_rows():  # a visitor sees no company, and must not make one twice
        known = _known(registration, number)
        if known is not None:
            _tell_its_people(known, registration, email, by, at)
            return None
        organisation = _made(registration, number, at)
        _welcome(organisation, registration, email, by, at)
    changes = {
        "name": organisation.name,
        "country": organisation.country,
        "registered_number": organisation.registered_number,
        "state": [None, organisation.state],
    }
    record(action="organisations.register_organisation", subject=organisation, by=by, at=at, changes=changes)
    return organisation


@transaction.atomic
def confirm_registration(*, organisation_id: int, by: User | None, at: dt.datetime) -> Organisation:
    """
    Note that whoever registered a company reads the mails to that address. Repeating it changes nothing.

    Raises:
        Organisation.DoesNotExist: it is gone.
        PermissionDenied: `by` does not speak for it.
    """
    with all_rows():
        organisation = Organisation.objects.select_for_update().get(pk=organisation_id)
        if by is not None and not organisation.contacts.filter(pk=by.pk).exists():
            raise PermissionDenied(f"{by} does not speak for {organisation}.")
        if organisation.confirmed_at is None:
            organisation.confirmed_at = at
            organisation.save(update_fields=["confirmed_at"])
            record(
                action="organisations.confirm_registration", subject=organisation, by=by, at=at, changes={}
            )
    return organisation


def _known(registration: Registration, number: str) -> Organisation | None:
    """The same number, or the same name at the same place."""
    there = Organisation.objects.select_for_update().filter(country=registration.country).order_by("pk")
    if number:
        for one in there.exclude(registered_number=""):
            if "".join(filter(str.isalnum, one.registered_number)) == number:
                return one
    name, place = _alike(registration.name), registration.place_name.strip().casefold()
    for one in there:
        if _alike(one.name) == name and one.place_name.strip().casefold() == place:
            return one
    return None


def _alike(name: str) -> str:
    """A name without case, accents, signs and the legal form."""
    folded = unicodedata.normalize("NFKD", name.casefold())
    kept = (letter for letter in folded if letter.isalnum() or letter in " /")
    words = [word for word in "".join(kept).split() if word not in SIMILAR]
    return " ".join(words) or folded


def _made(registration: Registration, number: str, at: dt.datetime) -> Organisation:
    organisation = Organisation(
        code=free_code(registration.name),
        name=registration.name.strip(),
        country=registration.country,
        registered_number=number,
        place_name=registration.place_name.strip(),
        industry=registration.industry.strip(),
        size_class=registration.size_class,
        website=registration.website,
        looks_for=registration.looks_for.strip(),
        state=OrganisationState.APPLIED,
        registered_at=at,
    )
    organisation.full_clean()
    organisation.save()
    organisation.programmes.set(registration.programmes)
    return organisation


def free_code(name: str) -> str:
    """A code that no organisation has, made of a name."""
    base, number = slugify(name.casefold().translate(LETTERS))[:50] or "company", 1
    code = base
    while Organisation.objects.filter(code=code).exists():
        number += 1
        code = f"{base}-{number}"
    return code


def _welcome(
    organisation: Organisation, registration: Registration, email: str, by: User | None, at: dt.datetime
) -> None:
    """The contact gets a log-in and a mail; a log-in that was there before is joined only by its own tap."""
    is_new = not User.objects.filter(email__iexact=email).exists()
    context = {"organisation": organisation, "name": registration.contact_name, "home": absolute("/")}
    if not is_new and (by is None or by.email.lower() != email):
        invitation = ContactInvitation.objects.create(
            organisation=organisation, email=email, right=ContactRight.MANAGE, invited_at=at, invited_by=by
        )
        tap = OneTap(
            _("Yes, I speak for the company"), ACCEPT, {"invitation": invitation.pk}, INVITATION_DAYS
        )
        _send(Address(email, registration.language), "registration_received", context, [tap], by, at)
        return
    try:
        user = user_with(email=email, name=registration.contact_name, language=registration.language, at=at)
    except OtherRole:
        _send(Address(email, registration.language), "registration_other_log_in", context, [], by, at)
        return
    Contact.objects.create(organisation=organisation, user=user)
    tap = OneTap(_("Yes, this is my address"), CONFIRM, {"organisation": organisation.pk}, INVITATION_DAYS)
    _send(user, "registration_received", context, [tap], by, at)


def _tell_its_people(
    known: Organisation, registration: Registration, email: str, by: User | None, at: dt.datetime
) -> None:
    """Those who manage the company, or the secretariat where nobody does, may invite whoever asked."""
    context = {
        "organisation": known,
        "name": registration.contact_name,
        "email": email,
        "address": absolute(reverse("company-contacts", args=[known.pk])),
    }
    managers = known.contacts.filter(
        contact_rights__organisation=known, contact_rights__right=ContactRight.MANAGE, is_active=True
    ).distinct()
    receivers = list(managers.order_by("pk")) or list(
        User.objects.filter(role=Role.SECRETARIAT, is_active=True).order_by("pk")
    )
    tap = OneTap(
        _("Yes, invite this colleague"),
        INVITE,
        {"organisation": known.pk, "email": email, "right": ContactRight.WRITE.value},
        INVITATION_DAYS,
    )
    for receiver in receivers:
        if receiver.email.lower() != email:
            _send(receiver, "colleague_wants_to_join", context, [tap], by, at)
    record(action="organisations.ask_to_join", subject=known, by=by, at=at, changes={})


def _send(
    to: User | Address,
    template: str,
    context: dict[str, object],
    links: list[OneTap],
    by: User | None,
    at: dt.datetime,
) -> None:
    send_message(
        to=to, topic=MailTopic.ACCOUNT, template=template, context=context, links=links, by=by, at=at
    )
