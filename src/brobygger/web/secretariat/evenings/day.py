"""The evening itself: who is there, walk-ins, the clock for a big screen, and all of it on paper or in a file."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.utils.timezone import now
from django.utils.translation import gettext as _

from brobygger.apps.events import actions, queries
from brobygger.apps.events.actions import NotTaking, WrongEvening
from brobygger.apps.events.enums import DayPresence
from brobygger.apps.people.queries import known_names
from brobygger.web.page import PageRequest, page
from brobygger.web.secretariat.evenings.planning import called, fill_thin_lists, number

TONES = {
    DayPresence.PRESENT: "match",
    DayPresence.LATE: "waiting",
    DayPresence.ABSENT: "late",
    DayPresence.LEFT: "late",
    DayPresence.WALK_IN: "info",
}


@page(may="events.plan_evening", of=queries.evening_by_id)
def show_board(request: PageRequest, evening: Any) -> HttpResponse:
    board: Any = queries.board_of(evening, at=now())
    text, sought = request.GET.get("alias", "")[:80], request.GET.get("who", "")[:80].strip()
    everybody = (*board.students, *board.companies)
    found = queries.candidates_to_add(evening, text=text, by=request.user) if text else []
    names = known_names(
        request.user, (*(one.who.candidate_id for one in board.students), *(one.pk for one in found))
    )
    students = [_row(one, called(one.who.candidate, names)) for one in board.students]
    companies = [_row(one, one.name) for one in board.companies]
    context = {
        "evening": evening,
        "section": "day",
        "board": board,
        "groups": [
            ("company", _("Companies"), _sought(companies, sought)),
            ("student", _("Candidates"), _sought(students, sought)),
        ],
        "here": sum(
            one.state is not None and one.state.state in (DayPresence.PRESENT, DayPresence.WALK_IN)
            for one in everybody
        ),
        "missing": sum(one.is_missing for one in everybody),
        "unknown": sum(one.state is None for one in everybody),
        "slots": queries.slots_of(evening, ()),
        "alias": text,
        "found": [(one, called(one, names)) for one in found],
        "who": sought,
        "queue": [(one, called(one.who.candidate, names)) for one in board.queue],
    }
    return render(request, "secretariat/evening_board.html", context)


def _sought(rows: list[dict[str, Any]], text: str) -> list[dict[str, Any]]:
    """The rows whose name holds a text."""
    return [one for one in rows if text.casefold() in one["called"].casefold()]


def _row(one: Any, called: str) -> dict[str, Any]:
    state = DayPresence(one.state.state) if one.state else None
    return {
        "entry": one,
        "called": called,
        "state": state,
        "label": state.label if state else _("nothing known yet"),
        "tone": TONES[state] if state else "neutral",
    }


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def say_presence(request: PageRequest, evening: Any) -> HttpResponse:
    who = _who(request, evening)
    said = request.POST.get("state", "")
    if who is None or said not in DayPresence.values:
        messages.error(request, _("Choose somebody, and whether they are here."))
        return redirect("evening-board", pk=evening.pk)
    try:
        actions.say_presence(
            who=who,
            state=DayPresence(said),
            from_round=number(request, "from_round"),
            by=request.user,
            at=now(),
        )
    except WrongEvening as error:
        messages.error(request, str(error))
    response = redirect("evening-board", pk=evening.pk)
    kind = "company" if request.POST.get("company") else "student"
    response["Location"] += f"#{kind}-{who.pk}"
    return response


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def withdraw(request: PageRequest, evening: Any) -> HttpResponse:
    """A company calls an hour before: it is taken out, and what a repair makes of the timetable is shown."""
    who = _who(request, evening)
    if who is None:
        return redirect("evening-board", pk=evening.pk)
    if request.POST.get("company"):
        actions.withdraw_company(company=who, by=request.user, at=now())
    else:
        actions.withdraw_student(student=who, by=request.user, at=now())
    return redirect("evening-repair-look", pk=evening.pk)


@page(may="events.plan_evening", of=queries.evening_by_id, writes=True)
def let_in(request: PageRequest, evening: Any) -> HttpResponse:
    """Somebody stands at the door who is not on the list."""
    asked = number(request, "candidate")
    found = queries.candidates_to_add(evening, text=request.POST.get("alias", ""), by=request.user)
    candidate = next((one for one in found if one.pk == asked), None)
    if candidate is None:
        messages.error(request, _("Choose a candidate of the programme."))
        return redirect("evening-board", pk=evening.pk)
    try:
        student = actions.place_student(
            evening=evening, candidate=candidate, is_walk_in=True, by=request.user, at=now()
        )
    except (NotTaking, WrongEvening) as error:
        messages.error(request, str(error))
        return redirect("evening-board", pk=evening.pk)
    actions.say_presence(who=student, state=DayPresence.WALK_IN, by=request.user, at=now())
    fill_thin_lists(evening, request)
    messages.success(
        request,
        _("%(alias)s is in the queue. Repair the timetable to give out free tables.") % {"alias": candidate},
    )
    return redirect("evening-board", pk=evening.pk)


def _who(request: PageRequest, evening: Any) -> Any:
    company, student = number(request, "company"), number(request, "student")
    found: Any = None
    if company:
        found = queries.dating_company_by_id(company)
    elif student:
        found = queries.dating_student_by_id(student)
    return found if found is not None and found.evening_id == evening.pk else None


# --- for everybody in the room -------------------------------------------------------------


@page(may="events.view_event", of=queries.event_of_evening)
def show_clock(request: PageRequest, event: Any) -> HttpResponse:
    """Which round it is, and how long it lasts: nothing about anybody."""
    evening = event.dating_evening
    context = {"event": event, "slots": queries.slots_of(evening, ()), "at": now()}
    return render(request, "secretariat/evening_clock.html", context)


# --- on paper, and in one file -------------------------------------------------------------


@page(may="events.plan_evening", of=queries.evening_by_id)
def print_tables(request: PageRequest, evening: Any) -> HttpResponse:
    sheets = _sheets(evening, lambda talk: (talk.table, talk.company.organisation.name))
    return _print(request, evening, sheets, "tables")


@page(may="events.plan_evening", of=queries.evening_by_id)
def print_people(request: PageRequest, evening: Any) -> HttpResponse:
    sheets = _people_sheets(request, evening)
    return _print(request, evening, sheets, "people")


def _print(request: PageRequest, evening: Any, sheets: list[dict[str, Any]], kind: str) -> HttpResponse:
    context = {"evening": evening, "section": kind, "sheets": sheets, "kind": kind}
    return render(request, "secretariat/evening_print.html", context)


def _people_sheets(request: PageRequest, evening: Any) -> list[dict[str, Any]]:
    names = known_names(request.user, (one.candidate_id for one in queries.students_at(evening)))
    return _sheets(evening, lambda talk: (called(talk.student.candidate, names), ""))


def _sheets(evening: Any, whose: Any) -> list[dict[str, Any]]:
    """A sheet for each table or person: title, note, and (start, end, talk) lines."""
    version = queries.version_in_force(evening)
    times = evening.round_times()
    found: dict[tuple[str, str], list[Any]] = {}
    for talk in queries.talks_of(version) if version else ():
        if talk.round <= len(times):
            found.setdefault(whose(talk), []).append((*times[talk.round - 1], talk))
    return [
        {"title": title, "note": note, "lines": lines}
        for (title, note), lines in sorted(found.items(), key=lambda item: queries.in_order(item[0][0]))
    ]


@page(may="events.plan_evening", of=queries.evening_by_id)
def download_file(request: PageRequest, evening: Any) -> HttpResponse:
    """The whole timetable in one file that needs neither network nor server."""
    version = queries.version_in_force(evening)
    talks = queries.talks_of(version) if version else []
    context = {
        "evening": evening,
        "version": version,
        "slots": queries.slots_of(evening, talks),
        "tables": _sheets(evening, lambda talk: (talk.table, talk.company.organisation.name)),
        "people": _people_sheets(request, evening),
        "made_at": now(),
    }
    response = render(request, "secretariat/evening_file.html", context)
    name = slugify(evening.event.title) or "evening"
    response["Content-Disposition"] = f'attachment; filename="{name}.html"'
    return response
