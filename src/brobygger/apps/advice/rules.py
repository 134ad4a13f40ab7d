"""How one tells whose a time, a text or a track is; who may do what stands in `base.rules.permissions`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.programmes.rules import leads

if TYPE_CHECKING:
    from brobygger.apps.advice.models import (
        AdviceAppointment,
        AdviceCase,
        AdviceComment,
        AdviceTime,
        IntakeTrack,
        TrackStep,
    )
    from brobygger.apps.base.models import User


def offers(user: User, time: AdviceTime) -> bool:
    return user.pk is not None and time.adviser_id == user.pk


def is_own_or_shared(user: User, thing: AdviceCase | AdviceAppointment | AdviceComment) -> bool:
    """
    A text, or what belongs to it: the candidate's own; or of the adviser whom the candidate shares it with, for as
    long as that lasts.
    """
    case: AdviceCase = getattr(thing, "case", thing)  # type: ignore[arg-type]
    if user.pk is None:
        return False
    return case.candidate.user_id == user.pk or (case.adviser_id == user.pk and case.ended_at is None)


def is_of_led_programme(user: User, thing: IntakeTrack | TrackStep) -> bool:
    track: IntakeTrack = getattr(thing, "track", thing)  # type: ignore[arg-type]
    return leads(user, track.programme)


tell(Thing.ADVICE_TIME, Extent.OWN, offers)
tell(Thing.ADVICE_CASE, Extent.OWN, is_own_or_shared)
tell(Thing.TRACK, Extent.LED, is_of_led_programme)
