"""The steps of an intake are planned, and done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.advice.enums import TrackKind
from brobygger.apps.advice.models import IntakeMember, IntakeTrack, StepDone, TrackStep
from brobygger.apps.advice.queries.tracks import joinable_intakes, step_of_candidate
from brobygger.apps.base.actions import record
from brobygger.apps.base.rules import check_may

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import Event
    from brobygger.apps.people.models import Candidate
    from brobygger.apps.programmes.models import Programme

MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class StepDetails:
    """
    One step.

    Args:
        day: by which it is done; empty where an event says when.
        event: that one comes to.
    """

    title: str
    text: str = ""
    day: dt.date | None = None
    event: Event | None = None


@transaction.atomic
def make_track(
    *,
    programme: Programme,
    intake: str,
    kind: TrackKind,
    name: str,
    text: str = "",
    steps: Sequence[StepDetails] = (),
    by: User | None,
    at: dt.datetime,
) -> IntakeTrack:
    """
    Make a track for an intake of a programme.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: name or intake are missing, or the intake has a track of that name.
    """
    check_may(by, "advice.add_track", programme)
    track = IntakeTrack(
        programme=programme,
        intake=intake.strip().lower(),
        kind=kind,
        name=name.strip(),
        text=text.strip(),
        made_at=at,
    )
    track.full_clean()
    track.save()
    changes = {"programme": programme.pk, "intake": track.intake, "kind": kind.value}
    record(action="advice.make_track", subject=track, by=by, at=at, changes=changes)
    for step in steps:
        add_step(track=track, step=step, by=by, at=at)
    return track


@transaction.atomic
def add_step(*, track: IntakeTrack, step: StepDetails, by: User | None, at: dt.datetime) -> TrackStep:
    """
    Put a step at the end of a track.

    Raises:
        PermissionDenied: `by` may not.
        ValidationError: it has no title, there are too many, or the event is of another programme.
    """
    check_may(by, "advice.change_track", track)
    IntakeTrack.objects.select_for_update().get(pk=track.pk)
    last = TrackStep.objects.filter(track=track).order_by("position").last()
    position = last.position + 1 if last else 1
    if TrackStep.objects.filter(track=track).count() >= MOST_STEPS:
        raise ValidationError(_("A track has %(most)d steps at most.") % {"most": MOST_STEPS})
    if step.event is not None and step.event.programme_id != track.programme_id:
        raise ValidationError({"event": _("This event is of another programme.")})
    row = TrackStep(
        track=track,
        position=position,
        title=step.title.strip(),
        text=step.text.strip(),
        day=step.day,
        event=step.event,
    )
    row.full_clean()
    row.save()
    record(action="advice.add_step", subject=track, by=by, at=at, changes={"step": row.pk})
    return row


@transaction.atomic
def remove_step(*, step: TrackStep, by: User | None, at: dt.datetime) -> None:
    """
    Take a step out of a track, and with it who has done it.

    Raises:
        PermissionDenied: `by` may not.
    """
    check_may(by, "advice.change_track", step.track)
    record(action="advice.remove_step", subject=step.track, by=by, at=at, changes={"step": step.pk})
    step.delete()


@transaction.atomic
def join_intake(
    *, candidate: Candidate, programme: Programme, intake: str, by: User | None, at: dt.datetime
) -> IntakeMember:
    """
    Say in which intake one began, to see its tracks. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is somebody else's, or the programme has no such intake for the candidate.
    """
    _check_own(candidate, by)
    known = IntakeMember.objects.filter(candidate=candidate, programme=programme, intake=intake).first()
    if known is not None:
        return known
    if (programme.pk, intake) not in {(one.pk, code) for one, code in joinable_intakes(candidate)}:
        raise PermissionDenied(f"{candidate} cannot join {intake} of {programme}.")
    member = IntakeMember.objects.create(
        candidate=candidate, programme=programme, intake=intake, joined_at=at
    )
    changes = {"programme": programme.pk, "intake": intake}
    record(action="advice.join_intake", subject=member, by=by, at=at, changes=changes)
    return member


@transaction.atomic
def leave_intake(
    *, candidate: Candidate, programme: Programme, intake: str, by: User | None, at: dt.datetime
) -> None:
    """
    Say that one did not begin there after all. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is somebody else's.
    """
    _check_own(candidate, by)
    member = IntakeMember.objects.filter(candidate=candidate, programme=programme, intake=intake).first()
    if member is not None:
        record(action="advice.leave_intake", subject=member, by=by, at=at, changes={"intake": intake})
        member.delete()


@transaction.atomic
def tick_step(
    *, candidate: Candidate, step: TrackStep, is_done: bool, by: User | None, at: dt.datetime
) -> None:
    """
    Say that a step is done, or that it is not after all. Repeating it changes nothing.

    Raises:
        PermissionDenied: it is somebody else's, or of an intake that the candidate does not belong to.
    """
    _check_own(candidate, by)
    if step_of_candidate(candidate, step.pk) is None:
        raise PermissionDenied(f"{step} is no step of {candidate}.")
    if is_done:
        _row, is_new = StepDone.objects.get_or_create(
            candidate=candidate, step=step, defaults={"done_at": at, "done_by": by}
        )
    else:
        is_new = bool(StepDone.objects.filter(candidate=candidate, step=step).delete()[0])
    if is_new:
        changes = {"candidate": candidate.pk, "is_done": is_done}
        record(action="advice.tick_step", subject=step, by=by, at=at, changes=changes)


def _check_own(candidate: Candidate, by: User | None) -> None:
    check_may(by, "advice.view_own_track")
    if by is not None and candidate.user_id != by.pk:
        raise PermissionDenied(_("You may not do this."))
