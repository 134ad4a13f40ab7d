from __future__ import annotations

import json
from typing import ClassVar, Self, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.classifications.enums import FactState
from brobygger.core.reading import FACT_KINDS, Role

Row = TypeVar("Row", bound="ReadFact")


class ReadFactQuerySet(models.QuerySet[Row]):
    """What can be asked of the facts of CVs and of ads alike."""

    def in_force(self) -> Self:
        """Facts that count: all but those that somebody has rejected."""
        return self.exclude(state=FactState.REJECTED)

    def corrected(self) -> Self:
        """Facts that a person has said something about."""
        return self.exclude(state=FactState.READ)


class ReadFact(models.Model):
    """
    One `core.reading.Fact` as a row: its value, its place in the text, and what people said about it.

    A fact that a person added may have no place in the text: its span is empty.
    """

    COLUMNS: ClassVar[tuple[str, ...]] = (
        "kind",
        "value",
        "span_start",
        "span_end",
        "sentence_start",
        "language",
        "role",
        "confidence",
        "method",
        "state",
        "corrected_at",
        "corrected_by",
    )
    OWNER: ClassVar[str]  # name of the foreign key to whose text it was read from

    kind = models.CharField(_("kind"), max_length=20, choices=[(kind, kind) for kind in FACT_KINDS.values()])
    value = models.JSONField(_("what was read"))
    span_start = models.PositiveIntegerField(_("starts at letter"), null=True, blank=True)
    span_end = models.PositiveIntegerField(_("ends at letter"), null=True, blank=True)
    sentence_start = models.PositiveIntegerField(
        _("sentence starts at letter"),
        null=True,
        blank=True,
        help_text=_("Start of the passage that it stands in."),
    )
    language = models.CharField(_("language"), max_length=8)
    role = models.CharField(
        _("part of the text"), max_length=12, choices=[(role.value, role.value) for role in Role]
    )
    confidence = models.FloatField(_("how sure it is"))
    method = models.CharField(_("how it was read"), max_length=20)
    state = models.CharField(_("state"), max_length=10, choices=FactState.choices, default=FactState.READ)
    corrected_at = models.DateTimeField(_("corrected at"), null=True, blank=True)
    corrected_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("corrected by"),
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(class)s_span_runs_forward",
                condition=Q(span_start__isnull=True, span_end__isnull=True)
                | Q(span_start__isnull=False, span_end__isnull=False, span_end__gt=F("span_start")),
                violation_error_message=_("The place in the text must have a start before its end."),
            ),
            models.CheckConstraint(
                name="%(class)s_confidence_is_a_share",
                condition=Q(confidence__gte=0, confidence__lte=1),
                violation_error_message=_("The confidence must lie between 0 and 1."),
            ),
            models.CheckConstraint(
                name="%(class)s_corrected_follows_state",
                condition=Q(state=FactState.READ, corrected_at__isnull=True)
                | (~Q(state=FactState.READ) & Q(corrected_at__isnull=False)),
                violation_error_message=_("A fact that a person changed must say when."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.value}"

    @property
    def counts(self) -> bool:
        return self.state != FactState.REJECTED

    @property
    def says(self) -> str:
        """What two facts of a kind share if they say the same: the concept, else all of the value."""
        return str(self.value.get("uri") or json.dumps(self.value, sort_keys=True))


def fact_indexes(owner: str) -> list[models.Index]:
    """
    What lists of facts are read along, the least sure first or the last corrected; see `queries.sentence_keys`.

    Args:
        owner: of the table; an abstract model's own indexes cannot be named after it within 30 letters.
    """
    return [
        models.Index(name=f"{owner}_fact_sureness", fields=["confidence", "id"]),
        models.Index(name=f"{owner}_fact_kind_sureness", fields=["kind", "confidence", "id"]),
        models.Index(
            name=f"{owner}_fact_corrected",
            fields=["-corrected_at", "id"],
            condition=Q(corrected_at__isnull=False),
        ),
    ]
