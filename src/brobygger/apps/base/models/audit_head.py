from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models.audit_entry import GENESIS
from brobygger.apps.base.models.privacy import Privacy


class AuditHead(models.Model):
    """The end of the audit trail: one row, which everybody who adds an entry locks first."""

    privacy = Privacy(plain=("id", "entry_id", "hash"))

    entry_id = models.BigIntegerField(default=0, help_text=_("The last entry; 0 before the first."))
    hash = models.CharField(max_length=64, default=GENESIS)

    class Meta:
        verbose_name = _("head of the audit trail")
        verbose_name_plural = _("heads of the audit trail")
        constraints = [models.CheckConstraint(name="audit_head_is_one_row", condition=Q(pk=1))]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.hash[:12]}"
