from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class Match(models.Model):
    """
    An eligible pair that stands among the best of the opportunity's list, of the candidate's list, or of both.

    `score` is in whole points that can be compared within one run; `parts` holds what each part came to, in
    ten-thousandths, null where it cannot be told.
    """

    scope = RowScope(through="run")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("where you stood in a ranking, and why"),
                ("candidate", "rank", "candidate_rank", "score", "percent", "parts"),
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.RUN,
                since=("run__started_at",),
            ),
        ),
        plain=("id", "run", "opportunity"),
    )

    run = models.ForeignKey("matching.MatchRun", models.CASCADE, related_name="matches")
    opportunity = models.ForeignKey("opportunities.Opportunity", models.CASCADE, related_name="matches")
    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="matches"
    )
    rank = models.PositiveIntegerField(
        _("place in the opportunity's list"),
        null=True,
        blank=True,
        help_text=_("Place in the opportunity's list; 1 is best."),
    )
    candidate_rank = models.PositiveIntegerField(
        _("place in the candidate's list"),
        null=True,
        blank=True,
        help_text=_("Place in the candidate's list; 1 is best."),
    )
    score = models.BigIntegerField(_("points"), help_text=_("Whole points."))
    percent = models.PositiveSmallIntegerField(
        _("percent of the highest possible"), help_text=_("The score in percent of the highest possible.")
    )
    parts = models.JSONField(_("parts of the score"))

    objects = ScopedManager()

    class Meta:
        verbose_name = _("match")
        verbose_name_plural = _("matches")
        ordering = ("run_id", "opportunity_id", "rank")
        constraints = [
            models.UniqueConstraint(
                name="match_pair_once",
                fields=["run", "opportunity", "candidate"],
                violation_error_message=_("The pair is in this run already."),
            ),
            models.UniqueConstraint(name="match_rank_once", fields=["run", "opportunity", "rank"]),
            models.UniqueConstraint(
                name="match_candidate_rank_once", fields=["run", "candidate", "candidate_rank"]
            ),
            models.CheckConstraint(
                name="match_stands_in_a_list",
                condition=Q(rank__isnull=False) | Q(candidate_rank__isnull=False),
                violation_error_message=_("A match stands in a list of at least one side."),
            ),
            models.CheckConstraint(name="match_percent_to_100", condition=Q(percent__lte=100)),
        ]

    def __str__(self) -> str:
        return f"{self.opportunity_id} × {self.candidate_id}: {self.percent} %"
