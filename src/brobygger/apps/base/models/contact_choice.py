from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import ContactWay, LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy, names_who
from brobygger.apps.base.models.scope import RowScope, ScopedManager


class ContactChoice(models.Model):
    """
    That somebody said yes or no to being reached in one way, whatever it is about. Without a row nothing was said.

    Of somebody who can log in the user is named, of others the address or the phone number: one of the three.
    """

    scope = RowScope(owners=("user",))
    privacy = Privacy(
        user="user",
        address="address",
        personal=(
            Personal(
                _("in which ways you want to be reached, and why not in others"),
                ("user", "address", "phone", "way", "is_wanted", "reason"),
                Purpose.CONTACT,
                LegalBasis.DUTY,
                Retention.ACCOUNT,
            ),
            names_who("noted_by"),
        ),
        plain=("id", "noted_at"),
    )

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.CASCADE,
        verbose_name=_("whose choice it is"),
        null=True,
        blank=True,
        related_name="contact_choices",
    )
    address = models.EmailField(_("address"), blank=True, help_text=_("In small letters."))
    phone = models.CharField(_("phone"), max_length=20, blank=True, help_text=_("Digits alone."))
    way = models.CharField(_("way"), max_length=8, choices=ContactWay.choices)
    is_wanted = models.BooleanField(_("wanted"))
    reason = models.CharField(_("why"), max_length=200, blank=True)
    noted_at = models.DateTimeField(_("said"))
    noted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        verbose_name=_("noted by"),
        null=True,
        blank=True,
        related_name="+",
    )

    objects = ScopedManager["ContactChoice"]()

    class Meta:
        verbose_name = _("choice of how to be reached")
        verbose_name_plural = _("choices of how to be reached")
        ordering = ("-noted_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=["user", "way"], condition=Q(user__isnull=False), name="contact_choice_of_user"
            ),
            models.UniqueConstraint(
                fields=["address", "way"], condition=~Q(address=""), name="contact_choice_of_address"
            ),
            models.UniqueConstraint(
                fields=["phone", "way"], condition=~Q(phone=""), name="contact_choice_of_phone"
            ),
            models.CheckConstraint(
                condition=Q(user__isnull=False, address="", phone="")
                | (Q(user__isnull=True, phone="") & ~Q(address=""))
                | (Q(user__isnull=True, address="") & ~Q(phone="")),
                name="contact_choice_is_of_one",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.way} {self.is_wanted}"
