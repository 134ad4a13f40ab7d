from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.advice.enums import AppointmentState
from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who


class AdviceAppointment(models.Model):
    """
    A time that is booked for a text. Moving it changes its time; a calendar program knows it by its number again.

    `sequence` counts the changes, as calendar programs want it (RFC 5545, SEQUENCE).
    """

    scope = RowScope(through="case")
    privacy = Privacy(
        user="case__candidate__user",
        candidate="case__candidate",
        personal=(
            Personal(
                _("your appointments with advisers"),
                ("case", "time", "state", "booked_at", "changed_at", "cancelled_at", "reminded_at"),
                Purpose.ADVICE,
                LegalBasis.AGREEMENT,
                Retention.ADVICE,
                since=("case__changed_at", "time__ends_at"),
            ),
            names_who("cancelled_by"),
        ),
        plain=("id", "sequence"),
    )

    case = models.ForeignKey(
        "advice.AdviceCase",
        models.CASCADE,
        verbose_name=_("text with an adviser"),
        related_name="appointments",
    )
    time = models.ForeignKey(
        "advice.AdviceTime", models.CASCADE, verbose_name=_("time"), related_name="appointments"
    )
    state = models.CharField(
        _("state"), max_length=10, choices=AppointmentState.choices, default=AppointmentState.BOOKED
    )
    sequence = models.PositiveSmallIntegerField(default=0)
    booked_at = models.DateTimeField(_("booked"))
    changed_at = models.DateTimeField(_("last changed"))
    cancelled_at = models.DateTimeField(_("cancelled"), null=True, blank=True)
    cancelled_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("cancelled by"),
        null=True,
        blank=True,
        related_name="+",
    )
    reminded_at = models.DateTimeField(_("reminded"), null=True, blank=True)

    objects = ScopedManager["AdviceAppointment"]()

    class Meta:
        verbose_name = _("appointment with an adviser")
        verbose_name_plural = _("appointments with advisers")
        ordering = ("time__starts_at", "pk")
        constraints = [
            models.UniqueConstraint(
                name="advice_time_booked_once",
                fields=["time"],
                condition=Q(state=AppointmentState.BOOKED),
                violation_error_message=_("Somebody else has this time."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.time} {self.state}"

    @property
    def is_booked(self) -> bool:
        return self.state == AppointmentState.BOOKED
