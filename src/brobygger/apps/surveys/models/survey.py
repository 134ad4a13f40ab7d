from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.surveys.enums import QuestionKind


class Survey(models.Model):
    """Closed questions of a programme that are asked in waves, such as before and after. Nobody answers with a name."""

    scope = RowScope(programme="programme")
    privacy = Privacy(
        personal=(names_who("written_by"),),
        plain=("id", "programme", "title", "intro", "language", "written_at"),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="surveys")
    title = models.CharField(_("title"), max_length=150)
    intro = models.TextField(_("what it is for"), max_length=1_000, blank=True)
    language = models.CharField(_("language of the questions"), max_length=2, default="en")
    written_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["Survey"]()

    class Meta:
        verbose_name = _("survey")
        verbose_name_plural = _("surveys")
        ordering = ("-written_at", "-pk")

    def __str__(self) -> str:
        return self.title


class SurveyQuestion(models.Model):
    """A closed question. A choice has options; the scale runs from 1, not at all, to 5, fully."""

    scope = RowScope(through="survey")
    privacy = Privacy(plain=("id", "survey", "position", "text", "kind", "options"))

    survey = models.ForeignKey("surveys.Survey", models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(_("question"), max_length=300)
    kind = models.CharField(_("kind of answer"), max_length=8, choices=QuestionKind.choices)
    options = models.JSONField(_("options"), default=list, blank=True)

    objects = ScopedManager["SurveyQuestion"]()

    class Meta:
        verbose_name = _("question of a survey")
        verbose_name_plural = _("questions of surveys")
        ordering = ("survey_id", "position")
        constraints = [models.UniqueConstraint(name="question_position_once", fields=["survey", "position"])]

    def __str__(self) -> str:
        return self.text

    @property
    def name(self) -> str:
        """What it is called in forms and tables."""
        return f"q{self.position}"

    @property
    def values(self) -> range:
        """What an answer may be: a step of the scale, 0 for no and 1 for yes, or the place of an option."""
        if self.kind == QuestionKind.SCALE:
            return range(1, 6)
        return range(2 if self.kind == QuestionKind.YES_NO else len(self.options))
