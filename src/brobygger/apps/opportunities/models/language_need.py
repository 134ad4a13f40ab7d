from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.opportunities.enums import (
    LanguageLevel,
    LanguageModality,
    LanguageSetting,
    LanguageTask,
)


class LanguageNeed(models.Model):
    """
    What a company says that a language is really needed for.

    All needs that were read for the same languages are replaced by the rows for these languages: the need in the
    work itself and the need over coffee are said apart, task by task. `stated_modality` and `stated_level` keep what
    stood there before anybody asked what the language is used for: the ad's word, or what was said first.
    """

    scope = RowScope(through="opportunity")
    privacy = Privacy(
        personal=(names_who("set_by"),),
        plain=(
            "id",
            "opportunity",
            "codes",
            "task",
            "setting",
            "modality",
            "level",
            "stated_modality",
            "stated_level",
            "set_at",
        ),
    )

    opportunity = models.ForeignKey(
        "opportunities.Opportunity", models.CASCADE, related_name="language_needs"
    )
    codes = models.CharField(
        max_length=60, help_text=_("ISO 639-1; alternatives in alphabetical order with “|” between: “da|nb”.")
    )
    task = models.CharField(
        _("task"), max_length=16, choices=LanguageTask.choices, default=LanguageTask.OTHER
    )
    setting = models.CharField(max_length=8, choices=LanguageSetting.choices)
    modality = models.CharField(max_length=16, choices=LanguageModality.choices)
    level = models.CharField(max_length=2, choices=LanguageLevel.choices, blank=True)
    stated_modality = models.CharField(max_length=16, choices=LanguageModality.choices, blank=True)
    stated_level = models.CharField(max_length=2, choices=LanguageLevel.choices, blank=True)
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
        ordering = ("opportunity_id", "codes", "task")
        constraints = [
            models.UniqueConstraint(
                name="language_need_once",
                fields=["opportunity", "codes", "task"],
                violation_error_message=_("The need of this language is stated already."),
            ),
            models.CheckConstraint(
                name="language_need_task_fits_setting",
                condition=Q(task=LanguageTask.COFFEE, setting=LanguageSetting.INFORMAL)
                | ~Q(task=LanguageTask.COFFEE) & Q(setting=LanguageSetting.FORMAL),
                violation_error_message=_("The coffee table is no part of the work itself, all else is."),
            ),
            models.CheckConstraint(
                name="language_need_has_a_level",
                condition=~Q(level="") | Q(modality=LanguageModality.NOT_REQUIRED),
                violation_error_message=_("A language that is needed needs a level."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.codes} {self.level} ({self.get_task_display()}, {self.get_modality_display()})"
