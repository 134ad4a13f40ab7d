from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager
from brobygger.apps.organisations.enums import RelationKind


class OrganisationRelation(models.Model):
    """That an organisation is a member or part of another one, or owns it, from one day to another."""

    scope = RowScope(through="organisation")
    privacy = Privacy(plain=("id", "organisation", "kind", "other", "from_date", "until_date"))

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="relations")
    kind = models.CharField(_("relation"), max_length=10, choices=RelationKind.choices)
    other = models.ForeignKey(
        "organisations.Organisation",
        models.CASCADE,
        verbose_name=_("the other organisation"),
        related_name="relations_from",
    )
    from_date = models.DateField(_("from"), null=True, blank=True)
    until_date = models.DateField(_("until"), null=True, blank=True)

    objects = ScopedManager["OrganisationRelation"]()

    class Meta:
        verbose_name = _("relation of organisations")
        verbose_name_plural = _("relations of organisations")
        ordering = ("organisation_id", "pk")
        constraints = [
            models.CheckConstraint(
                name="relation_of_two",
                condition=~Q(organisation=F("other")),
                violation_error_message=_("An organisation cannot have a relation to itself."),
            ),
            models.CheckConstraint(
                name="relation_ends_after_it_starts",
                condition=Q(from_date__isnull=True)
                | Q(until_date__isnull=True)
                | Q(until_date__gte=F("from_date")),
                violation_error_message=_("The last day must not lie before the first."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} {self.kind} {self.other_id}"
