"""Who has not answered the questions of an event is reminded: once, after the days that its organisers set."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.db import transaction
from django.urls import reverse

from brobygger.apps.base.actions import record, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic, Role
from brobygger.apps.base.models import User, all_rows
from brobygger.apps.events.actions import registration_mail as mail
from brobygger.apps.events.actions.locking import locked
from brobygger.apps.events.enums import EventState, RegistrationState
from brobygger.apps.events.models import InputForm, InputGiven, InputReminder, Registration

if TYPE_CHECKING:
    from django.db.models import QuerySet

ASKS = (EventState.OPEN, EventState.HELD)


def remind_of_input(*, by: User | None, at: dt.datetime) -> int:
    """
    Remind those whom an open input form asks and who have not answered; how many were written to. Each once, also where
    the days are changed afterwards; who wants no reminders gets none. May be repeated and stopped at any moment.

    Who registered after the form opened has as many days from then on.
    """
    written = 0
    with all_rows():  # forms of every event
        forms = InputForm.objects.select_related("event__programme").filter(
            remind_after_days__isnull=False, opens_at__lte=at, closes_at__gt=at, event__state__in=ASKS
        )
        for form in forms.order_by("pk"):
            begun = at - dt.timedelta(days=form.remind_after_days or 0)
            if form.opens_at > begun:
                continue
            if form.asks_participants():
                for registration in list(_silent_guests(form, begun)):
                    written += _remind(form, registration, None, by, at)
            if form.asks_partners():
                for user in list(_silent_partners(form)):
                    written += _remind(form, None, user, by, at)
    return written


def _silent_guests(form: InputForm, begun: dt.datetime) -> QuerySet[Registration]:
    given = InputGiven.objects.filter(form=form)
    rows = Registration.objects.filter(
        event=form.event_id, state=RegistrationState.CONFIRMED, registered_at__lte=begun
    )
    rows = rows.exclude(pk__in=given.filter(registration__isnull=False).values("registration"))
    rows = rows.exclude(user__in=given.filter(user__isnull=False).values("user"))
    return rows.exclude(input_reminders__form=form).select_related("event", "user").order_by("number")


def _silent_partners(form: InputForm) -> QuerySet[User]:
    """Who speaks for a partner of the programme. Somebody who takes part too is asked, and reminded, as a guest."""
    given = InputGiven.objects.filter(form=form, user__isnull=False)
    users = User.objects.filter(
        role=Role.PARTNER,
        is_active=True,
        organisations__partnerships__programme=form.event.programme_id,
    )
    if form.asks_participants():
        guests = Registration.objects.filter(event=form.event_id, state=RegistrationState.CONFIRMED)
        users = users.exclude(pk__in=guests.filter(user__isnull=False).values("user"))
    users = users.exclude(pk__in=given.values("user")).exclude(event_input_reminders__form=form)
    return users.distinct().order_by("pk")


@transaction.atomic
def _remind(
    form: InputForm, registration: Registration | None, user: User | None, by: User | None, at: dt.datetime
) -> int:
    locked(form.event)  # so that two commands do not both write
    known = InputReminder.objects.filter(form=form, registration=registration, user=user)
    if known.exists() or InputGiven.objects.filter(form=form, registration=registration, user=user).exists():
        return 0
    InputReminder.objects.create(form=form, registration=registration, user=user, sent_at=at)
    record(action="events.remind_of_input", subject=form.event, by=by, at=at, changes={"form": form.pk})
    if registration is not None:
        message = mail.remind_of_input(registration, form=form, by=by, at=at)
    else:
        assert user is not None, "a form asks guests and partners"
        message = send_message(
            to=user,
            topic=MailTopic.REMINDERS,
            template="event_input_reminder",
            context=mail.input_context(form, absolute(reverse("event-input-give", args=[form.event_id]))),
            by=by,
            at=at,
        )
    return int(message is not None)
