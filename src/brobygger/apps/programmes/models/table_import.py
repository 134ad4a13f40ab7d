from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.programmes.enums import ImportKind


class TableImport(models.Model):
    """
    A table that somebody uploaded, with what they chose for its columns and rows, until it is imported.

    `content` is emptied by the import; what is not imported goes with the next upload a day later.
    """

    scope = RowScope(owners=("uploaded_by",))
    privacy = Privacy(
        personal=(
            Personal(
                _("a table that is about to be imported"),
                ("content", "row_choices"),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.MAIL,
                since=("uploaded_at",),
            ),
            names_who("uploaded_by"),
        ),
        plain=("id", "kind", "file_name", "column_choices", "uploaded_at", "imported_at", "counts"),
    )

    kind = models.CharField(max_length=14, choices=ImportKind.choices)
    file_name = models.CharField(max_length=200)
    content = models.BinaryField(_("the table"))
    column_choices = models.JSONField(default=dict, help_text=_("Column by header; empty: left out."))
    row_choices = models.JSONField(
        _("which row is whom"), default=dict, help_text=_("By number: the record it is about, or “new”.")
    )
    uploaded_at = models.DateTimeField(db_index=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        related_name="+",
    )
    imported_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("import of a table")
        verbose_name_plural = _("imports of tables")

    def __str__(self) -> str:
        return self.file_name
