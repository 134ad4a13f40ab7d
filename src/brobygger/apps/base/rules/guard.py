"""Who may do something: asked at the beginning of every action."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from django.db.models import Model

    from brobygger.apps.base.models import User


def check_may(by: User | None, permission: str, thing: Model | None = None) -> None:
    """
    Args:
        by: None for a command that runs without a person, which may do everything.
        permission: a name of `rules.permissions`.

    Raises:
        PermissionDenied: `by` is a person without this permission.
    """
    if by is not None and not by.has_perm(permission, thing):
        raise PermissionDenied(_("You may not do this."))
