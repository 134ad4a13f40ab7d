from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class ParticipationQuerySet(models.QuerySet["Participation"]):
    def standing(self) -> Self:
        return self.filter(withdrawn_at=None)


class Participation(models.Model):
    """
    An organisation takes part in an event: itself, or represented by another one.

    Each counts once for an event, however many people come. One that was withdrawn, because the organisation was
    suspended, counts nowhere, and stands again when it is noted anew.
    """

    scope = RowScope(through="event")
    privacy = Privacy(plain=("id", "event", "organisation", "representative", "noted_at", "withdrawn_at"))

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
        help_text=_("Empty: it is not represented by another."),
    )
    noted_at = models.DateTimeField(_("noted"))
    withdrawn_at = models.DateTimeField(_("withdrawn"), null=True, blank=True)

    objects = ScopedManager.from_queryset(ParticipationQuerySet)()

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
