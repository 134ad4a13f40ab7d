"""The steps of an intake: who belongs to it, what is done, and numbers that tell of nobody."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from brobygger.apps.advice import actions, queries
from brobygger.apps.advice.actions import StepDetails
from brobygger.apps.advice.enums import TrackKind
from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import in_scope
from brobygger.apps.programmes.queries import scope_of
from tests.factories import (
    CandidateFactory,
    CheckInFactory,
    EventFactory,
    IntakeTrackFactory,
    ProgrammeFactory,
    StudentFactory,
    TrackStepFactory,
    UserFactory,
)
from tests.factories.moments import NOW

pytestmark = pytest.mark.django_db


def student_of(programme: Any, number: int = 0) -> Any:
    address = f"s{number}@students.example"
    StudentFactory(programme=programme, email=address)
    return CandidateFactory(user=UserFactory(role=Role.CANDIDATE, email=address.upper()))


def test_admitted_student_sees_the_tracks_of_the_own_intake_and_ticks_a_step() -> None:
    programme = ProgrammeFactory()
    track = actions.make_track(
        programme=programme,
        intake="2026-autumn",
        kind=TrackKind.INTRODUCTION,
        name="The first weeks",
        steps=[StepDetails("Register"), StepDetails("Meet us", event=EventFactory(programme=programme))],
        by=None,
        at=NOW,
    )
    other = TrackStepFactory(track=IntakeTrackFactory(programme=programme, intake="2025-autumn"))
    candidate = student_of(programme)
    step = track.steps.first()

    with in_scope(scope_of(candidate.user)):
        actions.tick_step(candidate=candidate, step=step, is_done=True, by=candidate.user, at=NOW)
        actions.tick_step(candidate=candidate, step=step, is_done=True, by=candidate.user, at=NOW)
        [own] = queries.own_tracks(candidate)
        assert [is_done for _step, is_done in own.steps] == [True, False]
        assert str(own.next_step) == "Meet us"
        with pytest.raises(PermissionDenied):
            actions.tick_step(candidate=candidate, step=other, is_done=True, by=candidate.user, at=NOW)
        actions.tick_step(candidate=candidate, step=step, is_done=False, by=candidate.user, at=NOW)
        assert queries.own_tracks(candidate)[0].done == 0
    with pytest.raises(ValidationError):
        actions.add_step(track=track, step=StepDetails("Elsewhere", event=EventFactory()), by=None, at=NOW)


def test_who_came_to_the_event_of_a_step_has_done_it() -> None:
    programme = ProgrammeFactory()
    step = TrackStepFactory(track__programme=programme, event=EventFactory(programme=programme))
    candidates = [student_of(programme, number) for number in range(12)]
    for candidate in candidates[:6]:
        CheckInFactory(registration__event=step.event, registration__candidate=candidate)
    actions.tick_step(candidate=candidates[0], step=step, is_done=True, by=None, at=NOW)  # once, not twice
    CheckInFactory(
        registration__event=EventFactory(programme=programme), registration__candidate=candidates[7]
    )

    def done(candidate: Any) -> list[bool]:
        with in_scope(scope_of(candidate.user)):
            return [is_done for own in queries.own_tracks(candidate) for _step, is_done in own.steps]

    assert done(candidates[1]) == [True]
    assert done(candidates[7]) == [False]
    [progress] = queries.intake_progress([programme])
    assert [one.done for one in progress.steps] == [5]  # six, told as five


def test_somebody_who_is_on_no_list_says_when_they_began() -> None:
    programme = ProgrammeFactory()
    IntakeTrackFactory(programme=programme)
    candidate = CandidateFactory(user=UserFactory(role=Role.CANDIDATE))
    said = {"candidate": candidate, "programme": programme, "intake": "2026-autumn", "by": candidate.user}
    with pytest.raises(PermissionDenied):
        actions.join_intake(**said, at=NOW)
    programme.candidates.add(candidate)

    assert queries.joinable_intakes(candidate) == [(programme, "2026-autumn")]
    actions.join_intake(**said, at=NOW)
    assert len(queries.own_tracks(candidate)) == 1
    assert queries.joinable_intakes(candidate) == []
    actions.leave_intake(**said, at=NOW)
    assert queries.own_tracks(candidate) == []


def test_numbers_of_an_intake_tell_of_nobody_and_cost_the_same_for_three() -> None:
    programme = ProgrammeFactory()
    first, second = (TrackStepFactory(track__programme=programme) for _ in range(2))
    candidates = [student_of(programme, number) for number in range(13)]
    StudentFactory.create_batch(4, programme=programme)
    for number, candidate in enumerate(candidates):
        actions.tick_step(candidate=candidate, step=first, is_done=True, by=None, at=NOW)
        if number < 4:
            actions.tick_step(candidate=candidate, step=second, is_done=True, by=None, at=NOW)

    with CaptureQueriesContext(connection) as of_two:
        found = {one.track.pk: one for one in queries.intake_progress([programme])}
    one, two = found[first.track_id], found[second.track_id]
    assert (one.admitted, one.here) == (15, 10)
    assert [step.done for step in one.steps] == [5], "“all of them” would tell of each"
    assert [step.done for step in two.steps] == [0], "four are too few to tell of"
    TrackStepFactory(track__programme=programme)
    with CaptureQueriesContext(connection) as of_three:
        queries.intake_progress([programme])
    assert len(of_three) == len(of_two)
