from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who


class FairnessAcknowledgementQuerySet(models.QuerySet["FairnessAcknowledgement"]):
    """Reads and adds. What would change or remove many rows at once is refused, like it is for one."""

    def update(self, **columns: Any) -> NoReturn:
        raise RuntimeError("An acknowledgement is never changed.")

    def delete(self) -> NoReturn:
        raise RuntimeError("An acknowledgement is never removed.")


class FairnessAcknowledgement(models.Model):
    """
    That a named person has read the fairness report of a match run, and what they noted.

    Rows are added, never changed; they go with their run. `digest` is the SHA-256 of the figures that were read, see
    `adapters.figures_digest`.
    """

    scope = RowScope(through="run")
    privacy = Privacy(
        personal=(names_who("acknowledged_by", "acknowledged_by_name"),),
        plain=("run", "acknowledged_at", "note", "digest"),
    )

    run = models.OneToOneField(
        "matching.MatchRun",
        models.CASCADE,
        primary_key=True,
        verbose_name=_("match run"),
        related_name="acknowledgement",
    )
    acknowledged_at = models.DateTimeField(_("acknowledged at"))
    acknowledged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("acknowledged by"),
        null=True,
        blank=True,
        related_name="+",
    )
    acknowledged_by_name = models.CharField(
        _("name of who acknowledged"), max_length=150, help_text=_("Stays when the user is removed.")
    )
    note = models.TextField(_("note"), max_length=1_000, blank=True)
    digest = models.CharField(max_length=64)

    objects = ScopedManager.from_queryset(FairnessAcknowledgementQuerySet)()

    class Meta:
        verbose_name = _("acknowledgement of a fairness report")
        verbose_name_plural = _("acknowledgements of fairness reports")
        ordering = ("-acknowledged_at", "-run_id")

    def __str__(self) -> str:
        return f"{self.run_id}: {self.acknowledged_by_name}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RuntimeError("An acknowledgement is never changed.")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise RuntimeError("An acknowledgement is never removed.")
