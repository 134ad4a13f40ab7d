"""How an event is said on a page: when, where, how many seats, and as what somebody comes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.events.enums import DecisionState, EventState, PhotoAnswer, RegistrationState, Way
from brobygger.web import wording

STATE_TONES = {
    EventState.DRAFT: "neutral",
    EventState.OPEN: "match",
    EventState.HELD: "info",
    EventState.CANCELLED: "late",
}
REGISTRATION_TONES = {
    RegistrationState.ASKED: "waiting",
    RegistrationState.WAITING: "waiting",
    RegistrationState.OFFERED: "info",
    RegistrationState.CONFIRMED: "match",
}
"""How a state is coloured; all others are neutral."""


def when(event: Any) -> str:
    """From when to when by the clock of the place, the day once where it is one: “Thu 3 December 2026, 16:00–18:00”."""
    start, end = event.local_start, event.local_end
    first = f"{date_format(start, 'WEEKDAY_DATE_FORMAT')}, {date_format(start, 'TIME_FORMAT')}"
    if start.date() == end.date():
        return f"{first}–{date_format(end, 'TIME_FORMAT')}"
    return f"{first} – {date_format(end, 'WEEKDAY_DATE_FORMAT')}, {date_format(end, 'TIME_FORMAT')}"


def where(event: Any) -> str:
    country = wording.words().country(event.country) if event.country else ""
    return ", ".join(filter(None, (event.where, country)))


def ways_said(figures: Any) -> list[tuple[str, str]]:
    """For an event held in more than one way: each, and how its seats stand."""
    return [
        (str(Way(way).label).capitalize(), seats(one) or _("as many as come")) for way, one in figures.ways
    ]


def photo_mark(registration: Any) -> str:
    """What whoever takes photos has to know of somebody; empty where they said yes."""
    if registration.photos == PhotoAnswer.YES:
        return ""
    return _("no photos") if registration.photos == PhotoAnswer.NO else _("photos: not asked")


def decision_chip(decision: Any, today: dt.date) -> tuple[str, str]:
    state = DecisionState(decision.state)
    if state == DecisionState.OPEN and decision.due_date < today:
        return _("late"), "late"
    tones = {DecisionState.OPEN: "waiting", DecisionState.DONE: "match"}
    return str(state.label), tones.get(state, "neutral")


def seats(figures: Any) -> str:
    """Like “12 of 50 seats are free”; empty where as many can come as want to."""
    if figures.capacity is None:
        return ""
    if not figures.free:
        waiting = figures.waiting
        said = ngettext(
            "All seats are taken, %(count)s person waits",
            "All seats are taken, %(count)s people wait",
            waiting,
        )
        return said % {"count": waiting} if waiting else _("All seats are taken")
    said = ngettext(
        "%(free)s of %(count)s seat is free", "%(free)s of %(count)s seats are free", figures.capacity
    )
    return said % {"free": figures.free, "count": figures.capacity}


def state_chip(event: Any) -> tuple[str, str]:
    """The text and the kind of the chip of an event's state."""
    state = EventState(event.state)
    return str(state.label), STATE_TONES[state]


def registration_chip(registration: Any) -> tuple[str, str]:
    state = RegistrationState(registration.state)
    return str(state.label), REGISTRATION_TONES.get(state, "neutral")


def answers(questions: list[Any], registration: Any) -> list[tuple[str, str]]:
    """The answers of a registration beside their questions, in the questions' order; the unanswered left out."""
    said = []
    for question in questions:
        answer = registration.answers.get(str(question.pk))
        if answer is not None:
            said.append((question.text, answer if isinstance(answer, str) else _yes_no(answer)))
    return said


def _yes_no(answer: bool) -> str:
    return _("Yes") if answer else _("No")
