from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef
from django.utils.translation import gettext_lazy as _

from brobygger.apps.advice.enums import AppointmentState, MeetingForm
from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, everyone


class AdviceTimeQuerySet(models.QuerySet["AdviceTime"]):
    def free(self, at: dt.datetime) -> Self:
        """Those that begin later and that nobody has."""
        from brobygger.apps.advice.models.advice_appointment import AdviceAppointment

        # whose appointment it is stays hidden: that there is one does not
        taken = AdviceAppointment._base_manager.filter(time=OuterRef("pk"), state=AppointmentState.BOOKED)
        return self.filter(~Exists(taken), starts_at__gt=at)


class AdviceTime(models.Model):
    """
    A time at which somebody helps with a CV or an application. It is booked once.

    The times of one adviser do not overlap: the action that offers one locks the adviser's row and looks.
    """

    scope = RowScope(programme="programme", owners=("adviser",), shown={Role.CANDIDATE: everyone})
    privacy = Privacy(
        user="adviser",
        personal=(
            Personal(
                _("when and where you help with CVs"),
                ("adviser", "starts_at", "ends_at", "form", "where", "offered_at"),
                Purpose.COOPERATION,
                LegalBasis.AGREEMENT,
                Retention.COOPERATION,
                since=("ends_at",),
            ),
        ),
        plain=("id", "programme"),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="advice_times")
    adviser = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("adviser"), related_name="advice_times"
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    form = models.CharField(_("how one meets"), max_length=5, choices=MeetingForm.choices)
    where = models.CharField(
        _("room, or address of the video call"),
        max_length=300,
        help_text=_("As it stands in the mail: a room and a street, or a link."),
    )
    offered_at = models.DateTimeField(_("offered at"))

    objects = ScopedManager.from_queryset(AdviceTimeQuerySet)()

    class Meta:
        verbose_name = _("time for advice")
        verbose_name_plural = _("times for advice")
        ordering = ("starts_at", "pk")
        indexes = [models.Index(name="advice_time_of_adviser", fields=["adviser", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                name="advice_time_ends_after_it_starts",
                condition=models.Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("It must end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
