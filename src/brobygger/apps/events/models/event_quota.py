from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager
from brobygger.apps.events.enums import Grouping


class EventQuota(models.Model):
    """Of an event's seats so many are kept free for a group, and so many at most go to it."""

    scope = RowScope(through="event")
    privacy = Privacy(plain=("id", "event", "grouping", "group", "least", "most"))

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="quotas")
    grouping = models.CharField(_("group by"), max_length=8, choices=Grouping.choices)
    group = models.CharField(_("group"), max_length=16)
    least = models.PositiveIntegerField(_("seats kept free"), default=0)
    most = models.PositiveIntegerField(_("seats at most"), null=True, blank=True)

    objects = ScopedManager["EventQuota"]()

    class Meta:
        verbose_name = _("quota of an event")
        verbose_name_plural = _("quotas of events")
        ordering = ("grouping", "group", "pk")
        constraints = [
            models.UniqueConstraint(
                name="event_quota_once",
                fields=["event", "grouping", "group"],
                violation_error_message=_("This group has a quota already."),
            ),
            models.CheckConstraint(
                name="event_quota_least_up_to_most",
                condition=Q(most__isnull=True) | Q(most__gte=F("least")),
                violation_error_message=_("No more seats can be kept free than the group may have."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grouping} {self.group}: {self.least}–{self.most or '…'}"
