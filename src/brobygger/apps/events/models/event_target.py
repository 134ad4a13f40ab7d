from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy
from brobygger.apps.events.enums import EventKind


class EventTarget(models.Model):
    """
    How a programme's target is counted in events: so many a year of a kind, in a town, with enough organisations.

    An event counts when `least_engaged` organisations of `country` or more take part, themselves or represented.
    `position` is that of the programme's target; the target's number is the one to reach.
    """

    privacy = Privacy(plain=("id", "programme", "position", "kind", "city", "country", "least_engaged"))

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="event_targets")
    position = models.PositiveSmallIntegerField(_("position of the target"))
    kind = models.CharField(_("kind"), max_length=16, choices=EventKind.choices, default=EventKind.LARGE)
    city = models.CharField(_("town"), max_length=120, blank=True, help_text=_("Empty: anywhere."))
    country = models.CharField(
        _("country of the organisations"), max_length=2, blank=True, help_text=_("Empty: any.")
    )
    least_engaged = models.PositiveSmallIntegerField(_("organisations at least"), default=0)

    class Meta:
        verbose_name = _("target counted in events")
        verbose_name_plural = _("targets counted in events")
        constraints = [
            models.UniqueConstraint(name="event_target_once", fields=["programme", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id}.{self.position}: {self.kind} {self.city}"
