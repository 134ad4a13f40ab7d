from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.opportunities.enums import (
    AWAITS_ORGANISATION,
    END_REASONS,
    NAMES_THE_CANDIDATE,
    ApplicationState,
    EndReason,
    Side,
)


class ApplicationQuerySet(models.QuerySet["Application"]):
    def awaiting_answer(self) -> Self:
        """Those that the organisation owes an answer."""
        return self.filter(state=AWAITS_ORGANISATION)

    def overdue(self, day: dt.date) -> Self:
        """Those whose answer was promised for a day before `day`."""
        return self.awaiting_answer().filter(answer_due_date__lt=day)


class Application(models.Model):
    """
    A candidate and an opportunity that one of them chose: applied for, or invited to.

    One row for each pair; how it went is in its state and in the audit trail. `is_shared` says that the organisation
    sees who the candidate is: from the moment the candidate applies or takes the invitation, until it is withdrawn.
    """

    scope = RowScope(
        programme="opportunity__programme",
        owners=("candidate__user", "opportunity__organisation__contacts"),
    )
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("your applications and invitations: what was written and answered, and when"),
                (
                    "candidate",
                    "opportunity",
                    "begun_by",
                    "state",
                    "is_shared",
                    "message",
                    "invitation",
                    "answer",
                    "end_reason",
                    "created_at",
                    "changed_at",
                    "invited_at",
                    "answer_due_date",
                    "answered_at",
                ),
                Purpose.APPLICATION,
                LegalBasis.AGREEMENT,
                Retention.APPLICATION,
                since=("answered_at", "changed_at"),
            ),
            names_who("answered_by", "answered_by_name"),
        ),
        plain=("id", "reminded_at", "lapse_told_at"),
        identifying=("message",),
        open_rows={"state__in": (ApplicationState.APPLIED, ApplicationState.INVITED)},
        is_record=True,
    )

    opportunity = models.ForeignKey(
        "opportunities.Opportunity",
        models.CASCADE,
        verbose_name=_("opportunity"),
        related_name="applications",
    )
    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="applications"
    )
    begun_by = models.CharField(_("begun by"), max_length=12, choices=Side.choices)
    state = models.CharField(_("state"), max_length=20, choices=ApplicationState.choices)
    is_shared = models.BooleanField(_("shared with the organisation"), default=False)
    message = models.TextField(_("what the candidate wrote"), blank=True)
    invitation = models.TextField(_("what the organisation wrote with its invitation"), blank=True)
    answer = models.TextField(_("what the organisation answered"), blank=True)
    end_reason = models.CharField(
        _("why it ended"),
        max_length=20,
        choices=EndReason.choices,
        blank=True,
        help_text=_("Empty: not said."),
    )
    created_at = models.DateTimeField(_("begun at"))
    changed_at = models.DateTimeField(_("last changed at"), db_index=True)
    invited_at = models.DateTimeField(_("last invited at"), null=True, blank=True)
    answer_due_date = models.DateField(
        _("answer promised until"), null=True, blank=True, help_text=_("Empty: no answer is owed.")
    )
    reminded_at = models.DateTimeField(null=True, blank=True)
    lapse_told_at = models.DateTimeField(
        null=True, blank=True, help_text=_("When the candidate was told that no answer came in time.")
    )
    answered_at = models.DateTimeField(
        _("answered at"), null=True, blank=True, help_text=_("The first answer to the latest application.")
    )
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

    objects = ScopedManager.from_queryset(ApplicationQuerySet)()

    class Meta:
        verbose_name = _("application")
        verbose_name_plural = _("applications")
        ordering = ("-changed_at", "-pk")
        indexes = [
            models.Index(name="application_due", fields=["state", "answer_due_date"]),
            models.Index(name="application_of_opportunity", fields=["opportunity", "state"]),
            models.Index(name="application_invited", fields=["opportunity", "invited_at"]),
        ]
        constraints = [
            models.UniqueConstraint(
                name="application_pair_once",
                fields=["opportunity", "candidate"],
                violation_error_message=_(
                    "There is an application of this candidate for this opportunity already."
                ),
            ),
            models.CheckConstraint(
                name="application_owed_answer_has_a_day",
                condition=~Q(state=AWAITS_ORGANISATION) | Q(answer_due_date__isnull=False),
                violation_error_message=_("An application that waits for an answer must say until when."),
            ),
            models.CheckConstraint(
                name="application_reason_where_it_ended",
                condition=Q(end_reason="")
                | Q(
                    *(Q(state=state, end_reason__in=reasons) for state, reasons in END_REASONS.items()),
                    _connector=Q.OR,
                ),
                violation_error_message=_("Only an application that has ended has a reason for that."),
            ),
            models.CheckConstraint(
                name="application_rejected_by_a_person",
                condition=~Q(state=ApplicationState.REJECTED)
                | (Q(answered_at__isnull=False) & ~Q(answered_by_name="")),
                violation_error_message=_("A person answers with a no, never the product itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opportunity_id} × {self.candidate_id}: {self.state}"

    @property
    def awaits_answer(self) -> bool:
        return self.state == AWAITS_ORGANISATION

    @property
    def is_hidden(self) -> bool:
        """The candidate has withdrawn the consent: the organisation sees the alias, and the application stands."""
        return self.state in NAMES_THE_CANDIDATE and not self.is_shared

    def is_overdue(self, day: dt.date) -> bool:
        return self.awaits_answer and self.answer_due_date is not None and self.answer_due_date < day
