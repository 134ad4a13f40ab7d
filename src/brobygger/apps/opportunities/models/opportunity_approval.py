from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import VISITOR, Privacy, RowScope, ScopedManager, everyone, names_who


class OpportunityApproval(models.Model):
    """
    A programme lets its candidates see an opportunity, or does not. What has no row has not been decided.

    It counts where the programme asks for it (`Programme.approves_opportunities`). Whoever may see an opportunity has
    to find out whether it was approved, so nobody's rows are kept from them.
    """

    scope = RowScope(
        programme="programme",
        owners=("opportunity__organisation__contacts",),
        shown=dict.fromkeys((Role.CANDIDATE, Role.AGENCY, Role.AMBASSADOR, VISITOR), everyone),
    )
    privacy = Privacy(
        personal=(names_who("decided_by", "decided_by_name"),),
        plain=("id", "opportunity", "programme", "is_approved", "reason", "decided_at"),
    )

    opportunity = models.ForeignKey(
        "opportunities.Opportunity", models.CASCADE, verbose_name=_("opportunity"), related_name="approvals"
    )
    programme = models.ForeignKey(
        "programmes.Programme", models.CASCADE, verbose_name=_("programme"), related_name="approvals"
    )
    is_approved = models.BooleanField(_("approved"))
    reason = models.TextField(_("why not"), blank=True)
    decided_at = models.DateTimeField(_("decided at"))
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("decided by"),
        null=True,
        blank=True,
        related_name="+",
    )
    decided_by_name = models.CharField(_("name of who decided"), max_length=150)

    objects = ScopedManager["OpportunityApproval"]()

    class Meta:
        verbose_name = _("approval of an opportunity")
        verbose_name_plural = _("approvals of opportunities")
        ordering = ("-decided_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                name="opportunity_decided_once_by_programme",
                fields=["opportunity", "programme"],
                violation_error_message=_("The programme has decided on this opportunity already."),
            ),
            models.CheckConstraint(
                name="opportunity_approval_by_a_person",
                condition=~Q(decided_by_name="") & (Q(is_approved=True) | ~Q(reason="")),
                violation_error_message=_("A person decides, and says why it is a no."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.opportunity_id} × {self.programme_id}: {self.is_approved}"
