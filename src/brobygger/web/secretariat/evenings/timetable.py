"""The timetable of an evening: the fairness dial, versions, what differs between two, publishing."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import now
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import CannotPlan, Outdated, Told
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.evenings.planning import number
from brobygger.web.sent import whole_number
from brobygger.web.wording import reader_language

MOST_MINIMUM = 4


@page(may="events.plan_evening", of=queries.evening_by_id)
def show_timetable(request: PageRequest, evening: Any) -> HttpResponse:
    return _shown(request, evening, whole_number(request.GET.get("minimum"), most=MOST_MINIMUM) or 0)


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def make_version(request: PageRequest, evening: Any) -> HttpResponse:
    floor, minimum = number(request, "floor") or 0, number(request, "minimum") or 0
    try:
        version = actions.make_version(
            evening=evening,
            floor=min(floor, max(actions.FLOORS)),
            minimum=min(minimum, MOST_MINIMUM),
            by=request.user,
            at=now(),
        )
    except CannotPlan:
        return _shown(request, evening, min(minimum, MOST_MINIMUM), status=422)
    messages.success(
        request, _("Version %(number)d is made. Nobody is told of it yet.") % {"number": version.number}
    )
    return _to_version(evening, version.number)


@page(may="events.plan_evening", of=queries.evening_by_id)
def show_version(request: PageRequest, evening: Any) -> HttpResponse:
    version = _version(evening, request.GET.get("number", ""))
    if version is None:
        return redirect("evening-timetable", pk=evening.pk)
    talks = queries.talks_of(version)
    against = _version(evening, request.GET.get("against", "")) or queries.version_in_force(evening)
    differs = (
        queries.compare_versions(against, version)
        if against is not None and against.pk != version.pk
        else None
    )
    names = queries.names_of(evening)
    context = {
        "evening": evening,
        "section": "timetable",
        "version": version,
        "slots": queries.slots_of(evening, talks),
        "talks": talks,
        "lines": queries.certificate_lines(version, len(talks), reader_language(), names),
        "versions": [one for one in queries.versions_of(evening) if one.pk != version.pk],
        "against": against,
        "differs": differs,
        "is_outdated": not (version.is_in_force or version.is_repair)
        and not actions.still_fits(version=version, by=request.user),
    }
    return render(request, "secretariat/evening_version.html", context)


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def publish(request: PageRequest, evening: Any) -> HttpResponse:
    version = _version(evening, request.POST.get("number", ""))
    if version is None:
        return redirect("evening-timetable", pk=evening.pk)
    try:
        told = actions.publish_version(version=version, by=request.user, at=now())
    except Outdated as error:
        messages.error(request, str(error))
        return _to_version(evening, version.number)
    said = ngettext(
        "Version %(number)d holds. %(count)d participant is told: those whose own talks differ.",
        "Version %(number)d holds. %(count)d participants are told: those whose own talks differ.",
        told.count,
    )
    messages.success(request, said % {"number": version.number, "count": told.count})
    say_missed(request, told)
    return _to_version(evening, version.number)


def say_missed(request: PageRequest, told: Told) -> None:
    if told.missed:
        said = ngettext(
            "%(count)d participant with new talks could not be told: no address, or no wish for such mails.",
            "%(count)d participants with new talks could not be told: no address, or no wish for such mails.",
            told.missed,
        )
        messages.warning(request, said % {"count": told.missed})


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def lock(request: PageRequest, evening: Any) -> HttpResponse:
    version = _version(evening, request.POST.get("number", ""))
    asked = number(request, "talk")
    talk = next((one for one in queries.talks_of(version) if one.pk == asked), None) if version else None
    if version is None or talk is None:
        return redirect("evening-timetable", pk=evening.pk)
    actions.lock_talk(talk=talk, is_locked=not talk.locked, by=request.user, at=now())
    return _to_version(evening, version.number)


def _shown(request: PageRequest, evening: Any, minimum: int, status: int = 200) -> HttpResponse:
    steps, reasons = (), ()  # type: tuple[Any, ...], tuple[str, ...]
    try:
        steps = actions.turn_dial(evening=evening, minimum=minimum, by=request.user)
    except CannotPlan as error:
        reasons = error.reasons
    names = queries.names_of(evening) if steps else {}
    versions = list(queries.versions_of(evening))
    context = {
        "evening": evening,
        "section": "timetable",
        "minimum": minimum,
        "minimums": [(str(one), one or _("none")) for one in range(MOST_MINIMUM + 1)],
        "steps": [_step(one, names) for one in steps],
        "alone": [queries.with_names(one, names) for one in steps[0].timetable.certificate.alone]
        if steps
        else [],
        "reasons": reasons,
        "versions": versions,
        "is_published": any(one.is_in_force for one in versions),
    }
    return render(request, "secretariat/evening_timetable.html", context, status=status)


def _step(one: Any, names: dict[str, str]) -> dict[str, Any]:
    """A setting of the dial as a row."""
    certificate = one.timetable.certificate
    lines = certificate.lines(len(one.timetable), reader_language())
    return {
        "floor": one.floor,
        "talks": len(one.timetable),
        "value": certificate.value,
        "price": one.percent,
        "without": certificate.empty_handed,
        "least": one.least,
        "is_proven": certificate.is_proven,
        "gap": round(100 * certificate.gap, 2),
        "lines": [queries.with_names(line, names) for line in lines],
    }


def _version(evening: Any, text: str) -> Any:
    return queries.versions_of(evening).filter(number=whole_number(text, most=99_999) or 0).first()


def _to_version(evening: Any, version: int) -> HttpResponse:
    response = redirect("evening-version", pk=evening.pk)
    response["Location"] += f"?number={version}"
    return response
