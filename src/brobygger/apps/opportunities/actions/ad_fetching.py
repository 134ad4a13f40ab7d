"""Open ads are fetched from a source: new ones are added, changed ones changed, and those that are gone closed."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Q
from django.utils.text import slugify

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.opportunities.actions.ad_sources import MAY
from brobygger.apps.opportunities.actions.opportunities import (
    EmptyText,
    NotAccepted,
    close_opportunity,
    open_opportunity,
    save_opportunity_from_text,
)
from brobygger.apps.opportunities.enums import OpportunityState
from brobygger.apps.opportunities.models import AdFetch, AdSource, FetchedAd
from brobygger.apps.organisations.actions import OrganisationDetails, save_organisation
from brobygger.apps.organisations.actions.register_numbers import plain_number
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import number_key
from brobygger.core.duplicates import folded_name
from brobygger.data.fetching import (
    Ad,
    Client,
    Event,
    FetchError,
    Gone,
    Mark,
    PassedOver,
    Refused,
    Service,
    ServiceKind,
    Whole,
    fetch,
)
from brobygger.data.sealed import SealBroken, unseal

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.data.documents import Problem

LONGEST_FETCH: Final = dt.timedelta(hours=6)  # after which one that never ended is taken for broken off
MOST_REFUSALS: Final = 200  # kept of one fetch; all are counted
KEPT_FETCHES: Final = 30  # of one source


class FetchUnderWay(Exception):
    """The source is being fetched already, or is off."""


@all_rows()  # an ad may be of an organisation that whoever asked does not see
def fetch_ads(*, source: AdSource, client: Client, by: User | None, at: dt.datetime) -> AdFetch:
    """
    Fetch a source. The same ad again changes nothing; what was stored before it broke off holds, and is not fetched again.

    Raises:
        PermissionDenied: `by` may not.
        FetchUnderWay: it is being fetched, or is off.
    """
    check_may(by, MAY)
    free = Q(fetching_since=None) | Q(fetching_since__lt=at - LONGEST_FETCH)
    if not AdSource.objects.filter(free, pk=source.pk, is_on=True).update(fetching_since=at):
        raise FetchUnderWay(source.name)
    source = AdSource.objects.select_related("programme").get(pk=source.pk)
    told = AdFetch.objects.create(source=source, begun_at=at)
    keeper = _Keeper(source, told, at)
    problem: FetchError | None = FetchError("crashed")
    try:
        for event in fetch(client, _service(source), source.state, at):
            keeper.keep(event)
        problem = keeper.problem
    except FetchError as error:
        problem = error
    except SealBroken:  # the installation has other keys since: the service's has to be written once more
        problem = FetchError("no_token")
    finally:
        _end(source, told, keeper, problem, by, at)
    return told


def _service(source: AdSource) -> Service:
    words = tuple(filter(None, (one.strip() for one in source.words.replace("\n", ",").split(","))))
    return Service(
        ServiceKind(source.service),
        source.address,
        words,
        unseal(source.token, settings.ENCRYPTION_KEYS),
        source.country,
    )


@transaction.atomic
def _end(
    source: AdSource,
    told: AdFetch,
    keeper: _Keeper,
    problem: FetchError | None,
    by: User | None,
    at: dt.datetime,
) -> None:
    told.ended_at, told.counts, told.refusals = at, dict(keeper.counts), keeper.refusals
    if problem is not None:
        told.problem = {"key": problem.key, "parameters": problem.parameters}
    told.save()
    source.fetching_since = source.asked_at = None
    source.fetched_at = at
    source.save(update_fields=["fetching_since", "asked_at", "fetched_at"])
    old = source.fetches.order_by("-begun_at", "-pk").values_list("pk", flat=True)[KEPT_FETCHES:]
    AdFetch.objects.filter(pk__in=list(old)).delete()
    changes = {"counts": told.counts, "problem": told.problem.get("key", "")}
    record(action="opportunities.fetch_ads", subject=source, by=by, at=at, changes=changes)


class _Keeper:
    """Stores what a service tells, one ad in one transaction."""

    def __init__(self, source: AdSource, told: AdFetch, at: dt.datetime) -> None:
        self.source, self.told, self.at = source, told, at
        self.counts: Counter[str] = Counter()
        self.refusals: list[dict[str, Any]] = []
        self.problem: FetchError | None = None
        self.employers = _Employers()
        self.live = source.ads.filter(gone_at=None).count()

    def keep(self, event: Event) -> None:
        match event:
            case Ad():
                self._keep_ad(event)
            case Gone(key):
                self._close(self.source.ads.filter(key=key))
            case Whole(keys):
                self._close_others(keys)
            case Refused(key, problem):
                self._refuse(key, problem)
            case PassedOver():
                self.counts["passed"] += 1
            case Mark(state):
                self.source.state = state
                self.source.save(update_fields=["state"])

    def _keep_ad(self, ad: Ad) -> None:
        try:
            with transaction.atomic():
                self._save(ad)
        except EmptyText:
            self._refuse(ad.key, FetchError("no_text"))
        except NotAccepted:
            self._refuse(ad.key, FetchError("not_accepted", organisation=ad.document.employer or ""))
        except FetchError as error:
            self._refuse(ad.key, error)

    def _save(self, ad: Ad) -> None:
        source, document = self.source, ad.document
        known = FetchedAd.objects.select_related("opportunity__organisation").filter(
            family=source.family, key=ad.key
        )
        fetched = known.first()
        if (fetched is None or fetched.gone_at) and self.live >= source.most_ads:
            raise FetchError("enough", limit=source.most_ads)
        organisation = self.employers.found(ad, source.country, self.at)
        opportunity = save_opportunity_from_text(
            organisation=organisation,
            text=document.text,
            title=document.title or "",
            code=_code(source.family, ad.key),
            programme=source.programme,
            date_posted=document.published or (fetched.opportunity.date_posted if fetched else None),
            state=OpportunityState.OPEN,
            declared=document.declared,
            by=None,
            at=self.at,
        )
        is_back = bool(fetched and fetched.gone_at)
        if is_back and opportunity.state == OpportunityState.CLOSED:
            opportunity = open_opportunity(opportunity=opportunity, by=None, at=self.at)
        said = {
            "source": (fetched.source if fetched and fetched.source_id else None) or source,
            "opportunity": opportunity,
            "source_name": source.name,
            "licence": source.licence,
            "address": ad.address,
            "seen_at": self.at,
            "gone_at": None,
        }
        FetchedAd.objects.update_or_create(family=source.family, key=ad.key, defaults=said)
        self.live += fetched is None or is_back
        if fetched is None:
            self.counts["new"] += 1
        else:
            is_changed = is_back or opportunity.changed_at == self.at
            self.counts["changed" if is_changed else "unchanged"] += 1

    def _close_others(self, keys: frozenset[str]) -> None:
        """All that the service has is known: what is not among it is gone. An answer of nothing may be a mistake."""
        there = self.source.ads.filter(gone_at=None)
        if not keys:
            if there.exists():
                self.problem = FetchError("empty", host=self.source.host)
            return
        gone = [pk for pk, key in there.values_list("pk", "key") if key not in keys]
        for start in range(0, len(gone), 500):
            self._close(self.source.ads.filter(pk__in=gone[start : start + 500]))

    def _close(self, ads: Any) -> None:
        for ad in ads.filter(gone_at=None).select_related("opportunity"):
            with transaction.atomic():
                if ad.opportunity.state == OpportunityState.OPEN:
                    close_opportunity(opportunity=ad.opportunity, by=None, at=self.at)
                ad.gone_at = self.at
                ad.save(update_fields=["gone_at"])
            self.live -= 1
            self.counts["gone"] += 1

    def _refuse(self, key: str, problem: Problem | FetchError) -> None:
        self.counts["refused"] += 1
        if len(self.refusals) < MOST_REFUSALS:
            is_fetch = isinstance(problem, FetchError)
            self.refusals.append(
                {
                    "ad": key,
                    "of": "fetching" if is_fetch else "documents",
                    "key": problem.key if isinstance(problem, FetchError) else problem.message_key,
                    "parameters": dict(problem.parameters),
                }
            )


class _Employers:
    """The organisations of the installation by number and by name; one that is not there is added."""

    def __init__(self) -> None:
        self.by_number: dict[str, int] = {}
        self.by_name: dict[tuple[str, str], int] = {}
        rows = Organisation.objects.order_by("-pk").values_list("pk", "name", "country", "registered_number")
        for pk, name, country, number in rows:
            self.by_name[country, folded_name(name)] = pk
            if key := number_key(country, number):
                self.by_number[key] = pk

    def found(self, ad: Ad, home: str, at: dt.datetime) -> Organisation:
        country, name = home, (ad.document.employer or "").strip()[:200]
        number = _number(home, ad.number)
        key, by_name = number_key(home, number), (country, folded_name(name))
        pk = self.by_number.get(key) if key else None
        if pk is None:
            pk = self.by_name.get(by_name)
        if pk is not None:
            return Organisation.objects.get(pk=pk)
        details = OrganisationDetails(name=name, country=country, registered_number=number)
        organisation = save_organisation(code=_employer_code(country, name), details=details, by=None, at=at)
        self.by_name[by_name] = organisation.pk
        if key:
            self.by_number[key] = organisation.pk
        return organisation


def _number(country: str, number: str) -> str:
    """A number of the register; what is none is left out, for the employer is what matters."""
    try:
        return plain_number(country, number)[:20]
    except ValidationError:
        return ""


def _code(family: str, key: str) -> str:
    """The name of an ad among all opportunities."""
    return f"fetched-{hashlib.sha256(f'{family} {key}'.encode()).hexdigest()[:40]}"


def _employer_code(country: str, name: str) -> str:
    """The name of an employer among all organisations: readable, and the same each time."""
    letters = name.casefold().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    mark = hashlib.sha256(f"{country} {folded_name(name)}".encode()).hexdigest()[:8]
    return f"{slugify(letters)[:45].strip('-') or 'employer'}-{mark}"
