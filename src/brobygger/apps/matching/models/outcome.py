from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.matching.enums import OutcomeStage


class Outcome(models.Model):
    """
    The furthest that a candidate came with an opportunity, and the parts of the score as they were then.

    The parts are kept, in ten-thousandths as in `Match.parts`: a CV that names the new job a year later must not
    look like the reason for it.
    """

    scope = RowScope(through="opportunity")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("how far you came with an opportunity"),
                ("candidate", "stage", "parts"),
                Purpose.APPLICATION,
                LegalBasis.PUBLIC_TASK,
                Retention.PROFILE,
            ),
            names_who("recorded_by"),
        ),
        plain=("id", "opportunity", "recorded_at"),
        is_record=True,
    )

    opportunity = models.ForeignKey("opportunities.Opportunity", models.CASCADE, related_name="outcomes")
    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="outcomes"
    )
    stage = models.CharField(_("how far it went"), max_length=12, choices=OutcomeStage.choices)
    parts = models.JSONField(_("parts of the score"))
    recorded_at = models.DateTimeField()
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("recorded by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("outcome")
        verbose_name_plural = _("outcomes")
        ordering = ("-recorded_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="outcome_pair_once",
                fields=["opportunity", "candidate"],
                violation_error_message=_("What came of this pair is recorded already."),
            ),
            models.CheckConstraint(
                name="outcome_stage_known", condition=models.Q(stage__in=OutcomeStage.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opportunity_id} × {self.candidate_id}: {self.stage}"
