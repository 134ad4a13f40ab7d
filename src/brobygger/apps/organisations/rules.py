"""How one tells which organisations a permission extends to; who has it stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation


def speaks_for(user: User, organisation: Organisation) -> bool:
    return user.pk is not None and organisation.contacts.filter(pk=user.pk).exists()


tell(Thing.ORGANISATION, Extent.OWN, speaks_for)
