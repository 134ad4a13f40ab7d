from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any, Final, NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import OnErasure, Personal, Privacy

GENESIS: Final = 64 * "0"
"""`previous_hash` of the first entry."""


class AuditEntryQuerySet(models.QuerySet["AuditEntry"]):
    """Reads. What would change, remove or add many rows at once is refused, like it is for one."""

    def update(self, **columns: Any) -> NoReturn:
        raise RuntimeError("An audit entry is never changed.")

    def delete(self) -> NoReturn:
        raise RuntimeError("An audit entry is never removed.")

    def bulk_create(self, objs: Iterable[AuditEntry], *args: Any, **kwargs: Any) -> NoReturn:
        raise RuntimeError("Audit entries are added one by one, by base.actions.record.")


class AuditEntry(models.Model):
    """
    That somebody did something, when, and what it changed. Rows are added, never changed or removed.

    There are no foreign keys: an entry outlives what it tells about. Entries are chained in the order of their ids:
    each carries the hash of the one before. `hash` is the SHA-256, in hexadecimal, of the JSON list

        ["brobygger-audit-1", previous_hash, id, at, by_id, by_name, action, subject_type, subject_id, changes]

    written in ASCII without spaces, names of objects sorted by code points, `at` in UTC as
    2026-09-01T12:00:00.000000Z, whole numbers (also 1e16) in all their digits, other numbers in the fewest digits that read back as
    the same double (as Python's repr). `queries.check_audit_trail` checks it by code of its own.
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
        plain=("id", "previous_hash", "hash"),
        on_erasure=OnErasure.KEPT,  # ids that lead nowhere any more: the chain cannot be cut
    )

    at = models.DateTimeField(_("at"), db_index=True)
    by_id = models.BigIntegerField(_("by"), null=True, help_text=_("Empty: the product itself."))
    by_name = models.CharField(_("name of who did it"), max_length=150, blank=True)
    action = models.CharField(_("action"), max_length=100, db_index=True)
    subject_type = models.CharField(_("kind of record"), max_length=100)
    subject_id = models.CharField(_("number of the record"), max_length=100)
    changes = models.JSONField(_("changes"), default=dict)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = AuditEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("audit entry")
        verbose_name_plural = _("audit entries")
        indexes = [models.Index(fields=["subject_type", "subject_id"], name="audit_subject")]
        constraints = [
            models.UniqueConstraint(name="audit_hash_once", fields=["hash"]),
            models.UniqueConstraint(name="audit_chain_never_forks", fields=["previous_hash"]),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.action} {self.subject_type} {self.subject_id}"

    def follow(self, entry_id: int, previous_hash: str) -> None:
        """Take the place after an entry: the next id, its hash as `previous_hash`, and the own hash."""
        self.pk, self.previous_hash = entry_id + 1, previous_hash
        self.hash = entry_hash(self)

    def save(self, *args: Any, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RuntimeError("An audit entry is never changed.")
        if not self.hash:
            raise RuntimeError("An audit entry is added by base.actions.record, which chains it.")
        super().save(*args, **{**kwargs, "force_insert": True})

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        raise RuntimeError("An audit entry is never removed.")


def entry_hash(entry: AuditEntry) -> str:
    """The hash of an entry that has its id and `previous_hash`; the method is in `AuditEntry`."""
    columns = [
        "brobygger-audit-1",
        entry.previous_hash,
        entry.pk,
        entry.at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        entry.by_id,
        entry.by_name,
        entry.action,
        entry.subject_type,
        entry.subject_id,
        _as_read_back(json.loads(json.dumps(entry.changes))),
    ]
    form = json.dumps(columns, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return hashlib.sha256(form.encode()).hexdigest()


def _as_read_back(value: Any) -> Any:
    """Databases write 1e+16 differently: every whole number becomes its digits."""
    if isinstance(value, dict):
        return {name: _as_read_back(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_as_read_back(one) for one in value]
    return int(Decimal(repr(value))) if isinstance(value, float) and value.is_integer() else value
