from __future__ import annotations

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager

LEAST, MOST = 1, 5


class EventFeedback(models.Model):
    """What somebody said of an event. Nobody can tell who: the registration knows only that something was said."""

    scope = RowScope(programme="event__programme")
    privacy = Privacy(plain=("id", "event", "overall", "useful", "text", "answered_date"), mentions=("text",))

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="feedback")
    overall = models.PositiveSmallIntegerField(
        _("how it was, from 1 to 5"), validators=[MinValueValidator(LEAST), MaxValueValidator(MOST)]
    )
    useful = models.PositiveSmallIntegerField(
        _("how useful it was, from 1 to 5"), validators=[MinValueValidator(LEAST), MaxValueValidator(MOST)]
    )
    text = models.TextField(_("in one's own words"), blank=True)
    answered_date = models.DateField(_("day"))

    objects = ScopedManager["EventFeedback"]()

    class Meta:
        verbose_name = _("feedback on an event")
        verbose_name_plural = _("feedback on events")
        ordering = ("-answered_date", "-pk")
        constraints = [
            models.CheckConstraint(
                name="event_feedback_in_range",
                condition=Q(overall__range=(LEAST, MOST)) & Q(useful__range=(LEAST, MOST)),
            )
        ]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.overall}, {self.useful}"
