from __future__ import annotations

import datetime as dt
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class DatingEveningQuerySet(models.QuerySet["DatingEvening"]):
    def coming(self, at: dt.datetime) -> Self:
        """Those that are not over, the next first."""
        return self.filter(event__ends_at__gt=at).order_by("event__starts_at", "pk")


class DatingEvening(models.Model):
    """
    What makes an event a Company Dating evening: rounds of short talks at tables.

    Rounds follow each other with `pause_minutes` between them; after the rounds of `breaks` the pause is longer.
    """

    scope = RowScope(through="event")
    privacy = Privacy(
        plain=(
            "id",
            "event",
            "first_round_at",
            "rounds",
            "round_minutes",
            "pause_minutes",
            "breaks",
            "tables",
            "accessible_tables",
            "interpreters",
            "wishes_until",
            "open_requests",
            "request_days",
            "created_at",
            "changed_at",
        )
    )

    event = models.OneToOneField("events.Event", models.CASCADE, related_name="dating_evening")
    first_round_at = models.DateTimeField(_("first round begins"))
    rounds = models.PositiveSmallIntegerField(_("rounds"), default=8)
    round_minutes = models.PositiveSmallIntegerField(_("minutes of a talk"), default=12)
    pause_minutes = models.PositiveSmallIntegerField(_("minutes to change tables"), default=3)
    breaks = models.JSONField(
        _("long breaks"),
        default=list,
        blank=True,
        help_text=_("[round, minutes]: after which round, how long."),
    )
    tables = models.PositiveSmallIntegerField(_("tables"), default=20)
    accessible_tables = models.PositiveSmallIntegerField(
        _("wheelchair-accessible tables"),
        default=2,
        help_text=_("Reached without steps, with room for a wheelchair."),
    )
    interpreters = models.PositiveSmallIntegerField(_("interpreters"), default=0)
    wishes_until = models.DateTimeField(_("wishes until"))
    open_requests = models.BooleanField(_("participants may ask each other for a talk"), default=False)
    request_days = models.PositiveSmallIntegerField(
        _("days to answer a request for a talk"), default=3, help_text=_("Never past the end of the wishes.")
    )
    created_at = models.DateTimeField(_("created"))
    changed_at = models.DateTimeField(_("changed"))

    objects = ScopedManager.from_queryset(DatingEveningQuerySet)()

    class Meta:
        verbose_name = _("Company Dating evening")
        verbose_name_plural = _("Company Dating evenings")
        ordering = ("-first_round_at", "pk")
        constraints = [
            models.CheckConstraint(
                name="dating_evening_has_rounds",
                condition=Q(rounds__gte=1, rounds__lte=60, round_minutes__gte=1),
                violation_error_message=_("An evening has 1 to 60 rounds of 1 minute or more."),
            ),
            models.CheckConstraint(
                name="dating_evening_keeps_requests_1_to_14_days",
                condition=Q(request_days__gte=1, request_days__lte=14),
                violation_error_message=_("A request for a talk waits 1 to 14 days for an answer."),
            ),
        ]

    def __str__(self) -> str:
        return str(self.event)

    def round_times(self) -> list[tuple[dt.datetime, dt.datetime]]:
        """When each round begins and ends."""
        longer = {int(after): int(minutes) for after, minutes in self.breaks}
        found, start = [], self.first_round_at
        for number in range(1, self.rounds + 1):
            end = start + dt.timedelta(minutes=self.round_minutes)
            found.append((start, end))
            start = end + dt.timedelta(minutes=longer.get(number, self.pause_minutes))
        return found

    def rounds_begun(self, at: dt.datetime) -> int:
        """How many rounds have begun; the first that can still be planned has this number, counted from 0."""
        return sum(start <= at for start, _end in self.round_times())

    def takes_wishes(self, at: dt.datetime) -> bool:
        return at < self.wishes_until

    def request_ends(self, at: dt.datetime) -> dt.datetime:
        """Until when a request for a talk that is made now can be answered."""
        return min(at + dt.timedelta(days=self.request_days), self.wishes_until)
