from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import BounceSource, LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy
from brobygger.apps.base.models.scope import RowScope, ScopedManager


class BouncedAddress(models.Model):
    """An address that takes no mail: a mail server said so for good. Nothing is written to it until somebody lifts it."""

    scope = RowScope(nobody=True)
    privacy = Privacy(
        address="address",
        personal=(
            Personal(
                _("that mail to your address came back, when, and what the mail server said"),
                ("address", "source", "answer", "bounced_at"),
                Purpose.CONTACT,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.PROFILE,
                since=("bounced_at",),
            ),
        ),
        plain=("id",),
    )

    address = models.EmailField(_("address"), unique=True, help_text=_("In small letters."))
    source = models.CharField(_("how we know"), max_length=10, choices=BounceSource.choices)
    answer = models.CharField(_("what the mail server said"), max_length=300, blank=True)
    bounced_at = models.DateTimeField(_("came back"))

    objects = ScopedManager["BouncedAddress"]()

    class Meta:
        verbose_name = _("address that takes no mail")
        verbose_name_plural = _("addresses that take no mail")
        ordering = ("-bounced_at", "-pk")

    def __str__(self) -> str:
        return f"{self.pk} {self.answer[:40]}"
