from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, everyone, names_who
from brobygger.apps.effects.enums import MILESTONES


class Benchmark(models.Model):
    """An official figure that somebody typed in, to be read beside a programme's own: with source and year."""

    scope = RowScope(programme="programme", shown=dict.fromkeys((Role.COUNCIL, Role.FUNDER), everyone))
    privacy = Privacy(
        personal=(names_who("added_by", "added_by_name"),),
        plain=("id", "programme", "label", "months", "percent", "source", "year", "added_at"),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="benchmarks")
    label = models.CharField(_("what it counts"), max_length=150)
    months = models.PositiveSmallIntegerField(
        _("after so many months"), choices=[(one, str(one)) for one in MILESTONES]
    )
    percent = models.DecimalField(
        _("percent that stay"),
        max_digits=4,
        decimal_places=1,
        validators=[MinValueValidator(0), MaxValueValidator(100)],
    )
    source = models.CharField(_("source"), max_length=200)
    year = models.PositiveSmallIntegerField(
        _("year"), validators=[MinValueValidator(1990), MaxValueValidator(2100)]
    )
    added_at = models.DateTimeField(_("added at"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("added by"),
        null=True,
        blank=True,
        related_name="+",
    )
    added_by_name = models.CharField(_("name of who added it"), max_length=150, blank=True)

    objects = ScopedManager["Benchmark"]()

    class Meta:
        verbose_name = _("official figure")
        verbose_name_plural = _("official figures")
        ordering = ("months", "-year", "pk")

    def __str__(self) -> str:
        return f"{self.label} {self.months}: {self.percent} %"
