from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.outreach.enums import ChannelKind, Measure

if TYPE_CHECKING:
    from brobygger.apps.programmes.models import Programme


class Channel(models.Model):
    """Where a programme is heard or read: a newsletter, a page in a social network, a poster."""

    scope = RowScope(programme="programme")
    privacy = Privacy(plain=("id", "programme", "kind", "name", "link", "is_active", "added_at"))

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="channels")
    kind = models.CharField(_("kind"), max_length=12, choices=ChannelKind.choices)
    name = models.CharField(_("name"), max_length=120)
    link = models.URLField(_("link"), max_length=300, blank=True)
    is_active = models.BooleanField(_("in use"), default=True)
    added_at = models.DateTimeField()

    objects = ScopedManager["Channel"]()

    class Meta:
        verbose_name = _("channel")
        verbose_name_plural = _("channels")
        ordering = ("-is_active", "name", "pk")
        constraints = [
            models.UniqueConstraint(
                name="channel_name_once",
                fields=["programme", "name"],
                violation_error_message=_("The programme has a channel of this name already."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class ChannelReading(models.Model):
    """What a channel's measure stood at on a day: one figure, whoever noted it and however often."""

    scope = RowScope(through="channel")
    privacy = Privacy(
        personal=(names_who("noted_by"),), plain=("id", "channel", "measure", "day", "value", "noted_at")
    )

    channel = models.ForeignKey("outreach.Channel", models.CASCADE, related_name="readings")
    measure = models.CharField(_("what is counted"), max_length=12, choices=Measure.choices)
    day = models.DateField(_("day"))
    value = models.PositiveBigIntegerField(_("figure"))
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["ChannelReading"]()

    class Meta:
        verbose_name = _("figure of a channel")
        verbose_name_plural = _("figures of channels")
        ordering = ("channel", "measure", "day")
        constraints = [models.UniqueConstraint(name="reading_once", fields=["channel", "measure", "day"])]

    def __str__(self) -> str:
        return f"{self.channel_id} {self.measure} {self.day}: {self.value}"

    @property
    def programme(self) -> Programme:
        """Whose channel it is a figure of; the rules ask."""
        return self.channel.programme
