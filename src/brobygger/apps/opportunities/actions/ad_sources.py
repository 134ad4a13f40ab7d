"""A source of open ads is set, switched on and off, and asked for at once."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import get_language

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.actions.opportunities import close_opportunity
from brobygger.apps.opportunities.enums import AdService, OpportunityState
from brobygger.apps.opportunities.models import AdSource
from brobygger.data.fetching import FetchError, checked
from brobygger.data.sealed import seal

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

MAY = "opportunities.manage_ad_sources"


@dataclass(frozen=True, slots=True)
class AdSourceDetails:
    """
    What a source is.

    Args:
        words: between commas: an ad is taken if one of them occurs in it; empty: every ad.
        country: of employers where an ad names none, ISO 3166-1.
        token: a key of the service; None: the one that is there stays.
        programme_id: whose opportunities the ads become; None: nobody's in particular.
    """

    name: str
    service: AdService
    address: str
    country: str
    licence: str
    words: str = ""
    token: str | None = field(default=None, repr=False)
    programme_id: int | None = None
    every_hours: int = 24
    most_ads: int = 500


@transaction.atomic
def save_ad_source(
    *, source: AdSource | None = None, details: AdSourceDetails, by: User | None, at: dt.datetime
) -> AdSource:
    """
    Set a source, or change one. A new one is off: nothing is fetched before somebody switches it on.

    Another address, kind or other words make the next fetch begin from the beginning.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be; the message says what would be right.
    """
    check_may(by, MAY)
    try:
        checked(details.address, allow_loopback=settings.FETCH_FROM_LOOPBACK)
    except FetchError as error:
        raise ValidationError({"address": error.message(get_language() or "en")}) from error
    row = AdSource.objects.select_for_update().get(pk=source.pk) if source else AdSource()
    columns = {name: value for name, value in asdict(details).items() if name != "token"}
    before = {name: getattr(row, name) for name in columns}
    changes = {name: value for name, value in columns.items() if before[name] != value}
    for name, value in columns.items():
        setattr(row, name, value)
    if details.token is not None:
        row.token = seal(details.token, settings.ENCRYPTION_KEYS) if details.token else ""
        changes["token"] = bool(details.token)
    if row.pk and not changes:
        return row
    if {"address", "service", "words"} & changes.keys():
        row.state = {}
    row.set_at, row.set_by = at, by
    row.full_clean(exclude=("state",))
    row.save()
    record(action="opportunities.save_ad_source", subject=row, by=by, at=at, changes=changes)
    return row


@transaction.atomic
def switch_ad_source(*, source: AdSource, is_on: bool, by: User | None, at: dt.datetime) -> int:
    """
    Fetch a source from now on, or no more: then its ads are closed, for nobody would learn that one is gone.

    Returns:
        How many were closed.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, MAY)
    row = AdSource.objects.select_for_update().get(pk=source.pk)
    if row.is_on == is_on:
        return 0
    row.is_on, row.state, row.asked_at = is_on, {}, None
    row.save(update_fields=["is_on", "state", "asked_at"])
    closed = 0
    if not is_on:
        for ad in row.ads.filter(gone_at=None).select_related("opportunity"):
            if ad.opportunity.state == OpportunityState.OPEN:
                close_opportunity(opportunity=ad.opportunity, by=None, at=at)
                closed += 1
            ad.gone_at = at
            ad.save(update_fields=["gone_at"])
    changes = {"is_on": is_on, "closed": closed}
    record(action="opportunities.switch_ad_source", subject=row, by=by, at=at, changes=changes)
    return closed


@transaction.atomic
def ask_for_ads(*, source: AdSource, by: User | None, at: dt.datetime) -> None:
    """
    Ask for a fetch: the next `brobygger fetch-ads` does it. A source that is off stays so.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, MAY)
    row = AdSource.objects.select_for_update().get(pk=source.pk)
    if not row.is_on or row.asked_at:
        return
    row.asked_at = at
    row.save(update_fields=["asked_at"])
    record(action="opportunities.ask_for_ads", subject=row, by=by, at=at, changes={})
