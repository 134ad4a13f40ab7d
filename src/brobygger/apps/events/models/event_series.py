from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy


class EventSeries(models.Model):
    """What a programme plans to hold from one day to another, as a semester: so many events at least and at most."""

    privacy = Privacy(plain=("id", "programme", "name", "start_date", "end_date", "least", "most"))

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="event_series")
    name = models.CharField(_("name"), max_length=200)
    start_date = models.DateField(_("first day"))
    end_date = models.DateField(_("last day"))
    least = models.PositiveSmallIntegerField(_("events at least"), default=0)
    most = models.PositiveSmallIntegerField(_("events at most"), null=True, blank=True)

    class Meta:
        verbose_name = _("series of events")
        verbose_name_plural = _("series of events")
        ordering = ("-start_date", "name", "pk")
        constraints = [
            models.CheckConstraint(
                name="event_series_ends_after_it_starts",
                condition=Q(end_date__gte=F("start_date")),
                violation_error_message=_("The last day must not lie before the first."),
            ),
            models.CheckConstraint(
                name="event_series_least_up_to_most",
                condition=Q(most__isnull=True) | Q(most__gte=F("least")),
                violation_error_message=_("The largest number of events must not be below the smallest."),
            ),
        ]

    def __str__(self) -> str:
        return self.name
