from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import OnErasure, Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.opportunities.enums import ReportAbout, ReportOutcome, ReportReason


class ReportQuerySet(models.QuerySet["Report"]):
    def open(self) -> Self:
        """Those that nobody has answered yet."""
        return self.filter(outcome="")


class Report(models.Model):
    """
    A candidate says that something is not right: an invitation, an answer, an opportunity or a company.

    The secretariat looks into it, and a person answers with an outcome. The company never sees the row, nor who
    reported: `answer` is for the candidate, `notice` is what the company is told. What was reported stays when the
    candidate is erased, without whom.
    """

    scope = RowScope(owners=("candidate__user",))
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("what you reported as not right, and what came of it"),
                ("candidate", "about", "reason", "text", "created_at", "outcome", "answer", "answered_at"),
                Purpose.SAFETY,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.APPLICATION,
                since=("answered_at", "created_at"),
            ),
            names_who("answered_by", "answered_by_name"),
        ),
        plain=("id", "organisation", "opportunity", "application", "notice"),
        on_erasure=OnErasure.UNLINKED,
        mentions=("text", "answer", "notice"),
        open_rows={"outcome": ""},
    )

    candidate = models.ForeignKey(
        "people.Candidate",
        models.SET_NULL,
        verbose_name=_("candidate"),
        null=True,
        blank=True,
        related_name="reports",
    )
    about = models.CharField(_("about"), max_length=12, choices=ReportAbout.choices)
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, verbose_name=_("organisation"), related_name="reports"
    )
    opportunity = models.ForeignKey(
        "opportunities.Opportunity",
        models.SET_NULL,
        verbose_name=_("opportunity"),
        null=True,
        blank=True,
        related_name="reports",
    )
    application = models.ForeignKey(
        "opportunities.Application",
        models.SET_NULL,
        verbose_name=_("application"),
        null=True,
        blank=True,
        related_name="reports",
    )
    reason = models.CharField(_("what is not right"), max_length=16, choices=ReportReason.choices)
    text = models.TextField(_("in the candidate's words"), blank=True)
    created_at = models.DateTimeField(_("reported at"))
    outcome = models.CharField(
        _("outcome"), max_length=12, choices=ReportOutcome.choices, blank=True, help_text=_("Empty: open.")
    )
    answer = models.TextField(_("what the candidate is told"), blank=True)
    notice = models.TextField(_("what the company is told"), blank=True)
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("answered by"),
        null=True,
        blank=True,
        related_name="+",
    )
    answered_by_name = models.CharField(
        _("name of who answered"), max_length=150, blank=True, help_text=_("Stays when the user is removed.")
    )

    objects = ScopedManager.from_queryset(ReportQuerySet)()

    class Meta:
        verbose_name = _("report")
        verbose_name_plural = _("reports")
        ordering = ("-created_at", "-pk")
        indexes = [models.Index(name="report_open", fields=["outcome", "created_at"])]
        constraints = [
            models.CheckConstraint(
                name="report_answered_by_a_person",
                condition=Q(outcome="", answered_at__isnull=True)
                | (~Q(outcome="") & Q(answered_at__isnull=False) & ~Q(answered_by_name="")),
                violation_error_message=_("A person answers a report, never the product itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_about_display()}: {self.get_reason_display()}"

    @property
    def is_open(self) -> bool:
        return not self.outcome
