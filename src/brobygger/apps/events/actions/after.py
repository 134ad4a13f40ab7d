"""Around an event: a reminder the day before, and the question how it was."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.events.actions import registration_mail as mail
from brobygger.apps.events.actions.locking import locked
from brobygger.apps.events.enums import EventState, RegistrationState
from brobygger.apps.events.models import Event, EventFeedback, Registration

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

BEFORE: Final = dt.timedelta(hours=36)
"""A daily command reaches everybody on the day before, whatever the hour of both."""
FEEDBACK_DAYS: Final = 30
LONGEST_TEXT: Final = 5000


class FeedbackClosed(Exception):
    """How it was cannot be said, or no more. The message says why."""


def remind_of_events(*, by: User | None, at: dt.datetime) -> int:
    """
    Remind those who have a seat at an event that begins within a day and a half; how many mails. Each once; may be
    repeated and stopped at any moment.
    """
    with all_rows():  # seats of everybody
        due = Registration.objects.filter(
            state=RegistrationState.CONFIRMED,
            reminded_at=None,
            event__state=EventState.OPEN,
            event__starts_at__gt=at,
            event__starts_at__lte=at + BEFORE,
        )
        ids = list(due.order_by("event", "number").values_list("pk", flat=True))
        return sum(_remind(pk, by, at) for pk in ids)


def ask_for_feedback(*, by: User | None, at: dt.datetime) -> int:
    """Ask those who came to an event that is over how it was; how many mails. Each once; may be repeated."""
    with all_rows():  # guests of every event
        due = Registration.objects.filter(
            check_in__isnull=False,
            feedback_asked_at=None,
            event__state=EventState.HELD,
            event__ends_at__lte=at,
            event__ends_at__gt=at - dt.timedelta(days=FEEDBACK_DAYS),
        )
        ids = list(due.order_by("event", "number").values_list("pk", flat=True))
        return sum(_ask(pk, by, at) for pk in ids)


@transaction.atomic
def give_feedback(
    *,
    registration: Registration,
    overall: int,
    useful: int,
    text: str = "",
    by: User | None,
    at: dt.datetime,
) -> EventFeedback:
    """
    Say how an event was. What was said is kept without who said it; the registration knows only that something was.

    Raises:
        FeedbackClosed: the event is not over, it was said already, or too long ago.
        ValidationError: an answer is not from 1 to 5.
    """
    with all_rows():  # whoever has the link need not be logged in
        event = locked(registration.event)
        registration = Registration.objects.get(pk=registration.pk)
        if registration.gave_feedback:
            raise FeedbackClosed(_("You have answered already. Thank you!"))
        if at < event.ends_at or at > event.ends_at + dt.timedelta(days=FEEDBACK_DAYS):
            raise FeedbackClosed(_("Answers are taken in the month after the event."))
        one = EventFeedback(
            event=event,
            overall=overall,
            useful=useful,
            text=text.replace("\x00", " ").strip()[:LONGEST_TEXT],
            answered_date=at.date(),
        )
        one.full_clean(exclude=["event"])
        one.save()
        registration.gave_feedback = True
        registration.save(update_fields=["gave_feedback"])
    # by nobody: who said what is not to be found in the trail either
    record(action="events.give_feedback", subject=event, by=None, at=at, changes={})
    return one


@transaction.atomic
def _remind(pk: int, by: User | None, at: dt.datetime) -> int:
    one = _locked_registration(pk)
    if one.reminded_at is not None or one.state != RegistrationState.CONFIRMED:
        return 0
    one.reminded_at = at
    one.save(update_fields=["reminded_at"])
    mail.remind(one, by=by, at=at)
    record(action="events.remind", subject=one, by=by, at=at, changes={"event": one.event_id})
    return 1


@transaction.atomic
def _ask(pk: int, by: User | None, at: dt.datetime) -> int:
    one = _locked_registration(pk)
    if one.feedback_asked_at is not None:
        return 0
    one.feedback_asked_at = at
    one.save(update_fields=["feedback_asked_at"])
    mail.ask_how_it_was(one, by=by, at=at)
    record(action="events.ask_for_feedback", subject=one, by=by, at=at, changes={"event": one.event_id})
    return 1


def _locked_registration(pk: int) -> Registration:
    """With its event locked, so that two commands do not both write."""
    one = Registration.objects.select_related("user").get(pk=pk)
    event: Event = locked(one.event)
    one.refresh_from_db()
    one.event = event
    return one
