from __future__ import annotations

from django.conf import settings
from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models.privacy import Personal, Privacy


class User(AbstractUser):
    """Somebody who can log in. What they may do follows from the role and from what they are linked to."""

    privacy = Privacy(
        user="pk",
        personal=(
            Personal(
                _("your log-in: name, address, language, role, when you were last here"),
                (
                    "username",
                    "first_name",
                    "last_name",
                    "email",
                    "language",
                    "role",
                    "is_active",
                    "is_staff",
                    "is_superuser",
                    "date_joined",
                    "last_login",
                ),
                Purpose.ACCOUNT,
                LegalBasis.AGREEMENT,
                Retention.ACCOUNT,
            ),
            Personal(
                _("your password, in a form that cannot be read"),
                ("password",),
                Purpose.ACCOUNT,
                LegalBasis.AGREEMENT,
                Retention.ACCOUNT,
                is_secret=True,
            ),
        ),
        # roles do the work of groups and permissions here
        plain=("id", "groups", "user_permissions"),
        identifying=("email",),
    )

    role = models.CharField(_("role"), max_length=20, choices=Role.choices, blank=True)
    language = models.CharField(_("language"), max_length=5, choices=settings.LANGUAGES, blank=True)

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    @property
    def role_label(self) -> str:
        """The role in the reader's language; empty for somebody without one."""
        return str(Role(self.role).label) if self.role else ""
