from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import VISITOR, Privacy, RowScope, Scope, ScopedManager, names_who
from brobygger.apps.programmes.enums import Duty


def _is_agreed(scope: Scope) -> Q:
    return Q(agreed_at__isnull=False)


class Arrangement(models.Model):
    """
    Who does what of those who lead a programme together (GDPR article 26): one version of it.

    A version never changes; another one follows it. `agreed_at` is set when the last of its leads has agreed: from then
    on everybody may read its essence, as article 26 (2) asks.
    """

    scope = RowScope(
        programme="programme", shown=dict.fromkeys((*(role.value for role in Role), VISITOR), _is_agreed)
    )
    privacy = Privacy(
        personal=(names_who("written_by"),),
        plain=("id", "programme", "version", "text", "valid_from", "written_at", "agreed_at"),
    )

    programme = models.ForeignKey("programmes.Programme", models.CASCADE, related_name="arrangements")
    version = models.PositiveSmallIntegerField(_("version"))
    text = models.TextField(_("the arrangement"), max_length=20_000)
    valid_from = models.DateField(_("valid from"))
    written_at = models.DateTimeField(_("written"))
    written_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("written by"),
        null=True,
        blank=True,
        related_name="+",
    )
    agreed_at = models.DateTimeField(_("agreed by all"), null=True, blank=True)

    objects = ScopedManager["Arrangement"]()

    class Meta:
        verbose_name = _("arrangement of joint controllers")
        verbose_name_plural = _("arrangements of joint controllers")
        ordering = ("programme_id", "-version")
        constraints = [
            models.UniqueConstraint(name="arrangement_version_once", fields=["programme", "version"])
        ]

    def __str__(self) -> str:
        return f"{self.programme_id} v{self.version}"


class ArrangementDuty(models.Model):
    """That one of the leads does something of an arrangement."""

    scope = RowScope(through="arrangement")
    privacy = Privacy(plain=("id", "arrangement", "duty", "organisation"))

    arrangement = models.ForeignKey("programmes.Arrangement", models.CASCADE, related_name="duties")
    duty = models.CharField(_("duty"), max_length=16, choices=Duty.choices)
    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")

    objects = ScopedManager["ArrangementDuty"]()

    class Meta:
        verbose_name = _("duty of a joint controller")
        verbose_name_plural = _("duties of joint controllers")
        ordering = ("arrangement_id", "pk")
        constraints = [
            models.UniqueConstraint(
                name="arrangement_duty_once", fields=["arrangement", "duty", "organisation"]
            )
        ]

    def __str__(self) -> str:
        return f"{self.arrangement_id} {self.duty}: {self.organisation_id}"


class ArrangementAgreement(models.Model):
    """That a named person agrees to an arrangement for a lead."""

    scope = RowScope(programme="arrangement__programme", owners=("agreed_by",))
    privacy = Privacy(
        personal=(names_who("agreed_by", "agreed_by_name", "agreed_as"),),
        plain=("id", "arrangement", "organisation", "agreed_at"),
    )

    arrangement = models.ForeignKey("programmes.Arrangement", models.CASCADE, related_name="agreements")
    organisation = models.ForeignKey("organisations.Organisation", models.CASCADE, related_name="+")
    agreed_at = models.DateTimeField(_("agreed on"))
    agreed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("agreed by"),
        null=True,
        blank=True,
        related_name="+",
    )
    agreed_by_name = models.CharField(
        _("name of who agreed"), max_length=150, help_text=_("Stays when the user is removed.")
    )
    agreed_as = models.CharField(_("function"), max_length=120)

    objects = ScopedManager["ArrangementAgreement"]()

    class Meta:
        verbose_name = _("agreement to an arrangement")
        verbose_name_plural = _("agreements to arrangements")
        ordering = ("arrangement_id", "agreed_at", "pk")
        constraints = [
            models.UniqueConstraint(name="arrangement_agreed_once", fields=["arrangement", "organisation"])
        ]

    def __str__(self) -> str:
        return f"{self.arrangement_id}: {self.organisation_id}"
