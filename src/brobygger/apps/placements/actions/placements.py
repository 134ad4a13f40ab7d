"""How a placement goes on: it begins and ends by its dates, or somebody says that it ended early."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may
from brobygger.apps.placements.actions.agreements import NotAtThisStage
from brobygger.apps.placements.enums import PLACEMENT_TRANSITIONS, BreakReason, PlacementState
from brobygger.apps.placements.models import Placement

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def end_placement(
    *,
    placement: Placement,
    state: PlacementState,
    day: dt.date,
    reason: str = "",
    by: User | None,
    at: dt.datetime,
) -> Placement:
    """
    Say that a placement is completed, or was broken off and why. Repeating it changes nothing.

    Args:
        state: COMPLETED or BROKEN_OFF.
        day: the last day there.
        reason: a `BreakReason` where it was broken off, nothing otherwise.

    Raises:
        PermissionDenied: `by` may not write for this company.
        NotAtThisStage: it is over already, or has not begun.
        ValidationError: the day or the reason cannot be, by field.
    """
    check_may(by, "placements.change_agreement", placement.agreement)
    placement = _locked(placement.pk)
    if placement.state == state:
        return placement
    if state not in PLACEMENT_TRANSITIONS[PlacementState(placement.state)]:
        standing = PlacementState(placement.state).label
        raise NotAtThisStage(_("This cannot be done: the placement is %(state)s.") % {"state": standing})
    wrong = {}
    if state == PlacementState.BROKEN_OFF and reason not in BreakReason.values:
        wrong["reason"] = _("Choose one of the reasons.")
    if day > at.date():
        wrong["day"] = _("The last day lies in the future: say so once it is over.")
    began = placement.state == PlacementState.RUNNING
    if began and day < placement.version.start_date:
        wrong["day"] = _("The last day lies before the first.")
    if wrong:
        raise ValidationError(wrong)
    placement.reason = reason if state == PlacementState.BROKEN_OFF else ""
    _move(placement, state, day, by, at)
    return placement


@transaction.atomic
def move_placements(*, day: dt.date, by: User | None, at: dt.datetime) -> int:
    """
    Begin those whose first day has come, and complete those whose last day is over. May be repeated.

    Returns:
        How many steps were made.
    """
    count = 0
    for pk in list(Placement.objects.to_start(day).values_list("pk", flat=True)):
        placement = _locked(pk)
        if placement.state == PlacementState.PLANNED:
            _move(placement, PlacementState.RUNNING, None, by, at)
            count += 1
    for pk in list(Placement.objects.to_complete(day).values_list("pk", flat=True)):
        placement = _locked(pk)
        if placement.state == PlacementState.RUNNING:
            _move(placement, PlacementState.COMPLETED, placement.version.end_date, by, at)
            count += 1
    return count


def _locked(pk: int) -> Placement:
    return Placement.objects.select_for_update(of=("self",)).select_related("version", "agreement").get(pk=pk)


def _move(
    placement: Placement, state: PlacementState, day: dt.date | None, by: User | None, at: dt.datetime
) -> None:
    before, placement.state, placement.changed_at = placement.state, state, at
    if day is not None:
        placement.ended_on, placement.ended_at, placement.ended_by = day, at, by
        placement.ended_by_name = (by.get_full_name() or by.get_username()) if by else ""
    placement.save()
    changes = {"state": [before, state]}
    if placement.reason:
        changes["reason"] = [placement.reason]
    record(action="placements.move_placement", subject=placement.agreement, by=by, at=at, changes=changes)
