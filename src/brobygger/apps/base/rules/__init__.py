"""
Permissions at work: the table of `permissions`, and how one tells which things it extends to.

Each app registers how it tells for its things: `tell(Thing.CANDIDATE, Extent.OWN, is_oneself)`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

import rules

from brobygger.apps.base.rules.guard import check_may
from brobygger.apps.base.rules.permissions import PERMISSIONS, VISITOR, Extent, Permission, Thing

__all__ = [
    "PERMISSIONS",
    "VISITOR",
    "Extent",
    "Permission",
    "Thing",
    "can_ever",
    "check_may",
    "has_role",
    "may",
    "tell",
]

Tells = Callable[[Any, Any], bool]
_tells: Final[dict[tuple[Thing, Extent], Tells]] = {}


def tell(thing: Thing, extent: Extent, how: Tells) -> None:
    """
    Say how one tells that a user's permission extends to a thing: `how(user, thing)`.

    It is never asked about nothing: whether a user has a permission at all, not for one thing, is True where it
    extends to all.
    """
    _tells[thing, extent] = how


def has_role(user: object, role: str) -> bool:
    """Whether somebody who may be logged in has this role, or is a `VISITOR`."""
    if role == VISITOR:
        return not getattr(user, "is_authenticated", False)
    return getattr(user, "is_active", False) and getattr(user, "role", "") == role


def may(permission: Permission, user: object, thing: object = None) -> bool:
    """Whether the table lets a user do this with a thing."""
    role = getattr(user, "role", "") if getattr(user, "is_authenticated", False) else VISITOR
    extents = permission.extents.get(role, ())
    if not extents or not has_role(user, role):
        return False
    if Extent.ALL in extents:
        return True
    return thing is not None and any(_tells[permission.thing, extent](user, thing) for extent in extents)


def can_ever(name: str, user: object) -> bool:
    """Whether there is anything that the table lets a user do this with. A superuser may do everything."""
    if getattr(user, "is_active", False) and getattr(user, "is_superuser", False):
        return True
    role = getattr(user, "role", "") if getattr(user, "is_authenticated", False) else VISITOR
    return has_role(user, role) and role in _by_name[name].extents


def _predicate(permission: Permission) -> rules.Predicate:
    @rules.predicate(name=permission.name)
    def is_allowed(user: object, thing: object = None) -> bool:
        return may(permission, user, thing)

    return is_allowed


_by_name: Final = {permission.name: permission for permission in PERMISSIONS}
for _permission in PERMISSIONS:
    rules.add_perm(_permission.name, _predicate(_permission))
