"""
Who may see and change an opportunity.

Those who run the programme see all; a company its own, in any state; a candidate, an agency and an ambassador
those that are open.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import rules

from brobygger.apps.base.rules import is_agency, is_ambassador, is_candidate, is_company, runs_programme
from brobygger.apps.organisations.rules import is_own_company

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models import Opportunity


@rules.predicate
def is_of_own_company(user: User, opportunity: Opportunity | None) -> bool:
    return opportunity is not None and bool(is_own_company(user, opportunity.organisation))


@rules.predicate
def is_open(user: User, opportunity: Opportunity | None) -> bool:
    return opportunity is not None and opportunity.state == "open"


sees_open_ones = is_candidate | is_agency | is_ambassador

rules.add_perm("opportunities.view_opportunities", runs_programme | is_company | sees_open_ones)
rules.add_perm(
    "opportunities.view_opportunity", runs_programme | is_of_own_company | (sees_open_ones & is_open)
)
rules.add_perm("opportunities.add_opportunity", runs_programme | is_own_company)
rules.add_perm("opportunities.change_opportunity", runs_programme | is_of_own_company)
