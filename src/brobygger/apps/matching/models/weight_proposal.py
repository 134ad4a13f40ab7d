from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.matching.enums import ProposalState


class WeightProposal(models.Model):
    """
    Weights that the outcomes of a programme speak for, and who took or declined them, and why.

    `figures` holds what `core.matching.Calibration` says of fit, the fairness reports are of the same pool before
    and after: see `core.matching.fairness`.
    """

    scope = RowScope(programme="programme")
    privacy = Privacy(
        personal=(names_who("proposed_by", "decided_by", "decided_by_name"),),
        plain=(
            "id",
            "programme",
            "state",
            "in_use",
            "proposed",
            "figures",
            "fairness_before",
            "fairness_after",
            "proposed_at",
            "decided_at",
            "reason",
        ),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="weight_proposals")
    state = models.CharField(max_length=10, choices=ProposalState.choices, default=ProposalState.OPEN)
    in_use = models.JSONField(help_text=_("Points of each part when the proposal was made."))
    proposed = models.JSONField(help_text=_("Points of each part as proposed."))
    figures = models.JSONField()
    fairness_before = models.JSONField()
    fairness_after = models.JSONField()
    proposed_at = models.DateTimeField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("proposed by"),
        null=True,
        blank=True,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        related_name="+",
    )
    decided_by_name = models.CharField(
        _("name of who decided"), max_length=150, blank=True, help_text=_("Stays when the user is removed.")
    )
    reason = models.TextField(blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("proposal of weights")
        verbose_name_plural = _("proposals of weights")
        ordering = ("-proposed_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="weight_proposal_one_open",
                fields=["programme"],
                condition=Q(state=ProposalState.OPEN),
                violation_error_message=_("The programme has an open proposal already."),
            ),
            models.CheckConstraint(
                name="weight_proposal_decided_by_somebody",
                condition=~Q(state__in=[ProposalState.ACCEPTED, ProposalState.DECLINED])
                | (Q(decided_at__isnull=False) & ~Q(decided_by_name="") & ~Q(reason="")),
                violation_error_message=_("Somebody decides on a proposal, with a reason."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme} {self.proposed_at:%Y-%m-%d}: {self.state}"
