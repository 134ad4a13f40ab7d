from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.opportunities.enums import AdService

if TYPE_CHECKING:
    import datetime as dt


class AdSource(models.Model):
    """
    A service whose open ads are fetched, once a person has set it and switched it on.

    `state` is how far it was read; `asked_at` is set until the next fetch, `fetching_since` while one is under way.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(
        personal=(names_who("set_by"),),
        plain=(
            "id",
            "name",
            "service",
            "address",
            "words",
            "country",
            "licence",
            "token",
            "programme",
            "is_on",
            "every_hours",
            "most_ads",
            "state",
            "asked_at",
            "fetching_since",
            "fetched_at",
            "set_at",
        ),
    )

    name = models.CharField(_("name"), max_length=100, unique=True)
    service = models.CharField(_("kind"), max_length=10, choices=AdService.choices)
    address = models.CharField(_("address"), max_length=1000)
    words = models.TextField(_("words"), blank=True, max_length=2000)
    country = models.CharField(_("country"), max_length=2)
    licence = models.CharField(_("licence"), max_length=200)
    token = models.TextField(_("key"), blank=True, help_text=_("Encrypted."))
    programme = models.ForeignKey(
        "programmes.Programme",
        models.SET_NULL,
        verbose_name=_("programme"),
        null=True,
        blank=True,
        related_name="+",
    )
    is_on = models.BooleanField(_("fetched"), default=False)
    every_hours = models.PositiveSmallIntegerField(
        _("hours between two fetches"), default=24, validators=[MinValueValidator(1), MaxValueValidator(720)]
    )
    most_ads = models.PositiveIntegerField(
        _("most ads"), default=500, validators=[MinValueValidator(1), MaxValueValidator(20_000)]
    )
    state = models.JSONField(default=dict)
    asked_at = models.DateTimeField(null=True, blank=True)
    fetching_since = models.DateTimeField(null=True, blank=True)
    fetched_at = models.DateTimeField(null=True, blank=True)
    set_at = models.DateTimeField()
    set_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("set by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("source of open ads")
        verbose_name_plural = _("sources of open ads")
        ordering = ("name",)
        constraints = [
            models.CheckConstraint(
                name="ad_source_has_a_pace",
                condition=Q(every_hours__gte=1) & Q(most_ads__gte=1),
                violation_error_message=_("At least an hour lies between two fetches, and one ad comes."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def host(self) -> str:
        return urlsplit(self.address).hostname or self.address

    @property
    def family(self) -> str:
        """Whose names the ads have: two sources of one service know the same ad by the same name."""
        return {"jobstream": "jobtech", "jobsearch": "jobtech"}.get(
            self.service, "nav" if self.service == AdService.NAV else self.host[:100]
        )

    def is_due(self, at: dt.datetime) -> bool:
        """Whether it is to be fetched now: somebody asked, or enough time has passed."""
        if not self.is_on:
            return False
        if self.asked_at or self.fetched_at is None:
            return True
        return (at - self.fetched_at).total_seconds() >= self.every_hours * 3600
