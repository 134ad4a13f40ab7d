from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class SurveyText(models.Model):
    """
    One text of a survey in another language than its own.

    `question` and `place` say which: of the survey itself, 0 is the title and 1 what it is for; of a question, 0 is its
    text and n is its option n. `original` is what was translated: where the survey says something else by now, the
    translation has to be looked at again.
    """

    scope = RowScope(through="survey")
    privacy = Privacy(plain=("id", "survey", "question", "place", "language", "text", "original"))

    survey = models.ForeignKey("surveys.Survey", models.CASCADE, related_name="texts")
    question = models.ForeignKey(
        "surveys.SurveyQuestion", models.CASCADE, null=True, blank=True, related_name="texts"
    )
    place = models.PositiveSmallIntegerField()
    language = models.CharField(_("language"), max_length=2)
    text = models.TextField(_("text"))
    original = models.TextField(_("what was translated"))

    objects = ScopedManager["SurveyText"]()

    class Meta:
        verbose_name = _("translated text of a survey")
        verbose_name_plural = _("translated texts of surveys")
        ordering = ("survey_id", "language", "question_id", "place")
        constraints = [
            models.UniqueConstraint(
                name="survey_text_once",
                fields=["survey", "language", "place"],
                condition=Q(question__isnull=True),
            ),
            models.UniqueConstraint(
                name="question_text_once",
                fields=["question", "language", "place"],
                condition=Q(question__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.language}: {self.text[:60]}"
