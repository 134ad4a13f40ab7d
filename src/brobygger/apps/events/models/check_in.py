from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who


class CheckIn(models.Model):
    """
    Somebody who registered came. One for each registration; made on the phone at the door, perhaps without a network.

    `client_id` is made on the phone: however often the phone sends it, it is kept once. Of two phones that saw the
    same person the earlier moment counts.
    """

    scope = RowScope(through="registration")
    privacy = Privacy(
        user="registration__user",
        candidate="registration__candidate",
        address="registration__email",
        personal=(
            Personal(
                _("the events that you came to, and when you came in"),
                ("registration", "checked_in_at", "received_at"),
                Purpose.EVENT,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("registration__event__ends_at",),
            ),
            names_who("checked_in_by"),
        ),
        plain=("id", "client_id"),
    )

    registration = models.OneToOneField(
        "events.Registration", models.CASCADE, verbose_name=_("registration"), related_name="check_in"
    )
    client_id = models.UUIDField(unique=True)
    checked_in_at = models.DateTimeField(_("came in at"), help_text=_("By the clock of the phone."))
    received_at = models.DateTimeField(_("received"))
    checked_in_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("let in by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["CheckIn"]()

    class Meta:
        verbose_name = _("check-in")
        verbose_name_plural = _("check-ins")
        ordering = ("checked_in_at", "pk")

    def __str__(self) -> str:
        return f"{self.registration_id} {self.checked_in_at:%Y-%m-%d %H:%M}"
