from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.classifications.models import ReadFact, ReadFactQuerySet, fact_indexes


class CandidateFactQuerySet(ReadFactQuerySet["CandidateFact"]):
    pass


class CandidateFact(ReadFact):
    """One thing that a CV says, or that its owner added."""

    OWNER = "candidate"

    scope = RowScope(through="candidate")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("what was read from your CV, and what you said of it"),
                ReadFact.COLUMNS,
                Purpose.MATCHING,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("id", "candidate"),
    )

    candidate = models.ForeignKey("people.Candidate", models.CASCADE, related_name="facts")

    objects = ScopedManager.from_queryset(CandidateFactQuerySet)()

    class Meta(ReadFact.Meta):
        verbose_name = _("fact of a CV")
        verbose_name_plural = _("facts of CVs")
        ordering = ("candidate_id", "span_start", "pk")
        indexes = [
            models.Index(name="candidate_fact_kind", fields=["candidate", "kind"]),
            *fact_indexes("candidate"),
        ]
