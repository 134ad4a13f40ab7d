from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import VISITOR, Privacy, RowScope, Scope, ScopedManager
from brobygger.apps.events.enums import EventKind, EventState


class EventQuerySet(models.QuerySet["Event"]):
    def announced(self) -> Self:
        """Those that everybody may see: all but drafts."""
        return self.exclude(state=EventState.DRAFT)


def _is_announced(scope: Scope) -> Q:
    return ~Q(state=EventState.DRAFT)


class Event(models.Model):
    """
    A meeting of people at a place and a time.

    `partners` hold it together with the programme; which organisations take part stands in their participations.
    """

    scope = RowScope(
        programme="programme", shown=dict.fromkeys((*(role.value for role in Role), VISITOR), _is_announced)
    )
    privacy = Privacy(
        plain=(
            "id",
            "programme",
            "series",
            "code",
            "kind",
            "title",
            "description",
            "language",
            "place_name",
            "city",
            "country",
            "starts_at",
            "ends_at",
            "capacity",
            "state",
            "partners",
            "created_at",
            "changed_at",
        )
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="events")
    series = models.ForeignKey(
        "events.EventSeries",
        models.SET_NULL,
        verbose_name=_("series"),
        null=True,
        blank=True,
        related_name="events",
    )
    code = models.SlugField(_("code"), max_length=60, unique=True, help_text=_("Short name in addresses."))
    kind = models.CharField(_("kind"), max_length=16, choices=EventKind.choices)
    title = models.CharField(_("title"), max_length=200)
    description = models.TextField(_("description"), blank=True)
    language = models.CharField(_("language"), max_length=8, default="en")
    place_name = models.CharField(_("place"), max_length=200, blank=True)
    city = models.CharField(_("town"), max_length=120, blank=True)
    country = models.CharField(_("country"), max_length=2, blank=True)
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    capacity = models.PositiveIntegerField(
        _("seats"), null=True, blank=True, help_text=_("Empty: as many as come.")
    )
    state = models.CharField(_("state"), max_length=10, choices=EventState.choices, default=EventState.DRAFT)
    partners = models.ManyToManyField(
        "organisations.Organisation",
        verbose_name=_("held together with"),
        blank=True,
        related_name="events_held",
    )
    created_at = models.DateTimeField(_("created"))
    changed_at = models.DateTimeField(_("changed"))

    objects = ScopedManager.from_queryset(EventQuerySet)()

    class Meta:
        verbose_name = _("event")
        verbose_name_plural = _("events")
        ordering = ("starts_at", "pk")
        indexes = [models.Index(name="event_by_programme", fields=["programme", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                name="event_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("An event must end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return self.title
