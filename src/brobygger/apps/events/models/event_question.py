from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager
from brobygger.apps.events.enums import QuestionKind


class EventQuestion(models.Model):
    """What an event asks of those who register, or in its input form. Answers are kept by the question's number."""

    scope = RowScope(through="event")
    privacy = Privacy(plain=("id", "event", "form", "position", "text", "kind", "choices", "is_required"))

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="questions")
    form = models.ForeignKey(
        "events.InputForm",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="questions",
        help_text=_("Empty: asked of those who register."),
    )
    position = models.PositiveSmallIntegerField(default=0)
    text = models.CharField(_("question"), max_length=300)
    kind = models.CharField(
        _("answered by"), max_length=8, choices=QuestionKind.choices, default=QuestionKind.TEXT
    )
    choices = models.JSONField(_("answers to choose from"), default=list, blank=True)
    is_required = models.BooleanField(_("must be answered"), default=False)

    objects = ScopedManager["EventQuestion"]()

    class Meta:
        verbose_name = _("question of an event")
        verbose_name_plural = _("questions of events")
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.text
