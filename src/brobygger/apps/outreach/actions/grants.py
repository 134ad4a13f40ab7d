"""Grants that extend or anchor a programme, and what they ask for."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict, dataclass
from decimal import Decimal

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import User
from brobygger.apps.base.rules import check_may
from brobygger.apps.outreach.enums import GrantPurpose, GrantState
from brobygger.apps.outreach.models import Grant, GrantCondition
from brobygger.apps.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class GrantDetails:
    """What is known of a grant; None: not known."""

    name: str
    funder: str
    purpose: GrantPurpose
    state: GrantState = GrantState.APPLIED
    amount: Decimal | None = None
    currency: str = "DKK"
    start_date: dt.date | None = None
    end_date: dt.date | None = None


@transaction.atomic
def add_grant(*, programme: Programme, details: GrantDetails, by: User | None, at: dt.datetime) -> Grant:
    """
    Add a grant of a programme.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no name or funder, or an end before the start.
    """
    check_may(by, "outreach.add_grant", programme)
    grant = Grant(programme=programme)
    _write(grant, details, by, at)
    record(action="outreach.add_grant", subject=grant, by=by, at=at, changes={"purpose": details.purpose})
    return grant


@transaction.atomic
def change_grant(*, grant: Grant, details: GrantDetails, by: User | None, at: dt.datetime) -> Grant:
    """
    Change what is known of a grant.

    Raises:
        PermissionDenied, ValidationError: as in `add_grant`.
    """
    check_may(by, "outreach.change_grant", grant)
    grant = Grant.objects.select_for_update().get(pk=grant.pk)
    before = grant.state
    _write(grant, details, by, at)
    record(
        action="outreach.change_grant", subject=grant, by=by, at=at, changes={"state": [before, grant.state]}
    )
    return grant


@transaction.atomic
def add_condition(
    *, grant: Grant, text: str, due_date: dt.date, by: User | None, at: dt.datetime
) -> GrantCondition:
    """
    Note what a grant asks for, and by when.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: no words.
    """
    check_may(by, "outreach.change_grant", grant)
    condition = GrantCondition(grant=grant, text=text.strip(), due_date=due_date)
    condition.full_clean()
    condition.save()
    changes = {"condition": condition.pk, "due_date": due_date.isoformat()}
    record(action="outreach.add_condition", subject=grant, by=by, at=at, changes=changes)
    return condition


@transaction.atomic
def meet_condition(*, condition: GrantCondition, by: User | None, at: dt.datetime) -> GrantCondition:
    """
    Say that a condition is met. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "outreach.change_grant", condition.grant)
    condition = (
        GrantCondition.objects.select_for_update(of=("self",)).select_related("grant").get(pk=condition.pk)
    )
    if condition.met_at is None:
        condition.met_at, condition.met_by = at, by
        condition.save(update_fields=["met_at", "met_by"])
        changes = {"condition": condition.pk}
        record(action="outreach.meet_condition", subject=condition.grant, by=by, at=at, changes=changes)
    return condition


def _write(grant: Grant, details: GrantDetails, by: User | None, at: dt.datetime) -> None:
    for name, value in asdict(details).items():
        setattr(grant, name, value)
    grant.changed_at, grant.changed_by = at, by
    grant.full_clean()
    grant.save()
