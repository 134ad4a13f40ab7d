from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class Site(models.Model):
    """A place where an organisation works, from one day to another."""

    scope = RowScope(through="organisation")
    privacy = Privacy(
        plain=(
            "id",
            "organisation",
            "name",
            "address",
            "postal_code",
            "place_name",
            "municipality",
            "country",
            "from_date",
            "until_date",
        )
    )

    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="sites")
    name = models.CharField(_("name of the site"), max_length=120)
    address = models.CharField(_("address"), max_length=200, blank=True)
    postal_code = models.CharField(_("postal code"), max_length=12, blank=True)
    place_name = models.CharField(_("town"), max_length=100, blank=True)
    municipality = models.CharField(_("municipality"), max_length=100, blank=True)
    country = models.CharField(_("country"), max_length=2, help_text=_("ISO 3166-1."))
    from_date = models.DateField(_("from"), null=True, blank=True)
    until_date = models.DateField(_("until"), null=True, blank=True)

    objects = ScopedManager["Site"]()

    class Meta:
        verbose_name = _("site")
        verbose_name_plural = _("sites")
        ordering = ("organisation_id", "pk")
        constraints = [
            models.CheckConstraint(
                name="site_ends_after_it_starts",
                condition=Q(from_date__isnull=True)
                | Q(until_date__isnull=True)
                | Q(until_date__gte=F("from_date")),
                violation_error_message=_("The last day must not lie before the first."),
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def where(self) -> str:
        town = " ".join(filter(None, (self.postal_code, self.place_name)))
        return ", ".join(filter(None, (self.address, town)))
