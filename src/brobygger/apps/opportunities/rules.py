"""How one tells which opportunities a permission extends to; who has it stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.organisations.rules import speaks_for
from brobygger.apps.programmes.rules import is_partner_of, leads

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models import Opportunity


def is_of_own_organisation(user: User, opportunity: Opportunity) -> bool:
    return speaks_for(user, opportunity.organisation)


def is_open(user: User, opportunity: Opportunity) -> bool:
    return opportunity.state == "open"


def is_of_partners_programme(user: User, opportunity: Opportunity) -> bool:
    return opportunity.programme is not None and is_partner_of(user, opportunity.programme)


def is_of_led_programme(user: User, opportunity: Opportunity) -> bool:
    return opportunity.programme is not None and leads(user, opportunity.programme)


tell(Thing.OPPORTUNITY, Extent.OWN, is_of_own_organisation)
tell(Thing.OPPORTUNITY, Extent.OPEN, is_open)
tell(Thing.OPPORTUNITY, Extent.PROGRAMMES, is_of_partners_programme)
tell(Thing.OPPORTUNITY, Extent.LED, is_of_led_programme)
