from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class MailedOpportunity(models.Model):
    """
    An opportunity that a candidate got a mail about because it fits. Written with the mail, so that none comes twice.

    As long as the opportunity is open the row stays: without it the mail would be repeated.
    """

    scope = RowScope(programme="opportunity__programme", owners=("candidate__user",))
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("which opportunities we wrote to you about, and when"),
                ("candidate", "opportunity", "mailed_at"),
                Purpose.CONTACT,
                LegalBasis.CONSENT,
                Retention.RUN,
                since=("mailed_at",),
            ),
        ),
        plain=("id",),
        open_rows={"opportunity__state": "open"},
    )

    candidate = models.ForeignKey(
        "people.Candidate", models.CASCADE, verbose_name=_("candidate"), related_name="mailed_opportunities"
    )
    opportunity = models.ForeignKey(
        "opportunities.Opportunity", models.CASCADE, verbose_name=_("opportunity"), related_name="mailed_to"
    )
    mailed_at = models.DateTimeField(_("mailed at"))

    objects = ScopedManager["MailedOpportunity"]()

    class Meta:
        verbose_name = _("opportunity in a mail")
        verbose_name_plural = _("opportunities in mails")
        ordering = ("-mailed_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="opportunity_mailed_once",
                fields=["candidate", "opportunity"],
                violation_error_message=_("This candidate got a mail about this opportunity already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.candidate_id} × {self.opportunity_id}"
