"""The demo's help with CVs and the tracks of its intake: invented, and once; what is there is left alone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from django.utils.timezone import get_current_timezone, localdate

from brobygger.apps.advice import actions, queries
from brobygger.apps.advice.actions import CaseDetails, StepDetails
from brobygger.apps.advice.enums import MeetingForm, TargetCountry, TextKind, TrackKind
from brobygger.apps.programmes.queries import candidates_of, programmes_of

if TYPE_CHECKING:
    from brobygger.apps.programmes.models import Programme

INTAKE: Final = "2026-autumn"
SATURDAY: Final = 5
MOST_PEOPLE: Final = 14
LETTER: Final = """Dear Karen Prøvesen,

I apply for the student job in your test department.

I am a hard-working and flexible person.
At my university I built a test bench for small pumps in Python.
I speak English and I am learning Danish.

I hope to hear from you.
"""
BETTER: Final = """Dear Karen Prøvesen,

I would like to make your pump tests faster.

At my university I built a test bench for small pumps in Python: a test took one day instead of two.
I work from requirements and write down what I measure.
I speak English at C1 and Danish at A2.

I can begin in February, and would like to see your test department.
"""
COMMENTS: Final = (
    ("I apply for", "Say what you want to do for them: the heading and this line are what is read first."),
    ("I am a hard-working", "Everybody writes this. Show it with an example instead."),
    ("At my university", "Good. What came of it? A number helps."),
)
INTRODUCTION: Final = (
    StepDetails("Register your address at the municipality", "You then get a personal number and a doctor."),
    StepDetails("Open a bank account and get a digital ID", "Both take some weeks: begin early."),
    StepDetails("Meet your programme", "Coffee, faces, and who helps with what."),
    StepDetails("Sign up for a Danish course", "Two evenings a week. It is what most companies ask about."),
)
LABOUR_MARKET: Final = (
    StepDetails(
        "How the labour market works here", "Student jobs, trade unions, and what is asked at a talk."
    ),
    StepDetails("Your CV with an adviser", "Book a time on the page “CV help”."),
    StepDetails("Company Dating", "Short talks with companies that look for somebody like you."),
)
CULTURE: Final = (
    StepDetails("How people talk at work", "First names, coffee, and how one says no."),
    StepDetails("An evening with a local association", ""),
)
DAYS: Final = (-60, -45, -40, -20)


def load_advice(adviser: Any, student: Any, *, at: dt.datetime) -> None:
    """Times of an adviser, a text of the student with two versions and comments, and three tracks of an intake."""
    programme = programmes_of(student).first() if student else None
    if programme is None or queries.intake_progress([programme]):
        return
    others = candidates_of(programme.pk).exclude(pk=student.pk).order_by("pk")[: MOST_PEOPLE - 1]
    _tracks(programme, [student, *others], at)
    _times(programme, adviser, at)
    _text(adviser, student, at)


def _times(programme: Programme, adviser: Any, at: dt.datetime) -> None:
    coming = (localdate(at) + dt.timedelta(days=days) for days in range(2, 12))
    for number, day in enumerate([one for one in coming if one.weekday() < SATURDAY][:3]):
        actions.offer_advice_times(
            programme=programme,
            adviser=adviser,
            starts=[
                dt.datetime.combine(day, dt.time(15, minutes), get_current_timezone()) for minutes in (0, 30)
            ],
            length=dt.timedelta(minutes=30),
            form=MeetingForm.VIDEO if number == 1 else MeetingForm.PLACE,
            where="https://video.example/karriere" if number == 1 else "Karrierecenteret, lokale 2.14",
            by=None,
            at=at,
        )


def _text(adviser: Any, student: Any, at: dt.datetime) -> None:
    before = at - dt.timedelta(days=3)
    details = CaseDetails(
        TextKind.APPLICATION,
        TargetCountry.DENMARK,
        "Application to the pump company",
        "Is it too modest? And may I write in English?",
    )
    time = queries.free_times(student, at=at, adviser_id=adviser.pk).first()
    if time is None:
        return
    booked = actions.book_adviser(
        candidate=student, time=time, details=details, text=LETTER, by=None, at=before
    )
    case = booked.case
    version = case.versions.get()
    for words, text in COMMENTS:
        start = next(first for first, end in version.passages if version.text[first:end].startswith(words))
        actions.comment_on_sentence(version=version, start=start, text=text, by=adviser, at=before)
    first, _second, third = version.comments.order_by("start")
    actions.settle_comment(comment=first, is_done=True, by=None, at=at)
    actions.answer_comment(comment=third, text="One day instead of two. I have put it in.", by=None, at=at)
    actions.add_version(case=case, text=BETTER, by=None, at=at)


def _tracks(programme: Programme, people: Sequence[Any], at: dt.datetime) -> None:
    made = [
        actions.make_track(
            programme=programme,
            intake=INTAKE,
            kind=kind,
            name=name,
            text=text,
            steps=[
                StepDetails(step.title, step.text, localdate(at) + dt.timedelta(days=days + offset))
                for step, days in zip(steps, DAYS, strict=False)
            ],
            by=None,
            at=at - dt.timedelta(days=70),
        )
        for kind, name, text, steps, offset in (
            (TrackKind.INTRODUCTION, "The first weeks", "What is best done early.", INTRODUCTION, 0),
            (TrackKind.LABOUR_MARKET, "Work in Denmark", "From a CV to a talk.", LABOUR_MARKET, 50),
            (TrackKind.CULTURE, "Life here", "What nobody writes down.", CULTURE, 80),
        )
    ]
    for number, candidate in enumerate(people):
        actions.join_intake(candidate=candidate, programme=programme, intake=INTAKE, by=None, at=at)
        for step in list(made[0].steps.all())[: max(4 - number // 3, 1)]:
            actions.tick_step(candidate=candidate, step=step, is_done=True, by=None, at=at)
