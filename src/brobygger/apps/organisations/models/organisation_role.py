from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager
from brobygger.apps.organisations.enums import RoleKind


class OrganisationRole(models.Model):
    """What somebody is or was in an organisation. It gives no rights: those stand in `Contact`."""

    scope = RowScope(programme="organisation__programmes", owners=("organisation__contacts",))
    privacy = Privacy(
        address="email",
        identifying=("person_name", "email"),
        personal=(
            Personal(
                _("which role you have or had in an organisation"),
                ("person_name", "email", "kind", "title", "from_date", "until_date"),
                Purpose.COOPERATION,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.COOPERATION,
                since=("noted_at",),
            ),
        ),
        open_rows={"until_date__isnull": True},
        plain=("id", "organisation", "noted_at"),
    )

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="roles")
    person_name = models.CharField(_("name"), max_length=150)
    email = models.EmailField(_("e-mail"), blank=True)
    kind = models.CharField(_("role"), max_length=16, choices=RoleKind.choices)
    title = models.CharField(_("title"), max_length=120, blank=True)
    from_date = models.DateField(_("from"))
    until_date = models.DateField(_("until"), null=True, blank=True)
    noted_at = models.DateTimeField(_("noted"))

    objects = ScopedManager["OrganisationRole"]()

    class Meta:
        verbose_name = _("role in an organisation")
        verbose_name_plural = _("roles in organisations")
        ordering = ("-from_date", "pk")
        constraints = [
            models.CheckConstraint(
                name="role_ends_after_it_starts",
                condition=Q(until_date__isnull=True) | Q(until_date__gte=F("from_date")),
                violation_error_message=_("The last day must not lie before the first."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.kind}"
