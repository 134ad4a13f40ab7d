from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class AdFetch(models.Model):
    """
    One fetch of a source: what came, and what was refused and why.

    `problem` and each of `refusals` are the key and the parameters of a message, so that they are said in the
    reader's language.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(plain=("id", "source", "begun_at", "ended_at", "counts", "refusals", "problem"))

    source = models.ForeignKey("opportunities.AdSource", models.CASCADE, related_name="fetches")
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict)
    refusals = models.JSONField(default=list)
    problem = models.JSONField(default=dict)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("fetch of open ads")
        verbose_name_plural = _("fetches of open ads")
        ordering = ("-begun_at", "-pk")

    def __str__(self) -> str:
        return f"{self.source_id}: {self.begun_at:%Y-%m-%d %H:%M}"
