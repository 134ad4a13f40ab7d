from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager


class PublicationCount(models.Model):
    """How many candidates met every must of an opportunity at the moment when it was published. Counts, of nobody."""

    scope = RowScope(through="opportunity")
    privacy = Privacy(plain=("opportunity", "eligible", "pool", "counted_at"))

    opportunity = models.OneToOneField(
        "opportunities.Opportunity", models.CASCADE, primary_key=True, related_name="publication_count"
    )
    eligible = models.PositiveIntegerField(_("meet every must"))
    pool = models.PositiveIntegerField(_("candidates there were"))
    counted_at = models.DateTimeField()

    objects = ScopedManager["PublicationCount"]()

    class Meta:
        verbose_name = _("count at publication")
        verbose_name_plural = _("counts at publication")

    def __str__(self) -> str:
        return f"{self.opportunity_id}: {self.eligible} of {self.pool}"
