from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager
from brobygger.apps.opportunities.enums import OpenedThrough


class OpportunityOpening(models.Model):
    """
    How often an opportunity was opened, or told of, on a day. Counts, of nobody in particular.

    Those of `MAIL` are written when what is kept of a mail to a person goes: the count stays.
    """

    scope = RowScope(through="opportunity")
    privacy = Privacy(plain=("id", "opportunity", "day", "through", "count"))

    opportunity = models.ForeignKey("opportunities.Opportunity", models.CASCADE, related_name="openings")
    day = models.DateField(_("day"))
    through = models.CharField(_("through"), max_length=8, choices=OpenedThrough.choices)
    count = models.PositiveIntegerField(_("times"), default=0)

    objects = ScopedManager["OpportunityOpening"]()

    class Meta:
        verbose_name = _("openings of an opportunity")
        verbose_name_plural = _("openings of opportunities")
        ordering = ("opportunity", "day", "through")
        constraints = [
            models.UniqueConstraint(name="opening_once_a_day", fields=["opportunity", "day", "through"])
        ]

    def __str__(self) -> str:
        return f"{self.opportunity_id} {self.day} {self.through} {self.count}"
