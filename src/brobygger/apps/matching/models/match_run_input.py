from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class MatchRunInput(models.Model):
    """
    What match runs and shown rankings were made from: candidates and opportunities as the matcher saw them.

    A table of its own, so that lists of runs stay small; of a ranking that was shown it holds the opportunity and who
    was shown. Equal inputs are kept once. Who was erased since is taken
    out; `digest` stays that of the whole.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(
        personal=(
            Personal(
                _("what a ranking was made from, so that it can be made again"),
                ("content",),
                Purpose.ACCOUNTABILITY,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.RUN,
                since=("kept_at", "runs__started_at", "rankings_shown__shown_at"),
            ),
        ),
        plain=("id", "digest", "removed_count", "kept_at"),
    )

    digest = models.CharField(
        max_length=64, db_index=True, help_text=_("SHA-256 of the inputs as they were.")
    )
    content = models.BinaryField(
        _("candidates and opportunities as they were read"),
        help_text=_("Canonical JSON, compressed, see data.match_inputs."),
    )
    removed_count = models.PositiveIntegerField(
        default=0, help_text=_("How many candidates were taken out since.")
    )
    kept_at = models.DateTimeField()

    objects = ScopedManager()

    class Meta:
        verbose_name = _("inputs of match runs")
        verbose_name_plural = _("inputs of match runs")
        constraints = [
            models.UniqueConstraint(
                name="match_run_input_whole_once", fields=["digest"], condition=Q(removed_count=0)
            ),
        ]

    def __str__(self) -> str:
        return self.digest[:12]
