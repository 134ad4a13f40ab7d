"""Reads of what an event asked and brought: its input form, the answers, the decisions."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from django.db.models import Q, QuerySet

from brobygger.apps.base.models import all_rows
from brobygger.apps.events.enums import QuestionKind
from brobygger.apps.events.models import (
    Decision,
    Event,
    EventQuestion,
    InputAnswer,
    InputForm,
    InputGiven,
    Registration,
)
from brobygger.apps.organisations.models import Organisation

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

FEWEST: Final = 5
"""Fewer anonymous answers than these would tell who said what."""


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """
    What was answered to a question.

    Args:
        counts: (answer, how many) where it was to be chosen, in the order of the choices.
        texts: (name, answer); the name is empty where the form is anonymous.
    """

    question: EventQuestion
    counts: tuple[tuple[str | bool, int], ...] = ()
    texts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class InputResults:
    """
    Args:
        count: how many have answered.
        is_shown: the answers may be seen. Anonymous ones may when the form has closed and there are enough of them:
            before, each new one could be told by what changed.
    """

    count: int
    is_shown: bool
    questions: tuple[QuestionResult, ...] = ()


def input_form_of(event: Event) -> InputForm | None:
    return InputForm.objects.select_related("event", "event__programme").filter(event=event).first()


def input_questions(form: InputForm) -> list[EventQuestion]:
    return list(EventQuestion.objects.filter(form=form))


def has_given_input(form: InputForm, *, registration: Registration | None, user: User | None) -> bool:
    who = Q(pk__in=())
    if registration is not None:
        who |= Q(registration=registration)
    if user is not None:
        who |= Q(user=user)
    with all_rows():  # the key of the own page was the permission
        return InputGiven.objects.filter(who, form=form).exists()


def input_results(form: InputForm, *, at: dt.datetime) -> InputResults:
    """The answers by question. Two queries."""
    rows = list(InputAnswer.objects.filter(form=form).values_list("name", "answers"))
    is_shown = not form.is_anonymous or (at >= form.closes_at and len(rows) >= FEWEST)
    if not is_shown:
        return InputResults(len(rows), is_shown)
    known = [(name, answers) for name, answers in rows if isinstance(answers, dict)]  # others were erased
    found = []
    for question in input_questions(form):
        said = [(name, answers[key]) for name, answers in known if (key := str(question.pk)) in answers]
        if question.kind == QuestionKind.TEXT:
            found.append(
                QuestionResult(question, texts=tuple(sorted((name, str(text)) for name, text in said)))
            )
        else:
            choices = [True, False] if question.kind == QuestionKind.YES_NO else question.choices
            number = Counter(answer for _name, answer in said)
            found.append(QuestionResult(question, counts=tuple((one, number[one]) for one in choices)))
    return InputResults(len(rows), is_shown, tuple(found))


def organisations_around(event: Event) -> list[Organisation]:
    """Who may be responsible for something: the programme's partners, who holds the event and who takes part in it."""
    ways = Q(partnerships__programme=event.programme_id) | Q(events_held=event)
    ways |= Q(event_participations__event=event, event_participations__withdrawn_at=None)
    found = Organisation.objects.filter(ways)
    return list(found.distinct().order_by("name", "pk"))


def decisions_of(event: Event) -> list[Decision]:
    """By the day that they are due on, whoever asks: who took part sees them."""
    with all_rows():  # the page asks who took part
        found = Decision.objects.filter(event=event).select_related("organisation", "question")
        return list(found.order_by("due_date", "pk"))


def due_decisions(until: dt.date) -> QuerySet[Decision]:
    """Decisions in the visitor's scope that are to be done by a day, the longest due first."""
    found = Decision.objects.due(until).select_related("event", "organisation")
    return found.order_by("due_date", "pk")
