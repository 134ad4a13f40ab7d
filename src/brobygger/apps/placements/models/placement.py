from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.placements.enums import GOING_ON, BreakReason, PlacementState


class PlacementQuerySet(models.QuerySet["Placement"]):
    def to_start(self, day: dt.date) -> Self:
        """Planned, and the first day has come."""
        return self.filter(state=PlacementState.PLANNED, version__start_date__lte=day)

    def to_complete(self, day: dt.date) -> Self:
        """Running, and the last day is over."""
        return self.filter(state=PlacementState.RUNNING, version__end_date__lt=day)


class Placement(models.Model):
    """Somebody at a place, from the moment all sides have agreed. `version` holds the terms in force."""

    scope = RowScope(through="agreement")
    privacy = Privacy(
        user="agreement__candidate__user",
        candidate="agreement__candidate",
        personal=(
            Personal(
                _("your placements: whether they are planned, running or over, and why one ended early"),
                (
                    "agreement",
                    "version",
                    "state",
                    "ended_on",
                    "reason",
                    "agreed_at",
                    "changed_at",
                    "ended_at",
                ),
                Purpose.PLACEMENT,
                LegalBasis.AGREEMENT,
                Retention.PLACEMENT,
                # the same moments as the agreement, which takes it along
                since=("agreement__changed_at", "changed_at"),
            ),
            names_who("ended_by", "ended_by_name"),
        ),
        plain=("id",),
        open_rows={"state__in": GOING_ON},
    )

    agreement = models.OneToOneField(
        "placements.Agreement", models.CASCADE, verbose_name=_("agreement"), related_name="placement"
    )
    version = models.ForeignKey(
        "placements.AgreementVersion",
        models.CASCADE,
        verbose_name=_("version in force"),
        related_name="placements",
    )
    state = models.CharField(
        _("state"), max_length=10, choices=PlacementState.choices, default=PlacementState.PLANNED
    )
    ended_on = models.DateField(_("last day there"), null=True, blank=True)
    reason = models.CharField(
        _("why it was broken off"), max_length=12, choices=BreakReason.choices, blank=True
    )
    agreed_at = models.DateTimeField(_("agreed at"))
    changed_at = models.DateTimeField(_("last changed at"))
    ended_at = models.DateTimeField(_("noted as ended at"), null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("ended by"),
        null=True,
        blank=True,
        related_name="+",
    )
    ended_by_name = models.CharField(_("name of who ended it"), max_length=150, blank=True)

    objects = ScopedManager.from_queryset(PlacementQuerySet)()

    class Meta:
        verbose_name = _("placement")
        verbose_name_plural = _("placements")
        ordering = ("-changed_at", "-pk")
        indexes = [models.Index(name="placement_state", fields=["state", "changed_at"])]
        constraints = [
            models.CheckConstraint(
                name="placement_reason_where_broken_off",
                condition=(Q(state=PlacementState.BROKEN_OFF) & ~Q(reason=""))
                | (~Q(state=PlacementState.BROKEN_OFF) & Q(reason="")),
                violation_error_message=_("Give a reason if the placement was broken off, and only then."),
            ),
            models.CheckConstraint(
                name="placement_ends_on_a_day",
                condition=Q(state__in=GOING_ON, ended_on__isnull=True)
                | (~Q(state__in=GOING_ON) & Q(ended_on__isnull=False)),
                violation_error_message=_("Give the last day if the placement is over, and only then."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.agreement_id}: {self.state}"

    @property
    def is_going_on(self) -> bool:
        return self.state in GOING_ON
