from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager
from brobygger.apps.surveys.enums import WayIn


class AnswerSheet(models.Model):
    """
    What one person answered, without the person: no name, no address, no moment, and a random number.

    The number is made by the page with the questions, so that a sheet that is sent twice is kept once.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(plain=("id", "wave", "way_in"))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    wave = models.ForeignKey("surveys.SurveyWave", models.CASCADE, related_name="sheets")
    way_in = models.CharField(max_length=8, choices=WayIn.choices)

    objects = ScopedManager["AnswerSheet"]()

    class Meta:
        verbose_name = _("sheet of answers")
        verbose_name_plural = _("sheets of answers")

    def __str__(self) -> str:
        return str(self.pk)


class SurveyAnswer(models.Model):
    """The answer to one question: see `SurveyQuestion.values`."""

    scope = RowScope(nobody=True)
    privacy = Privacy(plain=("id", "sheet", "question", "value"))

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)  # tells of no order
    sheet = models.ForeignKey("surveys.AnswerSheet", models.CASCADE, related_name="answers")
    question = models.ForeignKey("surveys.SurveyQuestion", models.CASCADE, related_name="answers")
    value = models.PositiveSmallIntegerField()

    objects = ScopedManager["SurveyAnswer"]()

    class Meta:
        verbose_name = _("answer to a question")
        verbose_name_plural = _("answers to questions")
        constraints = [models.UniqueConstraint(name="answered_once", fields=["sheet", "question"])]

    def __str__(self) -> str:
        return f"{self.question_id}: {self.value}"
