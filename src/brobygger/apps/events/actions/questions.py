"""What those who register for an event are asked, and the seats that are kept free for groups of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from brobygger.apps.base.actions import record
from brobygger.apps.base.models import all_rows
from brobygger.apps.base.rules import check_may
from brobygger.apps.events.actions.locking import locked, offer_free_seats
from brobygger.apps.events.enums import QuestionKind
from brobygger.apps.events.models import EventQuestion, EventQuota

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.events.enums import Grouping
    from brobygger.apps.events.models import Event, InputForm


@dataclass(frozen=True, slots=True)
class QuestionDetails:
    """
    Args:
        choices: the answers to choose from, where `kind` is one of several.
    """

    text: str
    kind: QuestionKind = QuestionKind.TEXT
    choices: tuple[str, ...] = ()
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class QuotaDetails:
    """
    Args:
        group: a `Side`, two digits of ISCED-F 2013, or a country's two letters.
        least: seats that are kept free for the group.
        most: seats that it may have; None: any number.
    """

    grouping: Grouping
    group: str
    least: int = 0
    most: int | None = None


@transaction.atomic
def set_questions(
    *,
    event: Event,
    questions: Sequence[QuestionDetails],
    form: InputForm | None = None,
    by: User | None,
    at: dt.datetime,
) -> None:
    """
    Ask these questions of those who register, in this order. One with the same words keeps its answers. Repeating
    changes nothing.

    Args:
        form: the event's input form that they are asked in; None: when somebody registers.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: a question to choose from has fewer than two answers.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # the permission was asked for
        asked = EventQuestion.objects.select_for_update().filter(event=event, form=form)
        known = {one.text: one for one in asked}
        before = [(one.text, one.kind, tuple(one.choices), one.is_required) for one in known.values()]
        after = [(one.text, one.kind, one.choices, one.is_required) for one in questions]
        if before == after:
            return
        for position, said in enumerate(questions):
            if said.kind == QuestionKind.ONE_OF and len(said.choices) < 2:
                raise ValidationError(_("A question to choose from needs two answers or more."))
            one = known.pop(said.text, None) or EventQuestion(event=event, form=form, text=said.text)
            one.position, one.kind, one.is_required = position, said.kind, said.is_required
            one.choices = list(said.choices)
            one.full_clean()
            one.save()
        EventQuestion.objects.filter(pk__in=[one.pk for one in known.values()]).delete()
    changes = {"questions": len(questions), "form": form.pk if form else None}
    record(action="events.set_questions", subject=event, by=by, at=at, changes=changes)


@transaction.atomic
def set_quotas(*, event: Event, quotas: Sequence[QuotaDetails], by: User | None, at: dt.datetime) -> None:
    """
    Keep seats free for groups, and give each so many at most. What is free by that goes to the waiting list; a seat
    that somebody has stays theirs. Repeating changes nothing.

    Raises:
        PermissionDenied: `by` may not change the event.
        ValidationError: more is kept free than there are seats, or a group stands there twice.
    """
    check_may(by, "events.change_event", event)
    with all_rows():  # seats are counted over everybody's registrations
        event = locked(event)
        known = [
            (one.grouping, one.group, one.least, one.most) for one in EventQuota.objects.filter(event=event)
        ]
        wanted = sorted((str(one.grouping), one.group, one.least, one.most) for one in quotas)
        if sorted(known, key=lambda one: one[:2]) == wanted:
            return
        if event.capacity is not None and sum(one.least for one in quotas) > event.capacity:
            raise ValidationError(_("More seats would be kept free than there are."))
        EventQuota.objects.filter(event=event).delete()
        for said in quotas:
            one = EventQuota(event=event, grouping=said.grouping, group=said.group)
            one.least, one.most = said.least, said.most
            one.full_clean()
            one.save()
        offer_free_seats(event=event, by=by, at=at)
    changes = {"quotas": [list(one) for one in wanted]}
    record(action="events.set_quotas", subject=event, by=by, at=at, changes=changes)
