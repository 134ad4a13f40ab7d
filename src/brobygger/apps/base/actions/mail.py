"""Mails: written in the transaction of what they tell about, and what somebody wants mails about."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.template import Context
from django.template.loader import get_template
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.actions.audit import record
from brobygger.apps.base.actions.one_tap import OneTap, absolute, language_of, new_link
from brobygger.apps.base.actions.sending import send_at_once
from brobygger.apps.base.enums import ContactWay, MailTopic
from brobygger.apps.base.models import MailChoice, Message, User, all_rows
from brobygger.apps.base.queries import declines, has_bounced, has_declined, is_wanted

if TYPE_CHECKING:
    from django.utils.functional import Promise

MUTE: Final = "base.mute_topic"
MUTE_DAYS: Final = 90
LONGEST_SUBJECT: Final = 200
WHY: Final[Mapping[MailTopic, str | Promise]] = {
    MailTopic.ACCOUNT: _("You get this mail because it is about your log-in."),
    MailTopic.APPLICATIONS: _(
        "You get this mail because an application or an invitation of yours has moved on."
    ),
    MailTopic.REMINDERS: _("You get this mail because something waits for you."),
    MailTopic.EVENTS: _("You get this mail because you registered for an event."),
    MailTopic.OPPORTUNITIES: _(
        "You get this mail because you asked us to write when an opportunity fits you."
    ),
    MailTopic.NEWS: _("You get this mail because you asked for news of the programme."),
    MailTopic.STUDIES: _("You get this mail because you begin your studies here."),
    MailTopic.REPORTS: _("You get this mail because you reported something that is not right."),
}


@dataclass(frozen=True, slots=True)
class Address:
    """
    A receiver without a log-in.

    Args:
        language: that the receiver reads: da, nb, sv or en; empty: the installation's.
    """

    email: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class Bulk:
    """
    How a mail to many differs from one to somebody: it waits for the next run of `send_due_messages`.

    Args:
        why: the sentence at its end that says why it came.
        is_asked_for: it goes to those who said yes to its topic; otherwise to those who have not said no, for the law
            allows to write to them.
        is_duty: the law asks for it, so it goes also to those who have said no to mail.
    """

    why: str | Promise
    is_asked_for: bool
    is_duty: bool = False


Hook: TypeAlias = "Callable[[User | None, str, MailTopic, bool, User | None, dt.datetime], None]"
_choice_hooks: Final[list[Hook]] = []


def after_choice(hook: Hook) -> None:
    """Let `hook(user, address, topic, is_on, by, at)` be called in the transaction of every choice of mails."""
    if hook not in _choice_hooks:
        _choice_hooks.append(hook)


@transaction.atomic
def send_message(
    *,
    to: User | Address,
    topic: MailTopic,
    template: str,
    context: Mapping[str, Any],
    links: Sequence[OneTap] = (),
    bulk: Bulk | None = None,
    why: str | Promise = "",
    by: User | None,
    at: dt.datetime,
) -> Message | None:
    """
    Write a mail, to be sent once the transaction around it holds.

    It is made from `mail/<template>.txt` in the receiver's language: the first line is the subject, below it the text.
    Each of `links` adds a line; why the mail came and how to have no more of them follows by itself.

    Args:
        bulk: what differs where it goes to many.
        why: the sentence at its end that says why it came, where the topic does not tell it.

    Returns:
        None where the receiver does not want mails of this topic or has said no to mail, has no address or one that
        takes no mail, or may not log in any more. Mails that are owed go to who has said no too, and say so.
    """
    user, address = (to, to.email) if isinstance(to, User) else (None, to.email)
    says_no = topic != MailTopic.ACCOUNT and declines(user=user, address=address, way=ContactWay.MAIL)
    if not _is_sent(user, address, topic, bulk, says_no=says_no):
        return None
    language = language_read_by(to)
    new_token = partial(_new_token, user=user, address="" if user else address, language=language, at=at)
    taps = [(tap.label, _path(new_token(tap))) for tap in links]
    opt_out = ""
    if topic.can_be_switched_off:
        opt_out = new_token(OneTap("", MUTE, {"topic": topic.value}, MUTE_DAYS))
    with translation.override(language):
        subject, _line, text = _rendered(template, context).strip().partition("\n")
        frame = {
            "text": text.strip(),
            "taps": [(str(label), absolute(path)) for label, path in taps],
            "why": why or (bulk.why if bulk else WHY[topic]),
            "says_no": says_no,
            "topic": topic.label,
            "opt_out": absolute(_path(opt_out)) if opt_out else "",
            "choices": absolute(reverse("mail-topics")) if user else "",
            "home": absolute("/"),
        }
        text = re.sub(r"\n{3,}", "\n\n", _rendered("frame", frame)).strip() + "\n"
    return _kept(
        to_user=user,
        to_address=address,
        topic=topic,
        language=language,
        subject=subject,
        text=text,
        opt_out=absolute(reverse("one-tap-unsubscribe", args=[opt_out])) if opt_out else "",
        by=by,
        at=at,
        changes={"topic": topic.value, "template": template},
        waits=bulk is not None,
    )


def language_read_by(to: User | Address) -> str:
    """The language in which a mail to somebody is written."""
    return language_of(to) if isinstance(to, User) else to.language or settings.LANGUAGE_CODE


def _is_sent(user: User | None, address: str, topic: MailTopic, bulk: Bulk | None, *, says_no: bool) -> bool:
    """Whether somebody can be written to and wants it, or it is owed."""
    if not address or (user is not None and not user.is_active):
        return False
    if topic.can_be_switched_off and has_bounced(address):
        return False
    if bulk and not bulk.is_asked_for:
        if has_declined(user=user, address=address, topic=topic):
            return False
    elif not is_wanted(user=user, address=address, topic=topic):
        return False
    return not says_no or topic.is_service or bool(bulk and bulk.is_duty)


def _new_token(tap: OneTap, **owner: Any) -> str:
    return new_link(tap=tap, **owner)[1]


@transaction.atomic
def keep_mail(*, to_address: str, subject: str, text: str, by: User | None, at: dt.datetime) -> Message:
    """Keep a mail that a library would send, such as a log-in code, where the installation sends none."""
    user = User.objects.filter(email__iexact=to_address, is_active=True).order_by("pk").first()
    return _kept(
        to_user=user,
        to_address=to_address,
        topic=MailTopic.ACCOUNT,
        language=(translation.get_language() or settings.LANGUAGE_CODE).split("-")[0],
        subject=subject,
        text=text,
        opt_out="",
        by=by,
        at=at,
        changes={"topic": MailTopic.ACCOUNT.value},
    )


def _kept(
    *,
    subject: str,
    by: User | None,
    at: dt.datetime,
    changes: Mapping[str, Any],
    waits: bool = False,
    **columns: Any,
) -> Message:
    with all_rows():  # whoever causes a mail does not see its receiver's
        message = Message.objects.create(
            subject=" ".join(subject.split())[:LONGEST_SUBJECT],
            created_at=at,
            next_try_at=at,
            is_kept=settings.MAIL_IS_KEPT,
            **columns,
        )
    record(action="base.send_message", subject=message, by=by, at=at, changes=changes)
    if settings.MAIL_AT_ONCE and not message.is_kept and not waits:
        transaction.on_commit(partial(send_at_once, message, at), robust=True)
    return message


def _rendered(template: str, context: Mapping[str, Any]) -> str:
    """A text without the entities that a page needs."""
    found: Any = get_template(f"mail/{template}.txt")
    return str(found.template.render(Context(dict(context), autoescape=False)))


def _path(token: str) -> str:
    return reverse("one-tap", args=[token])


@transaction.atomic
def choose_topic(*, user: User, topic: MailTopic, is_on: bool, by: User | None, at: dt.datetime) -> None:
    """
    Write mails of a topic to a user, or no more. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is a person and not the user.
        ValueError: the topic cannot be switched off.
    """
    _check_choice(user, topic, by)
    if is_wanted(user=user, address=user.email, topic=topic) != is_on:
        _choose(user=user, address="", topic=topic, is_on=is_on, by=by, at=at)


@transaction.atomic
def set_mail_topics(
    *, user: User, topics: Collection[MailTopic], by: User | None, at: dt.datetime
) -> frozenset[MailTopic]:
    """
    Let a user get mails of these topics and of no others. What keeps the log-in safe comes all the same.

    Raises:
        PermissionDenied: `by` is a person and not the user.
    """
    if by is not None and by.pk != user.pk:
        raise PermissionDenied(f"{by} may not choose the mails of {user}.")
    for topic in MailTopic:
        if not topic.can_be_switched_off:
            continue
        is_new = (topic in topics) != is_wanted(user=user, address=user.email, topic=topic)
        # what nobody is sent at first may still be sent to many: a no has to be written down
        is_said_no = topic not in topics and not topic.is_on_at_first
        if is_new or (is_said_no and not has_declined(user=user, address=user.email, topic=topic)):
            _choose(user=user, address="", topic=topic, is_on=topic in topics, by=by, at=at)
    return frozenset(topics) | {MailTopic.ACCOUNT}


@transaction.atomic
def mute_topic(
    *, user: User | None, address: str = "", topic: MailTopic, by: User | None, at: dt.datetime
) -> None:
    """
    Write no more mails of a topic to a user, or to an address that is no user's. Repeating it changes nothing.

    Raises:
        PermissionDenied: `by` is a person and not the user.
        ValueError: the topic cannot be switched off.
    """
    _check_choice(user or address, topic, by)
    if not has_declined(user=user, address=address, topic=topic):
        _choose(user=user, address=address, topic=topic, is_on=False, by=by, at=at)


def _check_choice(whose: User | str, topic: MailTopic, by: User | None) -> None:
    if by is not None and by != whose:
        raise PermissionDenied(f"{by} may not choose the mails of {whose}.")
    if not topic.can_be_switched_off:
        raise ValueError(f"Mails about {topic.value} cannot be switched off.")


def _choose(
    *, user: User | None, address: str, topic: MailTopic, is_on: bool, by: User | None, at: dt.datetime
) -> None:
    with all_rows():  # a link acts without anybody logged in
        choice, _is_new = MailChoice.objects.update_or_create(
            user=user,
            address="" if user else address.lower(),
            topic=topic,
            defaults={"is_on": is_on, "changed_at": at},
        )
    changes = {"topic": topic.value, "is_on": is_on}
    record(action="base.choose_mails", subject=choice, by=by, at=at, changes=changes)
    for hook in _choice_hooks:
        hook(user, address, topic, is_on, by, at)
