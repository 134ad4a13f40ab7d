"""Sending what was written: every mail once, again after a growing pause where it fails."""

from __future__ import annotations

import datetime as dt
import logging
import re
import smtplib
from collections import Counter
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction

from brobygger.apps.base.actions.bounces import note_bounce
from brobygger.apps.base.enums import RETENTION_DAYS, BounceSource, Retention
from brobygger.apps.base.models import Message, OneTapLink, User, all_rows
from brobygger.apps.base.queries import due_messages

logger = logging.getLogger(__name__)

PAUSES: Final = tuple(dt.timedelta(minutes=minutes) for minutes in (5, 30, 2 * 60, 8 * 60, 24 * 60))
"""How long to wait after each failed attempt. After the last of them one more is made."""
CLAIM: Final = dt.timedelta(hours=1)
"""A process that took a mail and fell over has it sent after this; longer than `MOST_AT_ONCE` mails can take."""
MOST_AT_ONCE: Final = 50
TROUBLE: Final = (smtplib.SMTPException, OSError)
LONGEST_FAILURE: Final = 300
ENHANCED: Final = re.compile(r"[245]\.\d{1,3}\.\d{1,3}(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Sent:
    """
    What came of mails that were due.

    Args:
        again: how many failed and will be tried again.
        given_up: how many will not.
        unreachable: why the mail server cannot be reached; empty if it can. Mails that were not tried stay due.
    """

    sent: int = 0
    again: int = 0
    given_up: int = 0
    unreachable: str = ""

    @property
    def tried(self) -> int:
        return self.sent + self.again + self.given_up


def send_due_messages(*, by: User | None, at: dt.datetime, most: int = MOST_AT_ONCE) -> Sent:
    """
    Send up to `most` mails that are due, the longest waiting first, over one connection.

    Each is claimed before it is sent, so that of two processes only one sends it: call this outside of transactions.
    The rows themselves are the trace of it.

    Raises:
        ValueError: `most` is more than a claim lasts for.
    """
    if most > MOST_AT_ONCE:
        raise ValueError(f"At most {MOST_AT_ONCE} mails at once, got {most}.")
    with all_rows():  # mails of everybody
        due = list(due_messages(at=at)[:most])
        if not due:
            return Sent()
        connection = get_connection()
        came: Counter[str] = Counter()
        unreachable = ""
        try:
            for message in due:
                connection.open()  # nothing happens where it is open
                came[_send(message, connection, at)] += 1
        except TROUBLE as error:
            unreachable = _failure(error)
        finally:
            _close(connection)
    return Sent(came["sent"], came["again"], came["given_up"], unreachable)


def send_at_once(message: Message, at: dt.datetime) -> None:
    """Send a mail without waiting for the next run. What fails is left to that run."""
    with all_rows():  # the mail is another's
        connection = get_connection()
        try:
            connection.open()
            _send(message, connection, at)
        except TROUBLE as error:
            logger.warning("Mail %s is left to the next run: %s", message.pk, _failure(error))
        finally:
            _close(connection)


def _send(message: Message, connection: Any, at: dt.datetime) -> str:
    """What came of one mail, as a field of `Sent`; empty where another process has it."""
    attempts = message.attempts + 1
    if not _mine(message).update(attempts=attempts, next_try_at=at + CLAIM):
        return ""
    message.attempts = attempts
    try:
        _email(message, connection).send()
    except (*TROUBLE, ValueError) as error:
        if not isinstance(error, smtplib.SMTPRecipientsRefused):  # that leaves the connection as it was
            _close(connection)
        is_last = attempts > len(PAUSES) or _is_final(error)
        after = {"failed_at": at} if is_last else {"next_try_at": at + PAUSES[attempts - 1]}
        Message.objects.filter(pk=message.pk).update(failure=_failure(error), **after)
        if _is_dead(error):
            note_bounce(
                address=message.to_address, source=BounceSource.SMTP, answer=_failure(error), by=None, at=at
            )
        return "given_up" if is_last else "again"
    # a copy of a link that still works is in one place only: with its receiver
    Message.objects.filter(pk=message.pk).update(
        sent_at=at, failure="", text=message.text_without_tokens, opt_out=""
    )
    return "sent"


def _mine(message: Message) -> Any:
    """The mail, while nobody else has taken it since it was read."""
    return Message.objects.filter(
        pk=message.pk, attempts=message.attempts, sent_at__isnull=True, failed_at__isnull=True
    )


def _email(message: Message, connection: Any) -> EmailMessage:
    host = urlsplit(settings.BROBYGGER_URL).hostname
    headers = {
        # the same for each attempt: a mailbox that got it before drops the second
        "Message-ID": f"<{message.pk}.{message.created_at:%Y%m%d%H%M%S}@{host}>",
        "Auto-Submitted": "auto-generated",
        "Content-Language": message.language,
    }
    if message.opt_out:  # RFC 8058: mail programs show a button that unsubscribes
        headers["List-Unsubscribe"] = f"<{message.opt_out}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return EmailMessage(
        message.subject, message.text, to=[message.to_address], headers=headers, connection=connection
    )


def _is_final(error: Exception) -> bool:
    """The server says that it will never take this mail (reply codes of 500 and more), or it is no mail at all."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return all(code >= 500 for code, _reply in error.recipients.values())
    return isinstance(error, ValueError)


def _is_dead(error: Exception) -> bool:
    """
    The server says that there is no such mailbox, or that it is closed, not just that it does not want this mail.

    RFC 5321 reply codes 550, 551 and 553; where the server adds an enhanced code (RFC 3463), its class tells: 5.1 is
    a bad address and 5.2.1 a closed mailbox, while 5.7 is a rule about what we write and 5.2.2 a full mailbox.
    """
    if not isinstance(error, smtplib.SMTPRecipientsRefused):
        return False
    for code, reply in error.recipients.values():
        said = reply.decode("utf-8", "replace") if isinstance(reply, bytes) else str(reply)
        enhanced = ENHANCED.match(said)
        if code not in (550, 551, 553) or (enhanced and not is_dead_status(enhanced[0])):
            return False
    return True


def is_dead_status(status: str) -> bool:
    """Whether an enhanced status code (RFC 3463) says that an address takes no mail, now and later."""
    return status.startswith("5.1.") or status == "5.2.1"


def _failure(error: Exception) -> str:
    """What the server answered, such as “550 no such user”, or what went wrong."""
    answers: list[tuple[int, bytes | str]] = []
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = list(error.recipients.values())
    elif isinstance(error, smtplib.SMTPResponseException):
        answers = [(error.smtp_code, error.smtp_error)]
    said = "; ".join(
        f"{code} {reply.decode('utf-8', 'replace') if isinstance(reply, bytes) else reply}"
        for code, reply in answers
    )
    return (said or f"{type(error).__name__}: {error}")[:LONGEST_FAILURE]


def _close(connection: Any) -> None:
    try:
        connection.close()
    except TROUBLE:
        logger.debug("The mail server had closed the connection already.")


def forget_old_messages(*, by: User | None, at: dt.datetime) -> int:
    """Remove mails, and links in them, that are older than mails are kept. The answer is how many mails."""
    oldest = at - dt.timedelta(days=RETENTION_DAYS[Retention.MAIL])
    with all_rows(), transaction.atomic():  # mails of everybody
        count, _by_model = Message.objects.filter(created_at__lt=oldest).delete()
        OneTapLink.objects.filter(created_at__lt=oldest, expires_at__lt=at).delete()
    return count
