"""Keep the columns for lists and filters equal to the facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.adapters import to_list_columns
from brobygger.apps.opportunities.models import Opportunity

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def repeat_facts(*, opportunity: Opportunity, by: User | None) -> Opportunity:
    """
    Write kind, places, payer, place, country and deadline as the facts now say. Part of the actions that change facts.

    Raises:
        PermissionDenied: it is another organisation's ad.
    """
    check_may(by, "opportunities.change_opportunity", opportunity)
    columns = to_list_columns(opportunity)
    for name, value in columns.items():
        setattr(opportunity, name, value)
    opportunity.save(update_fields=[*columns])
    return opportunity
