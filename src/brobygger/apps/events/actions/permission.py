"""Who may change an evening, or what somebody says at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django.db.models import Model

    from brobygger.apps.base.models import User


def check_may(by: User | None, permission: str, thing: Model) -> None:
    """
    Raises:
        PermissionDenied: `by` is a person who may not do this; a command without a person may.
    """
    if by is not None and not by.has_perm(permission, thing):
        raise PermissionDenied(f"{by} may not {permission} {thing}.")
