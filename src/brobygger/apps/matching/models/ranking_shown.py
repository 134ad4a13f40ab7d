from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who


class RankingShown(models.Model):
    """
    The ranked list that somebody saw of an opportunity when they invited or turned down a person.

    `rows` holds [candidate id, rank, points] of each line shown, best first; the id is null once the person was
    erased, the digest stays that of the list as it was. `actions.replay_shown` solves it again from `inputs`.
    """

    scope = RowScope(through="opportunity")
    privacy = Privacy(
        personal=(
            Personal(
                _("where you stood in a list that somebody decided on"),
                ("rows",),
                Purpose.ACCOUNTABILITY,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.RUN,
                since=("shown_at",),
            ),
            names_who("viewer", "viewer_name"),
        ),
        plain=(
            "id",
            "opportunity",
            "shown_at",
            "inputs_digest",
            "inputs",
            "vocabulary_digest",
            "parameters",
            "weights",
            "scoring_version",
            "pool",
            "eligible",
            "withheld",
            "output_digest",
        ),
    )

    opportunity = models.ForeignKey(
        "opportunities.Opportunity", models.CASCADE, related_name="rankings_shown"
    )
    viewer = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("seen by"),
        null=True,
        blank=True,
        related_name="+",
    )
    viewer_name = models.CharField(
        _("name of who saw it"), max_length=150, help_text=_("Stays when the user is removed.")
    )
    shown_at = models.DateTimeField()
    inputs_digest = models.CharField(
        max_length=64,
        help_text=_("SHA-256 of the opportunity and of who was shown, as the matcher saw them."),
    )
    inputs = models.ForeignKey(
        "matching.MatchRunInput",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="rankings_shown",
        help_text=_("Empty: never kept, or dropped when the time to keep them was over."),
    )
    vocabulary_digest = models.CharField(max_length=64)
    parameters = models.JSONField(
        help_text=_(
            "Length of the list, how strictly rules are read, what it is narrowed to, the stamp of the pool."
        )
    )
    weights = models.JSONField(help_text=_("Points of each part of the score."))
    scoring_version = models.CharField(max_length=100)
    pool = models.PositiveIntegerField(help_text=_("How many candidates there were."))
    eligible = models.PositiveIntegerField(help_text=_("How many no rule excluded."))
    withheld = models.PositiveIntegerField(help_text=_("How many of the list the viewer could not see."))
    rows = models.JSONField(_("lines of the list"))
    output_digest = models.CharField(max_length=64)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("ranking shown")
        verbose_name_plural = _("rankings shown")
        ordering = ("-shown_at", "-pk")

    def __str__(self) -> str:
        return f"{self.opportunity_id} {self.viewer_name} {self.shown_at:%Y-%m-%d %H:%M}"
