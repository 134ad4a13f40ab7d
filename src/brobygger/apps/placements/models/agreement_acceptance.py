from __future__ import annotations

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager, names_who
from brobygger.apps.placements.enums import GOING_ON, AcceptedWay, AgreementSide


class AgreementAcceptance(models.Model):
    """One side's yes to one version: by a named person, at a moment. On paper, the trail says who noted it."""

    scope = RowScope(through="version")
    privacy = Privacy(
        user="version__agreement__candidate__user",
        candidate="version__agreement__candidate",
        personal=(
            Personal(
                _("which side said yes to your agreement, and when"),
                ("version", "side", "accepted_at", "way"),
                Purpose.PLACEMENT,
                LegalBasis.AGREEMENT,
                Retention.PLACEMENT,
                since=("version__agreement__changed_at", "version__agreement__placement__changed_at"),
            ),
            names_who("accepted_by", "accepted_by_name"),
        ),
        plain=("id",),
        open_rows={"version__agreement__placement__state__in": GOING_ON},
    )

    version = models.ForeignKey(
        "placements.AgreementVersion",
        models.CASCADE,
        verbose_name=_("version of the agreement"),
        related_name="acceptances",
    )
    side = models.CharField(_("side"), max_length=12, choices=AgreementSide.choices)
    accepted_at = models.DateTimeField(_("accepted at"))
    accepted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("accepted by"),
        null=True,
        blank=True,
        related_name="+",
    )
    accepted_by_name = models.CharField(
        _("name of who accepted"), max_length=150, help_text=_("Stays when the user is removed.")
    )
    way = models.CharField(_("how"), max_length=5, choices=AcceptedWay.choices, default=AcceptedWay.PAGE)

    objects = ScopedManager["AgreementAcceptance"]()

    class Meta:
        verbose_name = _("yes to an agreement")
        verbose_name_plural = _("yeses to agreements")
        ordering = ("version_id", "accepted_at", "pk")
        constraints = [
            models.UniqueConstraint(
                name="agreement_side_accepts_once",
                fields=["version", "side"],
                violation_error_message=_("This side has said yes already."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version_id}: {self.side}"
