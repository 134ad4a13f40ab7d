from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import (
    DistinctPair,
    MergeRecord,
    Personal,
    Privacy,
    RowScope,
    ScopedManager,
    names_who,
)


class CandidateMerge(MergeRecord):
    """That two records of a candidate were joined. It goes when the candidate goes."""

    scope = RowScope(nobody=True)
    privacy = Privacy(
        user="kept__user",
        candidate="kept",
        personal=(
            Personal(
                _("what a second record of yours held, until its joining is undone"),
                ("kept_id_then", "other_id", "other_name", "steps", "merged_at", "undone_at"),
                Purpose.ACCOUNTABILITY,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.PROFILE,
            ),
            names_who("merged_by", "undone_by"),
        ),
        plain=("id", "kept"),
    )

    kept = models.ForeignKey("people.Candidate", models.CASCADE, related_name="merges")

    objects = ScopedManager()

    class Meta(MergeRecord.Meta):
        verbose_name = _("joining of candidates")
        verbose_name_plural = _("joinings of candidates")


class DistinctCandidates(DistinctPair):
    """That two candidates who are alike are not the same."""

    scope = RowScope(nobody=True)
    privacy = Privacy(
        user="first__user",
        candidate="first",
        personal=(
            Personal(
                _("that your record is not that of somebody similar"),
                ("first", "second", "said_at"),
                Purpose.ACCOUNTABILITY,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.PROFILE,
            ),
            names_who("said_by"),
        ),
        plain=("id",),
    )

    first = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="+"
    )
    second = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("somebody similar"), related_name="+"
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("distinct candidates")
        verbose_name_plural = _("distinct candidates")
        constraints = [
            models.UniqueConstraint(name="distinct_candidates_once", fields=["first", "second"]),
            models.CheckConstraint(
                name="distinct_candidates_in_order", condition=models.Q(first__lt=models.F("second"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"
