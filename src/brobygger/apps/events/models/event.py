from __future__ import annotations

import datetime as dt
from typing import Self
from zoneinfo import ZoneInfo

from django.core.validators import MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import VISITOR, Privacy, RowScope, Scope, ScopedManager
from brobygger.apps.events.enums import WAYS, Audience, EventKind, EventState, Holding, Way


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
            "time_zone",
            "starts_at",
            "ends_at",
            "held",
            "online_address",
            "capacity",
            "online_capacity",
            "audience",
            "takes_registrations",
            "needs_log_in",
            "needs_approval",
            "registration_ends_at",
            "offer_hours",
            "erased_attendance",
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
    time_zone = models.CharField(
        _("time zone"), max_length=40, default="Europe/Copenhagen", help_text=_("Where it is held.")
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    held = models.CharField(_("held"), max_length=8, choices=Holding.choices, default=Holding.PLACE)
    online_address = models.URLField(
        _("address online"),
        max_length=500,
        blank=True,
        help_text=_("Only those who take part online see it."),
    )
    capacity = models.PositiveIntegerField(_("seats"), null=True, blank=True, help_text=_("Empty: no limit."))
    online_capacity = models.PositiveIntegerField(
        _("seats online"), null=True, blank=True, help_text=_("Empty: no limit.")
    )
    audience = models.CharField(
        _("for whom"), max_length=10, choices=Audience.choices, default=Audience.EVERYBODY
    )
    takes_registrations = models.BooleanField(_("people register"), default=True)
    needs_log_in = models.BooleanField(_("only with a log-in"), default=False)
    needs_approval = models.BooleanField(_("we approve each registration"), default=False)
    registration_ends_at = models.DateTimeField(
        _("registration until"), null=True, blank=True, help_text=_("Empty: until it starts.")
    )
    offer_hours = models.PositiveSmallIntegerField(
        _("hours to take a seat that became free"), default=24, validators=[MinValueValidator(1)]
    )
    erased_attendance = models.PositiveIntegerField(
        default=0, help_text=_("People who came and whose registration was erased since.")
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

    def local(self, moment: dt.datetime) -> dt.datetime:
        """A moment by the clock where it is held; without a zone, so that no page turns it into the reader's."""
        return moment.astimezone(ZoneInfo(self.time_zone)).replace(tzinfo=None)

    @property
    def local_start(self) -> dt.datetime:
        return self.local(self.starts_at)

    @property
    def local_end(self) -> dt.datetime:
        return self.local(self.ends_at)

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways in which one can take part."""
        return WAYS[self.held]

    def capacity_of(self, way: str) -> int | None:
        """The seats of the room, or those online; None: as many as come."""
        return self.capacity if way == Way.PLACE else self.online_capacity

    @property
    def where(self) -> str:
        return ", ".join(filter(None, (self.place_name, self.city)))

    def is_open_for_registration(self, at: dt.datetime) -> bool:
        """An evening of short talks has a way of its own to take part."""
        if self.kind == EventKind.DATING:
            return False
        ends = self.registration_ends_at or self.starts_at
        return self.takes_registrations and self.state == EventState.OPEN and at < ends
