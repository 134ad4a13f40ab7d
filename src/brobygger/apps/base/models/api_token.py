from __future__ import annotations

import datetime as dt
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy
from brobygger.apps.base.models.scope import RowScope, ScopedManager


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def usable(self, at: dt.datetime) -> Self:
        """Neither revoked nor expired, of somebody who may log in."""
        return self.filter(revoked_at__isnull=True, expires_at__gt=at, user__is_active=True)


class ApiToken(models.Model):
    """
    A key with which a program acts for a user: never more than the user may, never more than its scopes.

    The secret itself is shown once and not kept; a SHA-256 digest is enough, for the secret is random and long.
    """

    scope = RowScope(owners=("user",))
    privacy = Privacy(
        user="user",
        personal=(
            Personal(
                _("the keys that you gave to programs"),
                ("user", "name", "scopes", "created_at", "expires_at", "last_used_at", "revoked_at"),
                Purpose.ACCOUNT,
                LegalBasis.AGREEMENT,
                Retention.ACCOUNT,
            ),
            Personal(
                _("the keys themselves, in a form that cannot be read"),
                ("digest",),
                Purpose.ACCOUNT,
                LegalBasis.AGREEMENT,
                Retention.ACCOUNT,
                is_secret=True,
            ),
        ),
        plain=("id",),
    )

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("whose key it is"), related_name="api_tokens"
    )
    name = models.CharField(_("name"), max_length=80, help_text=_("What the token is for."))
    digest = models.CharField(
        _("digest of the key"), max_length=64, unique=True, help_text=_("SHA-256 of the secret.")
    )
    scopes = models.JSONField(_("scopes"), default=list)
    created_at = models.DateTimeField(_("made at"))
    expires_at = models.DateTimeField(_("valid until"))
    last_used_at = models.DateTimeField(_("last used at"), null=True, blank=True, help_text=_("To the hour."))
    revoked_at = models.DateTimeField(_("revoked at"), null=True, blank=True)

    objects = ScopedManager.from_queryset(ApiTokenQuerySet)()

    class Meta:
        verbose_name = _("access token")
        verbose_name_plural = _("access tokens")
        ordering = ("-created_at", "-pk")
        constraints = [
            models.CheckConstraint(
                name="api_token_expires_after_creation",
                condition=Q(expires_at__gt=F("created_at")),
                violation_error_message=_("A token must expire after it is made."),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def is_usable(self, at: dt.datetime) -> bool:
        return self.revoked_at is None and self.expires_at > at
