from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, everyone, names_who
from brobygger.apps.matching.enums import MatchRunState


class MatchRunQuerySet(models.QuerySet["MatchRun"]):
    def current(self) -> Self:
        return self.filter(state=MatchRunState.CURRENT)

    def of_scope(self, programme_id: int | None) -> Self:
        """Runs of one programme, or those over all people and opportunities."""
        return self.filter(programme=programme_id) if programme_id else self.filter(programme__isnull=True)


class MatchRun(models.Model):
    """
    One ranking of a pool of candidates for a set of opportunities, and what it was made from.

    The digests tell whether a later run saw the same input and came to the same output. `queries.replay` solves it
    again from `inputs`, as long as they are kept.
    """

    scope = RowScope(programme="programme", shown=dict.fromkeys((Role.COUNCIL, Role.FUNDER), everyone))
    privacy = Privacy(
        personal=(names_who("started_by"),),
        plain=(
            "id",
            "programme",
            "state",
            "parameters",
            "weights",
            "fairness",
            "inputs_digest",
            "inputs",
            "scoring_version",
            "output_digest",
            "vocabulary_digest",
            "candidate_count",
            "opportunity_count",
            "started_at",
        ),
    )

    programme = models.ForeignKey(
        "programmes.Programme",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="match_runs",
        help_text=_("Empty: all candidates and all open opportunities."),
    )
    state = models.CharField(max_length=10, choices=MatchRunState.choices, default=MatchRunState.CURRENT)
    parameters = models.JSONField(
        default=dict, help_text=_("Length of the lists and how strictly rules are read.")
    )
    weights = models.JSONField(default=dict, help_text=_("Points of each part of the score."))
    fairness = models.JSONField(
        default=dict, help_text=_("Figures by group, small groups left out, see core.matching.fairness.")
    )
    inputs_digest = models.CharField(
        max_length=64, help_text=_("SHA-256 of candidates and opportunities as read.")
    )
    inputs = models.ForeignKey(
        "matching.MatchRunInput",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="runs",
        help_text=_("Empty: never kept, or dropped when the time to keep them was over."),
    )
    vocabulary_digest = models.CharField(max_length=64)
    scoring_version = models.CharField(max_length=100, blank=True)
    output_digest = models.CharField(
        max_length=64, blank=True, help_text=_("SHA-256 of the result, see core.matching.output_digest.")
    )
    candidate_count = models.PositiveIntegerField()
    opportunity_count = models.PositiveIntegerField()
    started_at = models.DateTimeField()
    started_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("started by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager.from_queryset(MatchRunQuerySet)()

    class Meta:
        verbose_name = _("match run")
        verbose_name_plural = _("match runs")
        ordering = ("-started_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="match_run_one_current_of_programme",
                fields=["programme"],
                condition=Q(state=MatchRunState.CURRENT, programme__isnull=False),
                violation_error_message=_("The programme has a current match run already."),
            ),
            models.UniqueConstraint(
                name="match_run_one_current_of_all",
                fields=["state"],
                condition=Q(state=MatchRunState.CURRENT, programme__isnull=True),
                violation_error_message=_("There is a current match run over all already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme or '*'} {self.started_at:%Y-%m-%d %H:%M}"
