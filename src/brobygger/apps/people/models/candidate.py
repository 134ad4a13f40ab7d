from __future__ import annotations

from typing import Self

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class CandidateQuerySet(models.QuerySet["Candidate"]):
    def visible_to_companies(self) -> Self:
        return self.filter(visible_to_companies_at__isnull=False)


class Candidate(models.Model):
    """
    A person looking for a place, under an alias.

    Who it is stands in `CandidateIdentity`, groups of the fairness report in `CandidateBackground`: tables of
    their own, so that a query of the matcher cannot touch them.
    """

    alias = models.CharField(
        max_length=80, unique=True, help_text=_("The name that others see: “Candidate 017”.")
    )
    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="candidate"
    )
    visible_to_companies_at = models.DateTimeField(
        null=True,
        blank=True,
        help_text=_("Since when companies may see the anonymous profile; empty: they may not."),
    )
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField(
        db_index=True, help_text=_("Last change of anything that the matcher reads.")
    )

    objects = CandidateQuerySet.as_manager()

    class Meta:
        verbose_name = _("candidate")
        verbose_name_plural = _("candidates")
        ordering = ("pk",)
        indexes = [models.Index(name="candidate_visible", fields=["visible_to_companies_at"])]

    def __str__(self) -> str:
        return self.alias

    @property
    def is_visible_to_companies(self) -> bool:
        return self.visible_to_companies_at is not None
