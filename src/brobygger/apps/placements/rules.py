"""How one tells whose an agreement is; who may do what with it stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.organisations.rules import speaks_for, writes_for
from brobygger.apps.programmes.rules import leads

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.placements.models import Agreement


def is_side_of(user: User, agreement: Agreement) -> bool:
    """The candidate, or somebody who speaks for the company or the university."""
    if user.pk is None:
        return False
    return (
        agreement.candidate.user_id == user.pk
        or speaks_for(user, agreement.organisation)
        or (agreement.institution is not None and speaks_for(user, agreement.institution))
    )


def is_written_by(user: User, agreement: Agreement) -> bool:
    return writes_for(user, agreement.organisation)


def is_of_led_programme(user: User, agreement: Agreement) -> bool:
    return agreement.programme is not None and leads(user, agreement.programme)


tell(Thing.AGREEMENT, Extent.OWN, is_side_of)
tell(Thing.AGREEMENT, Extent.WRITTEN, is_written_by)
tell(Thing.AGREEMENT, Extent.LED, is_of_led_programme)
