"""Who may change an opportunity."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from brobygger.apps.opportunities.models import Opportunity

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def check_may_change(*, opportunity: Opportunity, by: User | None) -> None:
    """
    Raises:
        PermissionDenied: `by` is a person who may not change this opportunity; a command without a person may.
    """
    if by is not None and not by.has_perm("opportunities.change_opportunity", opportunity):
        raise PermissionDenied(f"{by} may not change “{opportunity}”.")
