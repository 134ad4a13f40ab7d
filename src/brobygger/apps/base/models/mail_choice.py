from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, MailTopic, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy
from brobygger.apps.base.models.scope import RowScope, ScopedManager


class MailChoice(models.Model):
    """
    That somebody switched mails of a topic on or off. Without a row it is as `MailTopic.is_on_at_first` says.

    Of somebody who can log in the user is named, of others the address.
    """

    scope = RowScope(owners=("user",))
    privacy = Privacy(
        user="user",
        address="address",
        personal=(
            Personal(
                _("what you want mails about"),
                ("user", "address", "topic", "is_on", "changed_at"),
                Purpose.CONTACT,
                LegalBasis.DUTY,
                Retention.ACCOUNT,
            ),
        ),
        plain=("id",),
    )

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("whose choice it is"),
        null=True,
        blank=True,
        related_name="mail_choices",
    )
    address = models.EmailField(_("address"), blank=True, help_text=_("In small letters."))
    topic = models.CharField(_("topic"), max_length=20, choices=MailTopic.choices)
    is_on = models.BooleanField(_("wanted"))
    changed_at = models.DateTimeField(_("changed"))

    objects = ScopedManager["MailChoice"]()

    class Meta:
        verbose_name = _("choice of mails")
        verbose_name_plural = _("choices of mails")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "topic"], condition=Q(user__isnull=False), name="mail_choice_of_user"
            ),
            models.UniqueConstraint(
                fields=["address", "topic"], condition=Q(user__isnull=True), name="mail_choice_of_address"
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False, address="") | (Q(user__isnull=True) & ~Q(address="")),
                name="mail_choice_is_of_a_user_or_an_address",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.topic} {self.is_on}"
