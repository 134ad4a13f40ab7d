from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who


class TimetableVersionQuerySet(models.QuerySet["TimetableVersion"]):
    def in_force(self) -> Self:
        """The one of each evening that holds."""
        return self.filter(published_at__isnull=False, superseded_at=None)


class TimetableVersion(models.Model):
    """
    A timetable under a number, with what was asked for and what is promised of it.

    `parameters` holds `floor`, `minimum`, `seed`, and for a repair `after` (the version repaired),
    `first_open`, and `least` (talks below which somebody has too few).
    `certificate` is that of `core.scheduling`, participants by their keys: nothing in it names anybody.
    """

    scope = RowScope(programme="evening__event__programme")
    privacy = Privacy(
        personal=(names_who("made_by", "published_by"),),
        plain=(
            "id",
            "evening",
            "number",
            "parameters",
            "certificate",
            "is_repair",
            "made_at",
            "published_at",
            "superseded_at",
        ),
    )

    evening = models.ForeignKey("events.DatingEvening", models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField(_("number"))
    parameters = models.JSONField(_("what was asked for"), default=dict)
    certificate = models.JSONField(_("proof"), default=dict)
    is_repair = models.BooleanField(_("repair"), default=False)
    made_at = models.DateTimeField(_("made"))
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("made by"), null=True, related_name="+"
    )
    published_at = models.DateTimeField(_("published"), null=True, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("published by"),
        null=True,
        blank=True,
        related_name="+",
    )
    superseded_at = models.DateTimeField(_("replaced"), null=True, blank=True)

    objects = ScopedManager.from_queryset(TimetableVersionQuerySet)()

    class Meta:
        verbose_name = _("version of a timetable")
        verbose_name_plural = _("versions of a timetable")
        ordering = ("-number", "pk")
        constraints = [
            models.UniqueConstraint(name="timetable_version_number_once", fields=["evening", "number"]),
            models.UniqueConstraint(
                name="timetable_version_one_in_force",
                fields=["evening"],
                condition=Q(published_at__isnull=False, superseded_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.evening_id}, {self.number}"

    @property
    def is_in_force(self) -> bool:
        return self.published_at is not None and self.superseded_at is None
