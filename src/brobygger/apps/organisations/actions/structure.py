"""Sites of an organisation, roles of persons over time, and how it belongs to others."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, TypeAlias

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.enums import WITHOUT_CIRCLES, RelationKind, RoleKind
from brobygger.apps.organisations.models import Organisation, OrganisationRelation, OrganisationRole, Site

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

Edge: TypeAlias = tuple[int, int, dt.date | None, dt.date | None]
"""From one organisation to another, on the days from – until; None: without an end."""
MAY: Final = "organisations.change_organisation"


@dataclass(frozen=True, slots=True)
class SiteDetails:
    """A place where an organisation works; empty or None: not known. `country`: ISO 3166-1."""

    name: str
    country: str
    address: str = ""
    postal_code: str = ""
    place_name: str = ""
    municipality: str = ""
    from_date: dt.date | None = None


@dataclass(frozen=True, slots=True)
class RoleDetails:
    """Who is what in an organisation; None: until further notice."""

    person_name: str
    kind: RoleKind
    from_date: dt.date
    until_date: dt.date | None = None
    title: str = ""
    email: str = ""


@transaction.atomic
def add_site(*, organisation: Organisation, details: SiteDetails, by: User | None, at: dt.datetime) -> Site:
    """
    Add a site.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be.
    """
    check_may(by, MAY, organisation)
    site = Site(organisation=organisation, **asdict(details))
    site.full_clean()
    site.save()
    _note("add_site", organisation, {"site": site.pk}, by, at)
    return site


@transaction.atomic
def close_site(
    *, organisation: Organisation, site_id: int, until: dt.date, by: User | None, at: dt.datetime
) -> Site:
    """
    Say until when an organisation works at a site.

    Raises:
        PermissionDenied: `by` may not.
        Site.DoesNotExist: the organisation has no such site.
        ValidationError: it would end before it starts.
    """
    check_may(by, MAY, organisation)
    site = Site.objects.select_for_update(of=("self",)).get(pk=site_id, organisation=organisation)
    site.until_date = until
    site.full_clean()
    site.save(update_fields=["until_date"])
    _note("close_site", organisation, {"site": site.pk, "until": until.isoformat()}, by, at)
    return site


@transaction.atomic
def add_role(
    *, organisation: Organisation, details: RoleDetails, by: User | None, at: dt.datetime
) -> OrganisationRole:
    """
    Note who is what in an organisation. It gives no rights.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be.
    """
    check_may(by, MAY, organisation)
    role = OrganisationRole(organisation=organisation, noted_at=at, **asdict(details))
    role.full_clean()
    role.save()
    _note("add_role", organisation, {"role": role.pk, "kind": role.kind}, by, at)
    return role


@transaction.atomic
def end_role(
    *, organisation: Organisation, role_id: int, until: dt.date, by: User | None, at: dt.datetime
) -> OrganisationRole:
    """
    Say until when somebody had a role. The name goes two years later.

    Raises:
        PermissionDenied: `by` may not.
        OrganisationRole.DoesNotExist: the organisation has no such role.
        ValidationError: it would end before it starts.
    """
    check_may(by, MAY, organisation)
    roles = OrganisationRole.objects.select_for_update(of=("self",))
    role = roles.get(pk=role_id, organisation=organisation)
    role.until_date, role.noted_at = until, at
    role.full_clean()
    role.save(update_fields=["until_date", "noted_at"])
    _note("end_role", organisation, {"role": role.pk, "until": until.isoformat()}, by, at)
    return role


@transaction.atomic
def add_relation(
    *,
    organisation: Organisation,
    kind: RelationKind,
    other: Organisation,
    from_date: dt.date | None = None,
    until_date: dt.date | None = None,
    by: User | None,
    at: dt.datetime,
) -> OrganisationRelation:
    """
    Say how an organisation belongs to another one.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: it is there for these days already, or an organisation would be part of itself or own itself.
    """
    check_may(by, MAY, organisation)
    relation = OrganisationRelation(
        organisation=organisation, kind=kind, other=other, from_date=from_date, until_date=until_date
    )
    relation.full_clean()
    with all_rows():  # a circle may lead through organisations that `by` does not see
        known = OrganisationRelation.objects.select_for_update(of=("self",)).filter(kind=kind)
        edges = list(known.order_by("pk").values_list("organisation", "other", "from_date", "until_date"))
    new = (organisation.pk, other.pk, from_date, until_date)
    if any(one[:2] == new[:2] and _shared(one[2:], new[2:]) for one in edges):
        raise ValidationError(_("This relation is there already for these days."))
    if kind in WITHOUT_CIRCLES and closes_circle(new, edges):
        raise ValidationError(
            _("This closes a circle: %(organisation)s would be part of itself, or own itself.")
            % {"organisation": organisation}
        )
    relation.save()
    changes = {"relation": relation.pk, "kind": kind, "other": other.pk}
    _note("add_relation", organisation, changes, by, at)
    return relation


@transaction.atomic
def end_relation(
    *, organisation: Organisation, relation_id: int, until: dt.date, by: User | None, at: dt.datetime
) -> OrganisationRelation:
    """
    Say until when an organisation belonged to another one.

    Raises:
        PermissionDenied: `by` may not.
        OrganisationRelation.DoesNotExist: the organisation has no such relation.
        ValidationError: it would end before it starts, or later than it did: what ended begins anew as another one.
    """
    check_may(by, MAY, organisation)
    relations = OrganisationRelation.objects.select_for_update(of=("self",))
    relation = relations.get(pk=relation_id, organisation=organisation)
    if relation.until_date is not None and until > relation.until_date:
        raise ValidationError(_("This relation ended before. Add another one for the time after it."))
    relation.until_date = until
    relation.full_clean()
    relation.save(update_fields=["until_date"])
    changes = {"relation": relation.pk, "until": until.isoformat()}
    _note("end_relation", organisation, changes, by, at)
    return relation


def closes_circle(new: Edge, edges: Iterable[Edge]) -> bool:
    """
    Whether a new edge closes a circle whose edges all hold on one same day.

    A walk from the end of the new edge back to its start, with the days that all edges so far share: these only become
    fewer, so each organisation is walked from again only for days that no earlier walk had.
    """
    start, end, *days = new
    onward = defaultdict(list)
    for one, other, since, until in edges:
        onward[one].append((other, (since, until)))
    walks: list[tuple[int, Sequence[dt.date | None]]] = [(end, days)]
    seen: dict[int, list[Sequence[dt.date | None]]] = defaultdict(list)
    while walks:
        at, held = walks.pop()
        if at == start:
            return True
        if any(_covers(before, held) for before in seen[at]):
            continue
        seen[at].append(held)
        for other, its in onward[at]:
            shared = _shared(held, its)
            if shared:
                walks.append((other, shared))
    return False


def _shared(one: Sequence[dt.date | None], other: Sequence[dt.date | None]) -> Sequence[dt.date | None]:
    """The days of two spans; empty: none."""
    since = max((day for day in (one[0], other[0]) if day), default=None)
    until = min((day for day in (one[1], other[1]) if day), default=None)
    return () if since and until and since > until else (since, until)


def _covers(one: Sequence[dt.date | None], other: Sequence[dt.date | None]) -> bool:
    starts = one[0] is None or (other[0] is not None and one[0] <= other[0])
    ends = one[1] is None or (other[1] is not None and one[1] >= other[1])
    return starts and ends


def _note(
    name: str, organisation: Organisation, changes: dict[str, object], by: User | None, at: dt.datetime
) -> None:
    record(action=f"organisations.{name}", subject=organisation, by=by, at=at, changes=changes)
