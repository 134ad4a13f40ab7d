"""Who may do something of the outreach; the words stand in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django.db.models import Model

    from brobygger.apps.base.models import User


def check_may(permission: str, thing: Model | None = None, *, by: User | None) -> None:
    """
    Ask for a permission. Nobody in particular, a command, may.

    Raises:
        PermissionDenied: `by` may not.
    """
    if by is not None and not by.has_perm(permission, thing):
        raise PermissionDenied(f"{by} may not: {permission}.")
