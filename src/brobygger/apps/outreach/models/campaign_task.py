from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.outreach.enums import AudienceKind


class CampaignTask(models.Model):
    """Something that somebody does for a campaign, and for whom: students, teachers or companies."""

    scope = RowScope(through="campaign")
    privacy = Privacy(
        personal=(names_who("owner", "done_by"),),
        plain=("id", "campaign", "text", "audience", "due_date", "done_at"),
    )

    campaign = models.ForeignKey("outreach.Campaign", models.CASCADE, related_name="tasks")
    text = models.CharField(_("what"), max_length=200)
    audience = models.CharField(_("for whom"), max_length=10, choices=AudienceKind.choices)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("who does it"),
        null=True,
        blank=True,
        related_name="+",
    )
    due_date = models.DateField(_("due on"))
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("done by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["CampaignTask"]()

    class Meta:
        verbose_name = _("task of a campaign")
        verbose_name_plural = _("tasks of campaigns")
        ordering = ("due_date", "pk")
        indexes = [
            models.Index(name="campaign_task_due", fields=["due_date"], condition=Q(done_at__isnull=True))
        ]

    def __str__(self) -> str:
        return self.text
