from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import (
    Personal,
    Privacy,
    RowScope,
    ScopedManager,
    names_who,
)
from brobygger.apps.outreach.enums import TableKind


class OutreachTable(models.Model):
    """An extract or a table of visits that somebody uploaded, until it is imported; `content` is emptied by that."""

    scope = RowScope(owners=("uploaded_by",))
    privacy = Privacy(
        personal=(
            Personal(
                _("a table that is about to be imported"),
                ("content",),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.MAIL,
                since=("uploaded_at",),
            ),
            names_who("uploaded_by"),
        ),
        plain=(
            "id",
            "kind",
            "programme",
            "file_name",
            "column_choices",
            "uploaded_at",
            "imported_at",
            "counts",
        ),
    )

    kind = models.CharField(max_length=10, choices=TableKind.choices)
    programme = models.ForeignKey(
        "programmes.Programme", models.CASCADE, null=True, blank=True, related_name="+"
    )
    file_name = models.CharField(max_length=200)
    content = models.BinaryField(_("the table"))
    column_choices = models.JSONField(default=dict, help_text=_("Column by header; empty: left out."))
    uploaded_at = models.DateTimeField(db_index=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("uploaded by"),
        null=True,
        blank=True,
        related_name="+",
    )
    imported_at = models.DateTimeField(null=True, blank=True)
    counts = models.JSONField(default=dict)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("uploaded table of companies or visits")
        verbose_name_plural = _("uploaded tables of companies or visits")

    def __str__(self) -> str:
        return self.file_name
