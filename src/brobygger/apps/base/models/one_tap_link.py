from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy
from brobygger.apps.base.models.scope import RowScope, ScopedManager

LOG_IN: Final = "base.log_in"
"""What a link does that logs its user in. It has a page of its own (`web.account.link`), for it needs a session."""


class OneTapLink(models.Model):
    """
    A link in a mail with which its receiver does one thing, once, without logging in.

    Of the token in it a SHA-256 digest is kept, which is enough, for the token is random and long.
    """

    scope = RowScope(owners=("user",))
    privacy = Privacy(
        user="user",
        address="address",
        personal=(
            Personal(
                _("the links in our mails to you, what each does, and whether it was used"),
                (
                    "user",
                    "address",
                    "language",
                    "action",
                    "arguments",
                    "created_at",
                    "expires_at",
                    "used_at",
                ),
                Purpose.CONTACT,
                LegalBasis.AGREEMENT,
                Retention.MAIL,
                since=("created_at", "expires_at"),
            ),
            Personal(
                _("what a link is known by"),
                ("digest",),
                Purpose.CONTACT,
                LegalBasis.AGREEMENT,
                Retention.MAIL,
                is_secret=True,
            ),
        ),
        plain=("id",),
    )

    digest = models.CharField(_("digest of the link"), max_length=64, unique=True)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("whose link it is"),
        null=True,
        blank=True,
        related_name="one_tap_links",
    )
    address = models.EmailField(_("address"), blank=True, help_text=_("For somebody without a log-in."))
    language = models.CharField(_("language"), max_length=5)
    action = models.CharField(_("action"), max_length=100)
    arguments = models.JSONField(_("arguments"), default=dict)
    created_at = models.DateTimeField(_("made"))
    expires_at = models.DateTimeField(_("expires"), db_index=True)
    used_at = models.DateTimeField(_("used"), null=True, blank=True)

    objects = ScopedManager["OneTapLink"]()

    class Meta:
        verbose_name = _("one-tap link")
        verbose_name_plural = _("one-tap links")
        constraints = [
            models.CheckConstraint(
                condition=Q(user__isnull=False, address="") | (Q(user__isnull=True) & ~Q(address="")),
                name="one_tap_link_is_of_a_user_or_an_address",
            ),
            models.CheckConstraint(
                condition=Q(expires_at__gt=F("created_at")), name="one_tap_link_expires_after_creation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} {self.arguments}"


class LinkRefused(Exception):
    """A one-tap link does nothing. `link` is None where there is none."""

    def __init__(self, link: OneTapLink | None = None) -> None:
        super().__init__(str(link or ""))
        self.link = link


class LinkUnknown(LinkRefused):
    """No link has this token: it was changed on its way, its owner is gone, or it is so old that it was forgotten."""


class LinkExpired(LinkRefused):
    """The link was good once."""


class LinkUsed(LinkRefused):
    """What the link does was done."""


def token_digest(token: str) -> str:
    """What is kept of a token: SHA-256, in hexadecimal."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


_tapped: ContextVar[OneTapLink | None] = ContextVar("tapped_link", default=None)


def tapped_link() -> OneTapLink | None:
    """The link by which somebody acts at the moment; None for somebody who logged in."""
    return _tapped.get()


@contextmanager
def acting_by(link: OneTapLink) -> Iterator[None]:
    """Let the audit entries of what is done name the link that it is done by."""
    before = _tapped.set(link)
    try:
        yield
    finally:
        _tapped.reset(before)
