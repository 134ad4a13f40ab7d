from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class ExclusionCount(models.Model):
    """How many candidates one rule excluded from one opportunity; a candidate may be counted by several rules."""

    scope = RowScope(through="run")
    privacy = Privacy(plain=("id", "run", "opportunity", "rule", "subject", "count"))

    run = models.ForeignKey("matching.MatchRun", models.CASCADE, related_name="exclusion_counts")
    opportunity = models.ForeignKey(
        "opportunities.Opportunity", models.CASCADE, related_name="exclusion_counts"
    )
    rule = models.CharField(max_length=16)
    subject = models.CharField(
        max_length=60, blank=True, help_text=_("What within the rule: the languages of a need.")
    )
    count = models.PositiveIntegerField()

    objects = ScopedManager()

    class Meta:
        verbose_name = _("excluded by a rule")
        verbose_name_plural = _("excluded by rules")
        ordering = ("run_id", "opportunity_id", "-count", "rule", "subject")
        constraints = [
            models.UniqueConstraint(
                name="exclusion_count_once", fields=["run", "opportunity", "rule", "subject"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} {self.subject}: {self.count}"
