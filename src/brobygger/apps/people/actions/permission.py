"""Who may change a candidate."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from brobygger.apps.people.models import Candidate

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


def check_may_change(*, candidate: Candidate, by: User | None) -> None:
    """
    Raises:
        PermissionDenied: `by` is a person who may not change this candidate; a command without a person may.
    """
    if by is not None and not by.has_perm("people.change_candidate", candidate):
        raise PermissionDenied(f"{by} may not change {candidate}.")
