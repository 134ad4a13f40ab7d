"""A company is suspended: its agreements and placements stay, for they are about somebody's work; people look at each."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.organisations.actions.suspension import Item, Part, takes_part
from brobygger.apps.organisations.enums import WhenSuspended
from brobygger.apps.placements.enums import GOING_ON, AgreementState
from brobygger.apps.placements.models import Agreement

if TYPE_CHECKING:
    from brobygger.apps.organisations.models import Organisation


def _agreements(organisation: Organisation, at: dt.datetime, is_locked: bool) -> list[Agreement]:
    found = Agreement.objects.filter(
        Q(state=AgreementState.WAITING) | Q(placement__state__in=GOING_ON), organisation=organisation
    )
    return list(found.select_related("candidate").order_by("pk"))


def _agreement(one: Agreement) -> Item:
    return Item(one.pk, str(one.candidate))


takes_part(
    Part(
        "placements.agreement",
        _("Agreements and placements that are not over"),
        WhenSuspended.STAYS,
        Agreement,
        _agreements,
        _agreement,
    )
)
