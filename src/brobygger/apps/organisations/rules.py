"""How one tells which organisations a permission extends to; who has it stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.organisations.enums import WRITERS, ContactRight

if TYPE_CHECKING:
    from collections.abc import Iterable

    from brobygger.apps.base.models import User
    from brobygger.apps.organisations.models import Organisation


def speaks_for(user: User, organisation: Organisation) -> bool:
    return user.pk is not None and organisation.contacts.filter(pk=user.pk).exists()


def writes_for(user: User, organisation: Organisation) -> bool:
    return _has_right(user, organisation, WRITERS)


def manages(user: User, organisation: Organisation) -> bool:
    return _has_right(user, organisation, (ContactRight.MANAGE,))


def _has_right(user: User, organisation: Organisation, rights: Iterable[ContactRight]) -> bool:
    return (
        user.pk is not None
        and organisation.contacts.filter(
            pk=user.pk, contact_rights__organisation=organisation, contact_rights__right__in=rights
        ).exists()
    )


tell(Thing.ORGANISATION, Extent.OWN, speaks_for)
tell(Thing.ORGANISATION, Extent.WRITTEN, writes_for)
tell(Thing.ORGANISATION, Extent.MANAGED, manages)
