from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models import Personal, Privacy, RowScope, ScopedManager


class CandidateIdentity(models.Model):
    """
    Who a candidate is. Read for the person and for those who place the person, never for matching.

    Whoever signs up has an address from the start; the name is said before the first application.
    """

    scope = RowScope(through="candidate")
    privacy = Privacy(
        user="candidate__user",
        candidate="candidate",
        personal=(
            Personal(
                _("your name, address and phone"),
                ("name", "email", "phone"),
                Purpose.CONTACT,
                LegalBasis.CONSENT,
                Retention.PROFILE,
            ),
        ),
        plain=("candidate",),
        identifying=("name", "email", "phone"),
    )

    candidate = models.OneToOneField(
        "people.Candidate", models.CASCADE, primary_key=True, related_name="identity"
    )
    name = models.CharField(_("name"), max_length=200, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    phone = models.CharField(_("phone"), max_length=40, blank=True)

    objects = ScopedManager()

    class Meta:
        verbose_name = _("identity")
        verbose_name_plural = _("identities")

    def __str__(self) -> str:
        return self.name
