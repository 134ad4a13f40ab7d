from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import (
    Privacy,
    RowScope,
    ScopedManager,
    names_who,
)
from brobygger.apps.outreach.enums import Exclusion


class TargetList(models.Model):
    """Companies of the registers in the order in which they are worth a visit, with what the list looked for."""

    scope = RowScope(programme="programme")
    privacy = Privacy(
        personal=(names_who("made_by"),),
        plain=("id", "programme", "name", "criteria", "warnings", "made_at"),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="target_lists")
    name = models.CharField(_("name"), max_length=120)
    criteria = models.JSONField(
        default=dict, help_text=_("Sizes, branches, places, countries, and the points of each part.")
    )
    warnings = models.JSONField(default=list, help_text=_("Branch codes that no company has."))
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("made by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("target list")
        verbose_name_plural = _("target lists")
        ordering = ("-made_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="target_list_name_once",
                fields=["programme", "name"],
                violation_error_message=_("Another list of the programme has this name."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class Target(models.Model):
    """A company on a target list: its score with the parts, or why it is left out."""

    scope = RowScope(through="target_list")
    privacy = Privacy(plain=("id", "target_list", "company", "score", "parts", "excluded"))

    target_list = models.ForeignKey("outreach.TargetList", models.CASCADE, related_name="targets")
    company = models.ForeignKey("outreach.RegisteredCompany", models.CASCADE, related_name="targets")
    score = models.FloatField()
    parts = models.JSONField(help_text=_("[part, result, points, most points] rows."))
    excluded = models.CharField(max_length=20, choices=Exclusion.choices, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("target")
        verbose_name_plural = _("targets")
        ordering = ("-score", "company__name", "pk")
        indexes = [models.Index(name="target_by_score", fields=["target_list", "excluded", "-score"])]
        constraints = [models.UniqueConstraint(name="target_once", fields=["target_list", "company"])]

    def __str__(self) -> str:
        return f"{self.company_id}: {self.score:.0f} {self.excluded}"
