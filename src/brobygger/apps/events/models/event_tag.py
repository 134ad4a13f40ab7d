from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager
from brobygger.apps.events.enums import Tag


class EventTag(models.Model):
    """One of the tags of the catalogue, on an event."""

    scope = RowScope(through="event")
    privacy = Privacy(plain=("id", "event", "tag"))

    event = models.ForeignKey("events.Event", models.CASCADE, related_name="tags")
    tag = models.CharField(_("tag"), max_length=16, choices=Tag.choices)

    objects = ScopedManager["EventTag"]()

    class Meta:
        verbose_name = _("tag of an event")
        verbose_name_plural = _("tags of events")
        ordering = ("tag",)
        constraints = [models.UniqueConstraint(name="event_tag_once", fields=["event", "tag"])]

    def __str__(self) -> str:
        return self.get_tag_display()
