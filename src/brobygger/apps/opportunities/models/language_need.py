from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.opportunities.enums import LanguageLevel, LanguageModality, LanguageSetting


class LanguageNeed(models.Model):
    """
    What a company says that a language is really needed for.

    All needs that were read for the same languages are replaced by the rows for these languages: the need in the
    work itself and the need over coffee are said apart.
    """

    scope = RowScope(through="opportunity")
    privacy = Privacy(
        personal=(names_who("set_by"),),
        plain=("id", "opportunity", "codes", "setting", "modality", "level", "set_at"),
    )

    opportunity = models.ForeignKey(
        "opportunities.Opportunity", models.CASCADE, related_name="language_needs"
    )
    codes = models.CharField(
        max_length=60, help_text=_("ISO 639-1; alternatives in alphabetical order with “|” between: “da|nb”.")
    )
    setting = models.CharField(max_length=8, choices=LanguageSetting.choices)
    modality = models.CharField(max_length=16, choices=LanguageModality.choices)
    level = models.CharField(max_length=2, choices=LanguageLevel.choices, blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("set by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("language need")
        verbose_name_plural = _("language needs")
        ordering = ("opportunity_id", "codes", "setting")
        constraints = [
            models.UniqueConstraint(
                name="language_need_once",
                fields=["opportunity", "codes", "setting"],
                violation_error_message=_("The need of this language is stated already."),
            ),
            models.CheckConstraint(
                name="language_need_has_a_level",
                condition=~Q(level="") | Q(modality=LanguageModality.NOT_REQUIRED),
                violation_error_message=_("A language that is needed needs a level."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.codes} {self.level} ({self.get_setting_display()}, {self.get_modality_display()})"
