from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.classifications.models import ReadFact, ReadFactQuerySet


class CandidateFactQuerySet(ReadFactQuerySet["CandidateFact"]):
    pass


class CandidateFact(ReadFact):
    """One thing that a CV says, or that its owner added."""

    OWNER = "candidate"

    candidate = models.ForeignKey("people.Candidate", models.CASCADE, related_name="facts")

    objects = CandidateFactQuerySet.as_manager()

    class Meta(ReadFact.Meta):
        verbose_name = _("fact of a CV")
        verbose_name_plural = _("facts of CVs")
        ordering = ("candidate_id", "span_start", "pk")
        indexes = [models.Index(name="candidate_fact_kind", fields=["candidate", "kind"])]
