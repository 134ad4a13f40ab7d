from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.organisations.enums import WRITERS, ContactRight


class Contact(models.Model):
    """
    Somebody speaks for an organisation, with a right of their own.

    `organisation.contacts.add(user)` gives every right: it is how commands and tests name somebody.
    """

    scope = RowScope(programme="organisation__programmes", owners=("user", "organisation__contacts"))
    privacy = Privacy(
        user="user",
        personal=(
            Personal(
                _("which organisations you speak for, and what you may do for them"),
                ("user", "organisation", "right"),
                Purpose.COOPERATION,
                LegalBasis.AGREEMENT,
                Retention.COOPERATION,
            ),
        ),
        plain=("id",),
    )

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("who speaks for it"),
        related_name="contact_rights",
    )
    organisation = models.ForeignKey(
        "organisations.Organisation",
        models.CASCADE,
        verbose_name=_("organisation"),
        related_name="contact_rights",
    )
    right = models.CharField(
        _("right"), max_length=8, choices=ContactRight.choices, default=ContactRight.MANAGE
    )

    objects = ScopedManager["Contact"]()

    class Meta:
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")
        ordering = ("organisation_id", "pk")
        constraints = [
            models.UniqueConstraint(
                name="contact_once",
                fields=["organisation", "user"],
                violation_error_message=_("This person speaks for the organisation already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} – {self.user_id}: {self.right}"

    @property
    def may_write(self) -> bool:
        return self.right in WRITERS
