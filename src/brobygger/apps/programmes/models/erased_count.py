from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy
from brobygger.apps.programmes.enums import ErasedKind


class ErasedCount(models.Model):
    """
    How many of something a programme had that has been erased since, by the month of erasure.

    It keeps the totals of a programme as they were. A month and a kind point at nobody: there is no day, no number
    of a record and nothing of what it said.
    """

    privacy = Privacy(plain=("id", "programme", "kind", "detail", "month", "count"))

    programme = models.ForeignKey(
        "programmes.Programme",
        models.CASCADE,
        null=True,
        blank=True,
        related_name="erased_counts",
        help_text=_("Empty: of no programme."),
    )
    kind = models.CharField(max_length=12, choices=ErasedKind.choices)
    detail = models.CharField(max_length=20, blank=True, help_text=_("How far an application came."))
    month = models.DateField(help_text=_("Its first day."))
    count = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("count of what was erased")
        verbose_name_plural = _("counts of what was erased")
        ordering = ("month", "programme_id", "kind", "detail")
        constraints = [
            models.UniqueConstraint(
                name="erased_count_once_of_programme",
                fields=["programme", "kind", "detail", "month"],
                condition=Q(programme__isnull=False),
            ),
            models.UniqueConstraint(
                name="erased_count_once_of_none",
                fields=["kind", "detail", "month"],
                condition=Q(programme__isnull=True),
            ),
            models.CheckConstraint(name="erased_count_of_a_month", condition=Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.kind} {self.detail}: {self.count}"
