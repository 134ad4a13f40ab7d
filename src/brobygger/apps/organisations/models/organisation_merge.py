from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import (
    DistinctPair,
    MergeRecord,
    Privacy,
    RowScope,
    ScopedManager,
    names_who,
)


class OrganisationMerge(MergeRecord):
    """That two records of an organisation were joined."""

    scope = RowScope(nobody=True)
    privacy = Privacy(
        personal=(names_who("merged_by", "undone_by"),),
        plain=("id", "kept", "kept_id_then", "other_id", "other_name", "steps", "merged_at", "undone_at"),
    )

    kept = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="merges")

    objects = ScopedManager()

    class Meta(MergeRecord.Meta):
        verbose_name = _("joining of organisations")
        verbose_name_plural = _("joinings of organisations")


class DistinctOrganisations(DistinctPair):
    """That two organisations that are alike are not the same."""

    scope = RowScope(nobody=True)
    privacy = Privacy(personal=(names_who("said_by"),), plain=("id", "first", "second", "said_at"))

    first = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    second = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")

    objects = ScopedManager()

    class Meta:
        verbose_name = _("distinct organisations")
        verbose_name_plural = _("distinct organisations")
        constraints = [
            models.UniqueConstraint(name="distinct_organisations_once", fields=["first", "second"]),
            models.CheckConstraint(
                name="distinct_organisations_in_order", condition=models.Q(first__lt=models.F("second"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} ≠ {self.second_id}"
