"""Somebody takes along what is kept of them."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied
from django.db import transaction

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.queries import Held, held_of, person

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def export_own_data(*, user: User, by: User | None, at: dt.datetime) -> list[Held]:
    """
    All that is kept of a user.

    Raises:
        PermissionDenied: `by` is a person and not the user.
    """
    if by is not None and by.pk != user.pk:
        raise PermissionDenied(f"{by} may not take along the data of {user}.")
    held = list(held_of(person(user_id=user.pk)))
    record(action="base.export_own_data", subject=user, by=by, at=at, changes={})
    return held
