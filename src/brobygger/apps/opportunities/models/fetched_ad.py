from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class FetchedAd(models.Model):
    """
    Where an opportunity comes from that was fetched: who may see the one sees the other.

    `gone_at` is set while the service no longer has it; the opportunity is closed then.
    """

    scope = RowScope(through="opportunity")
    privacy = Privacy(
        plain=(
            "id",
            "source",
            "family",
            "key",
            "opportunity",
            "source_name",
            "licence",
            "address",
            "seen_at",
            "gone_at",
        ),
    )

    source = models.ForeignKey(
        "opportunities.AdSource", models.SET_NULL, null=True, blank=True, related_name="ads"
    )
    family = models.CharField(max_length=100)
    key = models.CharField(max_length=200)
    opportunity = models.OneToOneField("opportunities.Opportunity", models.CASCADE, related_name="fetched")
    source_name = models.CharField(_("source"), max_length=100)
    licence = models.CharField(_("licence"), max_length=200)
    address = models.CharField(_("page of the ad"), max_length=1000, blank=True)
    seen_at = models.DateTimeField()
    gone_at = models.DateTimeField(null=True, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("ad that was fetched")
        verbose_name_plural = _("ads that were fetched")
        constraints = [
            models.UniqueConstraint(
                name="fetched_ad_once",
                fields=["family", "key"],
                violation_error_message=_("This ad was fetched already."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.family}: {self.key}"
