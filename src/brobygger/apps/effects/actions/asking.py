"""People are asked by mail when their turn has come: once, reminded once, and then left in peace."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.urls import reverse

from brobygger.apps.base.actions import Address, OneTap, record, send_message
from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.effects.enums import CAN_BE_SAID, Beginning, StayAnswer
from brobygger.apps.effects.models import FollowUp
from brobygger.apps.effects.queries.keys import key_of
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import agreeing_candidates

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from brobygger.apps.base.models import User

ANSWER: Final = "effects.answer_follow_up"
TOO_LATE_DAYS: Final = 60  # a mail asks where somebody works now; of a day long past it would ask too much
REMIND_DAYS: Final = 14
GIVE_UP_DAYS: Final = 60
NEVER_ASKED_DAYS: Final = 240  # who cannot be reached is kept open that long for what is heard


@transaction.atomic
def ask_follow_ups(*, day: dt.date, by: User | None, at: dt.datetime) -> int:
    """
    Ask those whose question is due, remind them once, and note “no answer” in the end. May be repeated: nobody is asked
    twice. Who has withdrawn the consent is not there any more; who has switched reminders off gets no mail.

    Returns:
        How many mails were written.
    """
    agreeing = agreeing_candidates(ConsentPurpose.FOLLOW_UP).order_by().values("pk")
    due = FollowUp.objects.due(day).filter(member__candidate__in=agreeing)
    late = day - dt.timedelta(days=TOO_LATE_DAYS)
    count = 0
    for one in _each(due.filter(asked_at=None, due_date__gt=late)):
        if _ask(one, by, at):
            one.asked_at = at
            one.save(update_fields=["asked_at"])
            record(action="effects.ask_follow_up", subject=one, by=by, at=at, changes={"months": one.months})
            count += 1
    reminders = due.filter(asked_at__lte=at - dt.timedelta(days=REMIND_DAYS), reminded_at=None)
    for one in _each(reminders):
        one.reminded_at = at
        one.save(update_fields=["reminded_at"])
        count += _ask(one, by, at)
    given_up = due.filter(asked_at__lte=at - dt.timedelta(days=GIVE_UP_DAYS)) | due.filter(
        due_date__lte=day - dt.timedelta(days=NEVER_ASKED_DAYS)
    )
    for one in _each(given_up):
        one.answer = StayAnswer.NONE
        one.save(update_fields=["answer"])
        record(action="effects.give_up", subject=one, by=by, at=at, changes={"months": one.months})
    return count


def _each(rows: QuerySet[FollowUp]) -> list[FollowUp]:
    people = ("member__candidate__identity", "member__candidate__user", "member__programme")
    return list(rows.select_related(*people).order_by("pk"))


def _ask(one: FollowUp, by: User | None, at: dt.datetime) -> bool:
    candidate = one.member.candidate
    identity = getattr(candidate, "identity", None)
    to: User | Address | None = candidate.user
    if to is None and identity and identity.email:
        to = Address(identity.email)
    if to is None:
        return False
    taps = [
        OneTap(StayAnswer(answer).label, ANSWER, {"follow_up": one.pk, "answer": answer.value}, GIVE_UP_DAYS)
        for answer in CAN_BE_SAID
    ]
    context = {
        "programme": one.member.programme.name,
        "months": one.months,
        "is_placement": one.member.beginning == Beginning.PLACEMENT,
        "address": absolute(reverse("follow-up-answer", args=[key_of(one)])),
    }
    message = send_message(
        to=to,
        topic=MailTopic.REMINDERS,
        template="follow_up",
        context=context,
        links=taps if candidate.user is not None else (),  # a one-tap link acts as a user
        by=by,
        at=at,
    )
    return message is not None
