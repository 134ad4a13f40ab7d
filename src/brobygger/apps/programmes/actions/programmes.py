"""What is done with a programme."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.enums import ProgrammeKind
from brobygger.apps.programmes.models import Partnership, Programme, ProgrammeTarget
from brobygger.core.matching import Weights

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@dataclass(frozen=True, slots=True)
class TargetDetails:
    """An aim by language code, and its number where the programme set one."""

    label: Mapping[str, str]
    number: Decimal | None = None
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ProgrammeDetails:
    """What is known of a programme; `description` by language code."""

    name: str
    owner: str
    kind: ProgrammeKind
    start_date: dt.date | None = None
    end_date: dt.date | None = None
    description: Mapping[str, str] = field(default_factory=dict)
    targets: tuple[TargetDetails, ...] = ()


@transaction.atomic
def save_programme(*, code: str, details: ProgrammeDetails, by: User | None, at: dt.datetime) -> Programme:
    """
    Add a programme with its targets, or replace what is known of the one with this code. Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: a field that cannot be; the message says what would be right.
    """
    known = Programme.objects.select_for_update().filter(code=code).first()
    check_may(by, "programmes.change_programme", known)
    if known and _details_of(known) == details:
        return known
    programme = known or Programme(code=code)
    programme.name, programme.owner, programme.kind = details.name, details.owner, details.kind
    programme.start_date, programme.end_date = details.start_date, details.end_date
    programme.description = dict(details.description)
    programme.full_clean()
    programme.save()
    programme.targets.all().delete()
    ProgrammeTarget.objects.bulk_create(
        ProgrammeTarget(
            programme=programme, position=position, label=dict(one.label), number=one.number, unit=one.unit
        )
        for position, one in enumerate(details.targets, 1)
    )
    changes = {"name": details.name, "targets": len(details.targets)}
    record(action="programmes.save_programme", subject=programme, by=by, at=at, changes=changes)
    return programme


@transaction.atomic
def add_members(
    *,
    programme: Programme,
    candidates: Iterable[Candidate] = (),
    organisations: Iterable[Organisation] = (),
    by: User | None,
    at: dt.datetime,
) -> None:
    """
    Let candidates and organisations take part in a programme. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "programmes.change_programme", programme)
    people = {one.pk for one in candidates} - set(programme.candidates.values_list("pk", flat=True))
    companies = {one.pk for one in organisations} - set(programme.organisations.values_list("pk", flat=True))
    if people or companies:
        programme.candidates.add(*people)
        programme.organisations.add(*companies)
        changes = {"candidates": sorted(people), "organisations": sorted(companies)}
        record(action="programmes.add_members", subject=programme, by=by, at=at, changes=changes)


@transaction.atomic
def set_partner(
    *, programme: Programme, organisation: Organisation, is_lead: bool, by: User | None, at: dt.datetime
) -> Partnership:
    """
    Let an organisation carry a programme, as lead or as partner: those who speak for it see the programme's records.

    Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "programmes.set_partners", programme)
    known = Partnership.objects.select_for_update().filter(programme=programme, organisation=organisation)
    before = known.first()
    if before and before.is_lead == is_lead:
        return before
    partnership = before or Partnership(programme=programme, organisation=organisation)
    partnership.is_lead = is_lead
    partnership.save()
    changes = {"organisation": organisation.pk, "is_lead": is_lead}
    record(action="programmes.set_partner", subject=programme, by=by, at=at, changes=changes)
    return partnership


@transaction.atomic
def remove_partner(
    *, programme: Programme, organisation: Organisation, by: User | None, at: dt.datetime
) -> None:
    """
    Let an organisation no longer carry a programme. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "programmes.set_partners", programme)
    removed, _tables = Partnership.objects.filter(programme=programme, organisation=organisation).delete()
    if removed:
        changes = {"organisation": organisation.pk}
        record(action="programmes.remove_partner", subject=programme, by=by, at=at, changes=changes)


@transaction.atomic
def set_approval(*, programme: Programme, asks: bool, by: User | None, at: dt.datetime) -> Programme:
    """
    Say whether somebody of the programme approves each opportunity before its candidates see it. Repeating it changes
    nothing; what was decided before stands.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "programmes.change_programme", programme)
    before, programme.approves_opportunities = programme.approves_opportunities, asks
    if before != asks:
        programme.save(update_fields=["approves_opportunities"])
        changes = {"approves_opportunities": [before, asks]}
        record(action="programmes.set_approval", subject=programme, by=by, at=at, changes=changes)
    return programme


@transaction.atomic
def set_weights(
    *, programme: Programme, points: Mapping[str, int], by: User | None, at: dt.datetime
) -> Programme:
    """
    Change how much each part of a score counts in this programme; parts left out count as usual.

    Raises:
        PermissionDenied: `by` may not.
        ValueError: a name that is no part, or points out of range; the message says what is accepted.
    """
    check_may(by, "programmes.change_weights", programme)
    Weights.from_mapping(points)
    before, programme.weights = programme.weights, dict(points)
    if before != programme.weights:
        programme.save(update_fields=["weights"])
        changes = {"weights": [before, programme.weights]}
        record(action="programmes.set_weights", subject=programme, by=by, at=at, changes=changes)
    return programme


def _details_of(programme: Programme) -> ProgrammeDetails:
    return ProgrammeDetails(
        name=programme.name,
        owner=programme.owner,
        kind=ProgrammeKind(programme.kind),
        start_date=programme.start_date,
        end_date=programme.end_date,
        description=programme.description,
        targets=tuple(TargetDetails(one.label, one.number, one.unit) for one in programme.targets.all()),
    )
