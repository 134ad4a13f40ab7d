"""Reads of mails and of the links in them, and of what somebody wants mails about."""

from __future__ import annotations

import datetime as dt

from django.db.models import Q, QuerySet

from brobygger.apps.base.enums import MailState, MailTopic
from brobygger.apps.base.models import (
    LOG_IN,
    BouncedAddress,
    LinkExpired,
    LinkUnknown,
    LinkUsed,
    MailChoice,
    Message,
    OneTapLink,
    User,
    all_rows,
    token_digest,
)


def is_wanted(*, user: User | None, address: str, topic: MailTopic) -> bool:
    """Whether a mail of this topic is sent to a user, or to an address that is no user's."""
    if not topic.can_be_switched_off:
        return True
    with all_rows():  # the receiver's choice, not that of who writes
        chosen = _choices(user, address).filter(topic=topic).values_list("is_on", flat=True).first()
    return topic.is_on_at_first if chosen is None else chosen


def has_declined(*, user: User | None, address: str, topic: MailTopic) -> bool:
    """Whether the latest word on mails of this topic was no; somebody who has said nothing has not declined."""
    with all_rows():  # the receiver's choice, not that of who writes
        chosen = _choices(user, address).filter(topic=topic).values_list("is_on", flat=True).first()
    return chosen is False


def has_bounced(address: str) -> bool:
    """Whether an address is marked as one that takes no mail."""
    with all_rows():  # addresses are nobody's
        return BouncedAddress.objects.filter(address=address.lower()).exists()


def bounced_addresses() -> QuerySet[BouncedAddress]:
    """Addresses that take no mail, the latest first."""
    return BouncedAddress.objects.order_by("-bounced_at", "-pk")


def choices_of_topic(topic: MailTopic) -> tuple[dict[int, bool], dict[str, bool]]:
    """What was chosen last of a topic, by user and by address in small letters. One query."""
    of_users: dict[int, bool] = {}
    of_addresses: dict[str, bool] = {}
    with all_rows():  # the receivers' choices, not those of who writes
        rows = MailChoice.objects.filter(topic=topic).order_by("changed_at", "pk")
        for user_id, address, is_on in rows.values_list("user", "address", "is_on"):
            if user_id is None:
                of_addresses[address] = is_on
            else:
                of_users[user_id] = is_on
    return of_users, of_addresses


def wanted_topics(user: User) -> frozenset[MailTopic]:
    """The topics that a user gets mails of."""
    with all_rows():
        chosen = dict(_choices(user, user.email).reverse().values_list("topic", "is_on"))
    return frozenset(
        topic
        for topic in MailTopic
        if not topic.can_be_switched_off or chosen.get(topic.value, topic.is_on_at_first)
    )


def _choices(user: User | None, address: str) -> QuerySet[MailChoice]:
    """Latest first. What was chosen for an address before its owner could log in goes on to hold."""
    of_address = Q(user__isnull=True, address=address.lower()) if address else Q(pk__in=())
    return MailChoice.objects.filter(of_address if user is None else Q(user=user.pk) | of_address).order_by(
        "-changed_at", "-pk"
    )


def one_tap_link(*, token: str, at: dt.datetime, is_locked: bool = False) -> OneTapLink:
    """
    The link with this token and its user; locked against other processes until the transaction ends, if so asked.

    Raises:
        LinkUnknown: there is none, or its user may not log in any more.
        LinkUsed: it was used.
        LinkExpired: it is too old.
    """
    with all_rows():  # the token says who may
        links = OneTapLink.objects.select_related("user").filter(digest=token_digest(token))
        link = (links.select_for_update(of=("self",)) if is_locked else links).first()
    if link is None or (link.user is not None and not link.user.is_active):
        raise LinkUnknown
    if link.used_at is not None:
        raise LinkUsed(link)
    if link.expires_at <= at:
        raise LinkExpired(link)
    return link


def log_in_link(*, token: str, at: dt.datetime) -> OneTapLink:
    """
    The link with this token, if it logs its user in.

    Raises:
        LinkUnknown, LinkUsed, LinkExpired: as for `one_tap_link`; a link for something else is unknown.
    """
    link = one_tap_link(token=token, at=at)
    if link.action != LOG_IN:
        raise LinkUnknown(link)
    return link


def due_messages(*, at: dt.datetime) -> QuerySet[Message]:
    """Mails that are to be sent now, the longest waiting first."""
    return Message.objects.filter(
        sent_at__isnull=True, failed_at__isnull=True, is_kept=False, next_try_at__lte=at
    ).order_by("next_try_at", "pk")


def messages_for(reader: User, *, topic: str = "", state: str = "", text: str = "") -> QuerySet[Message]:
    """
    The mails that a reader may see, latest first: all, or those to the reader.

    Args:
        topic, state: of `MailTopic` and `MailState`; empty: any.
        text: part of the receiver's address or of the subject.
    """
    found = Message.objects.select_related("to_user").order_by("-created_at", "-pk")
    if not reader.has_perm("base.view_mail"):
        found = found.filter(to_user=reader)
    if topic:
        found = found.filter(topic=topic)
    if text:
        found = found.filter(Q(to_address__icontains=text) | Q(subject__icontains=text))
    states = {
        MailState.KEPT.value: Q(is_kept=True),
        MailState.SENT.value: Q(sent_at__isnull=False),
        MailState.FAILED.value: Q(failed_at__isnull=False),
        MailState.WAITING.value: Q(is_kept=False, sent_at__isnull=True, failed_at__isnull=True),
    }
    return found.filter(states[state]) if state in states else found


def message_by_id(*, pk: int) -> Message | None:
    return Message.objects.select_related("to_user").filter(pk=pk).first()
