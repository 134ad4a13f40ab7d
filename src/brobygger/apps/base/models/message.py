from __future__ import annotations

import re
from typing import Final

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, MailState, MailTopic, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy
from brobygger.apps.base.models.scope import RowScope, ScopedManager

TOKEN: Final = re.compile(r"(/t/)[\w-]{20,}")
"""What a link that does something ends with."""


class Message(models.Model):
    """
    A mail: written in the transaction of what it tells about, sent afterwards.

    Of an installation without a mail server it is never sent (`is_kept`): what is kept here is the mailbox.
    """

    scope = RowScope(owners=("to_user",))
    privacy = Privacy(
        user="to_user",
        address="to_address",
        personal=(
            Personal(
                _("the mails that we wrote to you"),
                (
                    "to_user",
                    "to_address",
                    "topic",
                    "language",
                    "subject",
                    "text",
                    "created_at",
                    "sent_at",
                    "failed_at",
                    "failure",
                ),
                Purpose.CONTACT,
                LegalBasis.AGREEMENT,
                Retention.MAIL,
                since=("created_at",),
            ),
            Personal(
                _("the link with which a mail program takes you off the list"),
                ("opt_out",),
                Purpose.CONTACT,
                LegalBasis.DUTY,
                Retention.MAIL,
                is_secret=True,
            ),
        ),
        plain=("id", "is_kept", "attempts", "next_try_at"),
        mentions=("subject", "text"),
    )

    to_user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("whom it went to"),
        null=True,
        blank=True,
        related_name="mails",
    )
    to_address = models.EmailField(_("to"))
    topic = models.CharField(_("topic"), max_length=20, choices=MailTopic.choices)
    language = models.CharField(_("language"), max_length=5)
    subject = models.CharField(_("subject"), max_length=200)
    text = models.TextField(_("text"))
    opt_out = models.CharField(
        _("link that takes off the list"),
        max_length=300,
        blank=True,
        help_text=_("For the header List-Unsubscribe."),
    )
    created_at = models.DateTimeField(_("written"), db_index=True)
    is_kept = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(_("attempts"), default=0)
    next_try_at = models.DateTimeField(_("next attempt"))
    sent_at = models.DateTimeField(_("sent"), null=True, blank=True)
    failed_at = models.DateTimeField(_("given up"), null=True, blank=True)
    failure = models.CharField(_("what went wrong"), max_length=300, blank=True)

    objects = ScopedManager["Message"]()

    class Meta:
        verbose_name = _("mail")
        verbose_name_plural = _("mails")
        indexes = [
            models.Index(
                fields=["next_try_at"],
                condition=models.Q(sent_at__isnull=True, failed_at__isnull=True, is_kept=False),
                name="mail_due",
            )
        ]

    def __str__(self) -> str:
        return self.subject

    @property
    def state(self) -> MailState:
        if self.is_kept:
            return MailState.KEPT
        if self.sent_at:
            return MailState.SENT
        return MailState.FAILED if self.failed_at else MailState.WAITING

    @property
    def text_without_tokens(self) -> str:
        """The text, with links in it that do nothing any more."""
        return TOKEN.sub(r"\1…", self.text)
