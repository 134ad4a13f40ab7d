"""How one tells which candidates a permission extends to; who has it stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.people.models import Candidate


def is_oneself(user: User, candidate: Candidate) -> bool:
    return user.pk is not None and candidate.user_id == user.pk


def shows_itself(user: User, candidate: Candidate) -> bool:
    """
    The candidate lets all companies see the anonymous profile, or those of a programme that both take part in; the
    company was looked at and accepted.
    """
    if not user.organisations.filter(state="accepted").exists():
        return False
    if candidate.visible_to_companies_at is not None:
        return True
    shared = candidate.programmes.filter(organisations__contacts=user).order_by()
    return candidate.showings.filter(programme_code__in=shared.values("code")).exists()


tell(Thing.CANDIDATE, Extent.OWN, is_oneself)
tell(Thing.CANDIDATE, Extent.SHOWN, shows_itself)
