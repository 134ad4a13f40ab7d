from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy
from brobygger.apps.base.models.scope import RowScope, ScopedManager


class CalendarAddress(models.Model):
    """
    What makes the address of a user's own calendar: calendar programs send no cookies, the address is the key.

    Another salt makes another address, and the old one is worth nothing.
    """

    scope = RowScope(owners=("user",))
    privacy = Privacy(
        user="user",
        personal=(
            Personal(
                _("that your calendar has an address, and since when"),
                ("user", "renewed_at"),
                Purpose.ACCOUNT,
                LegalBasis.AGREEMENT,
                Retention.ACCOUNT,
            ),
            Personal(
                _("what the address of your calendar is made from"),
                ("salt",),
                Purpose.ACCOUNT,
                LegalBasis.AGREEMENT,
                Retention.ACCOUNT,
                is_secret=True,
            ),
        ),
    )

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("whose calendar it is"),
        primary_key=True,
        related_name="calendar_address",
    )
    salt = models.CharField(
        _("what the address is made from"),
        max_length=64,
        help_text=_("Random; goes into the signature of the address."),
    )
    renewed_at = models.DateTimeField(_("made at"))

    objects = ScopedManager()

    class Meta:
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")

    def __str__(self) -> str:
        return f"{self.user_id} {self.renewed_at:%Y-%m-%d}"
