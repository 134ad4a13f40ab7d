from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager, names_who


class KeptColumns(models.Model):
    """
    What somebody said that the columns of a file are, for the next file that has them.

    It holds names of columns, never a row of the file.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(
        personal=(names_who("kept_by"),),
        plain=("id", "sort", "digest", "file_name", "choices", "kept_at"),
    )

    sort = models.CharField(max_length=14, help_text=_("Name of the sort of table, such as “register”."))
    digest = models.CharField(max_length=64, help_text=_("Of the headers, in whatever order they stand."))
    file_name = models.CharField(max_length=200, help_text=_("The file that it was said of."))
    choices = models.JSONField(default=dict, help_text=_("Column by header; empty: left out."))
    kept_at = models.DateTimeField()
    kept_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("kept by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("what the columns of a file are")
        verbose_name_plural = _("what the columns of files are")
        ordering = ("-kept_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="kept_columns_once",
                fields=["sort", "digest"],
                violation_error_message=_("It is said already what these columns are."),
            )
        ]

    def __str__(self) -> str:
        return self.file_name
