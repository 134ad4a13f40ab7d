from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import (
    Privacy,
    RowScope,
    ScopedManager,
    everyone,
    names_who,
)


class NoCall(models.Model):
    """A company that asked never to be called. It holds for every programme, and outlives lists and batches."""

    scope = RowScope(shown={Role.PARTNER: everyone})
    privacy = Privacy(
        personal=(names_who("noted_by"),), plain=("id", "country", "number", "name", "reason", "noted_at")
    )

    country = models.CharField(_("country"), max_length=2)
    number = models.CharField(_("register number"), max_length=20)
    name = models.CharField(_("name"), max_length=200)
    reason = models.CharField(_("why"), max_length=300, blank=True)
    noted_at = models.DateTimeField()
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("company that is not called")
        verbose_name_plural = _("companies that are not called")
        ordering = ("name", "pk")
        constraints = [
            models.UniqueConstraint(
                name="no_call_once",
                fields=["country", "number"],
                violation_error_message=_("The company is on the list already."),
            )
        ]

    def __str__(self) -> str:
        return self.name
