from __future__ import annotations

from typing import Any, NoReturn, Self

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.classifications.enums import DocumentSort, FactState, Said
from brobygger.core.reading import FACT_KINDS, Role


class CorrectionQuerySet(models.QuerySet["Correction"]):
    """Reads and adds. What would change or remove many rows at once is refused, like it is for one."""

    def standing(self) -> Self:
        """Corrections that nobody has taken back."""
        taken_back = Correction.objects.filter(said=Said.UNDONE).values("undoes")
        return self.exclude(said=Said.UNDONE).exclude(pk__in=taken_back)

    def update(self, **columns: Any) -> NoReturn:
        raise RuntimeError("A correction is never changed.")

    def delete(self) -> NoReturn:
        raise RuntimeError("A correction is never removed.")


class Correction(models.Model):
    """
    What a person said of one fact that was read. Rows are added, never changed or removed.

    They are kept apart from the facts for the next evaluation; nothing is learned from them. There are no foreign
    keys: a correction outlives its fact. Of the text it holds the words of the fact alone; the sentence stays in the
    record and goes with it. `undoes` is the number of the correction that a row takes back.
    """

    scope = RowScope(owners=("by_id",))
    privacy = Privacy(
        candidate="document_id",
        candidate_rows={"document_sort": DocumentSort.CV},
        personal=(
            Personal(
                _("what was corrected in what was read of your text"),
                ("document_id", "words", "read", "right", "said", "at"),
                Purpose.EVALUATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.ACCOUNTABILITY,
                since=("at",),
            ),
            names_who("by_id", "by_name"),
        ),
        plain=(
            "id",
            "document_sort",
            "text_digest",
            "fact_id",
            "right_fact_id",
            "kind",
            "span_start",
            "span_end",
            "language",
            "role",
            "confidence",
            "method",
            "state_before",
            "undoes",
        ),
    )

    document_sort = models.CharField(max_length=2, choices=DocumentSort.choices)
    document_id = models.BigIntegerField(
        _("number of the text"), help_text=_("Number of the opportunity or the candidate.")
    )
    text_digest = models.CharField(max_length=16, help_text=_("Of the text that the offsets count in."))
    fact_id = models.BigIntegerField()
    right_fact_id = models.BigIntegerField(
        null=True, help_text=_("The fact that was added instead, if this correction added it.")
    )
    kind = models.CharField(max_length=20, choices=[(kind, kind) for kind in FACT_KINDS.values()])
    words = models.TextField(
        _("words of the text"), blank=True, help_text=_("The words of the text that were read so.")
    )
    span_start = models.PositiveIntegerField(null=True)
    span_end = models.PositiveIntegerField(null=True)
    language = models.CharField(max_length=8)
    role = models.CharField(max_length=12, choices=[(role.value, role.value) for role in Role])
    confidence = models.FloatField()
    method = models.CharField(max_length=20)
    read = models.JSONField(_("what was read"), help_text=_("What was read."))
    state_before = models.CharField(max_length=10, choices=FactState.choices)
    said = models.CharField(_("what was said of it"), max_length=10, choices=Said.choices)
    right = models.JSONField(
        _("what is right"), null=True, help_text=_("What is right; empty where nothing is.")
    )
    undoes = models.BigIntegerField(null=True, unique=True)
    at = models.DateTimeField(_("corrected at"), db_index=True)
    by_id = models.BigIntegerField(
        _("number of who corrected it"), null=True, help_text=_("Empty: the product itself.")
    )
    by_name = models.CharField(_("name of who corrected it"), max_length=150, blank=True)

    objects = ScopedManager.from_queryset(CorrectionQuerySet)()

    class Meta:
        verbose_name = _("correction")
        verbose_name_plural = _("corrections")
        ordering = ("pk",)
        indexes = [models.Index(name="correction_fact", fields=["document_sort", "fact_id"])]
        constraints = [
            models.CheckConstraint(
                name="correction_span_runs_forward",
                condition=Q(span_start__isnull=True, span_end__isnull=True) | Q(span_end__gt=F("span_start")),
            ),
            models.CheckConstraint(
                name="correction_undone_names_which",
                condition=Q(said=Said.UNDONE, undoes__isnull=False)
                | (~Q(said=Said.UNDONE) & Q(undoes__isnull=True)),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.said} {self.kind} {self.words!r}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise RuntimeError("A correction is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise RuntimeError("A correction is never removed.")
