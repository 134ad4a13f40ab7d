from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy


class ProgrammeTarget(models.Model):
    """A number that a programme set itself; without a number where the programme named an aim in words only."""

    privacy = Privacy(plain=("id", "programme", "position", "label", "number", "unit"))

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="targets")
    position = models.PositiveSmallIntegerField()
    label = models.JSONField(help_text=_("What is counted, by language code."))
    number = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    unit = models.CharField(max_length=20, blank=True, help_text=_("“%”, “DKK”, or empty for a count."))

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ("programme_id", "position")
        constraints = [
            models.UniqueConstraint(
                name="target_position_once",
                fields=["programme", "position"],
                violation_error_message=_("Another target of the programme has this position."),
            ),
        ]

    def __str__(self) -> str:
        return self.label_in("en")

    def label_in(self, language: str) -> str:
        """The label in `language`, else in English."""
        found: str = self.label.get(language) or self.label.get("en", "")
        return found
