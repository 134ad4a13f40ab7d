"""The secretariat, or a partner who leads a programme, looks at a company that registered; the secretariat suspends one."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.actions.suspension import VET, withdraw_everywhere
from brobygger.apps.organisations.enums import ORGANISATION_TRANSITIONS, OrganisationState
from brobygger.apps.organisations.models import Organisation

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

LONGEST_REASON = 1_000
MOST_PER_DAY = 500  # invitations


class ImpossibleDecision(Exception):
    """A company in this state cannot be decided on so. The message says where it stands."""


class ReasonMissing(ValueError):
    """Who is declined or suspended is told why."""


@transaction.atomic
def vet_organisation(
    *, organisation: Organisation, state: OrganisationState, reason: str = "", by: User, at: dt.datetime
) -> Organisation:
    """
    Accept, decline or suspend a company; its contacts get a mail. Repeating it changes nothing.

    A person decides, always, and the company reads who it was. To suspend a company, and to accept one that is
    suspended, needs `organisations.suspend_organisation`. Who is suspended is withdrawn from all that lies ahead
    (`suspension`), and does not come back into it by being accepted again.

    Args:
        state: ACCEPTED, DECLINED or SUSPENDED.
        reason: what the contacts read; needed for a no.

    Raises:
        PermissionDenied: `by` may not, or is nobody.
        ImpossibleDecision, ReasonMissing: see there.
    """
    if by is None or not by.has_perm("organisations.vet_organisation", organisation):
        raise PermissionDenied(f"{by} may not accept or decline {organisation}.")
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    before = OrganisationState(organisation.state)
    if before == state:
        return organisation
    if OrganisationState.SUSPENDED in (before, state):
        check_may(by, "organisations.suspend_organisation", organisation)
    if state not in ORGANISATION_TRANSITIONS[before]:
        raise ImpossibleDecision(
            _("This cannot be done any more: the company is “%(state)s”.") % {"state": before.label}
        )
    reason = reason.replace("\x00", " ").strip()[:LONGEST_REASON]
    if state != OrganisationState.ACCEPTED and not reason:
        raise ReasonMissing(_("Say why, in words that the company may read."))
    organisation.state, organisation.vetting_reason = state, reason
    organisation.vetted_at, organisation.vetted_by = at, by
    organisation.vetted_by_name = (by.get_full_name() or by.get_username())[:150]
    organisation.save(update_fields=["state", "vetting_reason", "vetted_at", "vetted_by", "vetted_by_name"])
    changes: dict[str, Any] = {"state": [before, state], "reason": reason}
    if state == OrganisationState.SUSPENDED:
        changes["withdrawn"] = withdraw_everywhere(organisation=organisation, by=by, at=at)
    with all_rows():
        receivers = list(organisation.contacts.filter(is_active=True).order_by("pk"))
    for receiver in receivers:
        send_message(
            to=receiver,
            topic=MailTopic.ACCOUNT,
            template="organisation_vetted",
            context={
                "organisation": organisation,
                "is_accepted": state == OrganisationState.ACCEPTED,
                "is_suspended": state == OrganisationState.SUSPENDED,
                "was_suspended": before == OrganisationState.SUSPENDED,
                "contact": settings.CONTROLLER["contact"],
                "address": absolute(reverse("company", args=[organisation.pk])),
            },
            by=by,
            at=at,
        )
    record(action=VET, subject=organisation, by=by, at=at, changes=changes)
    return organisation


@transaction.atomic
def set_invitation_limit(
    *, organisation: Organisation, per_day: int | None, by: User | None, at: dt.datetime
) -> Organisation:
    """
    Say how many candidates a company may invite for each opportunity on one day. Repeating it changes nothing.

    Args:
        per_day: None: as many as all others.

    Raises:
        PermissionDenied: `by` may not.
        ValueError: less than none, or more than `MOST_PER_DAY`.
    """
    check_may(by, "organisations.vet_organisation", organisation)
    if per_day is not None and not 0 <= per_day <= MOST_PER_DAY:
        raise ValueError(_("A number from 0 to %(most)d, or nothing.") % {"most": MOST_PER_DAY})
    organisation = Organisation.objects.select_for_update().get(pk=organisation.pk)
    before = organisation.invitations_per_day
    if before != per_day:
        organisation.invitations_per_day = per_day
        organisation.save(update_fields=["invitations_per_day"])
        changes = {"invitations_per_day": [before, per_day]}
        record(
            action="organisations.set_invitation_limit",
            subject=organisation,
            by=by,
            at=at,
            changes=changes,
        )
    return organisation
