"""Django's entrance to mail, where the installation sends none: what a library would send is kept beside our own."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.utils.timezone import now

from brobygger.apps.base.actions import keep_mail


class KeepsMail(BaseEmailBackend):
    """Keeps each mail once for each of its receivers."""

    def send_messages(self, email_messages: Iterable[EmailMessage]) -> int:
        at, count = now(), 0
        for email in email_messages:
            for address in email.recipients():
                keep_mail(
                    to_address=address, subject=str(email.subject), text=str(email.body), by=None, at=at
                )
            count += bool(email.recipients())
        return count
