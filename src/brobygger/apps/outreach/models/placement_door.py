from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import (
    Personal,
    Privacy,
    RowScope,
    ScopedManager,
    names_who,
)
from brobygger.apps.outreach.enums import Door


class PlacementDoor(models.Model):
    """Which door brought a candidate and an organisation together."""

    scope = RowScope(through="application")
    privacy = Privacy(
        user="application__candidate__user",
        candidate="application__candidate",
        personal=(
            Personal(
                _("what brought you and an organisation together"),
                ("application", "door", "detail", "campaign"),
                Purpose.APPLICATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.APPLICATION,
                since=("application__answered_at", "application__changed_at"),
            ),
            names_who("noted_by"),
        ),
        plain=("noted_at",),
    )

    application = models.OneToOneField(
        "opportunities.Application",
        models.CASCADE,
        verbose_name=_("application"),
        primary_key=True,
        related_name="door",
    )
    door = models.CharField(_("which door"), max_length=8, choices=Door.choices)
    detail = models.CharField(_("which one"), max_length=120, blank=True)
    campaign = models.ForeignKey(
        "outreach.Campaign",
        models.SET_NULL,
        verbose_name=_("which mail to many"),
        null=True,
        blank=True,
        related_name="doors",
    )
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("door of an application")
        verbose_name_plural = _("doors of applications")

    def __str__(self) -> str:
        return f"{self.application_id}: {self.door}"
