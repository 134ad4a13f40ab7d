"""A programme that asks for it approves opportunities before its candidates see them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.models import Opportunity, OpportunityApproval
from brobygger.apps.organisations.queries import contacts_of

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.programmes.models import Programme

LONGEST_REASON: Final = 1_000  # letters


class ReasonNeeded(ValueError):
    """The company is told why its opportunity was not approved."""


@transaction.atomic
def decide_on_opportunity(
    *,
    opportunity: Opportunity,
    programme: Programme,
    approve: bool,
    reason: str = "",
    by: User,
    at: dt.datetime,
) -> OpportunityApproval:
    """
    Let the candidates of a programme see an opportunity, or not. Repeating it changes nothing; it can be changed.

    A person decides, always. Of its own programme's decision the company gets a mail, with the reason for a no.

    Raises:
        PermissionDenied: `by` may not decide for this programme, or is nobody.
        ReasonNeeded: see there.
    """
    if by is None:
        raise PermissionDenied("A person approves an opportunity.")
    check_may(by, "opportunities.approve_opportunity", programme)
    reason = "" if approve else reason.replace("\x00", " ").strip()[:LONGEST_REASON]
    if not approve and not reason:
        raise ReasonNeeded(_("Say why not, in words that the company may read."))
    found = OpportunityApproval._base_manager.select_for_update().filter(
        opportunity=opportunity, programme=programme
    )
    approval = found.first()
    if approval is not None and (approval.is_approved, approval.reason) == (approve, reason):
        return approval
    before = None if approval is None else approval.is_approved
    approval = approval or OpportunityApproval(opportunity=opportunity, programme=programme)
    approval.is_approved, approval.reason = approve, reason
    approval.decided_at, approval.decided_by = at, by
    approval.decided_by_name = (by.get_full_name() or by.get_username())[:150]
    approval.save()
    if opportunity.programme_id == programme.pk:
        _tell_company(approval, by, at)
    changes = {"programme": programme.pk, "approved": [before, approve]}
    record(action="opportunities.decide_on_opportunity", subject=opportunity, by=by, at=at, changes=changes)
    return approval


@transaction.atomic
def approve_opportunities(
    *, opportunities: Iterable[Opportunity], programme: Programme, by: User, at: dt.datetime
) -> int:
    """
    Approve several opportunities for a programme. Answers how many.

    Raises:
        PermissionDenied: see `decide_on_opportunity`.
    """
    chosen = list(opportunities)
    for one in chosen:
        decide_on_opportunity(opportunity=one, programme=programme, approve=True, by=by, at=at)
    return len(chosen)


def void_approvals(opportunity: Opportunity) -> int:
    """What was decided on was another text: it has to be looked at again. Answers how many decisions went."""
    found = OpportunityApproval._base_manager.filter(opportunity=opportunity)
    removed, _tables = found.delete()
    return removed


def _tell_company(approval: OpportunityApproval, by: User, at: dt.datetime) -> None:
    opportunity = approval.opportunity
    with all_rows():  # whoever decides need not see the contacts
        receivers = list(contacts_of(opportunity.organisation).filter(user__is_active=True))
    context = {
        "approval": approval,
        "opportunity": opportunity,
        "programme": approval.programme,
        "address": absolute(reverse("opportunity", args=[opportunity.pk])),
    }
    for contact in receivers:
        send_message(
            to=contact.user,
            topic=MailTopic.ACCOUNT,
            template="opportunity_decided",
            context=context,
            by=by,
            at=at,
        )
