"""Target lists, and companies that are never called."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.db import transaction
from django.db.models import Q

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.enums import Engagement
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.organisations.queries import number_key
from brobygger.apps.outreach.enums import STILL_TO_CALL, CallState, VisitState
from brobygger.apps.outreach.models import Call, NoCall, RegisteredCompany, Target, TargetList, Visit
from brobygger.apps.programmes.models import Programme
from brobygger.core.targeting import Company, Criteria, Part, score_company, unmatched_branches

PARTNERS: Final = (Engagement.OFFERING, Engagement.HOSTING, Engagement.PARTNER)
"""How far an organisation has come that no agency calls any more."""
LEFT_ALONE: Final = dt.timedelta(days=730)
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Wanted:
    """
    What a list looks for, see `core.targeting.Criteria`.

    Args:
        countries: ISO 3166-1; empty: all.
        points: by part; a part that is left out counts as usual.
    """

    sizes: tuple[str, ...] = ("small", "medium")
    branches: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    only_branches: bool = False
    only_places: bool = False
    points: Mapping[str, int] = field(default_factory=dict)

    def criteria(self) -> Criteria:
        points = {Part(name): value for name, value in self.points.items()}
        return Criteria(self.sizes, self.branches, self.places, self.only_branches, self.only_places, points)

    def stored(self) -> dict[str, Any]:
        return {
            "sizes": list(self.sizes),
            "branches": list(self.branches),
            "places": list(self.places),
            "countries": list(self.countries),
            "only_branches": self.only_branches,
            "only_places": self.only_places,
            "points": dict(self.points),
        }


class NoCompanies(Exception):
    """No extract of a register has been imported for these countries."""


@transaction.atomic
@all_rows()  # whom one may not call is decided by what every programme knows
def make_target_list(
    *, programme: Programme, name: str, wanted: Wanted, by: User | None, at: dt.datetime
) -> TargetList:
    """
    Score every company of the registers, and say of each that is left out why. A list of this name is made anew.

    Raises:
        PermissionDenied: `by` may not.
        NoCompanies: there is nothing to choose from.
        ValidationError: a list without a name.
    """
    check_may(by, "outreach.make_targets", programme)
    companies = RegisteredCompany.objects.order_by("pk")
    if wanted.countries:
        companies = companies.filter(country__in=wanted.countries)
    rows = list(companies)
    if not rows:
        raise NoCompanies(", ".join(wanted.countries))
    criteria = wanted.criteria()
    known = TargetList.objects.select_for_update().filter(programme=programme, name=name).first()
    made = known or TargetList(programme=programme, name=name)
    made.criteria, made.made_at, made.made_by = wanted.stored(), at, by
    made.warnings = list(unmatched_branches(criteria, (one.industry_code for one in rows)))
    made.full_clean(exclude=["warnings"])
    made.save()
    made.targets.all().delete()
    facts = _Facts(programme, at)
    Target.objects.bulk_create(
        (_target(made, one, facts.company(one), criteria) for one in rows), batch_size=AT_ONCE
    )
    changes = {"companies": len(rows), "warnings": len(made.warnings)}
    record(action="outreach.make_target_list", subject=made, by=by, at=at, changes=changes)
    return made


@transaction.atomic
@all_rows()  # it holds for every programme and batch
def note_no_call(
    *, country: str, number: str, name: str, reason: str = "", by: User | None, at: dt.datetime
) -> NoCall:
    """
    Never call a company again, for whichever programme. It leaves every batch. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no country, number or name.
    """
    check_may(by, "outreach.note_no_call")
    return put_on_no_call_list(country=country, number=number, name=name, reason=reason, by=by, at=at)


def put_on_no_call_list(
    *, country: str, number: str, name: str, reason: str, by: User | None, at: dt.datetime
) -> NoCall:
    """As `note_no_call`, for an action that has asked for a permission of its own."""
    known = next(
        (
            one
            for one in NoCall.objects.filter(country=country)
            if number_key(country, one.number) == number_key(country, number)
        ),
        None,
    )
    if known:
        return known
    noted = NoCall(
        country=country, number=number, name=name, reason=reason.strip()[:300], noted_at=at, noted_by=by
    )
    noted.full_clean()
    noted.save()
    calls = Call.objects.filter(company__country=country, company__number=number, state__in=STILL_TO_CALL)
    calls.update(state=CallState.NO_CALL, changed_at=at)
    record(action="outreach.note_no_call", subject=noted, by=by, at=at, changes={"country": country})
    return noted


class _Facts:
    """What the product knows of companies, found once for all of them."""

    def __init__(self, programme: Programme, at: dt.datetime) -> None:
        self.no_call = {number_key(*row) for row in NoCall.objects.values_list("country", "number")}
        numbered = Organisation.objects.exclude(registered_number="")
        keys = {pk: number_key(country, number) for pk, country, number in _numbers(numbered)}
        partners = numbered.filter(Q(engagement__in=PARTNERS) | Q(partnerships__programme=programme))
        self.partners = {keys[pk] for pk in partners.values_list("pk", flat=True)}
        visits = Visit.objects.filter(programme=programme).exclude(state=VisitState.CANCELLED)
        since = (at - LEFT_ALONE).date()
        self.visited, self.recent = set[str](), set[str]()
        for pk, day in visits.values_list("organisation", "visited_on"):
            if pk in keys:
                self.visited.add(keys[pk])
                if day >= since:
                    self.recent.add(keys[pk])
        calls = Call.objects.filter(batch__closed_at=None, state__in=STILL_TO_CALL)
        self.in_batch = set(calls.values_list("company", flat=True))

    def company(self, one: RegisteredCompany) -> Company:
        key = number_key(one.country, one.number)
        return Company(
            size=one.size_class,
            industry_code=one.industry_code,
            is_exporter=one.is_exporter,
            places=tuple(filter(None, (one.municipality, one.region))),
            is_partner=key in self.partners,
            is_on_no_call_list=key in self.no_call,
            is_protected=one.is_protected,
            is_active=one.is_active,
            is_in_a_batch=one.pk in self.in_batch,
            was_visited=key in self.visited,
            is_recent=key in self.recent,
        )


def _numbers(organisations: Any) -> Sequence[tuple[int, str, str]]:
    return list(organisations.values_list("pk", "country", "registered_number"))


def _target(made: TargetList, one: RegisteredCompany, company: Company, criteria: Criteria) -> Target:
    scored = score_company(company, criteria)
    parts = [[part, result, points, criteria.most(part)] for part, result, points in scored.parts]
    return Target(
        target_list=made, company=one, score=scored.score, parts=parts, excluded=scored.excluded or ""
    )
