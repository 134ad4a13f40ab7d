"""What an intake goes through: the own steps of a candidate, and how far all have come."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.advice import actions, queries
from brobygger.apps.advice.actions import StepDetails
from brobygger.apps.advice.enums import TrackKind
from brobygger.apps.people.queries import candidate_of_user
from brobygger.apps.programmes.queries import programme_by_id, programmes_joined_by, programmes_run_by
from brobygger.web.advising.forms import StepForm, TrackForm
from brobygger.web.advising.tabs import tabs
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import found_by_id, whole_number
from brobygger.web.visiting.forms import add_errors


@page(may="advice.view_own_track")
def show_own(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:
        return redirect("my-cv")
    context = {
        "tracks": queries.own_tracks(candidate),
        "joinable": queries.joinable_intakes(candidate),
        "today": localdate(),
    }
    return render(request, "advising/own_track.html", context)


@page(may="advice.view_own_track", writes=True)
def join(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    programme = found_by_id(programme_by_id, request.POST.get("programme"))
    if candidate is None or programme is None:
        raise Http404
    act = actions.leave_intake if request.POST.get("leave") else actions.join_intake
    try:
        act(
            candidate=candidate,
            programme=programme,
            intake=request.POST.get("intake", ""),
            by=request.user,
            at=now(),
        )
    except PermissionDenied as error:
        raise Http404 from error
    return redirect("my-track")


@page(may="advice.view_own_track", writes=True)
def tick(request: PageRequest) -> HttpResponse:
    candidate = candidate_of_user(request.user)
    if candidate is None:
        raise Http404
    step = queries.step_of_candidate(candidate, whole_number(request.POST.get("step")) or 0)
    if step is None:
        raise Http404
    is_done = request.POST.get("done") == "yes"
    actions.tick_step(candidate=candidate, step=step, is_done=is_done, by=request.user, at=now())
    return redirect("my-track")


@page(may="advice.view_tracks")
def list_tracks(request: PageRequest) -> HttpResponse:
    return _tracks(request, TrackForm())


@page(may="advice.add_track", of=programme_by_id, writes=True)
def make(request: PageRequest, programme: Any) -> HttpResponse:
    form = TrackForm(request.POST)
    if form.is_valid():
        said = form.cleaned_data
        try:
            track = actions.make_track(
                programme=programme,
                intake=said["intake"],
                kind=TrackKind(said["kind"]),
                name=said["name"],
                text=said["text"],
                by=request.user,
                at=now(),
            )
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Made. Now add its steps."))
            return redirect("track", pk=track.pk)
    return _tracks(request, form, status=422)


@page(may="advice.change_track", of=queries.track_by_id)
def show_track(request: PageRequest, track: Any) -> HttpResponse:
    return _track(request, track, StepForm())


@page(may="advice.change_track", of=queries.track_by_id, writes=True)
def add_step(request: PageRequest, track: Any) -> HttpResponse:
    form, chosen = StepForm(request.POST), whole_number(request.POST.get("event"))
    event = next((one for one in queries.events_to_choose(track) if one.pk == chosen), None)
    if form.is_valid():
        said = form.cleaned_data
        step = StepDetails(said["title"], said["text"], said["day"], event)
        try:
            actions.add_step(track=track, step=step, by=request.user, at=now())
        except ValidationError as error:
            add_errors(form, error)
        else:
            return redirect("track", pk=track.pk)
    return _track(request, track, form, status=422)


@page(may="advice.change_track", of=queries.step_by_id, writes=True)
def remove_step(request: PageRequest, step: Any) -> HttpResponse:
    actions.remove_step(step=step, by=request.user, at=now())
    return redirect("track", pk=step.track_id)


def _tracks(request: PageRequest, form: TrackForm, status: int = 200) -> HttpResponse:
    led = list(programmes_run_by(request.user))
    progress = queries.intake_progress(programmes_joined_by(request.user))
    may_change = {one.pk for one in led}
    context = {
        "tabs": tabs(request, "tracks"),
        "progress": [
            {
                "one": one,
                "may_change": one.track.programme_id in may_change,
                "rows": [(step.step.title, step.done) for step in one.steps],
            }
            for one in progress
        ],
        "form": form,
        "programmes": led,
    }
    return render(request, "advising/tracks.html", context, status=status)


def _track(request: PageRequest, track: Any, form: StepForm, status: int = 200) -> HttpResponse:
    context = {
        "track": track,
        "steps": list(track.steps.select_related("event")),
        "events": list(queries.events_to_choose(track)),
        "form": form,
    }
    return render(request, "advising/track.html", context, status=status)
