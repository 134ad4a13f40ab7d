from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy


class Partnership(models.Model):
    """
    An organisation that carries a programme, as lead or as partner.

    Those who speak for it see the programme's records, and no others. A programme may have several leads; their
    rights are equal.
    """

    privacy = Privacy(plain=("id", "programme", "organisation", "is_lead"))

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="partnerships")
    organisation = models.ForeignKey(
        "organisations.Organisation", models.CASCADE, related_name="partnerships"
    )
    is_lead = models.BooleanField(_("leads the programme"), default=False)

    class Meta:
        verbose_name = _("partnership")
        verbose_name_plural = _("partnerships")
        ordering = ("programme_id", "-is_lead", "organisation_id")
        constraints = [
            models.UniqueConstraint(
                name="partnership_once",
                fields=["programme", "organisation"],
                violation_error_message=_("The organisation is a partner of the programme already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} – {self.organisation_id}"
