from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class Participation(models.Model):
    """
    An organisation takes part in an event: itself, or represented by another one.

    Each counts once for an event, however many people come.
    """

    scope = RowScope(through="event")
    privacy = Privacy(plain=("id", "event", "organisation", "representative", "noted_at"))

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="participations")
    organisation = models.ForeignKey(
        "organisations.Organisation",
        models.CASCADE,
        verbose_name=_("organisation"),
        related_name="event_participations",
    )
    representative = models.ForeignKey(
        "organisations.Organisation",
        models.SET_NULL,
        verbose_name=_("represented by"),
        null=True,
        blank=True,
        related_name="event_representations",
        help_text=_("Empty: it comes itself."),
    )
    noted_at = models.DateTimeField(_("noted"))

    objects = ScopedManager["Participation"]()

    class Meta:
        verbose_name = _("participation of an organisation")
        verbose_name_plural = _("participations of organisations")
        ordering = ("event_id", "pk")
        constraints = [
            models.UniqueConstraint(
                name="participation_once",
                fields=["event", "organisation"],
                violation_error_message=_("This organisation takes part already."),
            ),
            models.CheckConstraint(
                name="participation_represented_by_another",
                condition=Q(representative__isnull=True) | ~Q(representative=F("organisation")),
                violation_error_message=_("An organisation is represented by another one, or comes itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.event_id}: {self.organisation_id}"
