from __future__ import annotations

from typing import Any, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    """Reads and adds. What would change or remove many rows at once is refused, like it is for one."""

    def update(self, **columns: Any) -> NoReturn:
        raise RuntimeError("An audit entry is never changed.")

    def delete(self) -> NoReturn:
        raise RuntimeError("An audit entry is never removed.")


class AuditEntry(models.Model):
    """
    That somebody did something, when, and what it changed. Rows are added, never changed or removed.

    There are no foreign keys: an entry outlives what it tells about.
    """

    privacy = Privacy(
        user="by_id",
        personal=(
            Personal(
                _("what you did, and when"),
                ("at", "by_id", "by_name", "action", "subject_type", "subject_id", "changes"),
                Purpose.ACCOUNTABILITY,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.ACCOUNTABILITY,
            ),
        ),
        plain=("id",),
    )

    at = models.DateTimeField(_("at"), db_index=True)
    by_id = models.BigIntegerField(_("by"), null=True, help_text=_("Empty: the product itself."))
    by_name = models.CharField(max_length=150, blank=True)
    action = models.CharField(_("action"), max_length=100, db_index=True)
    subject_type = models.CharField(max_length=100)
    subject_id = models.CharField(max_length=100)
    changes = models.JSONField(_("changes"), default=dict)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="audit_subject")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject_type} {self.subject_id}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        if self.pk is not None:
            raise RuntimeError("An audit entry is never changed.")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise RuntimeError("An audit entry is never removed.")
