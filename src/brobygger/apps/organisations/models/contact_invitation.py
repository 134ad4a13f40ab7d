from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.organisations.enums import ContactRight


class ContactInvitation(models.Model):
    """Somebody is asked by mail to speak for an organisation. The row goes when they do, or when it is taken back."""

    scope = RowScope(programme="organisation__programmes", owners=("organisation__contacts",))
    privacy = Privacy(
        address="email",
        personal=(
            Personal(
                _("to which address an organisation wrote to invite a colleague"),
                ("email",),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.MAIL,
                since=("invited_at",),
            ),
            names_who("invited_by"),
        ),
        plain=("id", "organisation", "right", "invited_at"),
    )

    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="contact_invitations"
    )
    email = models.EmailField(_("e-mail"))
    right = models.CharField(_("right"), max_length=8, choices=ContactRight.choices)
    invited_at = models.DateTimeField()
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("invited by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["ContactInvitation"]()

    class Meta:
        verbose_name = _("invitation of a contact")
        verbose_name_plural = _("invitations of contacts")
        ordering = ("organisation_id", "pk")
        constraints = [
            models.UniqueConstraint(
                name="contact_invited_once",
                fields=["organisation", "email"],
                violation_error_message=_("This person is invited already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} – {self.email}"
