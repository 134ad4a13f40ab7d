from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.classifications.models import ReadFact, ReadFactQuerySet, fact_indexes


class OpportunityFactQuerySet(ReadFactQuerySet["OpportunityFact"]):
    pass


class OpportunityFact(ReadFact):
    """One thing that an ad says, or that the company added."""

    OWNER = "opportunity"

    scope = RowScope(through="opportunity")
    privacy = Privacy(
        personal=(names_who("corrected_by"),), plain=("id", "opportunity", *ReadFact.COLUMNS[:-1])
    )

    opportunity = models.ForeignKey("opportunities.Opportunity", models.CASCADE, related_name="facts")

    objects = ScopedManager.from_queryset(OpportunityFactQuerySet)()

    class Meta(ReadFact.Meta):
        verbose_name = _("fact of an ad")
        verbose_name_plural = _("facts of ads")
        ordering = ("opportunity_id", "span_start", "pk")
        indexes = [
            models.Index(name="opportunity_fact_kind", fields=["opportunity", "kind"]),
            *fact_indexes("opportunity"),
        ]
