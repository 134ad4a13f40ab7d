from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import (
    Privacy,
    RowScope,
    ScopedManager,
    names_who,
)
from brobygger.apps.outreach.enums import GrantPurpose, GrantState

if TYPE_CHECKING:
    from brobygger.apps.programmes.models import Programme


class Grant(models.Model):
    """Money that extends or anchors a programme: from whom, for how long, on which conditions."""

    scope = RowScope(programme="programme")
    privacy = Privacy(
        personal=(names_who("changed_by"),),
        plain=(
            "id",
            "programme",
            "name",
            "funder",
            "purpose",
            "state",
            "amount",
            "currency",
            "start_date",
            "end_date",
            "changed_at",
        ),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="grants")
    name = models.CharField(_("name"), max_length=150)
    funder = models.CharField(_("from whom"), max_length=150)
    purpose = models.CharField(_("what for"), max_length=8, choices=GrantPurpose.choices)
    state = models.CharField(
        _("state"), max_length=10, choices=GrantState.choices, default=GrantState.APPLIED
    )
    amount = models.DecimalField(_("amount"), max_digits=14, decimal_places=2, null=True, blank=True)
    currency = models.CharField(_("currency"), max_length=3, default="DKK")
    start_date = models.DateField(_("from"), null=True, blank=True)
    end_date = models.DateField(_("until"), null=True, blank=True)
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("changed by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("grant")
        verbose_name_plural = _("grants")
        ordering = ("end_date", "pk")
        constraints = [
            models.CheckConstraint(
                name="grant_ends_after_it_starts",
                condition=Q(start_date__isnull=True)
                | Q(end_date__isnull=True)
                | Q(end_date__gte=F("start_date")),
                violation_error_message=_("A grant must end after it starts."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class GrantCondition(models.Model):
    """What a grant asks for, and by when."""

    scope = RowScope(through="grant")
    privacy = Privacy(personal=(names_who("met_by"),), plain=("id", "grant", "text", "due_date", "met_at"))

    grant = models.ForeignKey("outreach.Grant", models.CASCADE, related_name="conditions")
    text = models.CharField(_("condition"), max_length=300)
    due_date = models.DateField(_("due"))
    met_at = models.DateTimeField(null=True, blank=True)
    met_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("met by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager()

    class Meta:
        verbose_name = _("condition of a grant")
        verbose_name_plural = _("conditions of grants")
        ordering = ("due_date", "pk")

    def __str__(self) -> str:
        return self.text

    @property
    def programme(self) -> Programme:
        return self.grant.programme
