from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _


class MergeRecord(models.Model):
    """
    That two records were joined, and how to undo it. Each table of records that can be joined has its own.

    `steps` holds every row that was moved, changed or removed, as `joined_rows.Journal` wrote it; it is emptied when
    the joining is undone. It goes when the kept record goes.
    """

    COLUMNS = (
        "kept_id_then",
        "other_id",
        "other_name",
        "merged_at",
        "merged_by",
        "undone_at",
        "undone_by",
        "steps",
    )

    kept_id_then = models.BigIntegerField(
        _("number of the record that was kept"), help_text=_("Number of the record that was kept.")
    )
    other_id = models.BigIntegerField(
        _("number of the other record"), help_text=_("Number of the record that was joined to it.")
    )
    other_name = models.CharField(_("name of the other record"), max_length=200)
    steps = models.JSONField(_("what was changed"), default=list)
    merged_at = models.DateTimeField(_("joined at"))
    merged_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("joined by"),
        null=True,
        blank=True,
        related_name="+",
    )
    undone_at = models.DateTimeField(_("undone at"), null=True, blank=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("undone by"),
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True
        ordering = ("-merged_at", "-pk")

    def __str__(self) -> str:
        return f"{self.other_id} → {self.kept_id_then}"


class DistinctPair(models.Model):
    """That somebody looked at two records that are alike, and said that they are not the same."""

    COLUMNS = ("said_at", "said_by")

    said_at = models.DateTimeField(_("said at"))
    said_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("said by"),
        null=True,
        blank=True,
        related_name="+",
    )

    class Meta:
        abstract = True
