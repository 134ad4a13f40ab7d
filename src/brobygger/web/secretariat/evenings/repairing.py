"""A timetable is repaired: what would become of it is looked at first, and that and nothing else is put in force."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import CannotPlan, Outdated
from brobygger.apps.people.queries import known_names
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.evenings.planning import called
from brobygger.web.secretariat.evenings.timetable import say_missed


@page(may="events.plan_evening", of=queries.evening_by_id)
def look(request: PageRequest, evening: Any) -> HttpResponse:
    """What a repair would do, before anything of it holds."""
    return _shown(request, evening)


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def repair(request: PageRequest, evening: Any) -> HttpResponse:
    """Put in force what somebody has looked at."""
    seen = request.POST.get("seen", "")
    if not seen:
        return redirect("evening-repair-look", pk=evening.pk)
    try:
        done = actions.repair_timetable(evening=evening, seen=seen, by=request.user, at=now())
    except Outdated as error:
        messages.warning(request, str(error))
        return redirect("evening-repair-look", pk=evening.pk)
    except CannotPlan:
        return _shown(request, evening, status=422)
    for line in done.lines:
        messages.success(request, line)
    say_missed(request, done.told)
    return redirect("evening-board", pk=evening.pk)


def _shown(request: PageRequest, evening: Any, status: int = 200) -> HttpResponse:
    planned: Any = None
    reasons: tuple[str, ...] = ()
    try:
        planned = actions.plan_repair(evening=evening, by=request.user, at=now())
    except CannotPlan as error:
        reasons = error.reasons
    changes = (*planned.gone, *planned.new) if planned else ()
    names = known_names(request.user, {one.student.candidate_id for one in changes})
    times = evening.round_times()
    context = {
        "evening": evening,
        "section": "day",
        "reasons": reasons,
        "planned": planned,
        "groups": [
            (title, [(one, times[one.round - 1][0], called(one.student.candidate, names)) for one in talks])
            for title, talks in ((_("Fall away"), planned.gone), (_("New"), planned.new))
        ]
        if planned
        else [],
    }
    return render(request, "secretariat/evening_repair.html", context, status=status)
