from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.events.enums import LeadState


class DatingLeadQuerySet(models.QuerySet["DatingLead"]):
    def owed(self) -> Self:
        """Those that a company owes an answer, and that no application tells of."""
        return self.filter(state=LeadState.OPEN, application=None)

    def overdue(self, day: dt.date) -> Self:
        return self.owed().filter(due_date__lt=day)


class DatingLead(models.Model):
    """
    A yes that both sides said after a talk.

    Where the company brought an opportunity it is an application, which carries the reply duty; where it brought
    none, the company writes to the candidate by `due_date`.
    """

    scope = RowScope(
        programme="student__evening__event__programme",
        owners=("student__candidate__user", "company__organisation__contacts"),
    )
    privacy = Privacy(
        candidate="student__candidate",
        personal=(
            Personal(
                _("talks after which both sides said yes, and until when the company writes to you"),
                ("student", "company", "application", "state", "made_at", "due_date", "answered_at"),
                Purpose.APPLICATION,
                LegalBasis.AGREEMENT,
                Retention.EVENT,
                since=("student__evening__event__ends_at", "answered_at"),
            ),
            names_who("answered_by"),
        ),
        plain=("id",),
        is_record=True,
    )

    student = models.ForeignKey(
        "events.DatingStudent", models.CASCADE, verbose_name=_("candidate"), related_name="leads"
    )
    company = models.ForeignKey(
        "events.DatingCompany", models.CASCADE, verbose_name=_("company"), related_name="leads"
    )
    application = models.ForeignKey(
        "opportunities.Application",
        models.SET_NULL,
        verbose_name=_("application"),
        null=True,
        blank=True,
        related_name="+",
    )
    state = models.CharField(_("state"), max_length=8, choices=LeadState.choices, default=LeadState.OPEN)
    made_at = models.DateTimeField(_("made"))
    due_date = models.DateField(_("answer promised until"))
    answered_at = models.DateTimeField(_("answered"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager.from_queryset(DatingLeadQuerySet)()

    class Meta:
        verbose_name = _("yes from both sides")
        verbose_name_plural = _("yeses from both sides")
        ordering = ("due_date", "pk")
        constraints = [models.UniqueConstraint(name="dating_lead_once", fields=["student", "company"])]

    def __str__(self) -> str:
        return f"{self.student_id} × {self.company_id}"

    def is_overdue(self, day: dt.date) -> bool:
        return self.application_id is None and self.state == LeadState.OPEN and self.due_date < day
