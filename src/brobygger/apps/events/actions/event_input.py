"""What an event is to bring: questions to those who take part and to partners, and the decisions that came of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.locking import locked
from brobygger.apps.events.actions.questions import QuestionDetails, set_questions
from brobygger.apps.events.actions.registrations import check_whose, checked_answers
from brobygger.apps.events.enums import DecisionState, InputAudience, RegistrationState
from brobygger.apps.events.models import (
    Decision,
    EventQuestion,
    InputAnswer,
    InputForm,
    InputGiven,
    Registration,
)

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.models import Event
    from brobygger.apps.organisations.models import Organisation


COLUMNS: Final = (
    "title",
    "intro",
    "audience",
    "is_anonymous",
    "opens_at",
    "closes_at",
    "remind_after_days",
)


class InputClosed(Exception):
    """The questions cannot be answered, or not any more. The message says why."""


@dataclass(frozen=True, slots=True)
class InputDetails:
    """
    What is asked, of whom, and from when to when.

    Args:
        is_anonymous: answers are kept without who gave them; fixed with the first answer.
        remind_after_days: those who have not answered by then are reminded, once; None: nobody is.
    """

    title: str
    opens_at: dt.datetime
    closes_at: dt.datetime
    questions: tuple[QuestionDetails, ...]
    intro: str = ""
    audience: InputAudience = InputAudience.PARTICIPANTS
    is_anonymous: bool = True
    remind_after_days: int | None = None


@dataclass(frozen=True, slots=True)
class DecisionDetails:
    """
    Args:
        organisation, person: who is responsible; one of them at least.
        question: of the event's input form, that it came from.
    """

    text: str
    due_date: dt.date
    organisation: Organisation | None = None
    person: str = ""
    state: DecisionState = DecisionState.OPEN
    question: EventQuestion | None = None


@transaction.atomic
def save_input_form(*, event: Event, details: InputDetails, by: User | None, at: dt.datetime) -> InputForm:
    """
    Ask for input to an event, or change what is asked. With the first answer the questions and whether names are kept
    are fixed; the time may still be made longer or shorter. Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: a field that cannot be, no question, or a change of what was answered already.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # the permission was asked for
        event = locked(event)
        one = InputForm.objects.filter(event=event).first() or InputForm(event=event)
        said = {name: getattr(details, name) for name in COLUMNS}
        if not details.questions:
            raise ValidationError(_("Ask one question at least."))
        _check_reminder(details)
        changed = [name for name, value in said.items() if getattr(one, name) != value]
        if one.pk and InputAnswer.objects.filter(form=one).exists():
            asked = EventQuestion.objects.filter(form=one)
            before = [(row.text, row.kind, tuple(row.choices), row.is_required) for row in asked]
            after = [(row.text, row.kind, row.choices, row.is_required) for row in details.questions]
            if "is_anonymous" in changed or before != after:
                raise ValidationError(
                    _(
                        "Somebody has answered already: the questions, and whether names are kept, stay as they are."
                    )
                )
        if changed or not one.pk:
            for name in changed:
                setattr(one, name, said[name])
            one.full_clean(exclude=["event"])
            one.save()
            changes = {"event": event.pk, "changed": sorted(changed), "is_anonymous": one.is_anonymous}
            record(action="events.save_input_form", subject=one, by=by, at=at, changes=changes)
        set_questions(event=event, questions=details.questions, form=one, by=by, at=at)
    return one


@transaction.atomic
def give_input(
    *,
    form: InputForm,
    answers: Mapping[int, str | bool],
    registration: Registration | None = None,
    by: User | None,
    at: dt.datetime,
) -> InputAnswer:
    """
    Answer the questions of an event: as somebody who takes part (`registration`), or as a partner of its programme.

    Where names are kept, an answer may be given anew as long as the form is open. Where not, once: that somebody
    answered is kept, and what was answered, but not which belongs to whom.

    Raises:
        PermissionDenied: `by` is neither of them.
        InputClosed: the form is not open, does not ask them, or they have answered it.
        ValidationError: an answer is missing or cannot be; by “question-<number>”.
    """
    if registration is None:
        check_may(by, "events.give_input", form.event)
    else:
        check_whose(registration, by)
    with all_rows():  # without a log-in the key of the own page was the permission
        event = locked(form.event)
        form = InputForm.objects.get(pk=form.pk)
        user = registration.user if registration is not None else by
        if registration is not None:
            registration = Registration.objects.get(pk=registration.pk, event=event)
        takes_part = registration is not None and registration.state == RegistrationState.CONFIRMED
        asked = form.asks_participants() and takes_part if registration else form.asks_partners()
        if not asked or not form.is_open(at):
            raise InputClosed(_("You cannot answer these questions, or not any more."))
        given = _given(form, registration, user)
        if given is not None and form.is_anonymous:
            raise InputClosed(_("You have answered already. Thank you!"))
        kept = checked_answers(event, answers, form)
        given = given or InputGiven.objects.create(form=form, registration=registration, user=user)
        if form.is_anonymous:
            one = InputAnswer.objects.create(form=form, answers=kept, answered_date=at.date())
        else:
            name = (
                registration.name if registration else by.get_full_name() or by.get_username() if by else ""
            )
            one, _is_new = InputAnswer.objects.update_or_create(
                given=given,
                defaults={"form": form, "name": name, "answers": kept, "answered_date": at.date()},
            )
    # by nobody where it is anonymous: who said what is not to be found in the trail either
    known = None if form.is_anonymous else by
    record(action="events.give_input", subject=event, by=known, at=at, changes={"form": form.pk})
    return one


@transaction.atomic
def save_decision(
    *,
    event: Event,
    details: DecisionDetails,
    decision: Decision | None = None,
    by: User | None,
    at: dt.datetime,
) -> Decision:
    """
    Write down what was decided at an event, or change it. Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: nobody is responsible, or a field that cannot be.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # the permission was asked for
        locked(event)
        one = decision or Decision(event=event, created_at=at)
        said: dict[str, Any] = {
            "text": " ".join(details.text.split()),
            "due_date": details.due_date,
            "organisation": details.organisation,
            "person": " ".join(details.person.split()),
            "state": details.state,
            "question": details.question,
        }
        if said["organisation"] is None and not said["person"]:
            raise ValidationError({"person": _("Say which organisation or person is responsible.")})
        if details.question is not None and details.question.event_id != event.pk:
            raise ValidationError({"question": _("This question is not one of the event.")})
        changed = [name for name, value in said.items() if getattr(one, name) != value]
        if one.pk and not changed:
            return one
        for name in changed:
            setattr(one, name, said[name])
        one.changed_at = at
        one.full_clean(exclude=["event"])
        one.save()
    changes = {"event": event.pk, "changed": sorted(changed), "state": one.state}
    record(action="events.save_decision", subject=one, by=by, at=at, changes=changes)
    return one


def _check_reminder(details: InputDetails) -> None:
    days = details.remind_after_days
    if days is not None and details.opens_at + dt.timedelta(days=days) >= details.closes_at:
        raise ValidationError(_("The form closes before the reminder would go out. Choose fewer days."))


def _given(form: InputForm, registration: Registration | None, user: User | None) -> InputGiven | None:
    """Somebody who registered and is a partner too answers once."""
    if user is not None:
        found = InputGiven.objects.filter(form=form, user=user).first()
        if found is not None:
            return found
    if registration is None:
        return None
    return InputGiven.objects.filter(form=form, registration=registration).first()
