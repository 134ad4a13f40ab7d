"""What an intake goes through: one's own steps, and how far all have come, in numbers that point at nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from brobygger.apps.advice.models import IntakeMember, IntakeTrack, StepDone, TrackStep
from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import EventState
from brobygger.apps.events.models import CheckIn, Event
from brobygger.apps.outreach.models import Student
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.queries import programmes_of
from brobygger.core.barometer.small_cells import protected, rounded

if TYPE_CHECKING:
    from brobygger.apps.programmes.models import Programme


class Intake(NamedTuple):
    programme: int
    code: str


@dataclass(frozen=True, slots=True)
class OwnTrack:
    """A track with its steps: (step, whether it is done)."""

    track: IntakeTrack
    steps: tuple[tuple[TrackStep, bool], ...]

    @property
    def done(self) -> int:
        return sum(1 for _step, is_done in self.steps if is_done)

    @property
    def next_step(self) -> TrackStep | None:
        return next((step for step, is_done in self.steps if not is_done), None)


@dataclass(frozen=True, slots=True)
class StepProgress:
    """How many have done a step, rounded down so that no number tells of a few; 0 may be a few."""

    step: TrackStep
    done: int


@dataclass(frozen=True, slots=True)
class IntakeProgress:
    """
    A track and how far its intake has come. Numbers of people are rounded down, see `core.barometer.small_cells`.

    Args:
        admitted: on the list of admitted students.
        here: with a page here.
    """

    track: IntakeTrack
    admitted: int
    here: int
    steps: tuple[StepProgress, ...]


def track_by_id(pk: int) -> IntakeTrack | None:
    return IntakeTrack.objects.select_related("programme").filter(pk=pk).first()


def step_by_id(pk: int) -> TrackStep | None:
    return TrackStep.objects.select_related("track__programme").filter(pk=pk).first()


def events_to_choose(track: IntakeTrack) -> QuerySet[Event]:
    """Events of the track's programme that one can come to as a step of it, the next first."""
    found = Event.objects.announced().filter(programme=track.programme_id)
    return found.exclude(state=EventState.CANCELLED).order_by("starts_at", "pk")


def intakes_of(candidate: Candidate) -> set[Intake]:
    """Where a candidate began: as said, and as the list of admitted students says of the own address."""
    said = IntakeMember.objects.filter(candidate=candidate).values_list("programme", "intake")
    found = {Intake(*row) for row in said}
    if candidate.user and candidate.user.email:
        with all_rows():  # a candidate does not see the list, but may know the own line of it
            rows = Student.objects.filter(email=candidate.user.email.lower()).exclude(intake="")
            found |= {Intake(*row) for row in rows.values_list("programme", "intake")}
    return found


def own_tracks(candidate: Candidate) -> list[OwnTrack]:
    """
    The tracks of a candidate's intakes with their steps. Six queries, however many there are.

    A step is done when the candidate says so, or came through the door of its event.
    """
    intakes = intakes_of(candidate)
    if not intakes:
        return []
    tracks = IntakeTrack.objects.filter(_any_of(intakes)).prefetch_related("steps__event")
    done = set(StepDone.objects.filter(candidate=candidate).values_list("step", flat=True))
    came = CheckIn.objects.filter(registration__candidate=candidate)
    been_at = set(came.values_list("registration__event", flat=True))
    return [
        OwnTrack(
            one,
            tuple((step, step.pk in done or step.event_id in been_at) for step in one.steps.all()),
        )
        for one in tracks
    ]


def joinable_intakes(candidate: Candidate) -> list[tuple[Programme, str]]:
    """Intakes with a track, of the candidate's programmes, that the candidate does not belong to yet."""
    known = intakes_of(candidate)
    tracks = IntakeTrack.objects.filter(programme__in=programmes_of(candidate).order_by().values("pk"))
    found = {
        Intake(one.programme_id, one.intake): one.programme for one in tracks.select_related("programme")
    }
    return [(programme, intake.code) for intake, programme in found.items() if intake not in known]


def step_of_candidate(candidate: Candidate, pk: int) -> TrackStep | None:
    """A step of one of the candidate's own tracks."""
    step = step_by_id(pk)
    if step is None or Intake(step.track.programme_id, step.track.intake) not in intakes_of(candidate):
        return None
    return step


def intake_progress(programmes: Iterable[Programme]) -> list[IntakeProgress]:
    """How far each intake of these programmes has come, the newest intake first. Six queries, whatever their number."""
    wanted = [one.pk for one in programmes]
    tracks = list(
        IntakeTrack.objects.filter(programme__in=wanted)
        .select_related("programme")
        .prefetch_related("steps__event")
    )
    rows = Student.objects.filter(programme__in=wanted).exclude(intake="").order_by()
    admitted = {
        Intake(programme, intake): count
        for programme, intake, count in rows.values_list("programme", "intake").annotate(Count("pk"))
    }
    here = _people_here(wanted)
    done = _done_by(wanted)
    return [
        _progress(track, admitted.get(key, 0), here[key], done)
        for track in tracks
        for key in [Intake(track.programme_id, track.intake)]
    ]


def _done_by(programmes: list[int]) -> dict[int, set[int]]:
    """Candidates by the step that they say they have done, or that they came to."""
    done: dict[int, set[int]] = defaultdict(set)
    said = StepDone.objects.filter(step__track__programme__in=programmes).order_by()
    came = CheckIn.objects.filter(
        registration__event__track_steps__track__programme__in=programmes,
        registration__candidate__isnull=False,
    ).order_by()
    for step, candidate in (
        *said.values_list("step", "candidate"),
        *came.values_list("registration__event__track_steps", "registration__candidate"),
    ):
        done[step].add(candidate)
    return done


def _progress(track: IntakeTrack, admitted: int, here: set[int], done: dict[int, set[int]]) -> IntakeProgress:
    """Whoever has done a step is a threshold below all people at most: “all have” would tell of each."""
    people = rounded(len(here))
    steps = list(track.steps.all())
    counts = {str(step.pk): min(len(done.get(step.pk, set()) & here), people) for step in steps}
    shown = protected(counts, people)
    return IntakeProgress(
        track,
        rounded(admitted),
        people,
        tuple(StepProgress(step, shown.get(str(step.pk), 0)) for step in steps),
    )


def _people_here(programmes: list[int]) -> dict[Intake, set[int]]:
    """Candidates by intake: those who said so, and those whose log-in has the address of an admitted student."""
    found: dict[Intake, set[int]] = defaultdict(set)
    members = IntakeMember.objects.filter(programme__in=programmes).order_by()
    for programme, intake, candidate in members.values_list("programme", "intake", "candidate"):
        found[Intake(programme, intake)].add(candidate)
    students = Student.objects.filter(programme__in=programmes).exclude(intake="")
    with_page = Candidate.objects.filter(user__isnull=False).annotate(address=Lower("user__email"))
    is_here = Exists(with_page.filter(address=OuterRef("email")))
    by_address: dict[str, list[Intake]] = defaultdict(list)
    for programme, intake, email in students.filter(is_here).values_list("programme", "intake", "email"):
        by_address[email].append(Intake(programme, intake))
    if by_address:
        for candidate, address in with_page.filter(
            address__in=students.filter(is_here).order_by().values("email")
        ).values_list("pk", "address"):
            for one in by_address[address]:
                found[one].add(candidate)
    return found


def _any_of(intakes: Iterable[Intake]) -> Q:
    found = Q(pk__in=())
    for one in intakes:
        found |= Q(programme=one.programme, intake=one.code)
    return found
