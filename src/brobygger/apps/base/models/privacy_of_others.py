"""What the tables of Django and django-allauth hold about people, by the label of the model."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy


def _account(what: object, *columns: str, is_secret: bool = False) -> Personal:
    return Personal(
        what,  # type: ignore[arg-type]
        columns,
        Purpose.ACCOUNT,
        LegalBasis.AGREEMENT,
        Retention.ACCOUNT,
        is_secret=is_secret,
    )


PRIVACY_OF_OTHERS: Final[Mapping[str, Privacy]] = {
    "account.EmailAddress": Privacy(
        user="user",
        personal=(
            _account(
                _("your e-mail address, and whether it is verified"), "user", "email", "verified", "primary"
            ),
        ),
        plain=("id",),
        identifying=("email",),
    ),
    "account.EmailConfirmation": Privacy(
        user="email_address__user",
        personal=(
            _account(_("that your address was to be verified"), "email_address", "created", "sent"),
            _account(_("the key that verifies your address"), "key", is_secret=True),
        ),
        plain=("id",),
    ),
    "mfa.Authenticator": Privacy(
        user="user",
        personal=(
            _account(
                _("your passkeys and authenticator apps: which kind, and when they were used"),
                "user",
                "type",
                "created_at",
                "last_used_at",
            ),
            _account(_("what a passkey or an app is recognised by"), "data", is_secret=True),
        ),
        plain=("id",),
    ),
    "usersessions.UserSession": Privacy(
        user="user",
        personal=(
            _account(
                _("the browsers that you are logged in with"),
                "user",
                "created_at",
                "ip",
                "last_seen_at",
                "user_agent",
                "data",
            ),
            _account(_("what a browser is recognised by"), "session_key", is_secret=True),
        ),
        plain=("id",),
    ),
    "sessions.Session": Privacy(
        personal=(
            _account(_("that a browser is logged in, and until when"), "expire_date"),
            _account(
                _("what a browser's visit holds, sealed, and its key"),
                "session_key",
                "session_data",
                is_secret=True,
            ),
        ),
    ),
    "socialaccount.SocialAccount": Privacy(
        user="user",
        personal=(
            _account(
                _("the provider that you log in with, and what it said of you"),
                "user",
                "provider",
                "uid",
                "last_login",
                "date_joined",
                "extra_data",
            ),
        ),
        plain=("id",),
    ),
    "socialaccount.SocialToken": Privacy(
        user="account__user",
        personal=(
            _account(_("that the provider gave a key, and until when"), "account", "expires_at"),
            _account(_("the provider's key"), "token", "token_secret", is_secret=True),
        ),
        plain=("id", "app"),
    ),
    "socialaccount.SocialApp": Privacy(
        plain=("id", "provider", "provider_id", "name", "client_id", "secret", "key", "settings")
    ),
    "admin.LogEntry": Privacy(
        user="user",
        personal=(
            Personal(
                _("what you did in the database's own pages, and when"),
                ("action_time", "user", "object_id", "object_repr", "action_flag", "change_message"),
                Purpose.ACCOUNTABILITY,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.ACCOUNTABILITY,
                since=("action_time",),
            ),
        ),
        plain=("id", "content_type"),
        mentions=("object_repr", "change_message"),
    ),
    "contenttypes.ContentType": Privacy(plain=("id", "app_label", "model")),
    "auth.Permission": Privacy(plain=("id", "name", "content_type", "codename")),
    "auth.Group": Privacy(plain=("id", "name", "permissions")),
}
