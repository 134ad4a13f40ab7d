from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models.privacy import Privacy, names_who
from brobygger.apps.base.models.scope import RowScope, ScopedManager


class RetentionReceipt(models.Model):
    """
    That data whose time was over was removed: when, and how many rows of each model and class of retention.

    `counts` holds [label of the model, class, rows] lists; `digest` is the SHA-256 of the moment and the counts.
    `signature` is the Ed25519 signature, by `public_key`, of the JSON list

        ["brobygger-receipt-1", at, counts, public_key, former_keys]

    written in ASCII without spaces, `at` in UTC as 2026-09-01T12:00:00.000000Z, keys as 64 hexadecimal digits. With
    `former_keys` the key vouches for those that the installation had before it. Receipts from before there were
    signatures have none. `queries.check_receipts` checks it by code of its own.
    """

    scope = RowScope(nobody=True)
    privacy = Privacy(
        personal=(names_who("by", "by_name"),),
        plain=("id", "at", "counts", "digest", "public_key", "former_keys", "signature"),
    )

    at = models.DateTimeField(_("at"), db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("by"),
        null=True,
        blank=True,
        related_name="+",
    )
    by_name = models.CharField(
        _("name of who did it"), max_length=150, blank=True, help_text=_("Empty: the product itself.")
    )
    counts = models.JSONField(_("rows by model and class"), default=list)
    digest = models.CharField(max_length=64)
    public_key = models.CharField(_("public key"), max_length=64, blank=True)
    former_keys = models.JSONField(_("keys of the installation before that"), default=list)
    signature = models.CharField(
        _("signature"), max_length=128, blank=True, help_text=_("Empty: from before receipts were signed.")
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("receipt of removal")
        verbose_name_plural = _("receipts of removal")
        ordering = ("-at", "-pk")

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.digest[:12]}"
