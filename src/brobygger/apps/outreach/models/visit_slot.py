from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention, Role
from brobygger.apps.base.models import (
    Personal,
    Privacy,
    RowScope,
    Scope,
    ScopedManager,
)


def _is_bookable(scope: Scope) -> Q:
    own = VisitSlot._base_manager.filter(
        Q(call=None) | Q(call__batch__agents=scope.user_id, call__batch__closed_at=None),
        programme__call_batches__agents=scope.user_id,
        programme__call_batches__closed_at=None,
    )
    return Q(pk__in=own.order_by().values("pk"))


class VisitSlot(models.Model):
    """
    A time at which somebody can visit a company. A slot has one call at most, a call one slot.

    The slots of one visitor do not overlap: the action that offers one locks the visitor's row and looks.
    """

    scope = RowScope(programme="programme", owners=("visitor",), shown={Role.AGENCY: _is_bookable})
    privacy = Privacy(
        user="visitor",
        personal=(
            Personal(
                _("when you can visit companies"),
                ("visitor", "starts_at", "ends_at", "area", "offered_at"),
                Purpose.COOPERATION,
                LegalBasis.AGREEMENT,
                Retention.COOPERATION,
                since=("ends_at",),
            ),
        ),
        plain=("id", "programme", "call"),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="visit_slots")
    visitor = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, verbose_name=_("who visits"), related_name="visit_slots"
    )
    starts_at = models.DateTimeField(_("starts"))
    ends_at = models.DateTimeField(_("ends"))
    area = models.CharField(
        _("where"),
        max_length=120,
        blank=True,
        help_text=_("Municipalities that can be reached. Empty: anywhere."),
    )
    call = models.OneToOneField("outreach.Call", models.SET_NULL, null=True, blank=True, related_name="slot")
    offered_at = models.DateTimeField(_("offered at"))

    objects = ScopedManager()

    class Meta:
        verbose_name = _("time for a visit")
        verbose_name_plural = _("times for visits")
        ordering = ("starts_at", "pk")
        indexes = [models.Index(name="visit_slot_of_visitor", fields=["visitor", "starts_at"])]
        constraints = [
            models.CheckConstraint(
                name="visit_slot_ends_after_it_starts",
                condition=Q(ends_at__gt=F("starts_at")),
                violation_error_message=_("It must end after it starts."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_at:%Y-%m-%d %H:%M}"
