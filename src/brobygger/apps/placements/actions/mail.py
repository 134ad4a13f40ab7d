"""Mails about agreements, each in its receiver's language; whoever has to say yes gets it as one tap."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.actions import Address, OneTap, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.organisations.queries import contacts_of
from brobygger.apps.people.queries import name_of
from brobygger.apps.placements.enums import AgreementSide

if TYPE_CHECKING:
    from brobygger.apps.organisations.models import Organisation
    from brobygger.apps.placements.models import Agreement, AgreementVersion

ACCEPT: Final = "placements.accept_agreement"
TAP_DAYS: Final = 30


def ask_for_a_yes(version: AgreementVersion, *, by: User | None, at: dt.datetime) -> None:
    """Every side gets the terms and a link that says yes for it."""
    for side, to in _receivers(version.agreement):
        arguments: dict[str, int | str] = {
            "agreement": version.agreement_id,
            "version": version.number,
            "side": side.value,
        }
        taps = [OneTap(_("Yes, I agree"), ACCEPT, arguments, TAP_DAYS)] if isinstance(to, User) else []
        _send(to, "agreement_to_accept", version, taps, by, at)


def tell_all(template: str, version: AgreementVersion, *, by: User | None, at: dt.datetime) -> None:
    """Every side learns what became of the agreement: `template` says what."""
    for _side, to in _receivers(version.agreement):
        _send(to, template, version, [], by, at)


def _receivers(agreement: Agreement) -> Iterator[tuple[AgreementSide, User | Address]]:
    with all_rows():  # no side sees who speaks for the others
        candidate = agreement.candidate
        identity = getattr(candidate, "identity", None)
        if candidate.user is not None:
            yield AgreementSide.CANDIDATE, candidate.user
        elif identity and identity.email:
            yield AgreementSide.CANDIDATE, Address(identity.email)
        sides = [(AgreementSide.ORGANISATION, agreement.organisation)]
        if agreement.institution is not None:
            sides.append((AgreementSide.INSTITUTION, agreement.institution))
        found = [(side, user) for side, organisation in sides for user in _writers(organisation)]
    yield from found


def _writers(organisation: Organisation) -> list[User]:
    return [one.user for one in contacts_of(organisation).filter(user__is_active=True) if one.may_write]


def _send(
    to: User | Address,
    template: str,
    version: AgreementVersion,
    taps: list[OneTap],
    by: User | None,
    at: dt.datetime,
) -> None:
    agreement = version.agreement
    context: dict[str, Any] = {
        "version": version,
        "candidate": name_of(agreement.candidate) or agreement.candidate.alias,
        "organisation": agreement.organisation.name,
        "institution": agreement.institution.name if agreement.institution else "",
        "address": absolute(reverse("agreement", args=[agreement.pk])),
    }
    send_message(
        to=to, topic=MailTopic.APPLICATIONS, template=template, context=context, links=taps, by=by, at=at
    )
