from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.events.enums import DayPresence


class DayState(models.Model):
    """Whether somebody is there on the evening: a candidate or a company. One row for each."""

    scope = RowScope(programme="evening__event__programme", owners=("student__candidate__user",))
    privacy = Privacy(
        candidate="student__candidate",
        personal=(
            Personal(
                _("whether you were there on the evening"),
                ("evening", "student", "state", "from_round", "said_at"),
                Purpose.MATCHING,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("evening__event__ends_at",),
            ),
            names_who("said_by"),
        ),
        plain=("id", "company", "repaired_at"),
    )

    evening = models.ForeignKey(
        "events.DatingEvening", models.CASCADE, verbose_name=_("evening"), related_name="day_states"
    )
    student = models.OneToOneField(
        "events.DatingStudent",
        models.CASCADE,
        verbose_name=_("candidate"),
        null=True,
        blank=True,
        related_name="day_state",
    )
    company = models.OneToOneField(
        "events.DatingCompany", models.CASCADE, null=True, blank=True, related_name="day_state"
    )
    state = models.CharField(_("state"), max_length=8, choices=DayPresence.choices)
    from_round = models.PositiveSmallIntegerField(
        _("from round"),
        null=True,
        blank=True,
        help_text=_("The first round of who comes late; the first without who left."),
    )
    said_at = models.DateTimeField(_("said"))
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, verbose_name=_("said by"), null=True, related_name="+"
    )
    repaired_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When the timetable took it in; empty: it has not yet.")
    )

    objects = ScopedManager["DayState"]()

    class Meta:
        verbose_name = _("presence on the evening")
        verbose_name_plural = _("presences on the evening")
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                name="day_state_of_one_side",
                condition=Q(student__isnull=False, company__isnull=True)
                | Q(student__isnull=True, company__isnull=False),
            ),
            models.CheckConstraint(
                name="day_state_round_where_it_counts",
                condition=~Q(state__in=[DayPresence.LATE, DayPresence.LEFT]) | Q(from_round__isnull=False),
                violation_error_message=_("Say from which round."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.student_id or self.company_id}: {self.state}"

    def rounds_away(self, rounds: int) -> frozenset[int]:
        """The rounds without this one, counted from 0."""
        if self.state == DayPresence.ABSENT:
            return frozenset(range(rounds))
        if self.state == DayPresence.LATE:
            return frozenset(range(min(rounds, (self.from_round or 1) - 1)))
        if self.state == DayPresence.LEFT:
            return frozenset(range((self.from_round or 1) - 1, rounds))
        return frozenset()
