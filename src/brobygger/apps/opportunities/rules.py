"""How one tells which opportunities a permission extends to; who has it stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.organisations.rules import speaks_for, writes_for
from brobygger.apps.programmes.rules import is_partner_of, leads

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models import Application, Opportunity
    from brobygger.apps.people.models import Candidate


def is_of_own_organisation(user: User, opportunity: Opportunity) -> bool:
    return speaks_for(user, opportunity.organisation)


def is_of_own_accepted_organisation(user: User, opportunity: Opportunity) -> bool:
    return opportunity.organisation.is_accepted and is_of_own_organisation(user, opportunity)


def is_written_by(user: User, opportunity: Opportunity) -> bool:
    return writes_for(user, opportunity.organisation)


def is_open(user: User, opportunity: Opportunity) -> bool:
    """It is open, and every programme concerned that asks for it has approved it: its own, and those of the candidate."""
    if opportunity.state != "open":
        return False
    asking = set()
    if opportunity.programme is not None and opportunity.programme.approves_opportunities:
        asking.add(opportunity.programme.pk)
    candidate = getattr(user, "candidate", None)
    if candidate is not None:
        own = candidate.programmes.filter(approves_opportunities=True)
        asking |= set(own.order_by().values_list("pk", flat=True))
    approved = opportunity.approvals.filter(is_approved=True, programme__in=asking) if asking else None
    return approved is None or approved.count() == len(asking)


def is_of_partners_programme(user: User, opportunity: Opportunity) -> bool:
    return opportunity.programme is not None and is_partner_of(user, opportunity.programme)


def is_of_led_programme(user: User, opportunity: Opportunity) -> bool:
    return opportunity.programme is not None and leads(user, opportunity.programme)


def has_applied_to(user: User, candidate: Candidate) -> bool:
    """The candidate applied to an organisation that the user speaks for, or took its invitation."""
    return candidate.applications.filter(is_shared=True, opportunity__organisation__contacts=user.pk).exists()


def is_side_of(user: User, application: Application) -> bool:
    """A candidate's own application, or one for an opportunity of an organisation that the user speaks for."""
    return application.candidate.user_id == user.pk or is_of_own_organisation(user, application.opportunity)


def is_answered_by(user: User, application: Application) -> bool:
    return is_written_by(user, application.opportunity)


def is_for_led_programme(user: User, application: Application) -> bool:
    return is_of_led_programme(user, application.opportunity)


tell(Thing.CANDIDATE, Extent.APPLIED, has_applied_to)
tell(Thing.APPLICATION, Extent.OWN, is_side_of)
tell(Thing.APPLICATION, Extent.LED, is_for_led_programme)
tell(Thing.OPPORTUNITY, Extent.OWN, is_of_own_organisation)
tell(Thing.OPPORTUNITY, Extent.ACCEPTED, is_of_own_accepted_organisation)
tell(Thing.OPPORTUNITY, Extent.WRITTEN, is_written_by)
tell(Thing.APPLICATION, Extent.WRITTEN, is_answered_by)
tell(Thing.OPPORTUNITY, Extent.OPEN, is_open)
tell(Thing.OPPORTUNITY, Extent.PROGRAMMES, is_of_partners_programme)
tell(Thing.OPPORTUNITY, Extent.LED, is_of_led_programme)
